"""Who may bring which journal, and how one begins here: new, or anew in the next epoch."""

from __future__ import annotations

import base64
import json
from typing import Any

from cctns.journal import tiles
from cctns.journal.models import JournalFork, JournalHead
from cctns.journal.proofs import StoredTree
from cctns.lib import merkle
from cctns.offices.models import Office

from . import evidence, wire
from .models import Peer
from .models.peer import NodeRole, Side
from .refused import Refused

_NOT_YOURS = "this journal is not yours to bring"


def must_bring(source: Peer, office: Office, home: str) -> None:
    """A station brings its own journals, a State those of its offices, a parent those sent down."""
    if source.revoked_at is not None:
        raise Refused(403, "this node was revoked")
    if source.side == Side.PARENT:
        return
    if source.role == NodeRole.STATION and home != source.name:
        raise Refused(403, _NOT_YOURS)
    if source.role == NodeRole.STATE and office.state_id != source.state:
        raise Refused(403, _NOT_YOURS)


def journal(batch: wire.Batch, office: Office, source: Peer) -> JournalHead:
    """The head of a journal that is not held yet. Raises Refused."""
    must_bring(source, office, batch.head.home)
    heads = JournalHead.objects.select_for_update(no_key=True).filter(
        state=batch.head.state, office=office
    )
    later = heads.filter(epoch__gt=batch.head.epoch)
    begun = later.exclude(size=0).first()
    if begun is not None:
        raise Refused(409, "a later epoch of this journal is held", epoch=begun.epoch)
    before = heads.filter(epoch__lt=batch.head.epoch).order_by("-epoch").first()
    if before is None and batch.head.epoch != 1:
        raise Refused(409, "the first epoch of this journal comes first", epoch=1, size=0)
    if before is not None:
        _follow(batch, before)
    if batch.head.first != 0:
        raise Refused(409, "a journal begins at 0", size=0)
    return JournalHead.objects.create(
        state=batch.head.state,
        office=office,
        epoch=batch.head.epoch,
        home_node=batch.head.home,
        closed=later.exists(),  # the next one waits here for what this one says
    )


def _follow(batch: wire.Batch, before: JournalHead) -> None:
    """The new epoch says where the old one ended; what is held of it must fit that."""
    if batch.head.epoch != before.epoch + 1:
        raise Refused(409, "an epoch is missing between", epoch=before.epoch + 1, size=0)
    if JournalFork.objects.filter(office=before.office_id, epoch=before.epoch).exists():
        # Where the two part is known and kept; the new epoch is how the journal goes on.
        JournalHead.objects.filter(pk=before.pk).update(closed=True)
        return
    told = _begun(batch)
    old_size, old_root = told["old_size"], base64.b64decode(told["old_root"])
    if old_size > before.size:
        raise Refused(409, "the epoch before it comes first", epoch=before.epoch, size=before.size)
    JournalHead.objects.filter(pk=before.pk).update(closed=True)
    if old_size < before.size or StoredTree.of(before).root(old_size) != old_root:
        _keep_fork(before, min(old_size, before.size - 1), old_root)


def _begun(batch: wire.Batch) -> dict[str, Any]:
    first = batch.entries[0]
    if first.record_type != "epoch" or not first.document:
        raise Refused(422, "an epoch begins with the entry that says why", seq=0)
    told: dict[str, Any] = json.loads(first.document)
    return told


def _keep_fork(before: JournalHead, seq: int, root: bytes) -> None:
    """The new epoch leaves out or contradicts what is held: said aloud, though it goes on."""
    held = tiles.read(before.state, before.office_id, before.epoch, 0, seq, 1) or merkle.EMPTY_ROOT
    evidence.alarm(before, seq, held=held, offered=root)


def must_ask(peer: Peer, head: JournalHead) -> None:
    """A child fetches what it wrote itself, and what its offices wrote before they moved to it."""
    own = JournalHead.objects.filter(office=head.office_id, home_node=peer.name)
    if peer.side == Side.CHILD and not own.exists():
        raise Refused(403, "this journal is not yours to fetch")
