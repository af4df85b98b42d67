"""The lines as an officer sees them, and cutting one by hand: what goes over it waits meanwhile."""

from __future__ import annotations

import structlog

from cctns.offices import access
from cctns.offices.models import Posting

from . import overview as told
from .models import Peer

log = structlog.get_logger(__name__)


@access.query
def overview(*, by: Posting) -> told.Overview:
    """How this node's lines do. Raises Refused."""
    access.require(by, "network.view", by.office)
    return told.overview()


@access.action
def hold(*, by: Posting, node: str, cut: bool) -> None:
    """Cut a line, or open it again. Raises Refused, and Peer.DoesNotExist."""
    access.require(by, "network.manage", by.office)
    peer = Peer.objects.select_for_update().get(pk=node, revoked_at=None)
    peer.cut = cut
    peer.save(update_fields=["cut"])
    log.info("sync.line", node=node, cut=cut, by=by.officer.username)
