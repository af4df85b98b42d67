"""Lookouts: raised by one officer, put into force by another, validated, cancelled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from cctns.journal.write import Write
from cctns.lib.clock import now
from cctns.lib.wording import noop as _
from cctns.offices.models import Posting
from cctns.registers import diary
from cctns.registers.book import Book, Paper, Part, Rows, Step
from cctns.registers.books.parts import ADDRESS
from cctns.registers.rules import Problem

from .. import areas
from ..models import Lookout, LookoutNumber
from ..prefill import prefill
from ..rules import CONFIRMATION, VALIDATION, expiry_problems, lookout_problems

NOT_ONESELF = _("Whoever raised a lookout does not check it: ask another officer")
UNKNOWN = _("No district or State has this name: %(name)s")


def problems(entry: Any, moment: datetime) -> Iterator[Problem]:
    yield from lookout_problems(entry, moment)
    for name in areas.read(entry.areas or "").unknown:
        yield Problem("areas", UNKNOWN, "", {"name": name})


def allowed(by: Posting, entry: Any, step: Step | None) -> str:
    """NCIC's second-party check: another officer reads it before it is in force."""
    own = (
        step is not None and step.name in ("check", "refuse") and entry.officer_id == by.officer_id
    )
    return NOT_ONESELF if own else ""


def _checked(by: Posting, entry: Any) -> Sequence[Write]:
    entry.checked_by_id, entry.checked_name = by.officer_id, diary.signed(by.officer)
    entry.checked_at = entry.validated_at = now()
    return ()


def _validated(_by: Posting, entry: Any) -> Sequence[Write]:
    entry.validated_at = now()
    return ()


def _ended(_by: Posting, entry: Any) -> Sequence[Write]:
    entry.ended_at = now()
    return ()


def _refs(entry: Any) -> list[UUID]:
    return [one for one in (entry.record_id, entry.case_id) if one]


_WHAT = Part(
    _("The lookout"),
    (
        *("subject", "ground", "stands_on", "happened_at", "why", "handling", "urgency"),
        *("reach", "areas", "expires_on"),
    ),
)
_WHO = Part(
    _("The person"),
    (
        *("name", "alias", "relation", "relative_name", "sex", "age", "birth_year", "mobile"),
        *("appears_child", "protected"),
    ),
    folded=True,
)
_WHERE = Part(ADDRESS.title, ADDRESS.fields, folded=True)
_HOW = Part(
    _("The way of working"),
    (
        *("crime_head", "method", "feature_1", "feature_2", "place_type"),
        *("latitude", "longitude"),
    ),
    folded=True,
)
_NUMBERS = Rows("numbers", _("Numbers"), LookoutNumber, ("kind", "number"))

LOOKOUT = Book(
    name="lookout",
    title=_("Lookouts"),
    one=_("Lookout"),
    model=Lookout,
    view="lookout.view",
    columns=("subject", "name", "ground", "expires_on", "stage"),
    allow=allowed,
    prefill=prefill,
    enter=Step(
        name="enter",
        event="lookout.raised",
        act="lookout.raise",
        title=_("Raise a lookout"),
        told=_("The lookout is raised; another officer checks it now"),
        stage="raised",
        intro=_("It is in force, and told to others, once another officer has checked it."),
        parts=(_WHAT, _WHO, _WHERE, _HOW),
        rows=(_NUMBERS,),
        wants=(
            "subject",
            "ground",
            "stands_on",
            "why",
            "handling",
            "urgency",
            "reach",
            "expires_on",
        ),
        rule=problems,
        refs=_refs,
    ),
    steps=(
        Step(
            name="check",
            event="lookout.checked",
            act="lookout.check",
            title=_("Check it and put it into force"),
            told=_("The lookout is in force"),
            start=("raised",),
            stage="in_force",
            law=CONFIRMATION,
            intro=_("Compare it with the record that it stands on: names, numbers, ground, reach."),
            also=_checked,
            refs=_refs,
        ),
        Step(
            name="refuse",
            event="lookout.refused",
            act="lookout.check",
            title=_("Send it back"),
            told=_("The lookout is sent back"),
            start=("raised",),
            stage="refused",
            parts=(Part("", ("end_reason",)),),
            wants=("end_reason",),
            also=_ended,
        ),
        Step(
            name="validate",
            event="lookout.validated",
            act="lookout.raise",
            title=_("Validate it"),
            told=_("The lookout is validated"),
            start=("in_force",),
            stage="",
            law=VALIDATION,
            intro=_("Ask whoever needs it whether it still holds, and look at its record."),
            parts=(Part("", ("validated_how", "expires_on")),),
            wants=("validated_how", "expires_on"),
            rule=expiry_problems,
            also=_validated,
            refs=_refs,
        ),
        Step(
            name="cancel",
            event="lookout.cancelled",
            act="lookout.raise",
            title=_("Cancel it"),
            told=_("The lookout is cancelled"),
            start=("raised", "in_force"),
            stage="cancelled",
            parts=(Part("", ("end_reason",)),),
            wants=("end_reason",),
            also=_ended,
            refs=_refs,
        ),
    ),
    papers=(
        Paper(
            "notice",
            _("Lookout notice"),
            "",
            parts=(_WHAT, _WHO, _WHERE, _HOW),
            rows=(_NUMBERS,),
            signatures=(_("Officer"), _("Second officer")),
        ),
    ),
)
