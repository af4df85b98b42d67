"""The journal's tree against public vectors (where present) and its own properties."""

import base64
import json
from pathlib import Path

import pymerkle
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cctns.lib import merkle

VECTORS = Path(__file__).parents[3] / "shared/data/tlog-vectors"
needs_vectors = pytest.mark.skipif(not VECTORS.is_dir(), reason="public vectors not present")


def leaves(count):
    return [merkle.leaf_hash(str(number).encode()) for number in range(count)]


def test_the_empty_tree_has_the_hash_of_nothing():
    assert merkle.Tree().root().hex() == (
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    )


@given(st.integers(1, 200), st.data())
def test_every_leaf_proves_itself_and_no_other(size, data):
    tree = merkle.Tree(leaves(size))
    index = data.draw(st.integers(0, size - 1))
    proof = tree.inclusion(index, size)
    merkle.verify_inclusion(leaves(size)[index], index, size, proof, tree.root())
    with pytest.raises(merkle.ProofError):
        merkle.verify_inclusion(merkle.leaf_hash(b"x"), index, size, proof, tree.root())


@given(st.integers(0, 200), st.integers(0, 200))
def test_every_prefix_is_proved_and_an_altered_one_refused(one, other):
    old, new = sorted((one, other))
    tree = merkle.Tree(leaves(new))
    proof = tree.consistency(old, new)
    merkle.verify_consistency(old, new, tree.root(old), tree.root(), proof)
    with pytest.raises(merkle.ProofError):
        merkle.verify_consistency(old, new, merkle.leaf_hash(b"x"), tree.root(), proof)


def cases(name):
    with (VECTORS / name).open() as lines:
        return [json.loads(line) for line in lines]


def raw(text):
    return base64.b64decode(text or "")


def accepted(verify, *args):
    try:
        verify(*args)
    except merkle.ProofError:
        return False
    return True


@needs_vectors
def test_public_inclusion_vectors():
    for case in cases("merkle-inclusion.jsonl"):
        proof = [raw(node) for node in case["proof"] or []]
        args = (raw(case["leafHash"]), case["leafIdx"], case["treeSize"], proof, raw(case["root"]))
        assert accepted(merkle.verify_inclusion, *args) is not case["wantErr"], case


@needs_vectors
def test_public_consistency_vectors():
    for case in cases("merkle-consistency.jsonl"):
        if case["size1"] == 0:
            continue  # outside RFC 9162: decided by test_every_prefix_... above
        proof = [raw(node) for node in case["proof"] or []]
        args = (case["size1"], case["size2"], raw(case["root1"]), raw(case["root2"]), proof)
        assert accepted(merkle.verify_consistency, *args) is not case["wantErr"], case


@given(st.integers(0, 300))
def test_a_frontier_has_the_root_of_its_tree_and_survives_a_round_trip(size):
    frontier = merkle.Frontier()
    for leaf in leaves(size):
        frontier.append(leaf)
    again = merkle.Frontier.from_bytes(size, frontier.to_bytes())
    assert again.root() == frontier.root() == merkle.Tree(leaves(size)).root()


def test_a_frontier_of_the_wrong_length_is_refused():
    with pytest.raises(merkle.ProofError, match="a tree of 3 has 2"):
        merkle.Frontier.from_bytes(3, bytes(32))


@given(st.integers(1, 200), st.data())
def test_pymerkle_agrees(size, data):
    """Another implementation, of another house, as oracle."""
    peer = pymerkle.InmemoryTree(algorithm="sha256")
    entries = [str(number).encode() for number in range(size)]
    for entry in entries:
        peer.append_entry(entry)
    tree = merkle.Tree(map(merkle.leaf_hash, entries))
    old = data.draw(st.integers(1, size))
    assert tree.root(old) == peer.get_root(old)

    index = old - 1
    merkle.verify_inclusion(
        tree.node(0, index), index, size, tree.inclusion(index, size), peer.get_root()
    )
    merkle.verify_consistency(
        old, size, peer.get_root(old), peer.get_root(), tree.consistency(old, size)
    )
