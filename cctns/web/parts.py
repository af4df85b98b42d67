"""What pages are put together from: rows, tasks, events and links, as plain data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(frozen=True)
class Link:
    """Where a click leads; `hidden` is read aloud after the text to tell it from its like."""

    text: str
    href: str
    hidden: str = ""


@dataclass(frozen=True)
class Row:
    """One line of a summary list: what, its value, and what may be done about it."""

    key: str
    value: Any
    links: Sequence[Link] = ()


@dataclass(frozen=True)
class Task:
    """One line of a task list; without `href` it cannot be begun yet."""

    title: str
    href: str = ""
    status: str = ""
    colour: str = ""  # of the status's tag; plain text without one
    hint: str = ""


@dataclass(frozen=True)
class Event:
    """One line of a timeline: what happened, who did it, when (aware), and more about it."""

    title: str
    by: str
    at: datetime
    text: str = ""
    links: Sequence[Link] = field(default_factory=tuple)
