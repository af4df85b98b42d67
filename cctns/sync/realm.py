"""Which offices and States lie below this node: by that letters and journals find their way."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.conf import settings
from django.db.models import Count, Q

from cctns.journal.models import JournalHead
from cctns.offices.models import Office

from .models import Peer
from .models.peer import NodeRole, Side


def me() -> str:
    """This node's name."""
    name: str = settings.CHECKPOINT_ORIGIN
    return name


def role() -> NodeRole:
    """What this node is: told in its `node.json`, a State's node when nothing is told."""
    return NodeRole(settings.NODE_ROLE)


def parent() -> Peer | None:
    return Peer.objects.filter(side=Side.PARENT, revoked_at=None).first()


def children() -> list[Peer]:
    return list(Peer.objects.filter(side=Side.CHILD, revoked_at=None).order_by("name"))


def homes(offices: Collection[UUID]) -> dict[UUID, str]:
    """The node of each office as far as it is told here: that of its open journal."""
    told = JournalHead.objects.filter(office__in=offices, closed=False)
    return dict(told.values_list("office_id", "home_node"))


def states_of(offices: Collection[UUID]) -> dict[UUID, int]:
    return dict(Office.objects.filter(pk__in=offices).values_list("pk", "state_id"))


def offices_of(node: str) -> list[UUID]:
    """The offices that write on that node."""
    told = JournalHead.objects.filter(home_node=node, closed=False)
    return list(told.values_list("office_id", flat=True))


def own_states() -> set[int]:
    """The States for which this node speaks: all for the nation, the one it was enrolled for else.

    Not those whose offices write here: a State's offices may all write on nodes of their own.
    """
    if role() == NodeRole.NATION:
        return set(Office.objects.values_list("state_id", flat=True).distinct())
    above = parent()
    return {above.state} if above and above.state else set()


def moves() -> tuple[int, int]:
    """Differs once an office has moved to another node: it begins a journal and closes another."""
    told = JournalHead.objects.aggregate(all=Count("epoch"), closed=Count("epoch", Q(closed=True)))
    return told["all"], told["closed"]
