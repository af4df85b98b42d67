"""Writing what the follower derives beside persons; only the worker and the owner may."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import fields
from typing import Any
from uuid import UUID

from django.db import connection

from .rows import DeedRow, TextRow, ThingRow

_TABLES = ("search_thing", "search_text", "search_deed")
_JSON = ("custody", "held")


def drop(kind: str, ids: Collection[UUID]) -> None:
    """Remove what these records gave."""
    with connection.cursor() as cursor:
        for table in _TABLES:
            cursor.execute(
                f"DELETE FROM {table} WHERE record_id = ANY(%s) AND record_kind = %s",  # noqa: S608
                [list(ids), kind],
            )


def forget() -> None:
    """Empty all that is derived, persons too."""
    with connection.cursor() as cursor:
        for table in (*_TABLES, "search_person", "search_word"):
            cursor.execute(f"DELETE FROM {table}")  # noqa: S608 - our own


def store(things: Sequence[ThingRow], texts: Sequence[TextRow], deeds: Sequence[DeedRow]) -> None:
    _insert("search_thing", ThingRow, things)
    _insert("search_text", TextRow, texts)
    _insert("search_deed", DeedRow, deeds)


def _insert(table: str, kind: type, rows: Sequence[Any]) -> None:
    if not rows:
        return
    names = [one.name for one in fields(kind)]
    places = ", ".join("array_to_tsvector(%s)" if name == "words" else "%s" for name in names)
    statement = (
        f"INSERT INTO {table} ({', '.join(names)}) VALUES ({places}) "  # noqa: S608 - our own names
        "ON CONFLICT DO NOTHING"
    )
    with connection.cursor() as cursor:
        cursor.executemany(statement, [[_value(row, name) for name in names] for row in rows])


def _value(row: Any, name: str) -> Any:
    value = getattr(row, name)
    return json.dumps(value) if name in _JSON else value
