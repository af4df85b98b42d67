"""The hello between two nodes: versions, keys below, directory, how far the journals are held."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.cache import caches
from django.db import connection

from cctns.journal.models import JournalHead, NodeKey
from cctns.law import edition
from cctns.lib.clock import now

from . import directory, log_of_logs, realm, seen, wire
from .models import Peer
from .models.peer import NodeRole, Side
from .refused import Refused

OLDEST = 1  # version of the wire that is still read here
_IDLE_SECONDS = 0.5
_BUSY_CHILDREN = 20  # so many more children make an idle child wait a second longer


def question(peer: Peer) -> dict[str, Any]:
    """What this node tells its parent."""
    return {
        "versions": [OLDEST, wire.VERSION],
        "heads": _heads(),
        "waiting": waiting(peer),
        "keys": _keys_below(),
        "directory": directory.upward_digest(),
        **program(),
        "log": log_of_logs.note(),
        "time": now().isoformat(),
    }


def answer(peer: Peer, told: dict[str, Any]) -> dict[str, Any]:
    """What a parent answers; journals held further than the child has them are all named."""
    _must_understand(told)
    _take_keys(peer, told.get("keys", []))
    seen.hear(str(told.get("log", "")), node=peer.name)
    waits = told.get("waiting", 0)
    Peer.objects.filter(pk=peer.pk).update(
        heard_at=now(),
        waiting=waits if isinstance(waits, int) else 0,
        failures=0,
        trouble="",
        skew=skew_of(told),
        **program_of(told),
    )
    return {
        "version": wire.VERSION,
        "heads": _held(told.get("heads", [])),
        "directory": directory.digest_held(peer),
        "yours": directory.digest_for(peer),
        **program(),
        "log": log_of_logs.note(),
        "pause": _IDLE_SECONDS + _children() / _BUSY_CHILDREN,
        "time": now().isoformat(),
    }


def program() -> dict[str, str]:
    """The program that this node runs, and its law tables: they come with it, not over the line."""
    return {"program": edition.program(), "law": edition.digest()}


def program_of(told: dict[str, Any]) -> dict[str, str]:
    """The same of a neighbour, as columns of its row; empty of one too old to tell."""
    return {"program": str(told.get("program", ""))[:40], "law": str(told.get("law", ""))[:16]}


def skew_of(told: dict[str, Any]) -> int:
    """Seconds that a neighbour's clock is ahead of ours; 0 of one that does not tell its time."""
    try:
        return round((datetime.fromisoformat(str(told.get("time"))) - now()).total_seconds())
    except (TypeError, ValueError):  # not a time, or one without its zone
        return 0


def _children() -> int:
    """How many nodes stand below, as of the last minute."""
    below = Peer.objects.filter(side=Side.CHILD)
    return int(caches["memory"].get_or_set("sync:children", below.count, 60) or 0)


def waiting(peer: Peer) -> int:
    """How many entries that neighbour does not hold yet, by what it last said."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT coalesce(sum(head.size - coalesce(held.size, 0)), 0)::bigint "
            "FROM journal_head head LEFT JOIN sync_held held ON held.peer_id = %s "
            "AND held.state = head.state AND held.office_id = head.office_id "
            "AND held.epoch = head.epoch WHERE head.size > coalesce(held.size, 0)",
            [peer.pk],
        )
        count: int = cursor.fetchone()[0]
    return count


def _must_understand(told: dict[str, Any]) -> None:
    versions = told.get("versions")
    if not isinstance(versions, list) or len(versions) != 2 or versions[1] < OLDEST:
        raise Refused(426, "this program is too old to talk to; bring it up to date", oldest=OLDEST)


def _heads() -> list[list[Any]]:
    held = JournalHead.objects.order_by("office_id", "epoch")
    return [[str(one.office_id), one.epoch, one.size] for one in held]


def _held(heads: Any) -> list[list[Any]]:
    """Of the journals named, how far each is held here."""
    try:
        offices = [UUID(office) for office, _epoch, _size in heads]
    except (TypeError, ValueError):
        raise Refused(422, "the heads are not written as agreed") from None
    held = JournalHead.objects.filter(office__in=offices).order_by("office_id", "epoch")
    told = held.values_list("office_id", "epoch", "size", "halted")
    return [[str(office), *rest] for office, *rest in told]


def _keys_below() -> list[dict[str, Any]]:
    """A State vouches for the keys of its stations; a station has nobody below."""
    if realm.role() == NodeRole.STATION:
        return []
    below = {one.name for one in realm.children()}
    told = NodeKey.objects.filter(node__in=below).order_by("since")
    return [
        {
            "node": one.node,
            "key": bytes(one.key).hex(),
            "since": one.since.isoformat(),
            "until": one.until.isoformat() if one.until else None,
        }
        for one in told
    ]


def _take_keys(peer: Peer, keys: Any) -> None:
    if peer.role != NodeRole.STATE or not isinstance(keys, list):
        return
    neighbours = set(Peer.objects.values_list("name", flat=True))
    for one in keys:
        if one["node"] in neighbours or one["node"] == realm.me():
            continue  # those are enrolled here by people, not by hearsay
        until = datetime.fromisoformat(one["until"]) if one["until"] else None
        if until is None:
            others = NodeKey.objects.filter(node=one["node"], until=None)
            others.exclude(key=bytes.fromhex(one["key"])).update(until=now())
        NodeKey.objects.update_or_create(
            node=one["node"],
            key=bytes.fromhex(one["key"]),
            defaults={"since": datetime.fromisoformat(one["since"]), "until": until},
        )
