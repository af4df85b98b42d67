"""Rows as journal documents, and many documents into their table in one statement, without models.

The database reads the very JSON that the journal hashes. `INSERT` and not `COPY`: row-level
security holds for it, and the second wall stays up while old records come in.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from typing import Any

from django.db import connection
from django.db.models import Model
from psycopg import Cursor
from psycopg.types.json import Json

from cctns.journal import fields

Document = dict[str, Any]


class Table:
    """How one model's rows look in a document, with the model's own defaults."""

    def __init__(self, model: type[Model]) -> None:
        columns = model._meta.concrete_fields
        self.writers: dict[str, Callable[[Any], Any]] = {
            one.attname: fields.writer(one) for one in columns
        }
        self.blank: Document = {
            one.attname: self.writers[one.attname](None if one.null else one.get_default())
            for one in columns
            if not one.primary_key
        }
        name = model._meta.db_table
        names = ", ".join(f'"{one.column}"' for one in columns)
        self.statement = (
            f"INSERT INTO {name} ({names}) "  # noqa: S608 - names are the model's own
            f"SELECT {names} FROM json_populate_recordset(NULL::{name}, %s)"
        )

    def document(self, values: dict[str, Any]) -> Document:
        """The document of a row that has these values and is blank elsewhere."""
        writers = self.writers
        return self.blank | {name: writers[name](value) for name, value in values.items()}

    def insert(self, documents: bytes) -> None:
        """Documents with commas between; all or none. Raises IntegrityError, by the constraints."""
        data = b"[" + documents + b"]"
        # A cursor of psycopg's own: Django's would write the value into the statement's text.
        with connection.wrap_database_errors, connection.cursor() as cursor:
            Cursor(cursor.connection).execute(self.statement, [Json(data, dumps=bytes)])


def in_one(documents: list[Document]) -> bytes:
    """The JSON of many documents, with commas between."""
    return json.dumps(documents, ensure_ascii=False, separators=(",", ":")).encode()[1:-1]


@cache
def table(model: type[Model]) -> Table:
    return Table(model)
