"""Tiles: 256 hashes of one level, and what stands above them."""

from __future__ import annotations

from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st

from cctns.lib import merkle, tiles


def leaves(count: int) -> list[bytes]:
    return [sha256(str(number).encode()).digest() for number in range(count)]


def test_a_full_tile_has_the_root_of_its_tree() -> None:
    some = leaves(256)
    assert tiles.root(b"".join(some)) == merkle.Tree(some).root()


@given(st.integers(0, 256))
def test_complete_subtrees_are_those_of_the_tree(count: int) -> None:
    some = leaves(count)
    tree = merkle.Tree(some)
    for level, row in enumerate(tiles.subtrees(b"".join(some))):
        found = [row[at : at + 32] for at in range(0, len(row), 32)]
        assert found == [tree.node(level, index) for index in range(count >> level)]


@given(st.integers(0, 70_000), st.integers(0, 70_000))
def test_growing_completes_each_tile_once(before: int, more: int) -> None:
    whole = set(tiles.completed(0, before + more))
    first, then = list(tiles.completed(0, before)), list(tiles.completed(before, before + more))
    assert set(first) | set(then) == whole
    assert len(first) + len(then) == len(whole)
    assert len(whole) == (before + more) // 256 + (before + more) // 65_536
