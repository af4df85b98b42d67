"""Forks: what was offered against what is held is kept, since the two together are the proof."""

from __future__ import annotations

from pathlib import Path

import structlog
from django.conf import settings
from django.db import transaction

from cctns.journal.forks import keep_fork
from cctns.journal.models import JournalHead

from .models import Peer

log = structlog.get_logger(__name__)


class Forked(Exception):
    """Another leaf was offered for a number that is held."""

    sentence = "another entry is held under this number: one of the two nodes rewrote its journal"

    def __init__(self, head: JournalHead, seq: int, held: bytes, offered: bytes) -> None:
        super().__init__(self.sentence)
        self.head, self.seq, self.held, self.offered = head, seq, held, offered


def alarm(head: JournalHead, seq: int, *, held: bytes, offered: bytes, node: str = "") -> None:
    """Keep both hashes and say so in the log, within the caller's transaction."""
    node = node or head.home_node
    keep_fork(head, seq, held=held, offered=offered, from_node=node)
    log.error(
        "sync.fork",
        office=str(head.office_id),
        epoch=head.epoch,
        seq=seq,
        held=held.hex(),
        offered=offered.hex(),
        node=node,
    )


def keep(fork: Forked, data: bytes, source: Peer) -> None:
    """Both leaves into the database, the whole branch that was offered into a file beside it."""
    head = fork.head
    with transaction.atomic():
        alarm(head, fork.seq, held=fork.held, offered=fork.offered, node=source.name)
    folder = Path(settings.HOME) / "forks"
    folder.mkdir(mode=0o700, exist_ok=True)
    (folder / f"{head.office_id}-{head.epoch}-{fork.seq}.batch").write_bytes(data)
