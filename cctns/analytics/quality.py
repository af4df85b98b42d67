"""What records lack: five counters that auditors asked for, and how complete forms are.

A form's score is the share of its optional fields that are answered, over the entries of a year;
the register's own list says which those are. No score speaks of a person in a record.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any
from uuid import UUID

from django.db import connection, models

from cctns.cases.models import Fir
from cctns.lib.clock import now
from cctns.offices import access
from cctns.offices.models import Office, Officer, Posting
from cctns.registers import book as books
from cctns.registers.book import Book

from .asking import ask
from .cuts import Cut, last_days
from .events import EventCut, counts
from .gaps import never_entered, paper_told
from .reach import Reach, reach_of

YEAR = 365
MOST_OFFICERS = 50
# Items 3 and 5 of IIF-I that may be left open; the rest is asked for, or depends on the case.
FIR_FIELDS = (
    *("occurred_from", "occurred_to", "direction", "distance_km", "beat", "latitude", "longitude"),
    *("house", "street", "landmark", "village", "area", "district_name", "state_name", "pin"),
)


@dataclass(frozen=True)
class Lack:
    """One counter: what is missing, how often, of how many, and what lists it."""

    name: str
    count: int
    of: int
    cut: Cut | EventCut


@dataclass(frozen=True)
class Score:
    """How many optional fields are answered of how many, in so many entries."""

    entries: int
    filled: int
    fields: int


@dataclass(frozen=True)
class Quality:
    """Of a year that ends today; the officers with the lowest scores first, at most fifty."""

    office: Office
    lacks: list[Lack]
    by_form: dict[str, Score]
    by_part: list[tuple[Office, Score]]
    by_officer: list[tuple[Officer | None, Score]]


@access.query
def quality(*, by: Posting, office: Office) -> Quality:
    """Raises Refused."""
    reach = reach_of(by, office)
    since, until = last_days(access.today(), YEAR)
    rows = _ask(f"{_completeness()} ORDER BY 1", _told(reach))
    forms: dict[str, Score] = _scores((row[2], row) for row in rows)
    parts = _scores((reach.part_of(row[0]), row) for row in rows)
    officers = _scores((row[1], row) for row in rows)
    named = Officer.objects.in_bulk([one for one in officers if one])
    lowest = sorted(officers.items(), key=lambda one: one[1].filled / (one[1].fields or 1))
    return Quality(
        office=office,
        lacks=_lacks(reach, since, until),
        by_form=dict(sorted(forms.items())),
        by_part=[(one, parts[one.pk]) for one in [*reach.parts] if one.pk in parts],
        by_officer=[(named.get(pk), score) for pk, score in lowest[:MOST_OFFICERS]],
    )


def _scores(keyed: Any) -> dict[Any, Score]:
    sums: dict[Any, Counter[str]] = {}
    for key, (_office, _officer, _form, entries, filled, fields) in keyed:
        told = sums.setdefault(key, Counter())
        told.update(entries=entries, filled=filled, fields=fields)
    return {key: Score(one["entries"], one["filled"], one["fields"]) for key, one in sums.items()}


def glance(reach: Reach) -> tuple[int, Score]:
    """(numbers of paper registers never entered, score of all forms), in one question.

    For a query that has asked for access.
    """
    question = f"""SELECT (SELECT coalesce(sum(last - first + 1), 0) FROM ({never_entered()}) gap),
        coalesce(sum(entries), 0), coalesce(sum(filled), 0), coalesce(sum(fields), 0)
        FROM ({_completeness()}) form"""  # noqa: S608
    missing, *score = map(int, _ask(question, {**_told(reach), **paper_told()})[0])
    return missing, Score(*score)


def _told(reach: Reach) -> dict[str, Any]:
    """Ids are UUIDv7: by them the index of an office's entries leads to those of a year."""
    begin = now() - timedelta(days=YEAR)
    first = UUID(int=int((begin - timedelta(days=1)).timestamp() * 1000) << 80)
    return {"offices": reach.offices, "begin": begin, "first": first}


def _ask(question: str, told: dict[str, Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(question, told)
        return list(cursor.fetchall())


@cache
def _completeness() -> str:
    """One line an office, officer and form: entries, answered fields, optional fields."""
    forms = [
        f"""SELECT office_id, officer_id, '{book.name}' AS form, count(*) AS entries,
            {_filled(fields)} AS filled, count(*) * {len(fields)} AS fields
        FROM {book.model._meta.db_table} WHERE office_id = ANY(%(offices)s)
            AND id >= %(first)s AND recorded_at >= %(begin)s GROUP BY 1, 2"""  # noqa: S608
        for book in books.all_books()
        if not book.answers and (fields := optional_fields(book))
    ]
    fir = [Fir._meta.get_field(name) for name in FIR_FIELDS]
    forms.append(
        f"""SELECT fir.office_id, held.investigating_officer_id, 'fir', count(*),
            {_filled(fir)}, count(*) * {len(fir)}
        FROM cases_fir fir JOIN cases_case held ON held.fir_id = fir.id
        WHERE fir.office_id = ANY(%(offices)s) AND fir.registered_at >= %(begin)s
            AND NOT fir.legacy GROUP BY 1, 2"""  # noqa: S608
    )
    return " UNION ALL ".join(forms)


def optional_fields(book: Book) -> list[Any]:
    """The columns that the form of a new entry asks for and may be left open.

    A box that is not ticked is an answer; what stood on paper is asked of few.
    """
    columns = [book.model._meta.get_field(name) for name in book.enter.fields]
    return [
        one
        for one in columns
        if one.blank  # type: ignore[union-attr]
        and one.name not in book.enter.wants
        and not isinstance(one, models.BooleanField)
        and not one.name.startswith("paper_")
    ]


def _filled(columns: list[Any]) -> str:
    return " + ".join(f"count(*) FILTER (WHERE {_answered(one)})" for one in columns)


def _answered(column: Any) -> str:
    if isinstance(column, models.JSONField):
        return f"{column.column} <> '{{}}'::jsonb"
    text = isinstance(column, models.CharField | models.TextField)
    return f"{column.column} <> ''" if text else f"{column.column} IS NOT NULL"


def _lacks(reach: Reach, since: date, until: date) -> list[Lack]:
    """Complaint of auditors in Telangana (2019): these five, by name."""
    events = {name: sum(one.values()) for name, one in counts(reach, since, until).items()}
    cuts = {name: Cut(name, since, until) for name in ("no_relative", "short_address")}
    sums = ", ".join(f'coalesce(sum("{name}"), 0) AS "{name}"' for name in (*cuts, "persons"))
    mine = f"{Cut('registered', since, until).condition} AND NOT legacy"
    question = f"SELECT {sums} FROM line WHERE {mine}"  # noqa: S608
    persons = ask(reach, question, {"since": since, "until": until})[0]
    of = {"no_statement": "arrests", "no_photo": "arrests", "missing_no_photo": "missing"}
    found = [
        Lack(name, events[name], events[whole], EventCut(name, since, until))
        for name, whole in of.items()
    ]
    found += [
        Lack(name, int(persons[name]), int(persons["persons"]), cut) for name, cut in cuts.items()
    ]
    return found
