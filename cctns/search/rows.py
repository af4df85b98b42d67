"""What records give to the search beside persons: numbers of things, words, what a sheet tells."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID


@dataclass(frozen=True, kw_only=True)
class ThingRow:
    """One number by which one thing is known; `key` is the number without spaces and signs."""

    id: UUID  # of the line of property
    state: int
    record_kind: str
    record_id: UUID
    case_id: UUID | None
    office_id: UUID
    kind: str  # codes.ThingKind
    key: str
    shown: str
    what: str
    role: str  # codes.ThingRole
    number: str  # of the case or entry
    told_at: datetime
    closed: str = ""


@dataclass(frozen=True, kw_only=True)
class TextRow:
    """The words of one account; `closed` as of a mention: whom it can name, the law may hide."""

    id: UUID  # of the FIR
    state: int
    record_kind: str
    record_id: UUID
    case_id: UUID | None
    office_id: UUID
    number: str
    told_at: datetime
    closed: str
    words: list[str]  # as search.lexemes gives them


@dataclass(frozen=True, kw_only=True)
class DeedRow:
    """What a history sheet tells of a mention beside who it is; `id` is that of the mention.

    `custody` are [day, code, words], oldest first; `held` biometrics as {"prints": "2700000001"}.
    """

    id: UUID
    state: int
    record_kind: str
    record_id: UUID
    case_id: UUID
    sections: str = ""
    registered_at: datetime | None = None
    address: str = ""
    permanent_address: str = ""
    custody: list[list[str]] = field(default_factory=list)
    held: dict[str, Any] = field(default_factory=dict)
    ends: str = ""  # sections of conviction and sentence, or why it ended
