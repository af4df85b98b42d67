"""The lines as an officer sees them, and cutting one by hand: what goes over it waits meanwhile."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5

import structlog

from cctns.offices import access
from cctns.offices.models import OfficeChange, Posting

from . import overview as told
from .models import Peer

log = structlog.get_logger(__name__)
CUT, HEAL = "cut_line", "heal_line"
LATELY = 10


@dataclass(frozen=True)
class Lines:
    """How the lines do, and who cut or healed one lately, newest first."""

    overview: told.Overview
    holds: list[OfficeChange]


@access.query
def lines(*, by: Posting) -> Lines:
    """Of this node. Raises Refused."""
    access.require(by, "network.view", by.office)
    held = OfficeChange.objects.filter(action__in=(CUT, HEAL)).order_by("-id")
    return Lines(told.overview(), list(held.select_related("posting__officer")[:LATELY]))


@access.action
def hold(*, by: Posting, node: str, cut: bool) -> None:
    """Cut a line, or open it again; who did it is kept. Raises Refused, and Peer.DoesNotExist."""
    access.require(by, "network.manage", by.office)
    peer = Peer.objects.select_for_update().get(pk=node, revoked_at=None)
    if peer.cut == cut:
        return
    peer.cut = cut
    peer.save(update_fields=["cut"])
    OfficeChange.objects.create(
        posting=by,
        action=CUT if cut else HEAL,
        office=by.office,
        subject="peer",
        subject_id=uuid5(NAMESPACE_URL, node),  # a node is known by its name
        before={"cut": not cut},
        after={"name": node, "cut": cut},
    )
    log.info("sync.line", node=node, cut=cut, by=by.officer.username)
