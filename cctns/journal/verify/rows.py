"""Entries with their payloads as one stream, in the form in which headers spell them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.db import connection

from ..models import JournalHead

_AT_ONCE = 2000
_ISO = """'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'"""
_STREAM = f"""
SELECT entry.seq, entry.record_type, entry.record_id::text, entry.version, entry.kind,
    entry.schema, entry.actor_id::text, entry.role,
    to_char(entry.occurred_at AT TIME ZONE 'UTC', {_ISO}),
    to_char(entry.recorded_at AT TIME ZONE 'UTC', {_ISO}),
    entry.refs::text, entry.payload_digest, entry.leaf,
    payload.salt, payload.dictionary, payload.document, payload.sealed_epoch, payload.sealed_seq,
    NOT EXISTS (SELECT FROM journal_entry later WHERE later.record_id = entry.record_id
        AND later.version = entry.version + 1)
FROM journal_entry entry LEFT JOIN LATERAL (
    SELECT * FROM journal_payload WHERE state = entry.state AND office_id = entry.office_id
        AND epoch = entry.epoch AND seq = entry.seq OFFSET 0
) payload ON true
WHERE entry.state = %(state)s AND entry.office_id = %(office)s AND entry.epoch = %(epoch)s
UNION ALL
SELECT seq, '', '', 0, '', 0, '', '', '', '', '{{}}', ''::bytea, leaf, NULL, NULL, NULL, NULL, NULL,
    false
FROM journal_bareleaf WHERE state = %(state)s AND office_id = %(office)s AND epoch = %(epoch)s
ORDER BY seq
"""  # noqa: S608 - a constant
# OFFSET 0: each payload is looked up by its whole key. Left to choose, and without statistics as
# after an import, PostgreSQL joins every entry with every payload of the office.


class Row(NamedTuple):
    """One entry as it is stored."""

    seq: int
    record_type: str
    record_id: str
    version: int
    kind: str
    schema: int
    actor: str
    role: str
    occurred_at: str
    recorded_at: str
    refs: str  # "{uuid,uuid}"
    digest: bytes
    leaf: bytes
    salt: bytes | None
    dictionary: int | None  # None: there is no payload row
    document: bytes | None
    sealed_epoch: int | None
    sealed_seq: int | None
    newest: bool  # no later version of the record exists

    @property
    def bare(self) -> bool:
        """Its leaf alone is here: an entry that this node may not read."""
        return not self.record_id


def stream(head: JournalHead) -> Iterator[Row]:
    """Every entry of one journal in order; memory does not grow with its length."""
    with connection.chunked_cursor() as cursor:
        where: dict[str, Any] = {"state": head.state, "office": head.office_id, "epoch": head.epoch}
        cursor.execute(_STREAM, where)
        while rows := cursor.fetchmany(_AT_ONCE):
            yield from map(Row._make, rows)
