"""The next stretch of a journal for a neighbour, out of the journal's own tables."""

from __future__ import annotations

from django.conf import settings
from django.db import connection
from psycopg import Cursor

from cctns.journal import checkpoints, payloads
from cctns.journal.models import JournalCheckpoint, JournalHead, SerialCounter

from . import scope
from .leaves import SINCE
from .models import Peer
from .wire import Batch, Entry, Head

_ENTRIES = f"""
SELECT entry.seq, entry.record_type, entry.kind, entry.role, entry.version, entry.schema,
    uuid_send(entry.record_id), uuid_send(entry.actor_id),
    (extract(epoch FROM entry.occurred_at) * 1000000)::bigint - {SINCE}000000,
    (extract(epoch FROM entry.recorded_at) * 1000000)::bigint - {SINCE}000000,
    coalesce((SELECT string_agg(uuid_send(one), ''::bytea ORDER BY place)
        FROM unnest(entry.refs) WITH ORDINALITY AS cited (one, place)), ''::bytea),
    payload.salt, payload.dictionary, payload.document, entry.payload_digest,
    payload.sealed_epoch, payload.sealed_seq, entry.leaf
FROM journal_entry entry
JOIN journal_payload payload USING (state, office_id, epoch, seq)
WHERE entry.state = %(state)s AND entry.office_id = %(office)s AND entry.epoch = %(epoch)s
    AND entry.seq >= %(first)s AND entry.seq < %(end)s
UNION ALL
SELECT seq, '', '', '', 0, 0, NULL, NULL, 0, 0, ''::bytea, NULL, NULL, NULL, NULL, NULL, NULL, leaf
FROM journal_bareleaf
WHERE state = %(state)s AND office_id = %(office)s AND epoch = %(epoch)s
    AND seq >= %(first)s AND seq < %(end)s
ORDER BY 1
"""  # noqa: S608 - a constant


def stretch(head: JournalHead, first: int, most: int, *, to: Peer) -> Batch | None:
    """Entries from `first` on, about `most` of them; None when there are none that are signed."""
    signed = _checkpoint(head, first, most)
    if signed is None:
        return None
    told = Head(
        state=head.state,
        office=str(head.office_id),
        epoch=head.epoch,
        first=first,
        note=signed.note,
        home=head.home_node,
        closed=head.closed,
        serials=_serials(head) if signed.size == head.size else [],
    )
    return Batch(told, _entries(head, first, signed.size, to))


def _checkpoint(head: JournalHead, first: int, most: int) -> JournalCheckpoint | None:
    """Where the stretch ends: anywhere in a journal of ours, elsewhere where its node signed."""
    if first >= head.size:
        return None
    if head.home_node == settings.CHECKPOINT_ORIGIN:
        return checkpoints.sign(head, min(head.size, first + most))
    notes = JournalCheckpoint.objects.filter(
        state=head.state, office=head.office_id, epoch=head.epoch, size__gt=first
    )
    within = notes.filter(size__lte=first + most).order_by("-size").first()
    return within or notes.order_by("size").first()


def _serials(head: JournalHead) -> list[tuple[str, str, int]]:
    told = SerialCounter.objects.filter(state=head.state, office=head.office_id)
    return list(told.order_by("series", "period").values_list("series", "period", "last"))


def _entries(head: JournalHead, first: int, end: int, to: Peer) -> list[Entry]:
    where = {"state": head.state, "office": head.office_id, "epoch": head.epoch}
    connection.ensure_connection()
    with connection.wrap_database_errors, Cursor(connection.connection) as cursor:
        cursor.execute(_ENTRIES, {**where, "first": first, "end": end}, binary=True)
        return [_entry(row, to) for row in cursor]


def _entry(row: tuple[object, ...], to: Peer) -> Entry:
    _seq, record_type, kind, role, version, schema, record, actor, occurred, recorded = row[:10]
    refs, salt, dictionary, document, digest, sealed_epoch, sealed_seq, leaf = row[10:]
    if record is None or not scope.reads(to, str(record_type)):
        return Entry(leaf=leaf)  # type: ignore[arg-type]
    words = (record_type, kind, role, version, schema, record, actor, occurred, recorded, refs)
    if document is None:
        return Entry(*words, digest=digest, sealed=(sealed_epoch, sealed_seq))  # type: ignore[arg-type]
    opened = payloads.unpack(dictionary, document)  # type: ignore[arg-type]
    return Entry(*words, salt, opened)  # type: ignore[arg-type]
