"""Received entries into the journal's tables by binary COPY: the head's lock rules out conflicts.

Staging tables or ON CONFLICT would cost four fifths of the speed (docs/explanation/network.md).
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Sequence

from django.db import connection

from .wire import Batch, Entry

_COPY = """
COPY journal_entry (state, office_id, epoch, seq, record_type, record_id, version, kind, schema,
    actor_id, role, occurred_at, recorded_at, refs, payload_digest, leaf)
FROM STDIN (FORMAT BINARY)
"""
_COPY_PAYLOAD = """
COPY journal_payload (state, office_id, epoch, seq, salt, dictionary, document, sealed_epoch,
    sealed_seq) FROM STDIN (FORMAT BINARY)
"""
_COPY_BARE = "COPY journal_bareleaf (state, office_id, epoch, seq, leaf) FROM STDIN (FORMAT BINARY)"
_BEGIN = b"PGCOPY\n\xff\r\n\0" + struct.pack(">ii", 0, 0)
_END = struct.pack(">h", -1)
_NULL = struct.pack(">i", -1)
_UUID = 2950  # the type's number in PostgreSQL
_NO_REFS = struct.pack(">iiii", 12, 0, 0, _UUID)

_SEQ = struct.Struct(">iq")
_INT = struct.Struct(">ii")
_SMALL = struct.Struct(">ih")
_TWO_TIMES = struct.Struct(">iqiq")
_LENGTH = struct.Struct(">i")
_REFS = struct.Struct(">iiiiii")
_RECORD = struct.Struct(">i16sii")
_ACTOR = struct.Struct(">ihi16s")
_KEPT = struct.Struct(">i16sihi")  # salt, number of the dictionary, length of what follows
_16, _32 = _LENGTH.pack(16), _LENGTH.pack(32)


def _begin(batch: Batch, columns: int) -> bytes:
    """What every row of a table starts with: count of columns, State, office, epoch."""
    head = batch.head
    return b"".join(
        (
            struct.pack(">h", columns),
            _SMALL.pack(2, head.state),
            _16,
            batch.office.bytes,
            _INT.pack(4, head.epoch),
        )
    )


Packed = tuple[int, bytes]


def copy(
    batch: Batch, digests: Sequence[bytes], leaves: Sequence[bytes], packed: Iterable[Packed]
) -> None:
    """Write every entry of the batch with its digest and leaf, in the caller's transaction.

    `packed` are the documents of those that have one, as the table keeps them.
    """
    documents = iter(packed)
    entries: list[bytes] = []
    held: list[bytes] = []
    bare: list[bytes] = []
    of_entry, of_payload, of_bare = _begin(batch, 16), _begin(batch, 9), _begin(batch, 5)
    words: dict[str, bytes] = {}
    numbered = enumerate(zip(batch.entries, digests, leaves, strict=True), batch.head.first)
    for seq, (entry, digest, leaf) in numbered:
        number = _SEQ.pack(8, seq)
        if entry.leaf:
            bare += (of_bare, number, _32, leaf)
            continue
        entries += (of_entry, number, *_header(entry, words), _32, digest, _32, leaf)
        held += (of_payload, number, *_payload(entry, documents))
    for statement, parts in ((_COPY, entries), (_COPY_PAYLOAD, held), (_COPY_BARE, bare)):
        if parts:
            _send(statement, b"".join((_BEGIN, *parts, _END)))


def _send(statement: str, data: bytes) -> None:
    connection.ensure_connection()
    with (
        connection.wrap_database_errors,
        connection.connection.cursor() as cursor,
        cursor.copy(statement) as copying,
    ):
        copying.write(data)


def _word(word: str, known: dict[str, bytes]) -> bytes:
    if word not in known:
        data = word.encode()
        known[word] = _LENGTH.pack(len(data)) + data
    return known[word]


def _header(one: Entry, words: dict[str, bytes]) -> tuple[bytes, ...]:
    """From record type to refs, in the order of the columns."""
    return (
        _word(one.record_type, words),
        _RECORD.pack(16, one.record_id, 4, one.version),
        _word(one.kind, words),
        _ACTOR.pack(2, one.schema, 16, one.actor),
        _word(one.role, words),
        _TWO_TIMES.pack(8, one.occurred, 8, one.recorded),
        _refs(one.refs) if one.refs else _NO_REFS,
    )


def _refs(refs: bytes) -> bytes:
    count = len(refs) // 16
    each = b"".join(_16 + refs[at : at + 16] for at in range(0, len(refs), 16))
    return _REFS.pack(20 + len(each), 1, 0, _UUID, count, 1) + each


def _payload(one: Entry, documents: Iterator[Packed]) -> tuple[bytes, ...]:
    if one.sealed:
        epoch, seq = one.sealed
        return (_NULL, _SMALL.pack(2, 0), _NULL, _INT.pack(4, epoch), _SEQ.pack(8, seq))
    assert one.salt is not None
    number, packed = next(documents)
    return (_KEPT.pack(16, one.salt, 2, number, len(packed)), packed, _NULL, _NULL)
