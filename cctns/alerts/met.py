"""What a record tells that a lookout may be met by: a person, a number, a way of working."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from cctns.cases.models import CrimeDetails
from cctns.lib.clock import IST
from cctns.people.told import born, named
from cctns.search.candidates import Candidate
from cctns.search.mentions import MentionRow, words_of
from cctns.search.rows import ThingRow
from cctns.search.sources import Told
from cctns.search.tables import Lookup

from . import keys, mo
from .codes import Kind
from .keys import Key
from .models import Sighting


@dataclass(frozen=True, kw_only=True)
class Met:
    """One mention, number or method of one record, with the keys it is looked up by.

    `told` says where it stands, never who it is; of a `closed` one no more is told to others.
    """

    id: UUID
    kind: Kind
    record_kind: str
    record_id: UUID
    case_id: UUID | None
    office_id: UUID
    role: str
    told: str
    at: datetime
    keys: frozenset[Key]
    closed: str = ""
    mention: MentionRow | None = None
    pattern: mo.Pattern | None = None
    shown: str = ""  # the number as it is written

    @cached_property
    def person(self) -> Candidate | None:
        """The mention as it is scored: read once, however many lookouts it meets."""
        row = self.mention
        if row is None:
            return None
        return Candidate(
            id=str(row.id),
            state=row.state,
            words=words_of(row),
            birth_from=row.birth_from,
            birth_to=row.birth_to,
            district=row.district,
            place=row.place,
            sex=row.sex,
            phone=False,
            identity=False,
            marks=row.marks,
        )


def of_told(told: Told) -> Iterator[Met]:
    """What the search's sources give of cases, registers and rolls; sealed cases give nothing."""
    yield from (of_mention(one) for one in told.people if one.closed != "sealed")
    yield from (
        met for one in told.things if one.closed != "sealed" and (met := of_thing(one)) is not None
    )


def of_mention(row: MentionRow) -> Met:
    return Met(
        id=row.id,
        kind=Kind.HIT,
        record_kind=row.record_kind,
        record_id=row.record_id,
        case_id=row.case_id,
        office_id=row.office_id,
        role=row.role,
        told=row.number,
        at=row.told_at,
        keys=frozenset(keys.of_mention(row)),
        closed=row.closed,
        mention=row,
    )


def of_thing(row: ThingRow) -> Met | None:
    key = keys.of_number(row.kind, row.key)
    if key is None:
        return None
    return Met(
        id=row.id,
        kind=Kind.HIT,
        record_kind=row.record_kind,
        record_id=row.record_id,
        case_id=row.case_id,
        office_id=row.office_id,
        role=row.role,
        told=row.number,
        at=row.told_at,
        keys=frozenset({key}),
        closed=row.closed,
        shown=row.shown,
    )


def of_sighting(one: Sighting) -> Met:
    """A sighting with all its numbers and, where somebody was recognised, the person."""
    mention = _seen(one) if one.name or one.mobile else None
    numbers = [(line.number, keys.of_number(line.kind, line.number)) for line in one.numbers.all()]
    found = {key for _number, key in numbers if key is not None}
    if mention:
        found |= keys.of_mention(mention)
    return Met(
        id=one.pk,
        kind=Kind.HIT,
        record_kind="sighting",
        record_id=one.pk,
        case_id=None,
        office_id=one.office_id,
        role="",
        told=f"{one.number}, {one.place}"[:300],
        at=one.recorded_at,
        keys=frozenset(found),
        mention=mention,
        shown=", ".join(number for number, _key in numbers),
    )


def _seen(one: Sighting) -> MentionRow:
    first, last = born(one, one.happened_at.astimezone(IST).year)
    return MentionRow(
        **named(one),
        state=one.state,
        id=one.pk,
        record_kind="sighting",
        record_id=one.pk,
        office_id=one.office_id,
        role="",
        told_at=one.recorded_at,
        birth_from=first,
        birth_to=last,
        district=one.district_name,
        number=one.number,
    )


def of_crime(one: CrimeDetails, number: str) -> Met:
    """The way of working that IIF-II tells of a case."""
    pattern = mo.pattern_of(one)
    return Met(
        id=one.pk,
        kind=Kind.METHOD,
        record_kind="crime",
        record_id=one.pk,
        case_id=one.case_id,
        office_id=one.office_id,
        role="",
        told=number,
        at=one.recorded_at,
        keys=frozenset({keys.of_head(pattern.crime_head)}),
        pattern=pattern,
    )


def of_lookup(one: Lookup) -> Met | None:
    """What an officer looked for beyond the own jurisdiction, by words or by number."""
    asked: dict[str, Any] = one.asked
    mention, found = None, set[Key]()
    if one.kind == "person":
        mention = _asked(one, asked)
        found = keys.of_mention(mention)
    elif one.kind == "thing" and (key := keys.of_number("", str(asked.get("number", "")))):
        found = {key}
    if not found:
        return None
    return Met(
        id=one.pk,
        kind=Kind.SEARCH,
        record_kind="lookup",
        record_id=one.pk,
        case_id=None,
        office_id=one.office_id,
        role="",
        told=one.officer_name,
        at=one.made_at,
        keys=frozenset(found),
        mention=mention,
        shown=str(asked.get("number", "")),
    )


def _asked(one: Lookup, asked: dict[str, Any]) -> MentionRow:
    year = asked.get("born")
    if not year and asked.get("age"):
        year = one.made_at.astimezone(IST).year - int(asked["age"])
    numbers = [str(asked.get("phone") or "")]
    if asked.get("reading") == "phone":
        numbers.append(str(asked.get("words", "")))
    return MentionRow(
        state=one.state,
        id=one.pk,
        record_kind="lookup",
        record_id=one.pk,
        office_id=one.office_id,
        role="",
        name="" if asked.get("reading") == "identity" else str(asked.get("words", "")),
        told_at=one.made_at,
        sex=str(asked.get("sex") or "unknown"),
        birth_from=year,
        birth_to=year,
        district=str(asked.get("place") or ""),
        phones=tuple(filter(None, numbers)),
    )


def traced(found: Sequence[Met]) -> Iterator[tuple[Met, Key]]:
    yield from ((one, key) for one in found for key in sorted(one.keys))
