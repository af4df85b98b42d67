"""Received entries become rows of tables: by a follower of its own, under the role of replicas.

The triggers that guard a record ran where it was written, and its leaf was verified when it came;
here the newest version of each record is put in its place, as logical replication puts rows. So
it does not matter which of two offices' journals arrives first.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import structlog
from django.db import Error, connection, transaction

from cctns.journal import kinds, payloads, spans
from cctns.journal.models import JournalEntry, JournalHead, JournalPayload, Record
from cctns.journal.spans import Span
from cctns.lib import faults

from .models import Unread

log = structlog.get_logger(__name__)
BATCH = 500
_BEHIND = """
SELECT state, office_id, epoch, ready, size FROM journal_head WHERE ready < size
ORDER BY office_id, epoch
"""
_LOCK = """
SELECT head.state, head.office_id, head.epoch, head.ready, least(head.ready + %s, head.size)
FROM json_to_recordset(%s::json) AS span(state int, office_id uuid, epoch int)
JOIN journal_head head ON head.state = span.state AND head.office_id = span.office_id
    AND head.epoch = span.epoch
ORDER BY head.office_id, head.epoch FOR NO KEY UPDATE OF head
"""
_MOVE = """
UPDATE journal_head head SET ready = span."end", moved = pg_current_xact_id()::text::bigint
FROM json_to_recordset(%s::json) AS span(state int, office_id uuid, epoch int, "end" bigint)
WHERE head.state = span.state AND head.office_id = span.office_id AND head.epoch = span.epoch
"""


@contextmanager
def as_replica() -> Iterator[None]:
    """Within the caller's transaction: no trigger runs, no foreign key is looked up."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        yield
        cursor.execute("SET LOCAL session_replication_role = origin")


def catch_up(batch: int = BATCH) -> int:
    """Bring the tables up to the journals that were received; returns how many entries.

    Journals of which little is new share a batch: after a night without lines they are thousands.
    """
    done = 0
    for some in spans.together(spans.told(_BEHIND), batch):
        step = batch
        while step >= batch:  # fewer: that was the end
            step = _step(some, batch)
            done += step
    return done


def _step(some: Sequence[Span], batch: int) -> int:
    with transaction.atomic(), connection.cursor() as cursor:
        news = spans.told(_LOCK, [batch, spans.as_json(some)])
        if not news:
            return 0
        with as_replica():
            _apply(spans.entries(news))
        faults.point("received.applied")
        cursor.execute(_MOVE, [spans.as_json(news)])
        return sum(one.length for one in news)


def _apply(entries: Sequence[JournalEntry]) -> None:
    """The last entry of each record counts; kinds that this program does not know are noted."""
    newest = {one.record_id: one for one in entries}
    by_kind: dict[str, list[JournalEntry]] = defaultdict(list)
    for one in newest.values():
        by_kind[one.record_type].append(one)
    for name, told in by_kind.items():
        try:
            with transaction.atomic():
                _put(name, told)
        except kinds.UnknownKind as error:
            _note(told, f"unknown here: {error}")
        except Error:
            _one_by_one(name, told)


def _one_by_one(name: str, entries: Sequence[JournalEntry]) -> None:
    """One row that does not fit keeps nothing else out."""
    for one in entries:
        try:
            with transaction.atomic():
                _put(name, [one])
        except Error as error:
            _note([one], str(error).splitlines()[0])


def _note(entries: Sequence[JournalEntry], why: str) -> None:
    log.error("sync.unread", count=len(entries), why=why)
    Unread.objects.bulk_create(
        [
            Unread(
                state=one.state,
                office_id=one.office_id,
                epoch=one.epoch,
                seq=one.seq,
                why=why[:300],
            )
            for one in entries
        ],
        ignore_conflicts=True,
    )


def read_again() -> int:
    """What could not be read before, after this program was brought up to date."""
    left = list(Unread.objects.all())
    for one in left:
        where = {"state": one.state, "office_id": one.office_id, "epoch": one.epoch}
        entry = JournalEntry.objects.get(**where, seq=one.seq)
        with transaction.atomic(), as_replica():
            one.delete()
            _apply([entry])
            with connection.cursor() as cursor:
                head = JournalHead.objects.get(**where)
                here = Span(head.state, head.office_id, head.epoch, head.ready, head.ready)
                cursor.execute(_MOVE, [spans.as_json([here])])
    return len(left) - Unread.objects.count()


def put(record: Record) -> None:
    """One record that a letter brought in the place of an older version, as `catch_up` puts rows.

    In the caller's transaction; for kinds without children.
    """
    kind = kinds.of(record)
    held = kind.model._base_manager.filter(pk=record.pk, version__gte=record.version)
    if not held.exists():
        with as_replica():
            _upsert(kind, [record])


def _put(name: str, entries: Sequence[JournalEntry]) -> None:
    """Rows of one kind in the place of older ones, with their children. Raises UnknownKind."""
    kind = kinds.named(name)
    held = dict(
        kind.model._base_manager.filter(pk__in=[one.record_id for one in entries]).values_list(
            "pk", "version"
        )
    )
    newer = [one for one in entries if one.version > held.get(one.record_id, 0)]
    made = [one for one in map(_record, newer, _documents(newer)) if one is not None]
    if not made:
        return
    _upsert(kind, [record for record, _children in made])
    ids = [record.pk for record, _children in made]
    for key, child in kind.children.items():
        child.model._base_manager.filter(**{f"{child.parent.attname}__in": ids}).delete()
        rows = [row for _record, children in made for row in children[key]]
        child.model._base_manager.bulk_create(rows)


def _record(entry: JournalEntry, document: bytes | None) -> tuple[Record, kinds.Children] | None:
    """None for an erased one: a later entry says what is left of it."""
    if document is None:
        return None
    return kinds.from_document(entry.record_type, entry.schema, json.loads(document))


def _documents(entries: Sequence[JournalEntry]) -> list[bytes | None]:
    held = spans.payloads(entries)
    return [_opened(held.get(spans.key(one))) for one in entries]


def _opened(payload: JournalPayload | None) -> bytes | None:
    """None for what is erased, or was never sent."""
    if payload is None or payload.document is None:
        return None
    return payloads.unpack(payload.dictionary, bytes(payload.document))


def _upsert(kind: kinds.Kind, rows: Sequence[Record]) -> None:
    columns = [one for one in kind.model._meta.concrete_fields if not one.primary_key]
    stored = [one.name for one in columns if not one.generated]
    kind.model._base_manager.bulk_create(
        rows, update_conflicts=True, unique_fields=["pk"], update_fields=stored
    )
