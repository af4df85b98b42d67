"""The bytes of a file: their digest, and the encoding in which every one of them can be read."""

from __future__ import annotations

import codecs
import hashlib
from pathlib import Path

from .forms import CannotRead

_BLOCK = 1 << 20
_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


def head_of(path: Path) -> bytes:
    """The first mebibyte. Raises CannotRead."""
    try:
        with path.open("rb") as file:
            return file.read(_BLOCK)
    except OSError as error:
        raise CannotRead(f"{path} cannot be opened: {error.strerror}") from error


def encoding_of(head: bytes) -> str:
    """By byte order mark; without one, NULs at every second byte tell UTF-16, else it is UTF-8."""
    for mark, name in _BOMS:
        if head.startswith(mark):
            return name
    pairs = len(head[:2000]) // 2
    if pairs and head[1:2000:2].count(0) > pairs * 0.4:
        return "utf-16-le"
    if pairs and head[0:2000:2].count(0) > pairs * 0.4:
        return "utf-16-be"
    return "utf-8"


def digest_of(path: Path, encoding: str) -> str:
    """SHA-256 in hexadecimal, having decoded every byte. Raises CannotRead at the first bad one."""
    try:
        decoder = codecs.getincrementaldecoder(encoding)("strict")
    except LookupError as error:
        raise CannotRead(f"there is no encoding called {encoding!r}") from error
    digest, offset = hashlib.sha256(), 0
    with path.open("rb") as file:
        while True:
            block = file.read(_BLOCK)
            digest.update(block)
            held = len(decoder.getstate()[0])
            try:
                decoder.decode(block, final=not block)
            except UnicodeDecodeError as error:
                raise _bad_byte(path, encoding, error, offset - held) from error
            offset += len(block)
            if not block:
                return digest.hexdigest()


def _bad_byte(path: Path, encoding: str, error: UnicodeDecodeError, before: int) -> CannotRead:
    at = before + error.start
    value = error.object[error.start]
    return CannotRead(
        f"{path.name} is not {encoding.upper()}: byte 0x{value:02X} at offset {at:,} does not "
        "fit. Save the file as UTF-8, or name its encoding with --encoding (for example cp1252)"
    )
