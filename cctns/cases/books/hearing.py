"""The hearing diary of a case: days in court, witnesses wanted and come, what was decided."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from cctns.lib.clock import IST
from cctns.lib.wording import noop as _
from cctns.offices.models import Posting
from cctns.registers.book import Book, Lines, Paper, Part, Rows, Step
from cctns.registers.rules import Problem

from ..models import Hearing, HearingWitness
from . import gate

LAW = "BNSS 346"  # from day to day until the witnesses in attendance were examined


def fixing_problems(sheet: Any, now: datetime) -> Iterator[Problem]:
    if not sheet.hearing_on:
        yield Problem("hearing_on", _("Give the day of the hearing"), LAW)


def held_problems(sheet: Any, now: datetime) -> Iterator[Problem]:
    if sheet.hearing_on > now.astimezone(IST).date():
        yield Problem("outcome", _("The day of this hearing has not come"), LAW)
    if sheet.next_on and sheet.next_on < sheet.hearing_on:
        yield Problem("next_on", _("The next hearing is later than this one"), LAW)


def as_before(_by: Posting, sheet: Any) -> Lines:
    """Court, number and the day that the last hearing gave."""
    last = Hearing.objects.filter(case=sheet.case).order_by("-id").first()
    if last:
        sheet.court_name, sheet.case_number = last.court_name, last.case_number
        sheet.hearing_on, sheet.purpose = last.next_on, last.next_purpose
    return {}


_DAY = Part("", ("court_name", "case_number", "hearing_on", "purpose", "bring"))
_NEXT = Part(_("Next hearing"), ("next_on", "next_purpose"))
_WANTED = Rows("witnesses", _("Witnesses"), HearingWitness, ("name", "summons"))
_CAME = Rows("witnesses", _("Witnesses"), HearingWitness, ("name", "summons", "attendance"))

HEARING = Book(
    name="hearing",
    title=_("Hearing diary"),
    one=_("Hearing"),
    model=Hearing,
    view="case.view",
    of_case=True,
    columns=("hearing_on", "purpose", "court_name", "stage", "next_on"),
    allow=gate.of_any_case,
    prefill=as_before,
    enter=Step(
        name="enter",
        event="hearing.fixed",
        act="case.investigate",
        title=_("Enter a day in court"),
        told=_("The hearing is entered"),
        stage="fixed",
        law=LAW,
        parts=(_DAY,),
        rows=(_WANTED,),
        wants=("court_name", "case_number", "purpose"),
        rule=fixing_problems,
        refs=gate.fir_of,
    ),
    steps=(
        Step(
            name="hold",
            event="hearing.held",
            act="case.investigate",
            title=_("Enter what happened"),
            told=_("The hearing is told"),
            start=("fixed",),
            stage="held",
            law=LAW,
            parts=(Part("", ("outcome",)), _NEXT),
            rows=(_CAME,),
            wants=("outcome",),
            rule=held_problems,
            refs=gate.fir_of,
        ),
        Step(
            name="adjourn",
            event="hearing.adjourned",
            act="case.investigate",
            title=_("Enter that it was adjourned"),
            told=_("The adjournment is entered"),
            start=("fixed",),
            stage="adjourned",
            law=LAW,
            parts=(Part("", ("adjourned_why",)), _NEXT),
            rows=(_CAME,),
            wants=("adjourned_why", "next_on"),
            rule=held_problems,
            refs=gate.fir_of,
        ),
    ),
    papers=(
        Paper(
            "sheet",
            _("Hearing sheet"),
            LAW,
            parts=(_DAY, Part(_("What happened"), ("outcome", "adjourned_why")), _NEXT),
            rows=(_CAME,),
            signatures=(_("Officer at the court"),),
        ),
    ),
)
