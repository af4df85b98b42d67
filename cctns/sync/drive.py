"""A pen drive in the place of a line: journals and letters, sealed for the node above.

The bytes are those of the line, so they are verified alike; a drive that is lost tells nobody
anything, one that comes twice or late does no harm. The answer is a receipt to carry back.
"""

from __future__ import annotations

import json
import os
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.db import transaction

from cctns.journal import checkpoints
from cctns.journal.models import JournalCheckpoint, JournalHead, NodeKey
from cctns.lib import notes

from . import directory, gather, greeting, letters, papers, realm, receive, wire, witness
from .models import Held, Peer
from .post import letter_of, to_bytes, told_of
from .refused import Refused

_MAGIC = b"CCTNSD1\n"
_LENGTH = struct.Struct(">I")
_LARGEST_PART = 16 * 2**20


class NotADrive(ValueError):
    """This file was not made for this node, or was damaged on its way; says which."""


@dataclass
class Read:
    """What a drive brought: entries and letters taken, and what was refused, by journal."""

    entries: int
    letters: int
    refused: list[str]
    receipt: bytes


def export(peer: Peer, path: Path) -> int:
    """Write all that the node above does not hold yet; returns how many entries. It stays ours
    to send until the receipt or the line says that it arrived."""
    box = _Box.for_reader(bytes(peer.box_key))
    count = 0
    with _whole_file(path) as file:
        file.write(_MAGIC + box.opening)
        box.put(file, _paper("export", to=peer.name, **greeting.question(peer)))
        box.put(file, to_bytes([told_of(one) for one in letters.waiting(peer, most=10_000)]))
        box.put(file, to_bytes(directory.upward()))
        for batch in _batches(peer):
            box.put(file, wire.pack(batch, level=19))
            count += len(batch.entries)
        box.put(file, b"")
    return count


def _batches(peer: Peer) -> Iterator[wire.Batch]:
    held = {(one.office_id, one.epoch): one.size for one in Held.objects.filter(peer=peer)}
    for head in JournalHead.objects.order_by("office_id", "epoch"):
        first = held.get((head.office_id, head.epoch), 0)
        while (batch := gather.stretch(head, first, 500, to=peer)) is not None:
            yield batch
            first = batch.end


def read(path: Path) -> Read:
    """Take what a drive brings from a node below. Raises NotADrive."""
    parts = _parts(path)
    said = papers.opened(next(parts), "export")
    peer = _source(said)
    came = [letter_of(one) for one in json.loads(next(parts))]
    told = json.loads(next(parts))
    if peer.role == "state":
        directory.take(told, source=peer)
    for one in came:
        letters.receive(one, source=peer)
    done = Read(0, len(came), [], b"")
    taken: dict[str, Any] = {"letters": [str(one.pk) for one in came], "journals": []}
    for data in parts:
        _take(data, peer, done, taken)
    done.receipt = _paper("receipt", to=peer.name, **taken)
    return done


def _take(data: bytes, peer: Peer, done: Read, taken: dict[str, Any]) -> None:
    head = wire.unpack(data).head
    try:
        got = receive.take(data, source=peer)
        done.entries += got.size - head.first
        taken["journals"].append([head.office, head.epoch, got.size, got.cosignature])
    except Refused as refusal:
        size = refusal.told.get("size")
        if refusal.status == 409 and size is not None and head.first < size:
            taken["journals"].append([head.office, head.epoch, size, ""])  # came by the line
            return
        done.refused.append(f"{head.office}/{head.epoch} from {head.first}: {refusal.sentence}")


def settle(data: bytes) -> int:
    """Believe the receipt that came back on the drive; returns how many journals moved."""
    said = papers.opened(data, "receipt")
    peer = realm.parent()
    if peer is None or said["to"] != realm.me() or said["node"] != peer.name:
        raise NotADrive("This receipt is for another node.")
    letters.taken(peer, [UUID(one) for one in said["letters"]])
    moved = 0
    for office, epoch, size, line in said["journals"]:
        moved += _settle(peer, UUID(office), epoch, size, line)
    return moved


