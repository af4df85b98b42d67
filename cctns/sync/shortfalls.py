"""A node above that holds less of a journal than it vouched for: it was put back from a backup.

Or it hides something: its cosignatures, which stay here, are the proof either way. What it lacks
goes to it again, as if it had never been sent.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

import structlog
from django.db import transaction
from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext as _

from cctns.journal.models import JournalCheckpoint, JournalHead
from cctns.lib.clock import now

from .heard import SILENT
from .models import Held, Peer, Shortfall

log = structlog.get_logger(__name__)
Vouched = dict[tuple[UUID, int], int]  # office and epoch -> entries


def vouched(peer: Peer) -> Vouched:
    """How far it holds each journal by its own word. Asked before it is asked anew.

    Another process may ship meanwhile, and its word would then be older than what is known here.
    """
    told = Held.objects.filter(peer=peer).values_list("office_id", "epoch", "size")
    return {(office, epoch): size for office, epoch, size in told}


def compare(peer: Peer, before: Vouched, heads: list[list[Any]]) -> None:
    """Its word of now with that of before; a journal that it does not name it does not hold."""
    holds = {(UUID(office), int(epoch)): int(size) for office, epoch, size, _halted in heads}
    for (office, epoch), size in before.items():
        held = holds.get((office, epoch), 0)
        if held < size:
            head = JournalHead.objects.get(office=office, epoch=epoch)
            if not head.closed or held < _cosigned(head):
                note(peer, head, vouched=size, held=held)


def _cosigned(head: JournalHead) -> int:
    """How far a journal was vouched for under signature.

    Of one that forked and was closed the rest counts as held, since its next epoch tells it again.
    """
    where = {"state": head.state, "office": head.office_id, "epoch": head.epoch}
    told = JournalCheckpoint.objects.filter(**where).exclude(cosignatures=[]).order_by("-size")
    return told.values_list("size", flat=True).first() or 0


@transaction.atomic
def note(peer: Peer, head: JournalHead, *, vouched: int, held: int) -> None:
    """An alarm; and it is believed, so that what it lacks is sent again."""
    told = {"epoch": head.epoch, "vouched": vouched, "held": held}
    Shortfall.objects.create(peer=peer, office_id=head.office_id, at=now(), **told)
    Held.mark(peer, head, held)
    log.error("sync.shortfall", node=peer.name, office=str(head.office_id), **told)


def sentences() -> Iterator[str]:
    """While something is lacking, and for a day: whoever looks after that node must know."""
    now_held = Held.objects.filter(
        peer=OuterRef("peer"), office=OuterRef("office"), epoch=OuterRef("epoch")
    )
    told = Shortfall.objects.select_related("office").order_by("-id")
    for one in told.annotate(now_held=Subquery(now_held.values("size")[:1]))[:50]:
        again = (one.now_held or 0) >= one.vouched
        if not again or now() - one.at < SILENT:
            yield _sentence(one, again)


def _sentence(one: Shortfall, again: bool) -> str:
    told = {
        "node": one.peer_id,
        "office": one.office.name,
        "epoch": one.epoch,
        "vouched": one.vouched,
        "held": one.held,
    }
    lacking = _(
        "%(node)s vouched for %(vouched)s entries of %(office)s (epoch %(epoch)s) and held only "
        "%(held)s: it was put back from a backup, or hides some."
    )
    sent = _("What it lacked was sent again.") if again else _("What it lacks is sent again.")
    return f"{lacking % told} {sent}"
