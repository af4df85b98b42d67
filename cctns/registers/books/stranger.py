"""The stranger roll: the station asks the stranger's home station, which answers in its journal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from cctns.journal.write import Write
from cctns.lib.wording import noop as _
from cctns.offices.codes import OfficeKind
from cctns.offices.models import Office, Posting

from ..book import Book, Paper, Part, Step
from ..codes import GdKind
from ..models import Stranger, StrangerAnswer
from ..rules import Problem
from .parts import ADDRESS, PERSON

ROLL = "Stranger roll"
NOT_ASKED = _("This roll was sent to another station")


def stranger_problems(entry: Any, _now: datetime) -> Iterator[Problem]:
    if not entry.to_office_id and not entry.home_station:
        yield Problem("to_office", _("Choose the home station, or write it"), ROLL)
    if entry.to_office_id == entry.office_id:
        yield Problem("to_office", _("This is your own station"), ROLL)


def stations(_by: Posting, entry: Any) -> list[tuple[str, str]]:
    """The other stations of the State."""
    found = Office.objects.filter(
        kind=OfficeKind.STATION, state_id=entry.state, closed_on=None
    ).exclude(pk=entry.office_id)
    return [(str(one.pk), one.name) for one in found.order_by("name")]


_WHERE = Part(_("The stay"), ("happened_at", "stays_at", "purpose", "papers", "suspicion"))
_HOME = Part(_("Home station"), ("to_office", "home_station"))

STRANGER = Book(
    name="stranger",
    title=_("Stranger roll"),
    one=_("Stranger"),
    model=Stranger,
    view="register.view",
    columns=("name", "stays_at", "happened_at", "result", "stage"),
    choose={"to_office": stations},
    enter=Step(
        name="enter",
        event="stranger.entered",
        act="register.enter",
        title=_("Enter a stranger and ask the home station"),
        told=_("The roll is sent"),
        stage="entered",
        law=ROLL,
        parts=(PERSON, ADDRESS, _WHERE, _HOME),
        wants=("name", "stays_at", "purpose", "suspicion"),
        rule=stranger_problems,
        diary=GdKind.ROLL,
        tells="Stranger roll {number}: {name}, at {stays_at}; home station asked",
    ),
    steps=(
        Step(
            name="close",
            event="stranger.closed",
            act="register.enter",
            title=_("Enter the result"),
            told=_("The result is entered"),
            start=("entered",),
            stage="closed",
            law=ROLL,
            parts=(Part("", ("result", "end_reason")),),
            wants=("result", "end_reason"),
            diary=GdKind.ROLL,
            tells="Stranger roll {number}, {name}: {result}",
        ),
    ),
    papers=(
        Paper(
            "roll",
            _("Roll of a stranger"),
            "",
            parts=(PERSON, ADDRESS, _WHERE, _HOME),
            signatures=(_("Officer in charge"),),
        ),
    ),
)


def asked_station(by: Posting, answer: Any, step: Step | None) -> str:
    """Only the station that was asked answers."""
    if step is None or answer.stranger_id is None:
        return ""
    return "" if answer.stranger.to_office_id == by.office_id else NOT_ASKED


def waiting(by: Posting, answer: Any) -> list[tuple[str, str]]:
    """Rolls sent to one's own station that nobody answered."""
    found = Stranger.objects.filter(to_office=by.office_id, answers=None).select_related("office")
    return [(str(one.pk), f"{one.number} {one.name}, {one.office.name}") for one in found[:100]]


def _addressed(_by: Posting, answer: Any) -> Sequence[Write]:
    answer.to_office_id = answer.stranger.office_id
    return ()


def _refs(answer: Any) -> list[UUID]:
    return [answer.stranger_id]


_ANSWER = Part("", ("stranger", "answer", "remarks"))

ANSWER = Book(
    name="stranger_answer",
    title=_("Answers about strangers"),
    one=_("Answer about a stranger"),
    model=StrangerAnswer,
    view="register.view",
    answers="stranger",
    columns=("stranger", "answer"),
    allow=asked_station,
    choose={"stranger": waiting},
    enter=Step(
        name="enter",
        event="stranger.answered",
        act="register.enter",
        title=_("Answer about a stranger"),
        told=_("The answer is sent"),
        stage="given",
        law=ROLL,
        parts=(_ANSWER,),
        wants=("stranger", "answer", "remarks"),
        diary=GdKind.ROLL,
        tells="Stranger {stranger}: {answer}",
        refs=_refs,
        also=_addressed,
    ),
)
