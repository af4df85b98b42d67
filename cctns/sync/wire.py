"""A stretch of one journal as it travels: over a line or on a pen drive, the same bytes.

Neither digests nor leaves are sent: whoever receives computes them and meets the root in the signed
checkpoint, or refuses the whole. Numbers are big-endian, times microseconds since 2000 UTC.
"""

from __future__ import annotations

import json
import re
import struct
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from typing import NamedTuple
from uuid import UUID

import zstandard

from cctns.journal import payloads

VERSION = 1
LARGEST = 8 * 2**20  # of a batch as it travels
LARGEST_OPEN = 96 * 2**20  # and opened: a forged frame cannot fill the memory
MOST = 20_000  # entries
_FEW = 100  # below, a trained dictionary packs better than what the batch itself repeats
_MAGIC = b"CCTNSJ1\n"
_PLAIN = re.compile(r"[a-z][a-z0-9_.]{0,59}")
_HEAD = struct.Struct(">I")
_WHOLE, _SEALED, _BARE = 0, 1, 2
# record type, kind, role as places in the head's lists; version, schema, id, actor, occurred,
# recorded, how many refs
_ENTRY = struct.Struct(">BHBIH16s16sqqH")
_OPEN = struct.Struct(">16sI")  # salt, length of the document
_ERASED = struct.Struct(">32sIQ")  # payload digest, epoch and number of the erasing entry


class WireError(ValueError):
    """These bytes are no batch of ours; says what is wrong with them."""


class Entry(NamedTuple):
    """One entry. Bare: only `leaf`. Erased: `digest` and `sealed` in the place of the payload."""

    record_type: str = ""
    kind: str = ""
    role: str = ""
    version: int = 0
    schema: int = 0
    record_id: bytes = b""
    actor: bytes = b""
    occurred: int = 0
    recorded: int = 0
    refs: bytes = b""  # ids side by side
    salt: bytes | None = None
    document: bytes | None = None
    digest: bytes = b""
    sealed: tuple[int, int] | None = None
    leaf: bytes = b""


@dataclass
class Head:
    """What stands once before the entries. `serials` are the numbers that the office gave last."""

    state: int
    office: str
    epoch: int
    first: int
    note: str  # the signed checkpoint at the end of this stretch
    home: str
    closed: bool = False
    serials: list[tuple[str, str, int]] = field(default_factory=list)
    types: list[str] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    version: int = VERSION


@dataclass
class Batch:
    """Consecutive entries from `head.first` on."""

    head: Head
    entries: Sequence[Entry]

    @property
    def office(self) -> UUID:
        return UUID(self.head.office)

    @property
    def end(self) -> int:
        return self.head.first + len(self.entries)


def pack(batch: Batch, *, level: int = 9) -> bytes:
    """The batch as it travels, compressed."""
    head, parts = batch.head, []
    places = [_Places(head.types), _Places(head.kinds), _Places(head.roles)]
    for one in batch.entries:
        parts.append(_entry(one, places))
    told = json.dumps(asdict(head), separators=(",", ":")).encode()
    plain = b"".join((_MAGIC, _HEAD.pack(len(told)), told, *parts))
    number = payloads.newest() if len(batch.entries) < _FEW else 0
    made = zstandard.ZstdCompressor(level=level, dict_data=payloads.dictionary(number))
    return bytes((number,)) + made.compress(plain)


def unpack(data: bytes) -> Batch:
    """Raises WireError."""
    plain = _opened(data)
    try:
        if not plain.startswith(_MAGIC):
            raise WireError("this is no stretch of a journal, or one of a newer program")
        start = len(_MAGIC) + _HEAD.size
        end = start + _HEAD.unpack_from(plain, len(_MAGIC))[0]
        head = _head(plain[start:end])
        return Batch(head, list(_entries(plain, end, head)))
    except (struct.error, IndexError, KeyError, TypeError) as error:
        raise WireError(f"the batch ends too early or is not written as agreed: {error}") from None


