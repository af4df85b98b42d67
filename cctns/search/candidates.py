"""Reads the rows that keys point to, from one index, never more than a budget."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from itertools import product
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection, transaction

from .evidence import YEARS, Part, weight
from .question import Question


class Candidate(NamedTuple):
    """What of a mention is scored."""

    id: str  # as PostgreSQL writes it: most are compared, few shown
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

    With `beside` only those that one of these keys has too. With `likeliest` so many are looked at
    and no more than that come back.
    """

    question: Question
    keys: Sequence[int]
    most: int
    beside: Sequence[int] = ()
    likeliest: int = 0


_ROWS = """
SELECT id, state, words, birth_from, birth_to, district, place, sex, phones, identity, marks
FROM search_person_seen WHERE keys && wanted.keys
"""
_BESIDE = " AND keys && wanted.beside"
_LIKELIEST = """
SELECT * FROM ({rows}) AS crowd
ORDER BY CASE {years} WHEN {apart} IS NULL THEN 0 ELSE {more} END
    + CASE lower(nullif(district, '')) = ANY(nullif(wanted.homes, '{{}}'))
        WHEN true THEN {same} WHEN false THEN {other} ELSE 0 END DESC, id
LIMIT wanted.likeliest
"""
_APART = "greatest(birth_from - wanted.born, wanted.born - birth_to)"
# An array is read from its text once for a question, not for every row: OFFSET 0 sees to that.
_OF_ALL = """
SELECT wanted.number, found.id::text, state, words, birth_from, birth_to, district, place, sex,
    found.phones && wanted.phones, found.identity && wanted.identity, marks
FROM (
    SELECT number, keys::int[], beside::int[], most, phones::varchar[], identity::varchar[],
        born, homes::text[], likeliest
    FROM unnest(
        %(number)s::int[], %(keys)s::text[], %(beside)s::text[], %(most)s::int[],
        %(phones)s::text[], %(identity)s::text[], %(born)s::int[], %(homes)s::text[],
        %(likeliest)s::int[]
    ) AS told (number, keys, beside, most, phones, identity, born, homes, likeliest)
    OFFSET 0
) AS wanted, LATERAL ({rows}) AS found
"""
_PLANS = """
SELECT set_config('enable_seqscan', %s, true), set_config('enable_indexscan', %s, true),
    set_config('plan_cache_mode', %s, true)
"""
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


def ask(wanted: Sequence[Wanted], only: Filters) -> list[Any]:
    """Ask within `by_index` for what all of these read, and do not wait: a cursor for each kind."""
    asked = []
    for kind in product((False, True), repeat=2):
        portion = [
            (at, one)
            for at, one in enumerate(wanted)
            if (bool(one.likeliest), bool(one.beside)) == kind
        ]
        if portion:
            asked.append(_ask(portion, only))
    return asked


def met(asked: Iterable[Any]) -> Iterator[tuple[int, Candidate]]:
    """What the cursors of `ask` read, each with its place among what was wanted."""
    for cursor in asked:
        with cursor:
            for row in cursor.fetchall():
                yield row[0], Candidate._make(row[1:])


def _ask(portion: Sequence[tuple[int, Wanted]], only: Filters) -> Any:
    """All of them with `beside` or all without, and so with `likeliest`."""
    (_, first), *_rest = portion
    told = {name: value for name in _FILTERS if (value := getattr(only, name))}
    rows = _ROWS + (_BESIDE if first.beside else "")
    rows += "".join(f" AND {_FILTERS[name]}" for name in told) + " LIMIT wanted.most"
    if first.likeliest:
        rows = _likeliest(rows)
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
        "likeliest": [one.likeliest for one in wanted],
        **{name: list(v) if isinstance(v, tuple) else v for name, v in told.items()},
    }
    cursor = connection.cursor()
    cursor.execute(_OF_ALL.format(rows=rows), values)
    return cursor


@cache
def _likeliest(rows: str) -> str:
    """Of many rows those worth scoring: by the very weights of year and district, without names."""
    years = [f"WHEN {_APART} <= {one} THEN {weight(Part.YEAR, str(one))}" for one in YEARS]
    return _LIKELIEST.format(
        rows=rows,
        years=" ".join(years),
        apart=_APART,
        more=weight(Part.YEAR, "more"),
        same=weight(Part.PLACE, "same"),
        other=weight(Part.PLACE, "other"),
    )


def _array(values: Iterable[str]) -> str:
    """An array as PostgreSQL writes it."""
    quoted = (one.replace("\\", r"\\").replace('"', r"\"") for one in values)
    return "{" + ",".join(f'"{one}"' for one in quoted) + "}"


@contextmanager
def by_index() -> Iterator[None]:
    """A pipeline in which `ask` asks; nothing in it may read the table through.

    With a limit the planner may hope to be lucky early in a scan; it may not here. One plan does
    for all questions: to make one took as long as to follow it.
    """
    goes_on = connection.in_atomic_block  # the caller's transaction, for which it may again
    with transaction.atomic(), connection.wrap_database_errors, connection.connection.pipeline():
        connection.cursor().execute(_PLANS, ["off", "off", "force_generic_plan"])
        yield
        if goes_on:
            connection.cursor().execute(_PLANS, ["on", "on", "auto"])
