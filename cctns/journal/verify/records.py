"""Records: each table row must be what its newest entry says, and have an entry at all."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from uuid import UUID

from django.db import connection
from django.db.models import Model
from django.utils.translation import gettext as _

from cctns.offices.models import Office

from .. import kinds
from ..models import Record
from .chain import document
from .fault import Fault
from .rows import Row

_BATCH = 500


class Comparison:
    """Collects newest entries by kind, and compares them with the tables a batch at a time."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._waiting: dict[str, list[tuple[Row, bytes]]] = defaultdict(list)

    def add(self, row: Row) -> list[Fault]:
        if not row.newest or not _is_known(row):
            return []
        told = document(row)
        if told is None:  # erased, or named as a fault already
            return []
        batch = self._waiting[row.record_type]
        batch.append((row, told))
        return list(self._compare(row.record_type)) if len(batch) == _BATCH else []

    def end(self) -> Iterator[Fault]:
        for name in list(self._waiting):
            yield from self._compare(name)

    def _compare(self, name: str) -> Iterator[Fault]:
        kind, batch = kinds.named(name), self._waiting.pop(name)
        stored = _documents(kind, [UUID(row.record_id) for row, _told in batch])
        for row, told in batch:
            identity = UUID(row.record_id)
            if identity not in stored:
                sentence = _("The record is missing from its table.")
            elif stored[identity] != _present(kind, row.schema, told):
                sentence = _("The record was altered: it no longer is what its last entry says.")
            else:
                continue
            yield Fault(self._office.code, sentence, None, None, name, identity)


def _is_known(row: Row) -> bool:
    try:
        return row.schema <= kinds.named(row.record_type).schema
    except kinds.UnknownKind:
        return False


def _present(kind: kinds.Kind, schema: int, told: bytes) -> bytes:
    """The document in today's schema."""
    if schema == kind.schema:
        return told
    record, children = kinds.from_document(kind.name, schema, json.loads(told))
    return kinds.to_bytes(kinds.document(record, children))


def _documents(kind: kinds.Kind, ids: Sequence[UUID]) -> dict[UUID, bytes]:
    """What the tables say of these records, as documents."""
    children = {name: _children(child, ids) for name, child in kind.children.items()}
    found: dict[UUID, bytes] = {}
    for record in kind.model._base_manager.filter(pk__in=ids):
        own = {name: rows.get(record.pk, []) for name, rows in children.items()}
        found[record.pk] = _bytes(record, own)
    return found


def _bytes(record: Record, children: kinds.Children) -> bytes:
    """Empty when what stands in the table has no canonical form: it cannot be what was written."""
    try:
        return kinds.to_bytes(kinds.document(record, children))
    except ValueError:
        return b""


def _children(child: kinds.Child, ids: Sequence[UUID]) -> dict[UUID, list[Model]]:
    found: dict[UUID, list[Model]] = defaultdict(list)
    column = child.parent.attname
    for row in child.model._base_manager.filter(**{f"{column}__in": ids}):
        found[getattr(row, column)].append(row)
    return found


def unknown_to_journal(office: Office) -> Iterator[Fault]:
    """Rows of record tables whose version has no entry in their office's journal."""
    for kind in kinds.all_kinds():
        table = connection.ops.quote_name(kind.model._meta.db_table)
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT id FROM {table} held WHERE office_id = %s AND NOT EXISTS "  # noqa: S608
                "(SELECT FROM journal_entry entry WHERE entry.record_id = held.id "
                "AND entry.version = held.version AND entry.office_id = held.office_id)",
                [office.pk],
            )
            strangers = [identity for (identity,) in cursor.fetchall()]
        for identity in strangers:
            sentence = _("The record has no entry in the journal.")
            yield Fault(office.code, sentence, None, None, kind.name, identity)
