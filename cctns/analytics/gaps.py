"""Numbers that should be there and are not: those of paper registers, and our own serials."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import connection

from cctns.lib.clock import midnight
from cctns.offices import access
from cctns.offices.models import Office, Posting
from cctns.registers import book as books
from cctns.registers.models import Entry
from cctns.registers.models.paper import OnPaper

from .reach import Reach, reach_of

MOST = 200


@dataclass(frozen=True)
class Gap:
    """Numbers `first` to `last` of a register and period that no entry of the office has."""

    office: Office
    register: str
    period: str
    first: int
    last: int

    @property
    def count(self) -> int:
        return self.last - self.first + 1


@dataclass(frozen=True)
class Late:
    """An entry made from paper: `days` between the event and the entry."""

    office: Office
    register: str
    id: UUID
    number: str
    paper: str
    days: int


@dataclass(frozen=True)
class Gaps:
    """At most 200 of each; `paper` and `serials` are what is missing, `late` what was entered."""

    paper: list[Gap]
    serials: list[Gap]
    late: list[Late]

    @property
    def missing(self) -> int:
        return sum(one.count for one in self.paper)


@access.query
def gaps(*, by: Posting, office: Office) -> Gaps:
    """Asked anew each time: what is entered late is no gap from that moment. Raises Refused."""
    reach = reach_of(by, office)
    offices = Office.objects.in_bulk(reach.offices)
    return Gaps(
        paper=[Gap(offices[row[0]], *row[1:]) for row in _ask(reach, never_entered())],
        serials=[Gap(offices[row[0]], *row[1:]) for row in _ask(reach, _broken_serials())],
        late=[Late(offices[row[0]], *row[1:]) for row in _ask(reach, _entered_late())],
    )


def _ask(reach: Reach, question: str) -> list[tuple[Any, ...]]:
    year = access.today().year
    told: dict[str, Any] = {
        "offices": reach.offices,
        "most": MOST,
        "year": year,
        "last_year": year - 1,
    }
    told["begin"] = midnight(date(year, 1, 1))
    with connection.cursor() as cursor:
        cursor.execute(question, told)
        return list(cursor.fetchall())


def paper_told() -> dict[str, Any]:
    """What never_entered is asked with, besides the offices."""
    return {"most": MOST}


def _on_paper() -> list[tuple[str, str]]:
    """(register, table) of the registers that may have stood on paper."""
    found = [one for one in books.all_books() if issubclass(one.model, OnPaper)]
    return [(one.name, one.model._meta.db_table) for one in found]


@cache
def never_entered() -> str:
    """Neighbouring numbers as one: what is alike when one's place is taken from one's number."""
    missing = " UNION ALL ".join(
        f"""SELECT held.office_id, held.register, held.paper_year, number
        FROM registers_paperregister held
        CROSS JOIN LATERAL generate_series(held.first, held.last) AS number
        WHERE held.office_id = ANY(%(offices)s) AND held.register = '{name}' AND NOT EXISTS (
            SELECT FROM {table} entry WHERE entry.office_id = held.office_id
            AND entry.paper_year = held.paper_year AND entry.paper_number = number)"""  # noqa: S608
        for name, table in _on_paper()
    )
    return f"""SELECT office_id, register, paper_year::text, min(number) AS first,
        max(number) AS last FROM (
        SELECT *, number - row_number() OVER (
            PARTITION BY office_id, register, paper_year ORDER BY number) AS together
        FROM ({missing}) missing
    ) placed GROUP BY office_id, register, paper_year, together
    ORDER BY office_id, register, paper_year, min(number) LIMIT %(most)s"""  # noqa: S608


@cache
def _entered_late() -> str:
    late = " UNION ALL ".join(
        f"""SELECT office_id, '{name}' AS register, id, serial || '/' || year AS number,
            paper_number || '/' || paper_year AS paper,
            floor(extract(epoch FROM recorded_at - happened_at) / 86400)::int AS days
        FROM {table} WHERE office_id = ANY(%(offices)s) AND paper_number IS NOT NULL"""  # noqa: S608
        for name, table in _on_paper()
    )
    return f"SELECT * FROM ({late}) late ORDER BY id DESC LIMIT %(most)s"  # noqa: S608


@cache
def _broken_serials() -> str:
    """Of this year and the last; of the diary, whose numbers begin anew, of this year.

    Old records keep the numbers they had: only what was numbered here must follow without a gap.
    """
    serials = [
        f"""SELECT office_id, '{name}' AS register, year::text AS period, serial, true AS ours
        FROM {table} WHERE office_id = ANY(%(offices)s) AND year >= %(last_year)s"""  # noqa: S608
        for name, table in _numbered()
    ]
    serials.append(
        """SELECT office_id, series, year::text, serial, NOT legacy FROM cases_fir
        WHERE office_id = ANY(%(offices)s) AND year >= %(last_year)s AND serial IS NOT NULL"""
    )
    serials.append(
        """SELECT office_id, 'gd', period, serial, true FROM registers_generaldiaryentry
        WHERE office_id = ANY(%(offices)s) AND recorded_at >= %(begin)s
        AND period >= %(year)s::text"""
    )
    return f"""SELECT office_id, register, period, before + 1, serial - 1 FROM (
        SELECT *, lag(serial, 1, 0) OVER (
            PARTITION BY office_id, register, period ORDER BY serial) AS before
        FROM ({" UNION ALL ".join(serials)}) numbered
    ) placed WHERE ours AND serial > before + 1
    ORDER BY office_id, register, period, serial LIMIT %(most)s"""  # noqa: S608


def _numbered() -> list[tuple[str, str]]:
    models = [one for one in apps.get_models() if issubclass(one, Entry)]
    names = {one.model: one.name for one in books.all_books()}
    found = [(names[one], one._meta.db_table) for one in models if one in names]
    return [*found, ("complaint", "registers_complaint")]
