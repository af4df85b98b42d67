"""What goes to other nodes and comes from them: lookouts, alerts and answers, as letters.

Sync carries each once, as far as the offices and States lie that it is for; what passes a node is
handled there too. So a lookout of one State stands in the watch tables of the others, and an alert
in the inboxes of both offices, wherever it was found.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from cctns.journal.fields import instant
from cctns.offices.models import District
from cctns.sync import letters, realm
from cctns.sync.models import Letter

from . import answering, gateway, raising, telling
from .models import Alert, Heard

_TIMES = ("raised_at", "made_at", "answer_by")
_LOCAL = ("standing", "due_at", "trail")  # worked out anew wherever it is read


def register() -> None:
    letters.register("lookout", _lookout)
    letters.register("alert", _alert)
    letters.register("note", _note)


def send_lookout(document: dict[str, Any]) -> None:
    """To every node within its reach; each version is a letter of its own."""
    districts = District.objects.filter(code__in=document["districts"])
    states = {*document["states"], *districts.values_list("state_id", flat=True)}
    to = letters.To(states=sorted(states), everyone=document["everywhere"])
    id_ = uuid5(UUID(document["id"]), f"version {document['version']}")
    letters.send(kind="lookout", id=id_, to=to, document=document)


def send_alerts(alerts: Sequence[Alert]) -> None:
    """Each to the offices that it concerns, and to their mail and telephones."""
    gateway.tell_later(alerts)
    for one in alerts:
        to = letters.To(offices=raising.concerned(one))
        letters.send(kind="alert", id=one.pk, to=to, document=_plain(one))


def send_answers(heard: Sequence[Heard]) -> None:
    """Each to the offices that have the alert."""
    alerts = Alert.objects.in_bulk({one.alert_id for one in heard})
    for one in heard:
        if one.alert_id in alerts:
            to = letters.To(offices=raising.concerned(alerts[one.alert_id]))
            letters.send(kind="note", id=one.pk, to=to, document=_plain(one))


def _plain(row: Alert | Heard) -> dict[str, Any]:
    told = {one.attname: getattr(row, one.attname) for one in row._meta.concrete_fields}
    return {name: _value(value) for name, value in told.items() if name not in _LOCAL}


def _value(value: Any) -> Any:
    if isinstance(value, datetime):
        return instant(value)
    return str(value) if isinstance(value, UUID) else value


def _read(document: dict[str, Any]) -> dict[str, Any]:
    told = dict(document)
    for name in _TIMES:
        if told.get(name):
            told[name] = datetime.fromisoformat(told[name])
    return told


def _lookout(letter: Letter) -> None:
    if letter.from_node != realm.me():
        telling.put(letter.document, letter.trail)


def _alert(letter: Letter) -> None:
    """A silent watch that was met elsewhere is told to its own office alone, here too."""
    if letter.from_node != realm.me():
        alert = Alert(**_read(letter.document), trail=letter.trail)
        gateway.tell_later(raising.keep([alert]))


def _note(letter: Letter) -> None:
    if letter.from_node == realm.me():
        return
    told = _read(letter.document)
    Heard.objects.get_or_create(id=told.pop("id"), defaults={**told, "trail": letter.trail})
    answering.stand_again([UUID(str(told["alert_id"]))])
