"""Offices, who supervises whom, officers and postings: what a node must know of the others.

A State's administrators write it, on the State's node. It goes up to the nation, without anybody
who could sign in there, and down to each station: all offices of the State by name, and the
officers of its own offices and of those above them. Passwords and second factors never leave a
node.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Collection, Sequence
from datetime import date
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.db import models, transaction

from cctns.journal import fields
from cctns.journal.models import JournalHead
from cctns.lib import canonical
from cctns.offices import access, tree
from cctns.offices.models import (
    District,
    Jurisdiction,
    Leave,
    Office,
    OfficeChange,
    Officer,
    Posting,
    State,
    Supervision,
)

from . import realm
from .models import Peer
from .models.peer import NodeRole, Side
from .received import as_replica
from .refused import Refused

Document = dict[str, Any]
Tables = dict[str, list[dict[str, Any]]]
_OWN = frozenset({"password", "last_login", "email", "must_change_password", "many_sessions"})
# In this order: whoever is pointed at comes first.
_TABLES: dict[str, type[models.Model]] = {
    "state": State,
    "district": District,
    "office": Office,
    "supervision": Supervision,
    "officer": Officer,
    "posting": Posting,
    "leave": Leave,
}
_LOOK = 1.0  # seconds
_seen: list[tuple[float, object]] = []  # when it was looked last, and what was seen
_kept: dict[str, tuple[object, Any]] = {}
_one_writes = threading.Lock()


def upward() -> Document:
    """What this node tells its parent: the offices of its State, and who serves there."""
    return _document(Office.objects.filter(state__in=realm.own_states()))


def upward_digest() -> str:
    """Of `upward`, made anew only when it may have changed."""
    told: str = _remembered("up", lambda: digest(upward()))
    return told


def for_peer(peer: Peer) -> Document:
    """What this node tells a child."""
    return {"node": realm.me(), "tables": {**_alike(peer)[0], **_own(peer)}}


def digest_for(peer: Peer) -> str:
    """Of `for_peer`. What all stations are told alike is written out once for all of them: a whole
    State asks at once when its line was away."""
    told: str = _remembered(peer.name, lambda: _digest_for(peer))
    return told


def naming(offices: Collection[UUID]) -> Tables:
    """These offices and where they lie, for a letter to a node that may not know them."""
    told = Office.objects.filter(pk__in=offices)
    districts = District.objects.filter(pk__in=told.values("district_id"))
    states = State.objects.filter(pk__in=told.values("state_id"))
    return {"state": _told(states), "district": _told(districts), "office": _told(told)}


def learn(tables: Tables) -> None:
    """Know the offices of other States that a letter names. A letter has no say about what is known
    here, nor about this node's own State, whose directory comes by itself. Raises Refused."""
    own = realm.own_states()
    for name in ("state", "district", "office"):
        try:
            rows = _rows(name, tables.get(name, []))
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise Refused(422, f"the offices of a letter cannot be read: {error}") from None
        others = [one for one in rows if getattr(one, "state_id", one.pk) not in own]
        with transaction.atomic(), as_replica():
            _TABLES[name]._default_manager.bulk_create(others, ignore_conflicts=True)


def digest(document: Document) -> str:
    return sha256(canonical.dumps_plain(document)).hexdigest()


def digest_held(peer: Peer) -> str:
    """Of what that neighbour told last; empty when it has told nothing."""
    return peer.directory_digest


def take(document: Document, *, source: Peer) -> None:
    """Put a neighbour's directory in the place of what it told before. Raises Refused."""
    try:
        rows = {name: _rows(name, document["tables"].get(name, [])) for name in _TABLES}
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise Refused(422, f"the directory cannot be read: {error}") from None
    if source.side == Side.CHILD:
        _must_be_theirs(rows, source)
    with transaction.atomic(), as_replica():
        for name, told in rows.items():
            _store(name, told)
        Peer.objects.filter(pk=source.pk).update(directory_digest=digest(document))
        tree.flatten(access.today())


def _remembered(name: str, make: Callable[[], Any]) -> Any:
    """Made anew only when an office, a posting or a home has changed since."""
    state, held = _state(), _kept.get(name)
    if held is None or held[0] != state:
        held = _kept[name] = (state, make())
    return held[1]


def _state() -> object:
    """What differs once the directory may: looked at once a second, not for each of many askers."""
    moment = time.monotonic()
    if not _seen or moment - _seen[0][0] > _LOOK:
        latest = OfficeChange.objects.order_by("-id").values_list("pk", flat=True).first()
        counts = [one._default_manager.count() for one in (Office, Officer, Posting)]
        _seen[:] = [(moment, (latest, *counts, realm.moves()))]
    return _seen[0][1]


