"""Payloads at rest: the canonical bytes that were hashed, compressed with a numbered dictionary.

A dictionary is never changed; a better one gets the next number. Number 0 means none.
Made by benchmarks/train_dictionary.py from invented documents.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import zstandard

_FOLDER = Path(__file__).resolve().parent / "dictionaries"
_LEVEL = 3
# Far beyond any document; a forged frame cannot fill the memory.
_LARGEST = 64 * 1024 * 1024
_LONGEST_WITH_DICTIONARY = 64 * 1024  # above, the document is its own best dictionary

_of_thread = threading.local()


def pack(document: bytes) -> tuple[int, bytes]:
    """The dictionary's number and the compressed bytes."""
    number = newest() if len(document) <= _LONGEST_WITH_DICTIONARY else 0
    return number, _compressor(number).compress(document)


def pack_many(documents: Sequence[bytes]) -> list[tuple[int, bytes]]:
    """As `pack`, of a whole batch in one call that leaves the interpreter to other threads."""
    if not documents or max(map(len, documents)) > _LONGEST_WITH_DICTIONARY:
        return [pack(one) for one in documents]
    number = newest()
    made = _compressor(number).multi_compress_to_buffer(list(documents), threads=1)
    return [(number, made[at].tobytes()) for at in range(len(made))]


def unpack(number: int, packed: bytes) -> bytes:
    """Raises ValueError when the bytes are damaged or the dictionary is unknown."""
    try:
        return _decompressor(number).decompress(packed, max_output_size=_LARGEST)
    except (zstandard.ZstdError, FileNotFoundError) as error:
        raise ValueError(f"the payload cannot be read: {error}") from error


@cache
def newest() -> int:
    return max((int(path.stem) for path in _FOLDER.glob("*.zdict")), default=0)


@cache
def dictionary(number: int) -> zstandard.ZstdCompressionDict | None:
    """Of that number; None for 0. Raises FileNotFoundError for one that is not known here."""
    if number == 0:
        return None
    made = zstandard.ZstdCompressionDict((_FOLDER / f"{number}.zdict").read_bytes())
    made.precompute_compress(level=_LEVEL)
    return made


def _compressor(number: int) -> zstandard.ZstdCompressor:
    """One a thread: zstandard's objects are not made to be shared."""
    made: dict[int, zstandard.ZstdCompressor] = _of_thread.__dict__.setdefault("compressors", {})
    if number not in made:
        made[number] = zstandard.ZstdCompressor(level=_LEVEL, dict_data=dictionary(number))
    return made[number]


def _decompressor(number: int) -> zstandard.ZstdDecompressor:
    made: dict[int, zstandard.ZstdDecompressor] = _of_thread.__dict__.setdefault("readers", {})
    if number not in made:
        made[number] = zstandard.ZstdDecompressor(dict_data=dictionary(number))
    return made[number]
