"""Full tiles of each office's tree, written once and never changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db import connection

from cctns.lib import tiles

_LEAVES = """
SELECT string_agg(leaf, ''::bytea ORDER BY seq) FROM (
    SELECT seq, leaf FROM journal_entry WHERE state = %(state)s AND office_id = %(office)s
        AND epoch = %(epoch)s AND seq >= %(first)s AND seq < %(end)s
    UNION ALL
    SELECT seq, leaf FROM journal_bareleaf WHERE state = %(state)s AND office_id = %(office)s
        AND epoch = %(epoch)s AND seq >= %(first)s AND seq < %(end)s
) leaves
"""
_ROOTS = """
SELECT string_agg(root, ''::bytea ORDER BY index) FROM journal_tile
WHERE state = %s AND office_id = %s AND epoch = %s AND level = %s AND index >= %s AND index < %s
"""
_INSERT = """
INSERT INTO journal_tile (state, office_id, epoch, level, index, hashes, root)
VALUES (%s, %s, %s, %s, %s, %s, %s)
"""


def complete(state: int, office: UUID, epoch: int, before: int, new: Sequence[bytes]) -> None:
    """Write the tiles that filled up while the journal grew by these leaves, from `before` on."""
    where = (state, office, epoch)
    for level, index in tiles.completed(before, before + len(new)):
        start = index * tiles.WIDTH
        if level == 0:
            hashes = _leaves(where, start, before, new)
        else:
            hashes = read(*where, level, start, tiles.WIDTH)
        with connection.cursor() as cursor:
            cursor.execute(_INSERT, (*where, level, index, hashes, tiles.root(hashes)))


def _leaves(where: tuple[int, UUID, int], start: int, before: int, new: Sequence[bytes]) -> bytes:
    """Those of one full tile: what stood already is read, the rest is at hand."""
    held = read(*where, 0, start, before - start) if start < before else b""
    first = max(start - before, 0)
    return held + b"".join(new[first : start + tiles.WIDTH - before])


def read(state: int, office: UUID, epoch: int, level: int, start: int, count: int) -> bytes:
    """`count` hashes of one tile level, side by side, as far as they are there."""
    with connection.cursor() as cursor:
        if level == 0:
            where: dict[str, Any] = {"state": state, "office": office, "epoch": epoch}
            cursor.execute(_LEAVES, {**where, "first": start, "end": start + count})
        else:
            cursor.execute(_ROOTS, [state, office, epoch, level - 1, start, start + count])
        (hashes,) = cursor.fetchone()
    return bytes(hashes or b"")
