"""One batch of rows: judged without the database, compared with what is there, written at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from cctns.journal.append import append_many
from cctns.journal.serials import at_least
from cctns.lib import clock
from cctns.offices.models import Office, Posting

from . import writing
from .forms import RawRow, Refusal
from .mapping import Mapping
from .old import OldFir, Refused, read
from .stations import Stations

Key = tuple[UUID, str, int, int]  # office, series, year, serial
# OFFSET 0 looks every number up by itself: while a register grows by the thousand, what the planner
# knows of its size is out of date, and it would read the whole of it.
_THERE = """
SELECT fir.* FROM unnest(%s::uuid[], %s::text[], %s::int[], %s::int[])
    AS wanted (office, series, year, serial),
LATERAL (
    SELECT id, office_id, series, year, serial, legacy_source, (legacy_row ->> 'row')::int
    FROM cases_fir
    WHERE state = %s AND office_id = wanted.office AND series = wanted.series
        AND year = wanted.year AND serial = wanted.serial
    OFFSET 0
) AS fir
"""


@dataclass(frozen=True)
class Candidate:
    """A row that can be read, with its station, the id it will have and all that it becomes."""

    old: OldFir
    office: Office
    id: UUID
    written: writing.Written

    @property
    def key(self) -> Key:
        number = self.old.number
        return (self.office.pk, writing.series_of(self.old), number.year, number.serial)


@dataclass(frozen=True)
class There:
    """The FIR that has a number already: its id, and the file and row it came from, if any."""

    id: UUID
    source: str
    row: int | None


@dataclass
class Judged:
    """What becomes of the rows of one batch."""

    rows: int = 0
    last_row: int = 0
    candidates: list[Candidate] = field(default_factory=list)
    there: list[Candidate] = field(default_factory=list)
    new: list[Candidate] = field(default_factory=list)
    refused: list[tuple[RawRow, Refusal]] = field(default_factory=list)

    def counts(self) -> Counter[tuple[str, str]]:
        """FIRs brought in or found there, by station code and year."""
        return Counter(
            (one.office.code, str(one.old.number.year)) for one in (*self.there, *self.new)
        )


def judge(
    rows: Iterable[RawRow], mapping: Mapping, stations: Stations, source: str, now: datetime
) -> Judged:
    """Read every row; those that cannot be kept are refused with a reason. No database."""
    found = Judged()
    for row in rows:
        found.rows += 1
        found.last_row = row.number
        try:
            old = read(row, mapping, now)
            office = stations.must_find(old.station)
            identity = writing.fir_id(old, office)
            written = writing.written(old, office, identity, source)
            found.candidates.append(Candidate(old, office, identity, written))
        except Refused as error:
            found.refused.append((row, error.refusal))
    return found


def compare(found: Judged, source: str, taken: dict[Key, There]) -> None:
    """Tell new FIRs from those there; a number that another FIR has is refused."""
    for one in found.candidates:
        there = taken.get(one.key)
        if there is None:
            found.new.append(one)
            taken[one.key] = There(one.id, source, one.old.row.number)
        elif there.id == one.id:
            found.there.append(one)
        else:
            found.refused.append((one.old.row, _taken(one, there, source)))


def _taken(one: Candidate, there: There, source: str) -> Refusal:
    number = f"{one.old.written_number} of {one.office.name}"
    if there.row is None:
        return Refusal("number_taken", f"{number} was registered here")
    where = (
        f"row {there.row:,}" if there.source == source else f"row {there.row:,} of {there.source}"
    )
    return Refusal("number_taken", f"{number} has been brought in from {where}")


def already_there(state: int, candidates: list[Candidate]) -> dict[Key, There]:
    """The FIRs of this State that have the numbers of these rows."""
    keys = [one.key for one in candidates]
    columns = [list(column) for column in zip(*keys, strict=True)] or [[], [], [], []]
    with connection.cursor() as cursor:
        cursor.execute(_THERE, [*columns, state])
        return {
            (office, series, year, serial): There(identity, source, row)
            for identity, office, series, year, serial, source, row in cursor.fetchall()
        }


def hold_numbers(candidates: list[Candidate]) -> None:
    """Raise each station's counter past these numbers; nobody gives them while the batch lasts."""
    highest: dict[tuple[str, str, str], tuple[Office, int]] = {}
    for one in candidates:
        _, series, year, serial = one.key
        key = (str(one.office.pk), f"fir.{series}", str(year))
        if serial > highest.get(key, (one.office, 0))[1]:
            highest[key] = (one.office, serial)
    for (_, series, period), (office, serial) in sorted(highest.items(), key=lambda item: item[0]):
        at_least(office=office, series=series, period=period, last=serial)


def write(found: Judged, *, by: Posting) -> None:
    """Rows, children, cases and their journal entries, in the caller's transaction."""
    if not found.new:
        return
    whole = writing.Written()
    for one in found.new:
        whole.add(one.written)
    whole.insert()
    append_many(whole.drafts, by=by, moment=clock.now())


def shown(row: RawRow) -> dict[str, Any]:
    """The row's columns as jsonb takes them: what no database can hold is replaced."""
    return {
        name: value.replace("\x00", "\ufffd").encode("utf-8", "replace").decode()
        for name, value in row.columns.items()
    }
