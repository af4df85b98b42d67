"""Proofs out of the database: that an entry is in a journal, that a journal only grew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from django.db import connection

from cctns.lib import merkle, tiles
from cctns.lib.tiles import HASH, HEIGHT, WIDTH

from . import tiles as stored
from .models import JournalEntry, JournalHead

# Full tiles never change: their inner hashes, 16 KiB a tile, are worth keeping at hand.
_TILES_AT_HAND = 1024
_FULL = """
SELECT hashes FROM journal_tile
WHERE state = %s AND office_id = %s AND epoch = %s AND level = %s AND index = %s
"""
Levels = tuple[bytes, ...]


@dataclass(frozen=True)
class Proof:
    """Inclusion of leaf `index` in the tree of `size` leaves with this root."""

    index: int
    size: int
    leaf: bytes
    path: Sequence[bytes]
    root: bytes

    def verify(self) -> None:
        """Raises merkle.ProofError."""
        merkle.verify_inclusion(self.leaf, self.index, self.size, self.path, self.root)


class StoredTree(merkle.Subtrees):
    """The tree of one journal up to a size, read tile by tile as proofs ask for it."""

    def __init__(self, state: int, office: UUID, epoch: int, size: int) -> None:
        self._journal = (state, office, epoch)
        self._size = size
        self._partial: dict[tuple[int, int], Levels] = {}

    @classmethod
    def of(cls, head: JournalHead) -> StoredTree:
        return cls(head.state, head.office_id, head.epoch, head.size)

    def __len__(self) -> int:
        return self._size

    def node(self, level: int, index: int) -> bytes:
        height, above = divmod(level, HEIGHT)
        tile = index >> (HEIGHT - above)
        at = (index - (tile << (HEIGHT - above))) * HASH
        return self._tile(height, tile)[above][at : at + HASH]

    def _tile(self, level: int, index: int) -> Levels:
        if (index + 1) << HEIGHT * (level + 1) <= self._size:
            return _full(*self._journal, level, index)
        if (level, index) not in self._partial:
            hashes = stored.read(*self._journal, level, index * WIDTH, WIDTH)
            self._partial[level, index] = tuple(tiles.subtrees(hashes))
        return self._partial[level, index]


@lru_cache(_TILES_AT_HAND)
def _full(state: int, office: UUID, epoch: int, level: int, index: int) -> Levels:
    with connection.cursor() as cursor:
        cursor.execute(_FULL, [state, office, epoch, level, index])
        row = cursor.fetchone()
    if row is None:
        raise merkle.ProofError(f"tile {level}/{index} is missing")
    return tuple(tiles.subtrees(bytes(row[0])))


def tree(office: UUID, epoch: int) -> StoredTree:
    """The tree of a journal as it stands. Raises JournalHead.DoesNotExist."""
    return StoredTree.of(JournalHead.objects.get(office_id=office, epoch=epoch))


def prove(entry: JournalEntry, size: int | None = None) -> Proof:
    """That an entry stands in its journal at a size (as it stands now, when not given)."""
    return prove_all([entry], size)[0]


def prove_all(entries: Sequence[JournalEntry], size: int | None = None) -> list[Proof]:
    """As `prove`, for many entries of one journal: what they share is read once."""
    if not entries:
        return []
    whole = tree(entries[0].office_id, entries[0].epoch)
    size = len(whole) if size is None else size
    root = whole.root(size)
    return [
        Proof(one.seq, size, bytes(one.leaf), whole.inclusion(one.seq, size), root)
        for one in entries
    ]
