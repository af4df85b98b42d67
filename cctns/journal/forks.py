"""Forks: another leaf was offered for a number that this node holds. Kept as evidence."""

from __future__ import annotations

from cctns.lib.clock import now

from .models import JournalEntry, JournalFork


def note_fork(held: JournalEntry, *, offered: bytes, from_node: str) -> JournalFork | None:
    """Keep what was offered; None when it is the leaf that is held, which is no fork."""
    if bytes(held.leaf) == offered:
        return None
    return JournalFork.objects.create(
        state=held.state,
        office_id=held.office_id,
        epoch=held.epoch,
        seq=held.seq,
        held=bytes(held.leaf),
        offered=offered,
        from_node=from_node,
        at=now(),
    )
