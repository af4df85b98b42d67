"""When other nodes were heard: nothing that came from them can be fresher."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

from cctns.lib.clock import now

from .models import Peer
from .models.peer import NodeRole, Side

SILENT = timedelta(hours=24)  # a neighbour that was not heard for so long is an alarm
SKEW = 300  # seconds that two clocks may differ; more is an alarm, and requests are dated anew


def silent_days(nodes: Collection[str]) -> dict[str, int]:
    """Of these neighbours those that are silent: whole days since each was heard, at least one.

    What came from them may have ended meanwhile, and what they told since is missing here.
    """
    moment = now()
    told = Peer.objects.filter(name__in=nodes, heard_at__lt=moment - SILENT)
    return {one.name: (moment - one.heard_at).days for one in told if one.heard_at}


def silent_above() -> int:
    """Whole days since the node above was heard; 0 for less than one, and where there is none."""
    above = Peer.objects.filter(side=Side.PARENT, revoked_at=None).values_list("name", flat=True)
    return max(silent_days(above).values(), default=0)


def of_states() -> dict[int, datetime | None]:
    """Each State whose node stands below this one, by code: when it was last heard, if ever.

    A State that is not among them writes on this node.
    """
    below = Peer.objects.filter(side=Side.CHILD, role=NodeRole.STATE, revoked_at=None)
    told = below.values_list("state", "heard_at")
    return {state: heard_at for state, heard_at in told if state is not None}
