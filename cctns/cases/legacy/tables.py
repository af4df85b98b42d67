"""Rows as canonical JSON, and many of them into their table in one statement, without models.

The database reads the very texts that the journal hashes, those of defaults left out.
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
from django.db.models import CharField, Model, TextField
from psycopg import Cursor
from psycopg.types.json import Json

from cctns.journal import fields


@dataclass(frozen=True, slots=True)
class Told:
    """One row in JSON: canonical and whole for the journal; without defaults for the table."""

    document: str
    row: str


Column = tuple[Any, Callable[[Any], str]]  # its default, and how a value of it is told


class Table:
    """How one model's rows look in a document, with the model's own defaults.

    Most columns of an old record have their default: its JSON is made once, and a row replaces the
    few that are different. `also` names what a document has besides the columns.
    """

    def __init__(self, model: type[Model], without: str = "", also: Iterable[str] = ()) -> None:
        columns = model._meta.concrete_fields
        self.columns: dict[str, Column] = {
            one.attname: (_default(one), _teller(one)) for one in columns if one.attname != without
        }
        blank = {name: tell(default) for name, (default, tell) in self.columns.items()}
        blank |= {name: f'"{name}":[]' for name in also}
        self.place = {name: place for place, name in enumerate(sorted(blank))}
        self.blank = [blank[name] for name in self.place]
        self.base = _object(blank[name] for name in self.columns)
        table = model._meta.db_table
        names = ", ".join(f'"{one.column}"' for one in columns)
        self.statement = (
            f"INSERT INTO {table} ({names}) "  # noqa: S608 - names are the model's own
            f"SELECT {names} FROM json_populate_recordset("
            f"json_populate_record(NULL::{table}, %s), %s)"
        )

    def row(self, values: dict[str, Any], **told: str) -> Told:
        """A row that has these values, and its defaults elsewhere.

        `told` are values that are canonical JSON already.
        """
        parts, place, columns, here = self.blank.copy(), self.place, self.columns, []
        for name, value in values.items():
            default, tell = columns[name]
            if value != default:
                part = parts[place[name]] = tell(value)
                here.append(part)
        for name, text in told.items():
            part = parts[place[name]] = f'"{name}":{text}'
            if name in columns:
                here.append(part)
        return Told(_object(parts), _object(here))

    def insert(self, rows: list[str]) -> None:
        """JSON objects, all or none. Raises IntegrityError, by the constraints."""
        base, data = (Json(one.encode(), dumps=bytes) for one in (self.base, array(rows)))
        # A cursor of psycopg's own: Django's would write the value into the statement's text.
        with connection.wrap_database_errors, connection.cursor() as cursor:
            Cursor(cursor.connection).execute(self.statement, [base, data])


def _default(field: fields.AnyField) -> Any:
    return None if field.null or field.primary_key else field.get_default()


def _teller(field: fields.AnyField) -> Callable[[Any], str]:
    """A function from a value to `"name":value`."""
    name, write = f'"{field.attname}":', fields.writer(field)

    def text(value: Any) -> str:
        return name + (encode_basestring(write(value)) if value is not None else "null")

    def other(value: Any) -> str:
        return name + _json(write(value))

    return text if isinstance(field, CharField | TextField) else other


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
