"""Bad characters: a sheet opened upon a court's finding alone, checked, closed by an acquittal."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from cctns.lib.clock import IST
from cctns.lib.wording import noop as _

from ..book import Book, Paper, Part, Rows, Step
from ..models import Character, CharacterCheck
from ..rules import Problem
from .parts import ADDRESS, PERSON

LAW = "BNSS 129"
_ADULT = 18
_LONGEST_REVIEW = 366


def opening_problems(entry: Any, now: datetime) -> Iterator[Problem]:
    """No child has a sheet (JJ Act 24, 74); each is reviewed within a year."""
    if entry.age is not None and entry.age < _ADULT:
        yield Problem("age", _("No sheet is opened of a child"), "JJ Act 24, 74")
    yield from review_problems(entry, now)


def review_problems(entry: Any, now: datetime) -> Iterator[Problem]:
    today = now.astimezone(IST).date()
    if entry.review_on and not 0 < (entry.review_on - today).days <= _LONGEST_REVIEW:
        yield Problem("review_on", _("The next review lies within a year"), LAW)


_GROUND = Part(
    _("Ground"),
    (
        *("happened_at", "roll", "ground", "court_name", "order_number", "offence"),
        *("reason", "method", "associates", "review_on"),
    ),
)
_CHECKS = Rows(
    "checks",
    _("Checks"),
    CharacterCheck,
    ("at", "found_at", "livelihood", "remarks", "checked_by"),
    least=1,
    grows=True,
)

CHARACTER = Book(
    name="character",
    title=_("Bad characters and history sheets"),
    one=_("Sheet"),
    model=Character,
    view="character.view",
    columns=("name", "roll", "review_on", "stage"),
    enter=Step(
        name="enter",
        event="character.opened",
        act="character.keep",
        title=_("Open a sheet"),
        told=_("The sheet is opened"),
        stage="open",
        law=LAW,
        intro=_("Only upon a conviction or an order. An acquittal closes the sheet."),
        parts=(PERSON, ADDRESS, _GROUND),
        wants=("name", "roll", "ground", "court_name", "order_number", "reason", "review_on"),
        rule=opening_problems,
    ),
    steps=(
        Step(
            name="check",
            event="character.checked",
            act="character.keep",
            title=_("Enter a check"),
            told=_("The check is entered"),
            start=("open",),
            stage="",
            law=LAW,
            parts=(Part("", ("review_on",)),),
            rows=(_CHECKS,),
            wants=("review_on",),
            rule=review_problems,
        ),
        Step(
            name="close",
            event="character.closed",
            act="character.keep",
            title=_("Close the sheet"),
            told=_("The sheet is closed"),
            start=("open",),
            stage="closed",
            law=LAW,
            intro=_("On acquittal in appeal, on good conduct, or on death."),
            parts=(Part("", ("end_reason",)),),
            wants=("end_reason",),
        ),
    ),
    papers=(
        Paper(
            "sheet",
            _("History sheet"),
            LAW,
            parts=(PERSON, ADDRESS, _GROUND),
            rows=(_CHECKS,),
            signatures=(_("Officer in charge"),),
        ),
    ),
)
