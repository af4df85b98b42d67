"""The Merkle tree of an office's journal, exactly as RFC 9162 s.2 defines it.

A leaf hash is SHA-256(0x00 || data), an inner node SHA-256(0x01 || left || right).
All hashes are 32 raw bytes; sizes and indexes count leaves from 0.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256

EMPTY_ROOT = sha256(b"").digest()


class ProofError(ValueError):
    """A proof that does not fit its sizes, or does not lead to the root it claims."""


def leaf_hash(data: bytes) -> bytes:
    return sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    return sha256(b"\x01" + left + right).digest()


class Subtrees:
    """Roots and proofs of a log, out of whatever holds its complete subtrees."""

    def __len__(self) -> int:
        raise NotImplementedError

    def node(self, level: int, index: int) -> bytes:
        """The root of the complete subtree over leaves index * 2**level and on."""
        raise NotImplementedError

    def root(self, size: int | None = None) -> bytes:
        """The root of the first `size` leaves (of all, when not given)."""
        size = len(self) if size is None else size
        self._must_hold(size)
        return EMPTY_ROOT if size == 0 else self._subtree(0, size)

    def inclusion(self, index: int, size: int) -> list[bytes]:
        """RFC 9162 s.2.1.3.1: the path from leaf `index` to the root at `size`."""
        self._must_hold(size)
        if not 0 <= index < size:
            raise ProofError(f"there is no leaf {index} in a tree of {size}")
        return self._path(index, 0, size)

    def consistency(self, old: int, new: int) -> list[bytes]:
        """RFC 9162 s.2.1.4.1: that the tree at `new` extends the tree at `old`."""
        self._must_hold(new)
        if not 0 <= old <= new:
            raise ProofError(f"size {old} cannot come before size {new}")
        return [] if old in (0, new) else self._extension(old, 0, new, whole=True)

    def _must_hold(self, size: int) -> None:
        if not 0 <= size <= len(self):
            raise ProofError(f"this log holds {len(self)} leaves, not {size}")

    def _subtree(self, start: int, end: int) -> bytes:
        width = end - start
        if width & (width - 1) == 0:
            level = width.bit_length() - 1
            return self.node(level, start >> level)
        middle = start + _split(width)
        return node_hash(self._subtree(start, middle), self._subtree(middle, end))

    def _path(self, index: int, start: int, end: int) -> list[bytes]:
        if end - start == 1:
            return []
        middle = start + _split(end - start)
        if index < middle:
            return [*self._path(index, start, middle), self._subtree(middle, end)]
        return [*self._path(index, middle, end), self._subtree(start, middle)]

    def _extension(self, old: int, start: int, end: int, *, whole: bool) -> list[bytes]:
        if old == end:
            return [] if whole else [self._subtree(start, end)]
        middle = start + _split(end - start)
        if old <= middle:
            proof = self._extension(old, start, middle, whole=whole)
            return [*proof, self._subtree(middle, end)]
        proof = self._extension(old, middle, end, whole=False)
        return [*proof, self._subtree(start, middle)]


class Tree(Subtrees):
    """All complete subtrees of a log in memory, level by level; grows at the right edge only."""

    def __init__(self, leaves: Iterable[bytes] = ()) -> None:
        self._levels: list[list[bytes]] = [[]]
        for leaf in leaves:
            self.append(leaf)

    def __len__(self) -> int:
        return len(self._levels[0])

    def node(self, level: int, index: int) -> bytes:
        return self._levels[level][index]

    def append(self, leaf: bytes) -> int:
        """Add a leaf hash; returns its index."""
        index = len(self)
        node, level, width = leaf, 0, index
        self._levels[0].append(node)
        while width & 1:
            node = node_hash(self._levels[level][-2], node)
            width >>= 1
            level += 1
            if level == len(self._levels):
                self._levels.append([])
            self._levels[level].append(node)
        return index


class Frontier:
    """The right edge of a tree: all that an append needs, at most one hash a level.

    Serialised as the 32-byte roots of the complete subtrees, largest first.
    """

    def __init__(self, size: int = 0, nodes: Iterable[bytes] = ()) -> None:
        self.size = size
        self._nodes = list(nodes)
        if len(self._nodes) != size.bit_count():
            raise ProofError(f"a tree of {size} has {size.bit_count()} complete subtrees")

    @classmethod
    def from_bytes(cls, size: int, data: bytes) -> Frontier:
        return cls(size, (data[at : at + 32] for at in range(0, len(data), 32)))

    def to_bytes(self) -> bytes:
        return b"".join(self._nodes)

    def append(self, leaf: bytes) -> None:
        node, width = leaf, self.size
        while width & 1:
            node = node_hash(self._nodes.pop(), node)
            width >>= 1
        self._nodes.append(node)
        self.size += 1

    def root(self) -> bytes:
        if not self._nodes:
            return EMPTY_ROOT
        node = self._nodes[-1]
        for left in reversed(self._nodes[:-1]):
            node = node_hash(left, node)
        return node


def verify_inclusion(
    leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes
) -> None:
    """RFC 9162 s.2.1.3.2. Raises ProofError unless the leaf stands at `index` under `root`."""
    if not 0 <= index < size:
        raise ProofError(f"there is no leaf {index} in a tree of {size}")
    _must_be_hashes(leaf, root, *proof)
    position, last, node = index, size - 1, leaf
    for sibling in proof:
        if last == 0:
            raise ProofError("the proof is too long")
        if position & 1 or position == last:
            node = node_hash(sibling, node)
            while not position & 1 and position:
                position, last = position >> 1, last >> 1
        else:
            node = node_hash(node, sibling)
        position, last = position >> 1, last >> 1
    if last != 0:
        raise ProofError("the proof is too short")
    if node != root:
        raise ProofError("the proof leads to another root")


def verify_consistency(
    old: int, new: int, old_root: bytes, new_root: bytes, proof: Sequence[bytes]
) -> None:
    """RFC 9162 s.2.1.4.2. Raises ProofError unless the new tree extends the old one.

    Size 0 lies outside the RFC's algorithm: every tree extends the empty one, with an
    empty proof (as a C2SP witness accepts it).
    """
    if not 0 <= old <= new:
        raise ProofError(f"size {old} cannot come before size {new}")
    if old in (0, new):
        expected = EMPTY_ROOT if old == 0 else new_root
        if proof or old_root != expected:
            raise ProofError("an empty step needs an empty proof and the same root")
        return
    _must_be_hashes(old_root, new_root, *proof)
    path = list(proof)
    if old & (old - 1) == 0:
        path.insert(0, old_root)
    if not path:
        raise ProofError("the proof is too short")
    position, last = old - 1, new - 1
    while position & 1:
        position, last = position >> 1, last >> 1
    old_node = new_node = path[0]
    for sibling in path[1:]:
        if last == 0:
            raise ProofError("the proof is too long")
        if position & 1 or position == last:
            old_node = node_hash(sibling, old_node)
            new_node = node_hash(sibling, new_node)
            while not position & 1 and position:
                position, last = position >> 1, last >> 1
        else:
            new_node = node_hash(new_node, sibling)
        position, last = position >> 1, last >> 1
    if last != 0:
        raise ProofError("the proof is too short")
    if old_node != old_root or new_node != new_root:
        raise ProofError("the proof leads to another root")


def _must_be_hashes(*nodes: bytes) -> None:
    if any(len(node) != sha256().digest_size for node in nodes):
        raise ProofError("every hash in a proof has 32 bytes")


def _split(width: int) -> int:
    """The largest power of two smaller than `width`."""
    return 1 << ((width - 1).bit_length() - 1)
