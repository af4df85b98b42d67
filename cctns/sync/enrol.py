"""Enrolling a node below this one, joining the one above, moving offices between them.

An office moves by beginning its journal anew on the other machine: the old epoch is closed here
with a signed last checkpoint, and the first entry of the next cites it. No number is given twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db import transaction

from cctns.journal import checkpoints, epochs, halting
from cctns.journal.models import JournalHead, NodeKey
from cctns.lib.clock import now
from cctns.offices.models import Office, Posting

from . import directory, papers, realm
from .models import Peer
from .models.peer import NodeRole, Side

_ABOVE = {NodeRole.STATION: NodeRole.STATE, NodeRole.STATE: NodeRole.NATION}


class NotPossible(Exception):
    """What was asked cannot be done; one sentence that says why and what to do."""


def enrol(
    request: papers.Paper, *, offices: Sequence[Office], state: int, url: str, by: Posting
) -> papers.Paper:
    """Take a node in below this one, hand it its offices, and make out the grant.

    `url` is where it finds this node. Raises NotPossible.
    """
    role = NodeRole(request["role"])
    if _ABOVE.get(role) != realm.role():
        raise NotPossible(f"A {role.label} node is not enrolled at a {realm.role().label} node.")
    if role == NodeRole.STATION and not offices:
        raise NotPossible("A station's node keeps at least one office: name it.")
    with transaction.atomic():
        peer = _peer(request, Side.CHILD, state=state, by=by)
        for office in offices:
            hand_over(office, to=peer.name)
        return _grant(peer, request, url, by)


def _grant(peer: Peer, request: papers.Paper, url: str, by: Posting) -> papers.Paper:
    told = {
        "paper": "grant",
        **papers.keys_of_this_node(),
        "to": request["node"],
        "to_key": request["log_key"],
        "url": url,
        "state": peer.state,
        "by": str(by.pk),
        "journals": _journals(peer.name),
        "directory": directory.for_peer(peer),
        "at": now().isoformat(),
    }
    return papers.signed(told)


def _journals(node: str) -> list[list[Any]]:
    """Office and epoch of each journal that is the node's to go on with."""
    heads = JournalHead.objects.filter(home_node=node, closed=False).order_by("office_id")
    return [[str(one.office_id), one.epoch] for one in heads]


def hand_over(office: Office, *, to: str) -> None:
    """From now on that node writes this office's journal. Raises NotPossible."""
    head = JournalHead.objects.select_for_update().filter(office=office, closed=False).first()
    where = {"state": office.state_id, "office": office}
    if head is None:
        JournalHead.objects.create(**where, epoch=1, home_node=to)
        return
    if head.home_node != realm.me():
        raise NotPossible(f"{office} writes its journal on {head.home_node}: take it back first.")
    checkpoints.sign(head)
    JournalHead.objects.filter(pk=head.pk).update(closed=True)
    JournalHead.objects.create(**where, epoch=head.epoch + 1, home_node=to)


def join(grant: papers.Paper) -> Peer:
    """Make the node that granted it this one's parent, and take what it says of the offices.

    Raises NotPossible when the grant is for another node or this one has a parent already.
    """
    mine = papers.keys_of_this_node()
    if (grant["to"], grant["to_key"]) != (mine["node"], mine["log_key"]):
        raise NotPossible(f"This grant is for {grant['to']}, or for keys it had before.")
    held = realm.parent()
    if held is not None and held.name != grant["node"]:
        raise NotPossible(f"The node above is {held.name} already.")
    with transaction.atomic():
        peer = _peer(grant, Side.PARENT, state=grant["state"], by=None, url=grant["url"])
        directory.take(grant["directory"], source=peer)
        for office, epoch in grant["journals"]:
            _expect(UUID(office), epoch)
    return peer


def _expect(office: UUID, epoch: int) -> None:
    """A journal to go on with here. Halted until what stands before it was fetched."""
    one = Office.objects.get(pk=office)
    halted = "" if epoch == 1 else halting.code(halting.FETCHING)
    JournalHead.objects.get_or_create(
        state=one.state_id,
        office=one,
        epoch=epoch,
        defaults={"home_node": realm.me(), "halted": halted},
    )


def _peer(
    told: papers.Paper, side: Side, *, state: int | None, by: Posting | None, url: str = ""
) -> Peer:
    if Peer.objects.filter(name=told["node"], revoked_at=None).exclude(side=side).exists():
        raise NotPossible(f"{told['node']} is enrolled on the other side already.")
    peer, _new = Peer.objects.update_or_create(
        name=told["node"],
        defaults={
            "role": told["role"],
            "side": side,
            "state": state,
            "url": url,
            "cosign_key": bytes.fromhex(told["cosign_key"]),
            "box_key": bytes.fromhex(told["box_key"]),
            "enrolled_at": now(),
            "enrolled_by": str(by.officer) if by else "",
            "revoked_at": None,
        },
    )
    trust(told["node"], bytes.fromhex(told["log_key"]))
    return peer


def trust(node: str, key: bytes) -> None:
    """That node signs with this key from now on; what an older one signed stays signed."""
    NodeKey.objects.filter(node=node, until=None).exclude(key=key).update(until=now())
    NodeKey.objects.get_or_create(node=node, key=key, defaults={"since": now()})


def revoke(peer: Peer) -> None:
    """A node that was stolen or given up: nothing more is taken from it or sent to it."""
    with transaction.atomic():
        Peer.objects.filter(pk=peer.pk).update(revoked_at=now())
        NodeKey.objects.filter(node=peer.name, until=None).update(until=now())


def take_back(office: Office, *, by: Posting, reason: str) -> None:
    """The office writes here again, from what is held here of its journal. Raises NotPossible.

    What its node has written and not sent is lost to the record: that node must be asked first,
    or be lost itself.
    """
    with transaction.atomic():
        head = JournalHead.objects.select_for_update().filter(office=office, closed=False).first()
        if head is None or head.home_node == realm.me():
            raise NotPossible(f"{office} writes its journal here.")
        JournalHead.objects.filter(pk=head.pk).update(closed=True)
        epochs.begin_after(head, reason=reason, by=by)
