"""Tiles of a Merkle tree (C2SP tlog-tiles, height 8): 256 hashes of one level side by side."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

HEIGHT = 8
WIDTH = 1 << HEIGHT
HASH = 32


def completed(before: int, after: int) -> Iterator[tuple[int, int]]:
    """(level, index) of every tile that becomes full when a tree grows, lower levels first."""
    level = 0
    while after >> HEIGHT:
        before, after = before >> HEIGHT, after >> HEIGHT
        yield from ((level, index) for index in range(before, after))
        level += 1


def subtrees(hashes: bytes) -> list[bytes]:
    """Complete subtrees above hashes laid side by side: one byte string a level, lowest first."""
    levels = [hashes]
    while len(levels[-1]) >= 2 * HASH:
        row = levels[-1]
        pairs = range(0, len(row) - 2 * HASH + 1, 2 * HASH)
        levels.append(b"".join([sha256(b"\x01" + row[at : at + 64]).digest() for at in pairs]))
    return levels


def root(hashes: bytes) -> bytes:
    """Of a full tile."""
    return subtrees(hashes)[-1]
