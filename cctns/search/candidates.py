"""Reads the rows that keys point to, from one index, never more than a budget."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from itertools import product
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection, transaction

from .question import ABOUT, Question

SIFTED = 150  # rows that are scored of those that the server sifts


class Candidate(NamedTuple):
    """What of a mention is scored."""

    id: UUID
    state: int
    words: str  # Person.words
    birth_from: int | None
    birth_to: int | None
    district: str
    place: str
    sex: str
    phone: bool  # the number asked for is one of its numbers
    identity: bool
    marks: str


@dataclass(frozen=True, slots=True)
class Filters:
    """Only mentions of these; an empty field filters nothing."""

    states: tuple[int, ...] = ()
    offices: tuple[UUID, ...] = ()
    roles: tuple[str, ...] = ()
    standings: tuple[str, ...] = ()
    record_kinds: tuple[str, ...] = ()
    sexes: tuple[str, ...] = ()
    districts: tuple[str, ...] = ()
    told_from: datetime | None = None
    told_to: datetime | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """What one question reads next: mentions under any of the keys, at most so many.

    With `beside` only those that one of these keys has too. With `sift` so many are looked at, and
    only the likeliest SIFTED of them come back.
    """

    question: Question
    keys: Sequence[int]
    most: int
    beside: Sequence[int] = ()
    sift: bool = False


_ROWS = """
SELECT id, state, words, birth_from, birth_to, district, place, sex,
    phones && wanted.phones::varchar[], identity && wanted.identity::varchar[], marks
FROM search_person_seen WHERE keys && wanted.keys::int[]
"""
_BESIDE = " AND keys && wanted.beside::int[]"
# What of many rows is worth scoring, told roughly and without leaving the server: 2 for a part that
# fits, 1 for one that either side does not tell.
_LIVES_THERE = "lower(nullif(crowd.district, '')) = ANY(nullif(wanted.homes, '{}')::text[])"
_LIKELIEST = f"""
ORDER BY coalesce((wanted.born BETWEEN birth_from - {ABOUT} AND birth_to + {ABOUT})::int * 2, 1)
    + coalesce(({_LIVES_THERE})::int * 2, 1) DESC, id
"""
_OF_ALL = """
SELECT wanted.number, found.* FROM unnest(
    %(number)s::int[], %(keys)s::text[], %(beside)s::text[], %(most)s::int[], %(phones)s::text[],
    %(identity)s::text[], %(born)s::int[], %(homes)s::text[]
) AS wanted (number, keys, beside, most, phones, identity, born, homes),
LATERAL ({rows}) AS found
"""
_SCANS = "SELECT set_config('enable_seqscan', %s, true), set_config('enable_indexscan', %s, true)"
# `state + 0` keeps the planner from reading a whole State by the primary key.
_FILTERS = {
    "states": "state + 0 = ANY(%(states)s)",
    "offices": "office_id = ANY(%(offices)s)",
    "roles": "role = ANY(%(roles)s)",
    "standings": "standing = ANY(%(standings)s)",
    "record_kinds": "record_kind = ANY(%(record_kinds)s)",
    "sexes": "sex = ANY(%(sexes)s)",
    "districts": "district = ANY(%(districts)s)",
    "told_from": "told_at >= %(told_from)s",
    "told_to": "told_at <= %(told_to)s",
}


def read(cursor: Any, wanted: Sequence[Wanted], only: Filters) -> Iterator[tuple[int, Candidate]]:
    """What all of these read, each with its place among them; the cursor is that of `by_index`."""
    for kind in product((False, True), repeat=2):
        portion = [
            (at, one) for at, one in enumerate(wanted) if (one.sift, bool(one.beside)) == kind
        ]
        if portion:
            yield from _read(cursor, portion, only)


def _read(
    cursor: Any, portion: Sequence[tuple[int, Wanted]], only: Filters
) -> Iterator[tuple[int, Candidate]]:
    """All of them with `beside` or all without, and so with `sift`."""
    (_, first), *_rest = portion
    told = {name: value for name in _FILTERS if (value := getattr(only, name))}
    rows = _ROWS + (_BESIDE if first.beside else "")
    rows += "".join(f" AND {_FILTERS[name]}" for name in told) + " LIMIT wanted.most"
    if first.sift:
        rows = f"SELECT * FROM ({rows}) AS crowd {_LIKELIEST} LIMIT {SIFTED}"  # noqa: S608
    wanted = [one for _, one in portion]
    questions = [one.question for one in wanted]
    values = {
        "number": [number for number, _ in portion],
        "keys": [_array(map(str, one.keys)) for one in wanted],
        "beside": [_array(map(str, one.beside)) for one in wanted],
        "most": [one.most for one in wanted],
        "phones": [_array([one.phone] if one.phone else ()) for one in questions],
        "identity": [_array([one.identity] if one.identity else ()) for one in questions],
        "born": [one.birth_year for one in questions],
        "homes": [_array(one.districts) for one in questions],
        **{name: list(v) if isinstance(v, tuple) else v for name, v in told.items()},
    }
    cursor.execute(_OF_ALL.format(rows=rows), values)
    for row in cursor.fetchall():
        yield row[0], Candidate._make(row[1:])


def _array(values: Iterable[str]) -> str:
    """An array as PostgreSQL writes it."""
    quoted = (one.replace("\\", r"\\").replace('"', r"\"") for one in values)
    return "{" + ",".join(f'"{one}"' for one in quoted) + "}"


@contextmanager
def by_index() -> Iterator[Any]:
    """With a limit the planner may hope to be lucky early in a scan; it may not here."""
    goes_on = connection.in_atomic_block  # the caller's transaction, for which it may again
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_SCANS, ["off", "off"])
        yield cursor
        if goes_on:
            cursor.execute(_SCANS, ["on", "on"])
