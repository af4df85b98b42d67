"""Writing records: the row, its children and its entry, or nothing of it.

`record` is the last step of every action. The database itself refuses a row without its entry.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from uuid import UUID

from django.db import connection, models

from cctns.offices.models import Posting

from . import kinds
from .append import Draft, append
from .models import JournalEntry, Record


class Stale(Exception):
    """Somebody else has written a newer version of the record meanwhile; read it again."""


@dataclass(frozen=True)
class Write:
    """One record of an act. `children` given replace those stored; not given, they stay."""

    record: Record
    kind: str
    refs: Sequence[UUID] = ()
    children: Mapping[str, Sequence[models.Model]] | None = None
    occurred_at: datetime | None = None  # None: when it is recorded


def record(
    record: Record,
    *,
    kind: str,
    by: Posting,
    refs: Sequence[UUID] = (),
    children: Mapping[str, Sequence[models.Model]] | None = None,
    occurred_at: datetime | None = None,
) -> JournalEntry:
    """Write one record: version counted up, row and children saved, entry appended.

    `kind` is the event ("fir.registered"), `refs` the ids of records it points at. Raises Stale.
    """
    write = Write(record, kind, refs, children, occurred_at)
    return record_all([write], by=by)[0]


def record_all(writes: Sequence[Write], *, by: Posting) -> list[JournalEntry]:
    """Write several records of one act, in this order, under one lock. Raises Stale."""
    for write in writes:
        _save(write)
    return append([_draft(write) for write in writes], by=by)


def _save(write: Write) -> None:
    row = write.record
    _normalise(row)
    row.version += 1
    if row.version == 1:
        _insert([row])
    else:
        _update(row)
    for name, child in kinds.of(row).children.items():
        if write.children is not None and name in write.children:
            _replace(child, row, write.children[name])


def _update(row: Record) -> None:
    """Only over the version that was read: two acts at once never overwrite each other."""
    stored = type(row)._base_manager.filter(pk=row.pk, version=row.version - 1)
    values = {
        field.attname: field.pre_save(row, False)
        for field in row._meta.concrete_fields
        if not field.primary_key
    }
    if not stored.update(**values):
        row.version -= 1
        raise Stale(f"{row._meta.model_name} {row.pk} has a newer version than {row.version}")


def _replace(child: kinds.Child, row: Record, rows: Sequence[models.Model]) -> None:
    if row.version > 1:
        child.model._base_manager.filter(**{child.parent.attname: row.pk}).delete()
    for one in rows:
        _normalise(one)
    _insert(rows)


def _insert(rows: Sequence[models.Model]) -> None:
    """What `bulk_create` does, by a statement that is composed once for each model."""
    if not rows:
        return
    columns = rows[0]._meta.concrete_fields
    values = [
        [one.get_db_prep_save(one.pre_save(row, True), connection) for one in columns]
        for row in rows
    ]
    with connection.cursor() as cursor:
        cursor.executemany(_statement(type(rows[0])), values)
    for row in rows:
        row._state.adding, row._state.db = False, connection.alias


@cache
def _statement(model: type[models.Model]) -> str:
    columns = [one.column for one in model._meta.concrete_fields]
    names, places = ", ".join(f'"{one}"' for one in columns), ", ".join(["%s"] * len(columns))
    return f"INSERT INTO {model._meta.db_table} ({names}) VALUES ({places})"  # noqa: S608 - our own


def _normalise(row: models.Model) -> None:
    """Store text as the journal hashes it: one spelling (NFC) of every letter."""
    for field in row._meta.concrete_fields:
        if isinstance(field, models.CharField | models.TextField):
            value = getattr(row, field.attname)
            if type(value) is str and not value.isascii():
                setattr(row, field.attname, unicodedata.normalize("NFC", value))


def _draft(write: Write) -> Draft:
    row, kind = write.record, kinds.of(write.record)
    return Draft(
        state=row.state,
        office=row.office_id,
        record_type=kind.name,
        record_id=row.pk,
        version=row.version,
        kind=write.kind,
        schema=kind.schema,
        refs=write.refs,
        document=kinds.to_bytes(kinds.document(row, _children(write))),
        occurred_at=write.occurred_at,
    )


def _children(write: Write) -> kinds.Children:
    """A new record has no children but those given: they need not be read."""
    if write.record.version > 1:
        return write.children or {}
    none: dict[str, Sequence[models.Model]] = dict.fromkeys(kinds.of(write.record).children, ())
    return {**none, **(write.children or {})}
