"""How alerts stand, out of the answers that offices gave, here or on other nodes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from uuid import UUID

from . import rows
from .codes import Kind
from .models import Alert, Answer, Heard
from .rules import Said, due_at, standing_of

AWAITED = (Kind.HIT,)  # kinds of alerts to which the raising office owes an answer


def hear(answers: Iterable[Answer]) -> list[Heard]:
    """Keep answers of this node as they are read, in the inboxes of both offices."""
    told = [_heard(one) for one in answers]
    rows.add(told)
    stand_again({one.alert_id for one in told})
    return told


def _heard(one: Answer) -> Heard:
    names = ("id", "state", "alert_id", "office_id", "step", "words", "answer_by", "made_at")
    told = {name: getattr(one, name) for name in names}
    return Heard(**told, office_name=one.office.name, officer_name=one.officer_name)


def said_of(alerts: Collection[Alert]) -> dict[UUID, list[Said]]:
    """The answers of each, oldest first."""
    raisers = {one.pk: one.office_id for one in alerts}
    found: dict[UUID, list[Said]] = defaultdict(list)
    for one in Heard.objects.filter(alert_id__in=raisers).order_by("made_at", "id"):
        by_raiser = one.office_id == raisers[one.alert_id]
        found[one.alert_id].append(Said(one.step, by_raiser, one.answer_by))
    return found


def stand(alerts: Sequence[Alert]) -> None:
    """Set standing and clock by what was said of these alerts; nothing is saved."""
    told = said_of(alerts)
    for one in alerts:
        said = told[one.pk]
        one.standing = standing_of(said)
        awaited = one.kind in AWAITED
        one.due_at = due_at(one.raised_at, one.urgency, said) if awaited else None


def stand_again(alert_ids: Collection[UUID]) -> None:
    """Work out standing and clock of these alerts anew."""
    alerts = list(Alert.objects.filter(pk__in=alert_ids))
    stand(alerts)
    Alert.objects.bulk_update(alerts, ["standing", "due_at"])
