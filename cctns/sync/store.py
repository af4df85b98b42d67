"""Received entries into the journal's tables by binary COPY: the head's lock rules out conflicts.

Staging tables or ON CONFLICT would cost four fifths of the speed (docs/explanation/network.md).
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

import psycopg

from cctns.journal import payloads

from .wire import Batch, Entry

Row = TypeVar("Row")
Numbered = Sequence[tuple[int, Entry]]

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

_PORTION = 100  # rows sent at a time

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


@contextmanager
def documents(raw: psycopg.Connection[Any], batch: Batch) -> Iterator[Callable[[Numbered], None]]:
    """What writes a portion of the documents as the table keeps them, in the transaction that is
    open on `raw`: the server takes it in while the next one is verified."""
    begin = _begin(batch, 9)
    with raw.cursor() as cursor, cursor.copy(_COPY_PAYLOAD) as copying:
        copying.write(_BEGIN)
        yield lambda numbered: copying.write(b"".join(_payloads(begin, numbered)))
        copying.write(_END)


def portions(batch: Batch) -> Iterator[Numbered]:
    """The entries with their numbers, so many as are sent at a time."""
    for at in range(0, len(batch.entries), _PORTION):
        yield list(enumerate(batch.entries[at : at + _PORTION], batch.head.first + at))


def entries(
    raw: psycopg.Connection[Any], batch: Batch, digests: Sequence[bytes], leaves: Sequence[bytes]
) -> None:
    """Write every entry's header with its digest and leaf, or its bare leaf."""
    numbered = list(enumerate(zip(batch.entries, digests, leaves, strict=True), batch.head.first))
    whole, bare, words = _begin(batch, 16), _begin(batch, 5), dict[str, bytes]()
    _copy(
        raw,
        _COPY,
        [one for one in numbered if not one[1][0].leaf],
        lambda portion: [
            part
            for seq, (one, digest, leaf) in portion
            for part in (whole, _SEQ.pack(8, seq), *_header(one, words), _32, digest, _32, leaf)
        ],
    )
    _copy(
        raw,
        _COPY_BARE,
        [(seq, leaf) for seq, (one, _, leaf) in numbered if one.leaf],
        lambda portion: [
            part for seq, leaf in portion for part in (bare, _SEQ.pack(8, seq), _32, leaf)
        ],
    )


def _copy(
    raw: psycopg.Connection[Any],
    statement: str,
    rows: Sequence[Row],
    made: Callable[[Sequence[Row]], Sequence[bytes]],
) -> None:
    """A portion at a time, so that the server takes one in while the next is made."""
    if not rows:
        return
    with raw.cursor() as cursor, cursor.copy(statement) as copying:
        copying.write(_BEGIN)
        for at in range(0, len(rows), _PORTION):
            copying.write(b"".join(made(rows[at : at + _PORTION])))
        copying.write(_END)


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


def _payloads(begin: bytes, portion: Numbered) -> list[bytes]:
    packed = iter(payloads.pack_many([one.document for _, one in portion if one.document]))
    return [
        part
        for seq, one in portion
        if not one.leaf
        for part in (begin, _SEQ.pack(8, seq), *_payload(one, packed))
    ]


def _payload(one: Entry, packed: Iterator[tuple[int, bytes]]) -> tuple[bytes, ...]:
    if one.sealed:
        epoch, seq = one.sealed
        return (_NULL, _SMALL.pack(2, 0), _NULL, _INT.pack(4, epoch), _SEQ.pack(8, seq))
    assert one.salt is not None
    number, document = next(packed)
    return (_KEPT.pack(16, one.salt, 2, number, len(document)), document, _NULL, _NULL)
