"""Emergency calls: received, a unit sent, what was done; each has its outcome."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from cctns.lib.wording import noop as _

from ..book import Book, Paper, Part, Step
from ..codes import GdKind
from ..models import Call
from ..rules import Problem

LAW = "ERSS-112"


def action_problems(entry: Any, now: datetime) -> Iterator[Problem]:
    """Times in their order; a numbered outcome has its number."""
    times = (
        ("dispatched_at", entry.happened_at, entry.dispatched_at),
        ("arrived_at", entry.dispatched_at or entry.happened_at, entry.arrived_at),
    )
    for name, before, told in times:
        if told and not before <= told <= now:
            yield Problem(name, _("This is before the step that precedes it"), LAW)
    if entry.arrived_at and not entry.dispatched_at:
        yield Problem("dispatched_at", _("Say when the unit was sent"), LAW)
    if entry.outcome in ("fir", "ncr") and "/" not in entry.reference:
        yield Problem("reference", _("Write the number with its year, as 0142/2026"), LAW)


_CALL = Part(
    _("The call"), ("happened_at", "channel", "event_id", "name", "mobile", "place", "told")
)
_ACTION = Part(
    _("Action taken"),
    ("unit", "dispatched_at", "arrived_at", "action", "outcome", "reference"),
)

CALL = Book(
    name="call",
    title=_("Emergency calls"),
    one=_("Emergency call"),
    model=Call,
    view="register.view",
    columns=("event_id", "place", "happened_at", "outcome", "stage"),
    enter=Step(
        name="enter",
        event="call.received",
        act="register.enter",
        title=_("Record an emergency call"),
        told=_("The call is recorded"),
        stage="received",
        law=LAW,
        parts=(_CALL,),
        wants=("channel", "place", "told"),
        diary=GdKind.CALL,
        tells="Call {number} {event_id}: {place}",
    ),
    steps=(
        Step(
            name="act",
            event="call.acted",
            act="register.enter",
            title=_("Enter the action taken"),
            told=_("The action is entered"),
            start=("received",),
            stage="acted",
            law=LAW,
            parts=(_ACTION,),
            wants=("unit", "action", "outcome"),
            rule=action_problems,
            diary=GdKind.CALL,
            tells="Call {number} {event_id}: {unit}; {outcome} {reference}",
        ),
    ),
    papers=(
        Paper(
            "report",
            _("Action taken report"),
            LAW,
            parts=(_CALL, _ACTION),
            signatures=(_("Officer in charge"),),
        ),
    ),
)