def _settle(peer: Peer, office: UUID, epoch: int, size: int, line: str) -> bool:
    with transaction.atomic():
        head = JournalHead.objects.get(office=office, epoch=epoch)
        where: dict[str, Any] = {"state": head.state, "office": head.office, "epoch": epoch}
        if line:
            signed = JournalCheckpoint.objects.get(**where, size=size)
            try:
                checkpoints.cosign(signed, line, witness.verifier_of(peer))
            except notes.NoteError as error:
                raise NotADrive(f"The receipt's cosignature is wrong: {error}") from None
        held = Held.objects.filter(peer=peer, **where).first()
        if held and held.size >= size:
            return False
        Held.mark(peer, head, size)
        return True


def _source(said: dict[str, Any]) -> Peer:
    peer = Peer.objects.filter(name=said["node"], revoked_at=None).first()
    key = NodeKey.objects.filter(node=said["node"], until=None).first()
    if peer is None or key is None or bytes(key.key).hex() != said["log_key"]:
        raise NotADrive(f"{said['node']} is not enrolled here, or was revoked.")
    if said["to"] != realm.me():
        raise NotADrive(f"This drive is for {said['to']}.")
    return peer


def _paper(kind: str, **told: Any) -> bytes:
    return to_bytes(papers.signed({"paper": kind, **papers.keys_of_this_node(), **told}))


class _Box:
    """Parts sealed one after another for one reader: X25519, HKDF, AES-256-GCM with a counter."""

    def __init__(self, key: bytes, opening: bytes) -> None:
        self._cipher, self.opening, self._count = AESGCM(key), opening, 0

    @classmethod
    def for_reader(cls, public: bytes) -> _Box:
        once = X25519PrivateKey.generate()
        mine = once.public_key().public_bytes_raw()
        shared = once.exchange(X25519PublicKey.from_public_bytes(public))
        return cls(_derived(shared, mine + public), mine)

    @classmethod
    def of_reader(cls, opening: bytes) -> _Box:
        key = papers.box_key()
        shared = key.exchange(X25519PublicKey.from_public_bytes(opening))
        return cls(_derived(shared, opening + key.public_key().public_bytes_raw()), opening)

    def put(self, file: Any, part: bytes) -> None:
        sealed = self._cipher.encrypt(self._nonce(), part, None)
        file.write(_LENGTH.pack(len(sealed)) + sealed)

    def get(self, sealed: bytes) -> bytes:
        try:
            return self._cipher.decrypt(self._nonce(), sealed, None)
        except InvalidTag:
            raise NotADrive("This drive is not for this node, or was damaged.") from None

    def _nonce(self) -> bytes:
        self._count += 1
        return self._count.to_bytes(12)


def _derived(shared: bytes, both: bytes) -> bytes:
    return HKDF(SHA256(), 32, salt=both, info=b"cctns drive 1").derive(shared)


def _parts(path: Path) -> Iterator[bytes]:
    """Raises NotADrive: for a file that was cut short at its end, so what came before counts."""
    with path.open("rb") as file:
        if file.read(len(_MAGIC)) != _MAGIC:
            raise NotADrive("This file is no drive of a node.")
        box = _Box.of_reader(file.read(32))
        while True:
            size = file.read(_LENGTH.size)
            length = _LENGTH.unpack(size)[0] if len(size) == _LENGTH.size else _LARGEST_PART + 1
            if length > _LARGEST_PART:
                raise NotADrive("This drive ends too early: it was not written whole.")
            part = box.get(file.read(length))
            if not part:
                return
            yield part


class _whole_file:
    """A file that appears under its name only once it is whole and on the disk."""

    def __init__(self, path: Path) -> None:
        self._path, self._half = path, path.with_name(path.name + ".part")

    def __enter__(self) -> Any:
        self._file = self._half.open("wb")
        return self._file

    def __exit__(self, kind: object, *_rest: object) -> None:
        if kind is None:
            self._file.flush()
            os.fsync(self._file.fileno())
        self._file.close()
        if kind is None:
            self._half.rename(self._path)
        else:
            self._half.unlink(missing_ok=True)
