"""Many derived rows in one statement.

They are told as JSON, which the database takes apart: writing arrays of values for it, as
`bulk_create` does, took twice as long as everything else about an alert.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from django.db import connection
from django.db.models import Model


def add(rows: Sequence[Model]) -> None:
    """Rows of one table, all in one statement; one that is there already stays as it is."""
    if not rows:
        return
    meta = rows[0]._meta
    columns = {one.column: one.attname for one in meta.concrete_fields}
    told = [{name: getattr(row, told) for name, told in columns.items()} for row in rows]
    names = ", ".join(f'"{one}"' for one in columns)
    statement = (
        f"INSERT INTO {meta.db_table} ({names}) "  # noqa: S608 - names are the model's own
        f"SELECT {names} FROM json_populate_recordset(NULL::{meta.db_table}, %s::json) "
        "ON CONFLICT DO NOTHING"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [json.dumps(told, default=str, ensure_ascii=False)])
