"""Checkpoints: the node's signed word on how far an office's journal has come, and its root.

C2SP tlog-checkpoint notes; each epoch of each office is a log with an origin of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from django.conf import settings

from cctns.lib import merkle, notes, tlogproof
from cctns.lib.merkle import Frontier
from cctns.offices.models import Office

from .models import JournalCheckpoint, JournalEntry, JournalHead, Record
from .proofs import StoredTree
from .read import entry_of


@dataclass(frozen=True)
class Position:
    """Where a record's newest entry stands: what is printed on a paper."""

    office: Office
    epoch: int
    seq: int
    size: int
    root: bytes
    note: str


def checkpoint(office: Office) -> JournalCheckpoint | None:
    """Sign the office's open journal as it stands; None when nothing was ever written there."""
    head = JournalHead.objects.filter(office=office, closed=False).first()
    return _signed(head) if head else None


def _signed(head: JournalHead) -> JournalCheckpoint:
    """One note a size: asked again, the first one is given."""
    where = {"state": head.state, "office": head.office, "epoch": head.epoch, "size": head.size}
    found = JournalCheckpoint.objects.filter(**where).first()
    if found:
        return found
    root = Frontier.from_bytes(head.size, bytes(head.frontier)).root()
    signed = signer(head.office, head.epoch)
    note = notes.Checkpoint(signed.name, head.size, root).note(signed)
    return JournalCheckpoint.objects.get_or_create(**where, defaults={"root": root, "note": note})[
        0
    ]


def position(record: Record) -> Position:
    """For printing: the newest entry of a record under a signed root. Raises LookupError."""
    entry = entry_of(record.pk)
    if entry is None:
        raise LookupError(f"{record._meta.model_name} {record.pk} stands in no journal")
    signed = _covering(entry)
    root = bytes(signed.root)
    return Position(entry.office, entry.epoch, entry.seq, signed.size, root, signed.note)


def _covering(entry: JournalEntry) -> JournalCheckpoint:
    return _signed(JournalHead.objects.get(office=entry.office_id, epoch=entry.epoch))


def proof_file(entry: JournalEntry) -> str:
    """A C2SP tlog-proof: the entry's path and a signed checkpoint, to verify without this node."""
    signed = _covering(entry)
    whole = StoredTree(entry.state, entry.office_id, entry.epoch, signed.size)
    path = whole.inclusion(entry.seq, signed.size)
    return tlogproof.TlogProof(entry.seq, path, signed.note).text()


def cosign(signed: JournalCheckpoint, line: str, witness: notes.Verifier) -> None:
    """Keep another body's signature line on a checkpoint. Raises NoteError if it is not theirs."""
    witness.verify(notes.parse(signed.note + line))
    if line not in signed.cosignatures:
        signed.cosignatures = [*signed.cosignatures, line]
        signed.save(update_fields=["cosignatures"])


def check(note: str, *, office: Office, epoch: int) -> notes.Checkpoint:
    """A checkpoint of ours, out of a note that somebody shows.

    Raises NoteError when this node's key did not sign it for that journal, and ProofError when it
    contradicts the journal: somebody has rewritten one of the two.
    """
    parsed = notes.parse(note)
    verifier(office, epoch).verify(parsed)
    shown = notes.Checkpoint.parse(parsed.text)
    head = JournalHead.objects.filter(office=office, epoch=epoch).first()
    held = StoredTree.of(head) if head else StoredTree(office.state_id, office.pk, epoch, 0)
    if held.root(shown.size) != shown.root:
        raise merkle.ProofError("the journal had another root at that size")
    return shown


def origin(office: Office, epoch: int) -> str:
    return f"{settings.CHECKPOINT_ORIGIN}/{office.code}/{epoch}"


def signer(office: Office, epoch: int) -> notes.Signer:
    return notes.Signer(origin(office, epoch), _node_key(Path(settings.NODE_KEY_FILE)))


def verifier(office: Office, epoch: int) -> notes.Verifier:
    """What others need to check this node's signature under an office's journal."""
    return signer(office, epoch).verifier


@lru_cache(maxsize=4)
def _node_key(path: Path) -> Ed25519PrivateKey:
    key = load_pem_private_key(path.read_bytes(), password=None)
    if not isinstance(key, Ed25519PrivateKey):
        raise TypeError(f"{path} holds no Ed25519 key")
    return key