def _opened(data: bytes) -> bytes:
    if not data or len(data) > LARGEST:
        raise WireError(f"a batch has 1 to {LARGEST} bytes, not {len(data)}")
    try:
        reader = zstandard.ZstdDecompressor(dict_data=payloads.dictionary(data[0]))
        told = zstandard.frame_content_size(data[1:])
        if not 0 <= told <= LARGEST_OPEN:
            raise WireError("the batch does not say its size, or is too large opened")
        return reader.decompress(data[1:], max_output_size=LARGEST_OPEN)
    except (zstandard.ZstdError, FileNotFoundError) as error:
        raise WireError(f"the batch cannot be opened: {error}") from None


def _head(told: bytes) -> Head:
    try:
        head = Head(**json.loads(told))
        UUID(head.office)
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise WireError(f"the head of the batch cannot be read: {error}") from None
    numbers = (head.state, head.epoch, head.first, head.version)
    words = (head.note, head.home, *head.types, *head.kinds, *head.roles)
    if not all(type(one) is int and one >= 0 for one in numbers):
        raise WireError("the head of the batch holds something that is no number")
    if not all(type(one) is str for one in words):
        raise WireError("the head of the batch holds something that is no word")
    # Headers are written without escapes: nothing else may stand in them.
    if not all(map(_PLAIN.fullmatch, (*head.types, *head.kinds, *head.roles))):
        raise WireError("a kind of record, event or role is not written in plain letters")
    if not all(_is_serial(one) for one in head.serials):
        raise WireError("the head of the batch counts something that is no series")
    return head


def _is_serial(one: object) -> bool:
    return isinstance(one, list) and [type(part) for part in one] == [str, str, int]


class _Places:
    """Words by their place in one of the head's lists, which grows as they come."""

    def __init__(self, words: list[str]) -> None:
        self._words, self._at = words, {word: at for at, word in enumerate(words)}

    def of(self, word: str) -> int:
        if word not in self._at:
            self._at[word] = len(self._words)
            self._words.append(word)
        return self._at[word]


def _entry(one: Entry, places: Sequence[_Places]) -> bytes:
    if one.leaf:
        return bytes((_BARE,)) + one.leaf
    types, kinds, roles = places
    told = _ENTRY.pack(
        types.of(one.record_type),
        kinds.of(one.kind),
        roles.of(one.role),
        one.version,
        one.schema,
        one.record_id,
        one.actor,
        one.occurred,
        one.recorded,
        len(one.refs) // 16,
    )
    if one.sealed:
        return bytes((_SEALED,)) + told + one.refs + _ERASED.pack(one.digest, *one.sealed)
    assert one.salt is not None
    assert one.document is not None
    payload = _OPEN.pack(one.salt, len(one.document)) + one.document
    return bytes((_WHOLE,)) + told + one.refs + payload


def _entries(plain: bytes, at: int, head: Head) -> Iterator[Entry]:
    types, kinds, roles, end = head.types, head.kinds, head.roles, len(plain)
    count = 0
    while at < end:
        count += 1
        if count > MOST:
            raise WireError(f"a batch holds at most {MOST} entries")
        flag, at = plain[at], at + 1
        if flag == _BARE:
            yield Entry(leaf=_cut(plain, at, 32))
            at += 32
            continue
        if flag not in (_WHOLE, _SEALED):
            raise WireError(f"{flag} is no kind of entry")
        told = _ENTRY.unpack_from(plain, at)
        kind, event, role, version, schema, identity, actor, occurred, recorded, refs = told
        at += _ENTRY.size
        cited = _cut(plain, at, 16 * refs)
        at += 16 * refs
        words = (types[kind], kinds[event], roles[role], version, schema, identity, actor)
        if flag == _SEALED:
            digest, *sealed = _ERASED.unpack_from(plain, at)
            at += _ERASED.size
            erased = (sealed[0], sealed[1])
            yield Entry(*words, occurred, recorded, cited, digest=digest, sealed=erased)
            continue
        salt, length = _OPEN.unpack_from(plain, at)
        at += _OPEN.size
        yield Entry(*words, occurred, recorded, cited, salt, _cut(plain, at, length))
        at += length


def _cut(plain: bytes, at: int, length: int) -> bytes:
    found = plain[at : at + length]
    if len(found) != length:
        raise WireError("the batch ends in the middle of an entry")
    return found
