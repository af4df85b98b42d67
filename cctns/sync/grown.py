"""The head of a received journal: locked with what is asked of it, moved with what goes along.

One statement each. A station mostly brings a few entries, and each question more would cost the
parent as much as those.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import OuterRef, Subquery

from cctns.journal import checkpoints
from cctns.journal.models import JournalFork, JournalHead
from cctns.lib.clock import now
from cctns.lib.merkle import Frontier

from .models import Peer
from .refused import Refused
from .wire import Batch

# The checkpoint with our cosignature, its leaf in the log of logs, how far the neighbour holds the
# journal, and the head: unless a fork was found since it was locked.
_GROW = """
WITH grown AS (
    UPDATE journal_head SET size = %(size)s, frontier = %(frontier)s,
        moved = pg_current_xact_id()::text::bigint
    WHERE state = %(state)s AND office_id = %(office)s AND epoch = %(epoch)s AND NOT EXISTS (
        SELECT FROM journal_fork fork WHERE fork.state = journal_head.state
        AND fork.office_id = journal_head.office_id AND fork.epoch = journal_head.epoch)
    RETURNING state, office_id, epoch, size
), signed AS (
    INSERT INTO journal_checkpoint (state, office_id, epoch, size, root, note, cosignatures)
    SELECT state, office_id, epoch, size, %(root)s, %(note)s, %(cosignatures)s FROM grown
), seen AS (
    INSERT INTO sync_logleaf (origin, size, root, at, leaf)
    SELECT %(origin)s, size, %(root)s, %(at)s, '' FROM grown
)
INSERT INTO sync_held (peer_id, state, office_id, epoch, size, at)
SELECT %(peer)s, state, office_id, epoch, size, %(at)s FROM grown
ON CONFLICT (peer_id, state, office_id, epoch) DO UPDATE SET size = EXCLUDED.size, at = EXCLUDED.at
"""
_FORK = JournalFork.objects.filter(
    state=OuterRef("state"), office=OuterRef("office"), epoch=OuterRef("epoch")
)


@dataclass(frozen=True)
class Taken:
    """How far the journal is held now, and this node's cosignature on that."""

    size: int
    root: bytes
    cosignature: str


def locked(batch: Batch) -> JournalHead | None:
    """The head of the journal that a batch goes on, with its office."""
    heads = JournalHead.objects.select_for_update(no_key=True, of=("self",))
    heads = heads.select_related("office").annotate(
        forked=Subquery(_FORK.order_by("pk").values("seq")[:1])
    )
    where = {"state": batch.head.state, "office": batch.office, "epoch": batch.head.epoch}
    return next(iter(heads.filter(**where)), None)


def must_not_be_forked(head: JournalHead) -> None:
    """Raises Refused."""
    seq = vars(head).get("forked")  # of `locked`; a journal that only begins has none
    if seq is not None:
        raise Refused(423, "this journal has forked: it goes on in a new epoch", seq=seq)


def grow(head: JournalHead, batch: Batch, edge: Frontier, taken: Taken, source: Peer) -> None:
    """Up to the end of this batch. Raises Refused when the journal was found to fork meanwhile."""
    told: dict[str, Any] = {
        "state": head.state,
        "office": head.office_id,
        "epoch": head.epoch,
        "size": taken.size,
        "frontier": edge.to_bytes(),
        "root": taken.root,
        "note": batch.head.note,
        "cosignatures": [taken.cosignature],
        "origin": checkpoints.origin(head.office, head.epoch, head.home_node),
        "peer": source.pk,
        "at": now(),
    }
    with connection.cursor() as cursor:
        cursor.execute(_GROW, told)
        if cursor.rowcount == 0:
            raise Refused(423, "this journal has forked: it goes on in a new epoch")
