"""Reads the rows that keys point to, from one index, never more than a budget."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection, transaction

from cctns.lib.names.words import fold

from .question import Question

SIFTED = 300  # rows of a crowd that are scored


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


_ROWS = """
SELECT id, state, words, birth_from, birth_to, district, place, sex,
    phones && %(phones)s::varchar[], identity && %(identity)s::varchar[], marks
FROM search_person_seen WHERE keys && %(keys)s::int[]
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


# What of a crowd is worth scoring, told roughly and without leaving the server.
_LIKELY = {
    "year": "coalesce(%(year)s BETWEEN birth_from - 3 AND birth_to + 3, false)::int",
    "place": "(lower(district) = %(place)s)::int",
}


def read(
    cursor: Any, keys: Sequence[int], asked: Question, only: Filters, *, most: int, sift: bool
) -> Iterator[Candidate]:
    """Mentions under any of the keys, at most so many; the cursor is that of `by_index`.

    With `sift` so many are looked at, and only the likeliest SIFTED of them come back.
    """
    told = {name: value for name in _FILTERS if (value := getattr(only, name))}
    statement = _ROWS + "".join(f" AND {_FILTERS[name]}" for name in told)
    statement = f"{statement} LIMIT {int(most)}"
    values = {
        "keys": list(keys),
        "phones": [asked.phone] if asked.phone else [],
        "identity": [asked.identity] if asked.identity else [],
        **{name: list(v) if isinstance(v, tuple) else v for name, v in told.items()},
    }
    if sift:
        likely, facts = _likely(asked)
        order = f"ORDER BY {likely} DESC, id LIMIT {SIFTED}"
        statement = f"SELECT * FROM ({statement}) AS crowd {order}"  # noqa: S608 - our own pieces
        values |= facts
    cursor.execute(statement, values)
    return map(Candidate._make, cursor.fetchall())


def _likely(asked: Question) -> tuple[str, dict[str, object]]:
    """How many of the facts asked a row tells, in SQL, and what it holds it against."""
    facts: dict[str, object] = {"year": asked.birth_year, "place": fold(asked.place_told.strip())}
    terms = [_LIKELY[name] for name, value in facts.items() if value]
    return " + ".join(terms), facts


@contextmanager
def by_index() -> Iterator[Any]:
    """With a limit the planner may hope to be lucky early in a scan; it may not here."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_SCANS, ["off", "off"])
        yield cursor
        cursor.execute(_SCANS, ["on", "on"])