def _digest_for(peer: Peer) -> str:
    written = dict(_alike(peer)[1])
    written |= {name: canonical.dumps_plain(rows) for name, rows in _own(peer).items()}
    parts = [canonical.dumps_plain(name) + b":" + written[name] for name in sorted(written)]
    node = canonical.dumps_plain(realm.me())
    whole = b'{"node":' + node + b',"tables":{' + b",".join(parts) + b"}}"
    return sha256(whole).hexdigest()


def _alike(peer: Peer) -> tuple[Tables, dict[str, bytes]]:
    """The tables that this peer is told like its neighbours, and each as bytes."""
    if peer.role == NodeRole.STATE:
        return _written(_of_others(peer))
    with _one_writes:  # the others of a herd wait for what it wrote
        told: tuple[Tables, dict[str, bytes]] = _remembered(
            f"of {peer.state}", lambda: _written(_of_state(peer))
        )
    return told


def _written(tables: Tables) -> tuple[Tables, dict[str, bytes]]:
    return tables, {name: canonical.dumps_plain(rows) for name, rows in tables.items()}


def _of_others(peer: Peer) -> Tables:
    others = Office.objects.exclude(state=peer.state)
    states = set(others.values_list("state_id", flat=True))
    return {
        "state": _told(State.objects.filter(pk__in=states)),
        "district": _told(District.objects.filter(state__in=states)),
        "office": _told(others),
    }


def _of_state(peer: Peer) -> Tables:
    return _offices(Office.objects.filter(state=peer.state))


def _own(peer: Peer) -> Tables:
    """Who serves at the offices of this node and above them; a State is told of nobody."""
    if peer.role == NodeRole.STATE:
        return {}
    own = JournalHead.objects.filter(home_node=peer.name, closed=False).values("office_id")
    above = Jurisdiction.objects.filter(office__in=own).values("supervisor_id")
    return _people({one["office_id"] for one in own.union(above)})


def _document(offices: Any) -> Document:
    served = set(offices.values_list("pk", flat=True))
    return {"node": realm.me(), "tables": {**_offices(offices), **_people(served)}}


def _offices(offices: Any) -> Tables:
    ids = set(offices.values_list("pk", flat=True))
    states = set(offices.values_list("state_id", flat=True))
    return {
        "state": _told(State.objects.filter(pk__in=states)),
        "district": _told(District.objects.filter(state__in=states)),
        "office": _told(offices),
        "supervision": _told(Supervision.objects.filter(office__in=ids)),
    }


def _people(served: set[UUID]) -> Tables:
    postings = Posting.objects.filter(office__in=served)
    told = _told(postings)
    people = {one["officer_id"] for one in told}
    return {
        "officer": _told(Officer.objects.filter(pk__in=people)),
        "posting": told,
        "leave": _told(Leave.objects.filter(officer__in=people)),
    }


def _told(rows: Any) -> list[dict[str, Any]]:
    columns = [one for one in rows.model._meta.concrete_fields if one.attname not in _OWN]
    writers = [(one.attname, fields.writer(one)) for one in columns]
    return [
        {name: write(getattr(row, name)) for name, write in writers} for row in rows.order_by("pk")
    ]


def _rows(name: str, told: list[dict[str, Any]]) -> list[models.Model]:
    model = _TABLES[name]
    columns = [one for one in model._meta.concrete_fields if one.attname not in _OWN]
    readers = {one.attname: fields.reader(one) for one in columns}
    return [model(**{key: read(one[key]) for key, read in readers.items()}) for one in told]


def _must_be_theirs(rows: dict[str, list[Any]], source: Peer) -> None:
    """A State tells of its own offices alone; a station of none."""
    own = {one.pk for one in rows["office"]}
    strange = [one for one in (*rows["office"], *rows["district"]) if one.state_id != source.state]
    strange += [one for one in rows["state"] if one.pk != source.state]
    strange += [one for one in (*rows["posting"], *rows["supervision"]) if one.office_id not in own]
    if source.role != NodeRole.STATE or strange:
        raise Refused(403, "this directory tells of offices that are not yours")
    for officer in rows["officer"]:
        officer.username = f"{source.state:02d}-{officer.username}"[:30]


def _store(name: str, rows: Sequence[Any]) -> None:
    """Ended stretches first: nowhere do two supervisors or two in charge stand for a moment."""
    if not rows:
        return
    model = _TABLES[name]
    ordered = sorted(rows, key=lambda one: getattr(one, "to_date", None) or date.max)
    for one in ordered:
        if isinstance(one, Officer):
            one.set_unusable_password()
    changed = [
        one.name
        for one in model._meta.concrete_fields
        if not one.primary_key and one.attname not in _OWN
    ]
    model._default_manager.bulk_create(
        ordered, update_conflicts=True, unique_fields=["pk"], update_fields=changed
    )
