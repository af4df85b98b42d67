"""Entries of registers and forms that returns count beside cases: arrests, missing, bodies ..."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.db import connection

from cctns.lib.clock import midnight
from cctns.offices import access
from cctns.offices.models import Office, Posting

from .reach import Reach, reach_of

PAGE = 50


@dataclass(frozen=True)
class Source:
    """Where entries of one kind stand: the register, its table, the time that counts, which."""

    book: str
    table: str
    column: str
    condition: str = "true"


# Arrests count when they happened, the rest when it was entered: the day a report speaks of.
SOURCES = {
    "arrests": Source("arrest", "cases_arrest", "happened_at"),
    "preventive": Source("arrest", "cases_arrest", "happened_at", "before_fir_reason <> ''"),
    "characters": Source("character", "registers_character", "recorded_at"),
    "strangers": Source("stranger", "registers_stranger", "recorded_at"),
    "seizures": Source("seizure", "cases_seizure", "happened_at"),
    "missing": Source("missing", "cases_missing", "recorded_at"),
    "traced": Source("missing", "cases_missing", "traced_at"),
    "found": Source("found", "registers_foundperson", "recorded_at"),
    "bodies": Source("body", "registers_body", "recorded_at"),
    "deaths": Source("death", "registers_death", "recorded_at"),
    "ncrs": Source("ncr", "registers_ncr", "recorded_at"),
    "mlcs": Source("mlc", "registers_mlc", "recorded_at"),
    "calls": Source("call", "registers_call", "recorded_at"),
}
# What records of these lack (analytics.quality); returns do not speak of it.
_NO_STATEMENT = (
    "NOT EXISTS (SELECT FROM cases_statement told WHERE told.case_id = cases_arrest.case_id) AND "
    "NOT EXISTS (SELECT FROM cases_magistratestatement told"
    " WHERE told.case_id = cases_arrest.case_id)"
)
LACKS = {
    "no_statement": Source("arrest", "cases_arrest", "happened_at", _NO_STATEMENT),
    "no_photo": Source("arrest", "cases_arrest", "happened_at", "photo = ''"),
    "missing_no_photo": Source("missing", "cases_missing", "recorded_at", "photo = ''"),
}
_ALL = {**SOURCES, **LACKS}


@dataclass(frozen=True)
class EventCut:
    """Entries of one kind from a day to a day, both included."""

    name: str
    since: date
    until: date

    @property
    def told(self) -> dict[str, Any]:
        """From the first moment in India until the last has gone by."""
        begin, end = self.since, self.until + timedelta(days=1)
        return {"begin": midnight(begin), "end": midnight(end)}

    @property
    def query(self) -> str:
        return urlencode({"since": self.since.isoformat(), "until": self.until.isoformat()})


def _where(source: Source) -> str:
    return (
        f"FROM {source.table} WHERE office_id = ANY(%(offices)s) AND {source.column} >= %(begin)s"
        f" AND {source.column} < %(end)s AND {source.condition}"
    )


_COUNTED = " UNION ALL ".join(
    f"SELECT '{name}', office_id, count(*) {_where(source)} GROUP BY office_id"
    for name, source in _ALL.items()
)


def counts(reach: Reach, since: date, until: date) -> dict[str, Counter[UUID]]:
    """How many entries of every kind, by the office below; one question."""
    found: dict[str, Counter[UUID]] = {name: Counter() for name in _ALL}
    told = {**EventCut("", since, until).told, "offices": reach.offices}
    with connection.cursor() as cursor:
        cursor.execute(_COUNTED, told)
        for name, office, count in cursor.fetchall():
            found[name][reach.part_of(office)] += count
    return found


def source_of(name: str) -> Source:
    """Raises LookupError."""
    return _ALL[name]


@dataclass(frozen=True)
class EventRow:
    """One entry as a list shows it: no person stands in it."""

    id: UUID
    number: str
    office: Office
    happened_at: datetime
    recorded_at: datetime


@dataclass(frozen=True)
class EventPage:
    rows: list[EventRow]
    next_cursor: str  # empty on the last page


@access.query
def events_of(
    *, by: Posting, office: Office, cut: EventCut, after: UUID | None = None
) -> EventPage:
    """The entries that a number counts, newest first. Raises Refused, LookupError."""
    source = source_of(cut.name)
    reach = reach_of(by, office)
    told = {**cut.told, "offices": reach.offices, "after": after, "most": PAGE + 1}
    question = f"""SELECT id, serial, year, office_id, happened_at, recorded_at {_where(source)}
        AND (%(after)s::uuid IS NULL OR id < %(after)s) ORDER BY id DESC LIMIT %(most)s"""
    with connection.cursor() as cursor:
        cursor.execute(question, told)
        found = cursor.fetchall()
    offices = Office.objects.in_bulk([row[3] for row in found])
    rows = [
        EventRow(id_, f"{serial}/{year}", offices[at], happened, recorded)
        for id_, serial, year, at, happened, recorded in found[:PAGE]
    ]
    return EventPage(rows, str(rows[-1].id) if len(found) > PAGE else "")
