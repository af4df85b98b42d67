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

from .models import JournalCheckpoint, JournalEntry, JournalHead, NodeKey, Record
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
    """Sign the office's open journal as it stands; None when nothing was ever written there.

    A journal of another node is that node's to sign: the newest note that came is given.
    """
    head = JournalHead.objects.filter(office=office, closed=False).first()
    if head is None or (head.home_node != settings.CHECKPOINT_ORIGIN and head.size == 0):
        return None
    return sign(head)


def sign(head: JournalHead, size: int | None = None) -> JournalCheckpoint:
    """The note on a journal at a size (as it stands, when not given).

    One note a size: asked again, the first one is given. Of a journal of another node the oldest
    note that reaches so far is given. Raises LookupError when none does.
    """
    size = head.size if size is None else size
    where = {"state": head.state, "office": head.office, "epoch": head.epoch}
    if head.home_node != settings.CHECKPOINT_ORIGIN:
        held = JournalCheckpoint.objects.filter(**where, size__gte=size).order_by("size").first()
        if held is None:
            raise LookupError(f"{head.home_node} has signed nothing at {size} entries")
        return held
    found = JournalCheckpoint.objects.filter(**where, size=size).first()
    return found or _sign(head, size)


def _sign(head: JournalHead, size: int) -> JournalCheckpoint:
    edge = Frontier.from_bytes(head.size, bytes(head.frontier))
    root = edge.root() if size == head.size else StoredTree.of(head).root(size)
    signed = signer(head.office, head.epoch)
    note = notes.Checkpoint(signed.name, size, root).note(signed)
    where = {"state": head.state, "office": head.office, "epoch": head.epoch, "size": size}
    made, _ = JournalCheckpoint.objects.get_or_create(
        **where, defaults={"root": root, "note": note}
    )
    return made


def position(record: Record) -> Position:
    """For printing: the newest entry of a record under a signed root. Raises LookupError."""
    entry = entry_of(record.pk)
    if entry is None:
        raise LookupError(f"{record._meta.model_name} {record.pk} stands in no journal")
    signed = _covering(entry)
    root = bytes(signed.root)
    return Position(entry.office, entry.epoch, entry.seq, signed.size, root, signed.note)


def _covering(entry: JournalEntry) -> JournalCheckpoint:
    head = JournalHead.objects.get(office=entry.office_id, epoch=entry.epoch)
    return sign(head, None if head.home_node == settings.CHECKPOINT_ORIGIN else entry.seq + 1)


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
    """A checkpoint of a journal held here, out of a note that somebody shows.

    Raises NoteError when the key of the journal's node did not sign it, and ProofError when it
    contradicts the journal: somebody has rewritten one of the two.
    """
    head = JournalHead.objects.filter(office=office, epoch=epoch).first()
    home = head.home_node if head else settings.CHECKPOINT_ORIGIN
    shown = signed_by(home, note, office=office, epoch=epoch)
    held = StoredTree.of(head) if head else StoredTree(office.state_id, office.pk, epoch, 0)
    if held.root(shown.size) != shown.root:
        raise merkle.ProofError("the journal had another root at that size")
    return shown


def signed_by(
    home: str, note: str, *, office: Office, epoch: int, now_valid: bool = False
) -> notes.Checkpoint:
    """The checkpoint of a note that this node signed for that journal. Raises NoteError.

    `now_valid`: only by a key that still signs, as what comes in today must be.
    """
    parsed = notes.parse(note)
    name = origin(office, epoch, home)
    failed = notes.NoteError(f"no key of {home} is known here")
    for key in keys_of(home, now_valid=now_valid):
        try:
            notes.Verifier(name, notes.ED25519, key).verify(parsed)
        except notes.NoteError as error:
            failed = error
        else:
            shown = notes.Checkpoint.parse(parsed.text)
            if shown.origin != name:
                raise notes.NoteError(f"this is a checkpoint of {shown.origin}, not of {name}")
            return shown
    raise failed


def keys_of(home: str, *, now_valid: bool = False) -> list[bytes]:
    """Public keys under which a node signs or once signed, newest first."""
    told = NodeKey.objects.filter(node=home).order_by("-since")
    keys = [bytes(one.key) for one in told if one.until is None or not now_valid]
    if home == settings.CHECKPOINT_ORIGIN:
        keys.insert(0, node_key().public_key().public_bytes_raw())
    return keys


def origin(office: Office, epoch: int, home: str | None = None) -> str:
    """The name of a journal as a log; of another node's, with that node's name before it."""
    return f"{home or settings.CHECKPOINT_ORIGIN}/{office.code}/{epoch}"


def signer(office: Office, epoch: int) -> notes.Signer:
    return notes.Signer(origin(office, epoch), node_key())


def verifier(office: Office, epoch: int) -> notes.Verifier:
    """What others need to check this node's signature under an office's journal."""
    return signer(office, epoch).verifier


def node_key() -> Ed25519PrivateKey:
    """The key by which this node signs."""
    return _read_key(Path(settings.NODE_KEY_FILE), Path(settings.NODE_KEY_FILE).stat().st_mtime_ns)


@lru_cache(maxsize=4)
def _read_key(path: Path, _written: int) -> Ed25519PrivateKey:
    """Read again only once the file was written anew: a rotated key is used at once."""
    key = load_pem_private_key(path.read_bytes(), password=None)
    if not isinstance(key, Ed25519PrivateKey):
        raise TypeError(f"{path} holds no Ed25519 key")
    return key
