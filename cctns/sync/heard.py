"""When the nodes of other States were heard: nothing that came from them can be fresher."""

from __future__ import annotations

from datetime import datetime

from .models import Peer
from .models.peer import NodeRole, Side


def of_states() -> dict[int, datetime | None]:
    """Each State whose node stands below this one, by code: when it was last heard, if ever.

    A State that is not among them writes on this node.
    """
    below = Peer.objects.filter(side=Side.CHILD, role=NodeRole.STATE, revoked_at=None)
    told = below.values_list("state", "heard_at")
    return {state: heard_at for state, heard_at in told if state is not None}
