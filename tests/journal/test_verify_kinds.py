"""One column of one record changed by SQL, whatever its kind: verifying names the record.

Table-driven over what the application registers, so that a new kind is covered by itself: rows are
made from the model's own fields, and written into the journal as any record is.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from django.contrib.postgres.fields import ArrayField
from django.db import connection, models

from cctns.journal import kinds
from cctns.journal.models import Record
from cctns.journal.verify import verify
from cctns.journal.write import record
from cctns.lib.clock import now
from cctns.lib.ids import uuid7
from cctns.offices.codes import Role
from cctns.offices.models import Posting
from tests.offices.conftest import land  # noqa: F401
from tests.offices.land import Land

TABLES = [
    (kind.name, child) for kind in kinds.all_kinds() for child in ("", *sorted(kind.children))
]


_CONSTRAINTS = """
SELECT format('ALTER TABLE %%s DROP CONSTRAINT %%I', conrelid::regclass, conname)
FROM pg_constraint WHERE contype IN ('c', 'u') AND conrelid::regclass::text = ANY (%s)
"""
# What is unique under a condition is an index and no constraint.
_INDEXES = """
SELECT format('DROP INDEX %%s', indexrelid::regclass)
FROM pg_index WHERE indisunique AND NOT indisprimary AND indrelid::regclass::text = ANY (%s)
"""


def _tables() -> Iterator[str]:
    for kind in kinds.all_kinds():
        yield kind.model._meta.db_table
        yield from (child.model._meta.db_table for child in kind.children.values())


@pytest.fixture
def by(land: Land) -> Iterator[Posting]:  # noqa: F811
    """Behind the guards, as whoever owns the database server: made-up rows break many rules."""
    posting = land.post(Role.SHO, "bazaar")
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET session_replication_role = replica")
        for asked in (_CONSTRAINTS, _INDEXES):
            cursor.execute(asked, [list(_tables())])
            for (statement,) in cursor.fetchall():
                cursor.execute(statement)
        yield posting
        cursor.execute("SET session_replication_role = origin")


def value_for(field: models.Field[Any, Any], by: Posting) -> Any:
    """Something that the column takes."""
    if isinstance(field, models.ForeignKey):
        known = {"offices_office": by.office_id, "offices_officer": by.officer_id}
        return known.get(field.related_model._meta.db_table, uuid7())
    if field.choices:
        return next(value for value, _ in field.flatchoices if value not in ("", None))
    made = {
        models.UUIDField: uuid7(),
        models.BooleanField: False,
        models.DateTimeField: now(),
        models.DateField: now().date(),
        models.DecimalField: Decimal("1"),
        models.BinaryField: b"\x01",
        models.JSONField: {"a": "b"},
        ArrayField: [],
        models.IntegerField: 7,
    }
    found = (value for kind, value in made.items() if isinstance(field, kind))
    return next(found, "x")


def row(model: type[models.Model], by: Posting, **known: Any) -> Any:
    """A row of a model, filled by the types of its columns."""
    told = {
        field.attname: value_for(field, by)
        for field in model._meta.concrete_fields
        if not field.primary_key and field.attname != "version"
    }
    return model(**{**told, **known})


def written(name: str, by: Posting) -> tuple[Record, kinds.Children]:
    kind = kinds.named(name)
    here = {"state": by.office.state_id, "office_id": by.office_id}
    whole = row(kind.model, by, **here)
    children = {
        key: [row(child.model, by, **{child.parent.attname: whole.pk})]
        for key, child in kind.children.items()
    }
    record(whole, kind=f"{name}.made", by=by, children=children)
    return whole, children


def change(model: type[models.Model], column: str, key: Any) -> None:
    """Another value of the column's own type, by SQL."""
    field = next(one for one in model._meta.concrete_fields if one.column == column)
    quoted = f'"{column}"'
    table = model._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {table} SET {quoted} = {_other(field, quoted)} WHERE id = %s", [key]
        )
        assert cursor.rowcount == 1


def _other(field: models.Field[Any, Any], quoted: str) -> str:
    if isinstance(field, models.ForeignKey):
        field = field.target_field
    others = {
        models.UUIDField: "gen_random_uuid()",
        models.BooleanField: f"NOT {quoted}",
        models.DateTimeField: f"{quoted} - interval '1 microsecond'",
        models.DateField: f"{quoted} - 1",
        models.DecimalField: f"{quoted} + 1",
        models.BinaryField: f"set_byte({quoted}, 0, 255 - get_byte({quoted}, 0))",
        models.JSONField: """'{"a": "c"}'""",
        ArrayField: f"array_append({quoted}, NULL)",
        models.IntegerField: f"{quoted} + 1",
    }
    found = (sql for kind, sql in others.items() if isinstance(field, kind))
    letter = f"CASE WHEN {quoted} LIKE 'y%%' THEN 'z' ELSE 'y' END"
    return next(found, f"overlay({quoted} placing {letter} from 1 for 1)")


@pytest.mark.parametrize(("name", "child"), TABLES)
def test_any_column_changed_is_named(by: Posting, name: str, child: str) -> None:
    """A record for each column, each altered in that one, and one that is left alone."""
    untouched, _ = written(name, by)
    altered = {}
    for column in _columns(name, child):
        whole, children = written(name, by)
        target = children[child][0] if child else whole
        change(type(target), column, target.pk)
        altered[whole.pk] = column
    named = {one.record_id for one in verify(by.office) if "record was altered" in one.sentence}
    assert [column for key, column in altered.items() if key not in named] == []
    assert untouched.pk not in named


def _columns(name: str, child: str) -> list[str]:
    """All but the keys, by which a row is found at all."""
    kind = kinds.named(name)
    model = kind.children[child].model if child else kind.model
    keys = ["id", "state", "office_id", "version"]
    keys = [kind.children[child].parent.column, "id"] if child else keys
    return [one.column for one in model._meta.concrete_fields if one.column not in keys]


def test_a_row_of_any_table_that_was_taken_away_is_named(by: Posting) -> None:
    robbed = {}
    for name, child in TABLES:
        whole, children = written(name, by)
        target = children[child][0] if child else whole
        robbed[whole.pk] = (name, child)
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {target._meta.db_table} WHERE id = %s", [target.pk])
    named = {fault.record_id for fault in verify(by.office)}
    assert [where for key, where in robbed.items() if key not in named] == []
