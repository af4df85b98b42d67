"""Forks: another leaf was offered for a number that this node holds. Kept as evidence."""

from __future__ import annotations

from cctns.lib.clock import now

from .models import JournalEntry, JournalFork, JournalHead


def note_fork(held: JournalEntry, *, offered: bytes, from_node: str) -> JournalFork | None:
    """Keep what was offered; None when it is the leaf that is held, which is no fork."""
    if bytes(held.leaf) == offered:
        return None
    head = JournalHead(state=held.state, office_id=held.office_id, epoch=held.epoch)
    return keep_fork(head, held.seq, held=bytes(held.leaf), offered=offered, from_node=from_node)


def keep_fork(
    head: JournalHead, seq: int, *, held: bytes, offered: bytes, from_node: str
) -> JournalFork:
    """Both leaves, once: a fork that is offered again is the one that is known."""
    where = {"state": head.state, "office_id": head.office_id, "epoch": head.epoch, "seq": seq}
    known = JournalFork.objects.filter(**where, offered=offered).first()
    return known or JournalFork.objects.create(
        **where, held=held, offered=offered, from_node=from_node, at=now()
    )
