"""Proofs out of the database, checkpoints, positions on papers, proof files."""

from __future__ import annotations

from random import Random

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from cctns.journal import checkpoints, proofs
from cctns.journal.epochs import new_epoch
from cctns.journal.forks import note_fork
from cctns.journal.models import JournalCheckpoint, JournalEntry, JournalFork, JournalHead
from cctns.journal.verify import verify
from cctns.journal.write import Write, record_all
from cctns.lib import merkle, notes, tlogproof
from cctns.offices.models import Posting

from .conftest import Make, settle
from .notebook import Notebook


@pytest.fixture
def leaves(by: Posting) -> list[bytes]:
    """A journal of 700 entries: two full tiles and a part of a third."""
    for _ in range(7):
        begun = [Notebook(state=99, office=by.office, title="x") for _ in range(100)]
        record_all([Write(one, "notebook.begun") for one in begun], by=by)
    return [bytes(one.leaf) for one in JournalEntry.objects.order_by("seq")]


def test_every_proof_is_that_of_the_tree_in_memory(leaves: list[bytes], by: Posting) -> None:
    stored, memory = proofs.tree(by.office.pk, 1), merkle.Tree(leaves)
    random = Random(7)
    for _ in range(200):
        size = random.randint(1, 700)
        index, old = random.randrange(size), random.randint(0, size)
        assert stored.root(size) == memory.root(size)
        assert stored.inclusion(index, size) == memory.inclusion(index, size)
        assert stored.consistency(old, size) == memory.consistency(old, size)


def test_entries_are_proved_together_and_verify_alone(leaves: list[bytes]) -> None:
    entries = list(JournalEntry.objects.filter(seq__in=(0, 255, 256, 699)).order_by("seq"))
    for proof in proofs.prove_all(entries):
        proof.verify()
    assert proofs.prove_all([]) == []
    with pytest.raises(merkle.ProofError, match="no leaf 699"):
        proofs.prove(entries[-1], size=699)


def test_a_page_of_proofs_reads_a_handful_of_rows(
    leaves: list[bytes], django_assert_max_num_queries: object
) -> None:
    entries = list(JournalEntry.objects.filter(seq__lt=300))
    proofs._full.cache_clear()
    with django_assert_max_num_queries(6):  # type: ignore[operator]
        proofs.prove_all(entries)


def test_a_checkpoint_is_signed_once_a_size(write: Make, by: Posting) -> None:
    assert checkpoints.checkpoint(by.office) is None
    write()
    first = checkpoints.checkpoint(by.office)
    assert checkpoints.checkpoint(by.office) == first
    write()
    checkpoints.checkpoint(by.office)
    assert sorted(JournalCheckpoint.objects.values_list("size", flat=True)) == [1, 2]


def test_a_position_is_what_a_paper_prints(write: Make, by: Posting) -> None:
    write()
    notebook = write()
    place = checkpoints.position(notebook)
    assert (place.office, place.epoch, place.seq, place.size) == (by.office, 1, 1, 2)
    shown = checkpoints.check(place.note, office=by.office, epoch=1)
    assert (shown.size, shown.root) == (2, place.root)
    assert shown.origin.endswith("/BAZAAR/1")
    with pytest.raises(LookupError):
        checkpoints.position(Notebook(title="never written"))


def test_a_note_that_contradicts_the_journal_is_told_apart(write: Make, by: Posting) -> None:
    write()
    signer = checkpoints.signer(by.office, 1)
    forged = notes.Checkpoint(signer.name, 1, bytes(32)).note(signer)
    with pytest.raises(merkle.ProofError, match="another root"):
        checkpoints.check(forged, office=by.office, epoch=1)
    longer = notes.Checkpoint(signer.name, 9, bytes(32)).note(signer)
    with pytest.raises(merkle.ProofError, match="holds 1 leaves, not 9"):
        checkpoints.check(longer, office=by.office, epoch=1)
    stranger = notes.Signer(signer.name, Ed25519PrivateKey.generate())
    foreign = notes.Checkpoint(signer.name, 1, bytes(32)).note(stranger)
    with pytest.raises(notes.NoteError, match="has not signed"):
        checkpoints.check(foreign, office=by.office, epoch=1)


def test_a_proof_file_verifies_without_this_node(write: Make, by: Posting) -> None:
    write()
    write()
    entry = JournalEntry.objects.get(seq=1)
    parsed = tlogproof.TlogProof.parse(checkpoints.proof_file(entry))
    signed = parsed.verify(bytes(entry.leaf), checkpoints.verifier(by.office, 1))
    assert (parsed.index, signed.size) == (1, 2)
    with pytest.raises(merkle.ProofError):
        parsed.verify(bytes(32), checkpoints.verifier(by.office, 1))


def test_others_add_their_signatures(write: Make, by: Posting) -> None:
    write()
    signed = checkpoints.checkpoint(by.office)
    assert signed is not None
    court = notes.Signer("court.example", Ed25519PrivateKey.generate(), notes.COSIGNATURE)
    text = notes.parse(signed.note).text
    checkpoints.cosign(signed, court.cosign(text, 1_800_000_000), court.verifier)
    signed.refresh_from_db()
    assert notes.cosignature_time(signed.cosignatures[0].rstrip("\n")) == 1_800_000_000
    with pytest.raises(notes.NoteError):
        checkpoints.cosign(signed, court.cosign("other\n", 5), court.verifier)


def test_a_new_epoch_cites_where_the_old_one_ended(write: Make, by: Posting) -> None:
    write()
    write()
    root = proofs.tree(by.office.pk, 1).root()
    begun = new_epoch(by.office, reason="restored from the backup of 3 November", by=by)
    assert (begun.epoch, begun.old_size, bytes(begun.old_root)) == (2, 2, root)
    notebook = write()
    place = checkpoints.position(notebook)
    assert (place.epoch, place.seq) == (2, 1)
    assert list(JournalHead.objects.order_by("epoch").values_list("epoch", "size", "closed")) == [
        (1, 2, True),
        (2, 2, False),
    ]
    settle()
    assert verify(by.office) == []


def test_another_leaf_for_a_number_is_kept_as_evidence(write: Make) -> None:
    write()
    entry = JournalEntry.objects.get()
    assert note_fork(entry, offered=bytes(entry.leaf), from_node="station") is None
    note_fork(entry, offered=bytes(32), from_node="station")
    fork = JournalFork.objects.get()
    assert (bytes(fork.held), bytes(fork.offered)) == (bytes(entry.leaf), bytes(32))
