"""Taking a stretch of a journal in: verified whole before a byte of it is kept, or refused.

One transaction: the head is locked and must stand where the stretch begins; digests and leaves are
computed from what came; the root they lead to must be the one that the writing node signed. So a
parent never holds what its child did not sign, and refusing leaves everything as it was.
"""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import Error, IntegrityError, connection, transaction

from cctns.journal import checkpoints, serials, tiles
from cctns.journal.erase import seal
from cctns.journal.models import Erasure, JournalHead
from cctns.lib import faults, notes
from cctns.lib.merkle import Frontier
from cctns.offices.models import Office

from . import begin, evidence, grown, store, wire
from .grown import Taken
from .leaves import digest_of, leaf_of
from .models import Peer
from .received import as_replica
from .refused import Refused, unable
from .witness import cosign


@dataclass
class _Checked:
    """What was computed of a stretch; where it leads must be what its node signed."""

    frontier: Frontier
    leaves: list[bytes] = field(default_factory=list)


def take(data: bytes, *, source: Peer, expected: tuple[UUID, int] | None = None) -> Taken:
    """Apply a batch that a neighbour brings. Raises Refused with the reason and a status."""
    try:
        batch = wire.unpack(data)
    except wire.WireError as error:
        raise Refused(422, str(error)) from None
    if expected and expected != (batch.office, batch.head.epoch):
        raise Refused(422, "the batch is of another journal than its address says")
    try:
        with transaction.atomic():
            taken = _take(batch, source)
            faults.point("apply.before_commit")
    except evidence.Forked as fork:
        evidence.keep(fork, data, source)
        raise Refused(423, fork.sentence, seq=fork.seq) from None
    except Error as error:
        raise unable(error) from error
    faults.point("apply.after_commit")
    return taken


def _take(batch: wire.Batch, source: Peer) -> Taken:
    if not batch.entries:
        raise Refused(422, "a batch without an entry")
    head = _head(batch, source)
    office = head.office
    if batch.head.first != head.size:
        _compare(batch, head)
        raise Refused(409, "this stretch does not begin where the journal ends", size=head.size)
    root = _signed_root(batch, head, office)
    try:
        checked = _written(batch, head, root)
    except IntegrityError:
        raise Refused(422, "an entry stands in it twice, or is held here already") from None
    faults.point("apply.copied")
    taken = Taken(batch.end, root, cosign(batch.head.note))
    with as_replica() if head.closed else nullcontext():
        # A closed journal that is still coming in grows all the same.
        grown.grow(head, batch, checked.frontier, taken, source)
        _move(batch, office, checked)
    return taken


def _written(batch: wire.Batch, head: JournalHead, root: bytes) -> _Checked:
    """The stretch in the tables of this transaction, verified. Raises Refused.

    The server writes what was hashed while the next is; documents are packed beside that, and laid
    out before the server is waited for. Nothing is said of an entry before the whole has led to
    the root.
    """
    raw = connection.connection
    checked = _Checked(Frontier.from_bytes(head.size, bytes(head.frontier)))
    with connection.wrap_database_errors, ThreadPoolExecutor(1) as packer:
        packed = packer.submit(store.packed, batch)
        with store.copying(raw, store.HEADERS) as copying:
            for group in store.groups(batch):
                copying.write(store.headers(batch, group, _hashed(batch, group, checked)))
            if checked.frontier.root() != root:
                raise Refused(422, "the entries do not lead to the root that was signed")
            faults.point("apply.verified")
            documents = store.payloads(batch, packed.result())
        with store.copying(raw, store.PAYLOADS) as copying:
            copying.write(documents)
        if any(one.leaf for one in batch.entries):
            with store.copying(raw, store.BARE) as copying:
                copying.write(store.bare(batch))
    return checked


def _office(batch: wire.Batch) -> Office:
    office = Office.objects.filter(pk=batch.office, state_id=batch.head.state).first()
    if office is None:
        raise Refused(404, "no such office is known here: send the directory first")
    return office


def _head(batch: wire.Batch, source: Peer) -> JournalHead:
    """The locked head of this journal. Raises Refused when it is not this neighbour's to bring, or
    has forked."""
    head = grown.locked(batch)
    if head is None:
        head = begin.journal(batch, _office(batch), source)
    begin.must_bring(source, head.office, head.home_node)
    if head.home_node != batch.head.home:
        raise Refused(403, f"this journal is written by {head.home_node}")
    grown.must_not_be_forked(head)
    return head


def _compare(batch: wire.Batch, head: JournalHead) -> None:
    """What is held already must be what is offered now. Raises Forked where it is not."""
    overlap = min(batch.end, head.size) - batch.head.first
    if overlap <= 0:
        return
    where = (head.state, head.office_id, head.epoch)
    held = tiles.read(*where, 0, batch.head.first, overlap)
    for at, entry in enumerate(batch.entries[:overlap]):
        seq = batch.head.first + at
        offered = entry.leaf or _leaf(batch, entry, seq, digest_of(entry))
        if held[32 * at : 32 * at + 32] != offered:
            raise evidence.Forked(head, seq, held[32 * at : 32 * at + 32], offered)


def _signed_root(batch: wire.Batch, head: JournalHead, office: Office) -> bytes:
    """The root that the journal's node signed for the end of this stretch. Raises Refused."""
    try:
        shown = checkpoints.signed_by(
            head.home_node, batch.head.note, office=office, epoch=head.epoch, now_valid=True
        )
    except notes.NoteError as error:
        raise Refused(422, f"the checkpoint is not signed as it must be: {error}") from None
    if shown.size != batch.end:
        raise Refused(422, f"signed are {shown.size} entries, the batch ends at {batch.end}")
    return shown.root


def _hashed(batch: wire.Batch, group: store.Numbered, checked: _Checked) -> list[store.Told]:
    """Digests and leaves, by which the tree grows. Raises Refused for one that has no leaf."""
    told = []
    for seq, entry in group:
        digest = b"" if entry.leaf else digest_of(entry)
        leaf = entry.leaf or _leaf(batch, entry, seq, digest)
        told.append((digest, leaf))
        checked.leaves.append(leaf)
        checked.frontier.append(leaf)
    return told


def _leaf(batch: wire.Batch, entry: wire.Entry, seq: int, digest: bytes) -> bytes:
    try:
        return leaf_of(entry, batch.head.office, batch.head.epoch, seq, digest)
    except ValueError as error:
        raise Refused(422, f"entry {seq}: {error}", seq=seq) from None


def _move(batch: wire.Batch, office: Office, checked: _Checked) -> None:
    """The full tiles, the numbers given, and what a court had erased."""
    head = batch.head
    tiles.complete(head.state, batch.office, head.epoch, head.first, checked.leaves)
    for series, period, last in head.serials:
        serials.at_least(office=office, series=series, period=period, last=last)
    for seq, entry in enumerate(batch.entries, head.first):
        if entry.record_type == "erasure" and entry.document:
            seal(_erasure(office, json.loads(entry.document)), epoch=head.epoch, seq=seq)


def _erasure(office: Office, told: dict[str, Any]) -> Erasure:
    """What is to be taken away; read without its kind, which may be of a newer program."""
    return Erasure(
        state=office.state_id,
        office=office,
        record_id=UUID(told["record_id"]),
        before_version=told["before_version"],
    )
