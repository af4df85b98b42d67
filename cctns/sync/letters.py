"""Letters from office to office over however many nodes lie between; see docs/explanation/network.

At least once on each line, once in effect: a letter is known by its id, and a node that has it
already does nothing. They go ahead of journals, since an alert must not wait behind a month's
entries.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import transaction

from cctns.lib.clock import now

from . import realm
from .models import Letter, Passage, Peer
from .models.peer import NodeRole, Side

Handle = Callable[[Letter], None]
_known: dict[str, Handle] = {}


@dataclass(frozen=True)
class To:
    """Whom a letter is for; States mean every node of that State."""

    offices: Collection[UUID] = field(default_factory=tuple)
    states: Collection[int] = field(default_factory=tuple)
    everyone: bool = False


def register(kind: str, handle: Handle) -> None:
    """Say what is done with letters of a kind, once, when the app is ready. Must be idempotent."""
    _known[kind] = handle


def send(*, kind: str, id: UUID, to: To, document: dict[str, Any]) -> bool:
    """Send a letter within the caller's transaction; False when this id was sent before.

    Every node that it passes handles it, this one first.
    """
    letter = Letter(
        id=id,
        kind=kind,
        document=document,
        from_node=realm.me(),
        made_at=now(),
        offices=sorted(to.offices),
        states=sorted(to.states),
        everyone=to.everyone,
    )
    return _take(letter, source="")


def receive(letter: Letter, *, source: Peer) -> bool:
    """Take a letter that a neighbour brings; False when it was here already."""
    with transaction.atomic():
        return _take(letter, source=source.name)


def waiting(peer: Peer, *, most: int = 200) -> list[Letter]:
    """What is to be carried to a neighbour next, oldest first."""
    found = Letter.objects.filter(passages__peer=peer, passages__at=None).order_by("made_at")
    return list(found[:most])


def taken(peer: Peer, ids: Sequence[UUID]) -> None:
    """The neighbour has these."""
    Passage.objects.filter(peer=peer, letter_id__in=ids, at=None).update(at=now())


def handle_left() -> int:
    """Letters of kinds that an older program did not know, once it was brought up to date."""
    left = Letter.objects.filter(handled_at=None, kind__in=_known).order_by("made_at")
    for letter in list(left):
        with transaction.atomic():
            _handle(letter)
    return len(left)


def _take(letter: Letter, *, source: str) -> bool:
    letter.trail = [*letter.trail, [realm.me(), now().isoformat()]]
    told = {one.attname: getattr(letter, one.attname) for one in letter._meta.concrete_fields}
    _held, new = Letter.objects.get_or_create(id=told.pop("id"), defaults=told)
    if not new:
        return False
    onward = [one for one in _neighbours() if one.name != source and _is_for(letter, one)]
    Passage.objects.bulk_create([Passage(peer=one, letter=letter) for one in onward])
    if letter.kind in _known:
        _handle(letter)
    return True


def _handle(letter: Letter) -> None:
    _known[letter.kind](letter)
    Letter.objects.filter(pk=letter.pk).update(handled_at=now())


def _neighbours() -> list[Peer]:
    return [*realm.children(), *filter(None, [realm.parent()])]


def _is_for(letter: Letter, peer: Peer) -> bool:
    if letter.everyone:
        return True
    if peer.side == Side.PARENT:
        return _is_beyond(letter)
    if peer.state in letter.states:
        return True
    if peer.role == NodeRole.STATE:
        return peer.state in realm.states_of(letter.offices).values()
    return peer.name in realm.homes(letter.offices).values()


def _is_beyond(letter: Letter) -> bool:
    """Whether somebody it is for can only be reached through the node above."""
    if realm.role() == NodeRole.STATION:
        homes = realm.homes(letter.offices)
        return bool(letter.states) or any(homes.get(one) != realm.me() for one in letter.offices)
    own, states = realm.own_states(), realm.states_of(letter.offices)
    return not own.issuperset(letter.states) or any(
        states.get(one) not in own for one in letter.offices
    )
