"""Lessons as data: what to do, on which page, and the journal's event that proves it done."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from django.utils.translation import get_language

from cctns.offices.codes import Role


@dataclass(frozen=True)
class Words:
    """A sentence in English and in Hindi; as text, in the language that Django now speaks."""

    en: str
    hi: str

    def __str__(self) -> str:
        return self.hi if (get_language() or "").startswith("hi") else self.en


@dataclass(frozen=True, kw_only=True)
class Step:
    """One thing to do. `page` is the name of an address; `book` the register that it wants, if any.

    The page of a case or of an entry is that of the officer's own newest one.
    """

    text: Words
    hint: Words
    page: str
    event: str
    book: str = ""


@dataclass(frozen=True, kw_only=True)
class Lesson:
    """Steps in their order, done under one role at the sandbox station."""

    id: str
    role: Role
    title: Words
    steps: tuple[Step, ...]


@cache
def lessons() -> tuple[Lesson, ...]:
    """All of them, in the order in which they build on each other."""
    text = resources.files(__package__).joinpath("data", "lessons.json").read_text("utf-8")
    return tuple(_lesson(one) for one in json.loads(text))


def lesson(name: str) -> Lesson:
    """Raises LookupError."""
    for one in lessons():
        if one.id == name:
            return one
    raise LookupError(name)


def _lesson(told: dict[str, Any]) -> Lesson:
    steps = tuple(_step(one) for one in told["steps"])
    return Lesson(id=told["id"], role=Role(told["role"]), title=Words(**told["title"]), steps=steps)


def _step(told: dict[str, Any]) -> Step:
    return Step(**{**told, "text": Words(**told["text"]), "hint": Words(**told["hint"])})
