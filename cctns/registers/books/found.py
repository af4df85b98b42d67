"""Unidentified persons found alive: place, custodian and telephone first (complaint: "where?")."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from cctns.lib.wording import noop as _

from ..book import Book, Paper, Part, Step
from ..codes import GdKind
from ..models import FoundPerson
from ..rules import Problem
from .parts import looks_problems

_ADULT = 18


def found_problems(entry: Any, _now: datetime) -> Iterator[Problem]:
    """A photograph or why none; ages in order."""
    yield from looks_problems(entry, "")
    if entry.age_to is None or entry.age_from is None:
        yield Problem("age_from", _("Give the age as a range, as 30 to 40"), "")
    elif entry.age_from > entry.age_to:
        yield Problem("age_to", _("The range ends before it begins"), "")


def handing_problems(entry: Any, _now: datetime) -> Iterator[Problem]:
    """JJ Act 31, 37: a child goes home by order of the Child Welfare Committee alone."""
    child = entry.age_from is not None and entry.age_from < _ADULT
    if child and not entry.committee_order:
        yield Problem(
            "committee_order",
            _("A child is handed over by order of the Child Welfare Committee"),
            "JJ Act 31, 37",
        )


_FOUND = Part(
    _("How the person was found"),
    ("happened_at", "place", "gps", "condition", "custodian", "custodian_contact"),
)
_PERSON = Part(
    _("The person"),
    ("sex", "age_from", "age_to", "name", "alias", "relation", "relative_name", "dress"),
)
_LOOKS = Part(_("Description"), ("photo", "no_photo", "features"))
_PARTS = (_FOUND, _PERSON, _LOOKS)

FOUND = Book(
    name="found",
    title=_("Unidentified persons found"),
    one=_("Unidentified person"),
    model=FoundPerson,
    view="register.view",
    columns=("sex", "age_from", "age_to", "place", "happened_at", "stage"),
    enter=Step(
        name="enter",
        event="found.recorded",
        act="register.enter",
        title=_("Record an unidentified person"),
        told=_("The person is recorded"),
        stage="recorded",
        parts=_PARTS,
        wants=("place", "custodian", "custodian_contact"),
        rule=found_problems,
        diary=GdKind.FOUND,
        tells="Unidentified person {number} found at {place}, now with {custodian}",
    ),
    steps=(
        Step(
            name="describe",
            event="found.described",
            act="register.enter",
            title=_("Describe the person better"),
            told=_("The description is entered"),
            start=("recorded",),
            stage="",
            parts=_PARTS,
            wants=("place", "custodian", "custodian_contact"),
            rule=found_problems,
        ),
        Step(
            name="identify",
            event="found.identified",
            act="register.enter",
            title=_("Enter who the person is"),
            told=_("The person is identified"),
            start=("recorded",),
            stage="identified",
            parts=(
                Part("", ("name", "relation", "relative_name", "identified_by", "identified_at")),
            ),
            wants=("name", "identified_by", "identified_at"),
            diary=GdKind.FOUND,
            tells="Unidentified person {number} is {name}, identified by {identified_by}",
        ),
        Step(
            name="hand_over",
            event="found.handed_over",
            act="register.enter",
            title=_("Hand the person over"),
            told=_("The person is handed over"),
            start=("identified",),
            stage="handed",
            parts=(Part("", ("handed_to", "handed_at", "committee_order")),),
            wants=("handed_to", "handed_at"),
            rule=handing_problems,
            diary=GdKind.FOUND,
            tells="Unidentified person {number}, {name}, handed over to {handed_to}",
        ),
    ),
    papers=(
        Paper(
            "notice",
            _("Notice of an unidentified person"),
            "",
            parts=_PARTS,
            signatures=(_("Officer in charge"),),
        ),
    ),
)
