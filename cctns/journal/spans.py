"""Stretches of several journals, read together: most offices write little, and they are many."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple, TypeVar
from uuid import UUID

from django.db import connection, models

from .models import JournalEntry, JournalPayload

Key = tuple[int, UUID, int, int]  # state, office, epoch, seq
Row = TypeVar("Row", bound=models.Model)

_KEY = ("state", "office_id", "epoch", "seq")
_ENTRIES = """
SELECT {columns} FROM json_to_recordset(%s::json)
    AS span(state int, office_id uuid, epoch int, first bigint, "end" bigint)
JOIN journal_entry one ON one.state = span.state AND one.office_id = span.office_id
    AND one.epoch = span.epoch AND one.seq >= span.first AND one.seq < span."end"
ORDER BY one.office_id, one.epoch, one.seq
"""
_PAYLOADS = """
SELECT {columns} FROM json_to_recordset(%s::json)
    AS wanted(state int, office_id uuid, epoch int, seq bigint)
JOIN journal_payload one ON one.state = wanted.state AND one.office_id = wanted.office_id
    AND one.epoch = wanted.epoch AND one.seq = wanted.seq
"""


class Span(NamedTuple):
    """The entries of one journal from `first` up to, and without, `end`."""

    state: int
    office_id: UUID
    epoch: int
    first: int
    end: int

    @property
    def length(self) -> int:
        return self.end - self.first


def together(spans: Iterable[Span], most: int) -> Iterator[list[Span]]:
    """Neighbours that are at most so long in all; one that is longer alone."""
    some, length = list[Span](), 0
    for one in spans:
        if some and length + one.length > most:
            yield some
            some, length = [], 0
        some.append(one)
        length += one.length
    if some:
        yield some


def told(statement: str, values: Sequence[Any] | dict[str, Any] = ()) -> list[Span]:
    """The stretches that a statement gives, without empty ones."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return [one for row in cursor.fetchall() if (one := Span(*row)).length > 0]


def as_json(spans: Iterable[Span]) -> str:
    """As a statement takes them."""
    return _json(one._asdict() for one in spans)


def entries(spans: Iterable[Span]) -> list[JournalEntry]:
    """All headers of these stretches, office by office, each in order; one question."""
    return _read(JournalEntry, _ENTRIES, as_json(spans))


def payloads(headers: Sequence[JournalEntry]) -> dict[Key, JournalPayload]:
    """What is held beside these headers; one question."""
    wanted = _json({name: getattr(one, name) for name in _KEY} for one in headers)
    return {key(one): one for one in _read(JournalPayload, _PAYLOADS, wanted)}


def key(one: JournalEntry | JournalPayload) -> Key:
    """Where it stands."""
    return one.state, one.office_id, one.epoch, one.seq


def _read(model: type[Row], statement: str, wanted: str) -> list[Row]:
    fields = model._meta.concrete_fields
    names = [one.attname for one in fields]
    columns = ", ".join(f'one."{one.column}"' for one in fields)
    with connection.cursor() as cursor:
        cursor.execute(statement.format(columns=columns), [wanted])
        return [model.from_db(connection.alias, names, row) for row in cursor.fetchall()]


def _json(rows: Iterable[dict[str, Any]]) -> str:
    return json.dumps(list(rows), default=str)
