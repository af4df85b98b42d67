"""Rows as canonical JSON, and many of them into their table in one statement, without models.

The database reads the very texts that the journal hashes, those of blank columns left out.
`INSERT` and not `COPY`: row-level security holds for it, and the second wall stays up while old
records come in.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from json.encoder import encode_basestring
from typing import Any

from django.db import connection
from django.db.models import Model
from psycopg import Cursor
from psycopg.types.json import Json

from cctns.journal import fields


@dataclass(frozen=True, slots=True)
class Told:
    """One row in JSON: canonical and whole for the journal, and what is not blank for the table."""

    document: str
    row: str


class Table:
    """How one model's rows look in a document, with the model's own defaults.

    Most columns of an old record are blank: their JSON is made once, and a row replaces the few
    that it has. `also` names what a document has besides the columns.
    """

    def __init__(self, model: type[Model], without: str = "", also: Iterable[str] = ()) -> None:
        columns = model._meta.concrete_fields
        self.writers: dict[str, Callable[[Any], Any]] = {
            one.attname: fields.writer(one) for one in columns if one.attname != without
        }
        defaults = {
            one.attname: None if one.null or one.primary_key else one.get_default()
            for one in columns
        }
        blank = {name: write(defaults[name]) for name, write in self.writers.items()}
        blank |= {name: [] for name in also}
        self.place = {name: place for place, name in enumerate(sorted(blank))}
        self.blank = [f'"{name}":{_json(blank[name])}' for name in self.place]
        self.base = _object(self.blank[self.place[name]] for name in self.writers)
        table = model._meta.db_table
        names = ", ".join(f'"{one.column}"' for one in columns)
        self.statement = (
            f"INSERT INTO {table} ({names}) "  # noqa: S608 - names are the model's own
            f"SELECT {names} FROM json_populate_recordset("
            f"json_populate_record(NULL::{table}, %s), %s)"
        )

    def row(self, values: dict[str, Any], **told: str) -> Told:
        """A row that has these values and is blank elsewhere.

        `told` are values that are canonical JSON already.
        """
        parts, place, writers, here = self.blank.copy(), self.place, self.writers, []
        for name, value in values.items():
            part = parts[place[name]] = f'"{name}":{_json(writers[name](value))}'
            here.append(part)
        for name, text in told.items():
            part = parts[place[name]] = f'"{name}":{text}'
            if name in writers:
                here.append(part)
        return Told(_object(parts), _object(here))

    def insert(self, rows: list[str]) -> None:
        """JSON objects, all or none. Raises IntegrityError, by the constraints."""
        base, data = (Json(one.encode(), dumps=bytes) for one in (self.base, array(rows)))
        # A cursor of psycopg's own: Django's would write the value into the statement's text.
        with connection.wrap_database_errors, connection.cursor() as cursor:
            Cursor(cursor.connection).execute(self.statement, [base, data])


def _object(parts: Iterable[str]) -> str:
    return "{" + ",".join(parts) + "}"


_WORDS = {None: "null", True: "true", False: "false"}


def _json(value: Any) -> str:
    kind = type(value)
    if kind is str:
        return encode_basestring(value)
    if kind is int:
        return str(value)
    if value is None or kind is bool:
        return _WORDS[value]
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def quoted(plain: str) -> str:
    """The JSON of a text that holds nothing to escape: an id."""
    return f'"{plain}"'


def array(rows: Iterable[str]) -> str:
    """The JSON array of rows."""
    return f"[{','.join(rows)}]"


@cache
def table(model: type[Model], without: str = "", also: tuple[str, ...] = ()) -> Table:
    return Table(model, without, also)
