"""What the API answers with. Times are ISO 8601 in UTC; numbers of papers are as printed."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from ninja import Schema


class SectionOut(Schema):
    act: str
    number: str
    heading: str
    heading_hi: str
    cognizable: bool | None
    bailable: bool | None
    punishment: str
    triable_by: str
    unverified: bool


class FoundSectionOut(Schema):
    section: SectionOut
    score: float
    why: str


class FirOut(Schema):
    """One line of a search: nothing of the persons in it."""

    id: UUID
    number: str
    station: str
    registered_at: datetime
    sections: list[str]
    legacy: bool
    quality: int | None


class FirPageOut(Schema):
    firs: list[FirOut]
    next: str


class ReasonOut(Schema):
    """One part of the evidence: what was asked, what the record holds, how alike they are."""

    part: str
    asked: str
    held: str
    level: str


class MentionOut(Schema):
    """One mention of a person; `score` is the natural logarithm of the odds that it is meant."""

    id: UUID
    state: int
    name: str
    alias: str
    relation: str
    relative_name: str
    sex: str
    birth_from: int | None
    birth_to: int | None
    place: str
    district: str
    role: str
    standing: str
    number: str
    told_at: datetime
    closed: str
    office: UUID
    score: float
    reasons: list[ReasonOut]


class ThingOut(Schema):
    """One thing by a number; `kind` says which number, `role` how police met it."""

    id: UUID
    kind: str
    shown: str
    what: str
    role: str
    number: str
    told_at: datetime
    office: UUID


class FoundOut(Schema):
    """What the words were read as, and the hits of that reading."""

    reading: str
    value: str
    people: list[MentionOut]
    things: list[ThingOut]
    firs: list[FirOut]
    next: str


class PersonOut(Schema):
    role: str
    code: str
    name: str
    relative_name: str
    sex: str
    age: int | None
    address: str
    withheld: str


class CaseOut(Schema):
    fir: FirOut
    status: str
    investigating_officer: str
    occurred_from: datetime | None
    occurred_to: datetime | None
    received_at: datetime
    place: str
    persons: list[PersonOut]
    copy_given_at: datetime | None
    dispatched_at: datetime | None


class EntryOut(Schema):
    """One entry of a record's history, by its place in the office's journal."""

    kind: str
    recorded_at: datetime
    office: UUID
    epoch: int
    seq: int
    version: int
    leaf: str


class DutyOut(Schema):
    verb: str
    number: str
    due_at: datetime | None
    source: str


class ErrorOut(Schema):
    """What is wrong, where, and which rule says so."""

    detail: str
    field: str = ""
    source: str = ""


# What any call may be answered with instead: not signed in, not theirs, not understood, too often.
ERRORS = dict.fromkeys((401, 403, 422, 429), ErrorOut)
