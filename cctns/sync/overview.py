"""How this node's lines do, in sentences: for the page, the command and whoever is on duty."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from cctns.journal import halting
from cctns.journal.models import JournalFork, JournalHead
from cctns.law import edition
from cctns.lib.clock import IST, now

from . import greeting, realm, seen, shortfalls
from .heard import SILENT, SKEW
from .models import Peer, Unread
from .models.peer import Side


@dataclass(frozen=True)
class LineTold:
    """One neighbour: `age` since it was heard, `waiting` entries that have not gone over."""

    peer: Peer
    waiting: int
    heard_at: datetime | None
    silent: bool
    sentence: str


@dataclass(frozen=True)
class ForkTold:
    """Two leaves of one number, in full (hexadecimal): whoever holds the journal compares them."""

    office: str
    number: str  # epoch/sequence
    held: str
    offered: str
    from_node: str
    at: datetime
    sentence: str


@dataclass(frozen=True)
class Overview:
    node: str
    role: str
    lines: list[LineTold]
    forks: list[ForkTold]
    alarms: list[str]


def overview() -> Overview:
    """Everything at once; a handful of questions however many offices there are."""
    lines = [_line(one) for one in Peer.objects.order_by("-side", "name")]
    return Overview(realm.me(), str(realm.role().label), lines, _forks(), _alarms(lines))


def _line(peer: Peer) -> LineTold:
    waits = greeting.waiting(peer) if peer.side == Side.PARENT else peer.waiting
    silent = not peer.cut and (peer.heard_at is None or now() - peer.heard_at > SILENT)
    return LineTold(peer, waits, peer.heard_at, silent, _sentence(peer, waits))


def _sentence(peer: Peer, waits: int) -> str:
    told = {"node": peer.name, "count": waits, "why": peer.trouble}
    if peer.revoked_at:
        return _("%(node)s: revoked") % told
    if peer.cut and peer.side == Side.CHILD:  # which cannot tell any more
        return _("%(node)s: the line is cut by hand; what it writes waits there") % told
    if peer.cut:
        return _("%(node)s: the line is cut by hand; %(count)s entries wait") % told
    if peer.trouble:
        return _("%(node)s: %(count)s entries wait; last trouble: %(why)s") % told
    if peer.heard_at is None:
        return _("%(node)s: not heard yet") % told
    if waits:
        return _("%(node)s: %(count)s entries wait") % told
    if peer.side == Side.CHILD:
        return _("%(node)s: everything that it told of has arrived") % told
    return _("%(node)s: everything has arrived") % told


def _forks() -> list[ForkTold]:
    return [_fork(one) for one in JournalFork.objects.select_related("office").order_by("-at")[:50]]


def _fork(one: JournalFork) -> ForkTold:
    number, held, offered = (
        f"{one.epoch}/{one.seq}",
        bytes(one.held).hex(),
        bytes(one.offered).hex(),
    )
    told = {"office": one.office.name, "number": number, "held": held, "offered": offered}
    sentence = _("%(office)s, %(number)s: two different entries, %(held)s and %(offered)s") % told
    return ForkTold(**told, from_node=one.from_node, at=one.at, sentence=sentence)


def _alarms(lines: list[LineTold]) -> list[str]:
    halted = JournalHead.objects.exclude(halted="").filter(closed=False).select_related("office")
    found = [f"{one.office.name}: {halting.sentence(one.halted)}" for one in halted[:50]]
    found += [
        _("%(node)s was not heard for a day or longer") % {"node": one.peer.name}
        for one in lines
        if one.silent and one.peer.revoked_at is None
    ]
    found += [_skewed(one.peer) for one in lines if _tells_another_time(one.peer)][:50]
    found += [_behind(one.peer) for one in lines if _differs(one.peer)]
    found += [*shortfalls.sentences(), *(one.sentence for one in seen.two_views())]
    unread = Unread.objects.count()
    if unread:
        found.append(
            _("%(count)s received entries could not be put in the tables") % {"count": unread}
        )
    return found


def _tells_another_time(peer: Peer) -> bool:
    return peer.revoked_at is None and abs(peer.skew) > SKEW


def _skewed(peer: Peer) -> str:
    """Both times, as of now: whoever looks at a watch knows which of the two is wrong."""
    ours = now()
    theirs = ours + timedelta(seconds=peer.skew)
    told = {"node": peer.name, "theirs": _moment(theirs), "ours": _moment(ours)}
    return (
        _(
            "The clock of %(node)s says %(theirs)s, this node's %(ours)s: set the one that is "
            "wrong. Requests go by the clock of the node above; records keep the time at which "
            "they were written."
        )
        % told
    )


def _moment(at: datetime) -> str:
    return f"{at.astimezone(IST):%d.%m.%Y %H:%M}"


def _differs(peer: Peer) -> bool:
    """A node above that keeps other law tables; of nodes below each tells its own officers."""
    told = peer.side == Side.PARENT and peer.revoked_at is None and bool(peer.law)
    return told and peer.law != edition.digest()


def _behind(peer: Peer) -> str:
    told = {"node": peer.name, "theirs": peer.program, "ours": edition.program()}
    return (
        _(
            "%(node)s has other law tables (its program %(theirs)s, ours %(ours)s): "
            "bring this node's program up to date"
        )
        % told
    )
