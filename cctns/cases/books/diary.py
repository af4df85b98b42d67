"""The case diary (BNSS 192): written by the designated officer alone, sealed from the accused."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from cctns.lib.clock import IST
from cctns.lib.wording import noop as _
from cctns.offices.models import Posting
from cctns.registers.book import Book, Paper, Part, Step
from cctns.registers.rules import Problem

from ..models import CaseDiaryEntry, SupervisionNote
from . import gate

LAW = "BNSS 192"


def diary_problems(sheet: Any, now: datetime) -> Iterator[Problem]:
    """A day that has come, begun before it closed, not before the FIR."""
    if sheet.day and sheet.day > now.astimezone(IST).date():
        yield Problem("day", _("This day is in the future"), LAW)
    if sheet.began_at and sheet.closed_at and sheet.began_at > sheet.closed_at:
        yield Problem("closed_at", _("The investigation closed before it began"), LAW)
    if sheet.day and sheet.day < sheet.case.fir.registered_at.astimezone(IST).date():
        yield Problem("day", _("The FIR was registered later than this day"), LAW)
    if sheet.day and not sheet.corrects_id and sheet.day_is_taken:
        yield Problem("day", _("This day has its entry: add to it by another"), LAW)


def entries_of(_by: Posting, sheet: Any) -> list[tuple[str, str]]:
    found = CaseDiaryEntry.objects.filter(case=sheet.case, corrects=None).order_by("day")
    return [(str(one.pk), f"{one.day:%d/%m/%Y}, {one.number}") for one in found]


def notes_of(_by: Posting, sheet: Any) -> list[tuple[str, str]]:
    """The supervising officers' notes that still wait for an answer."""
    found = SupervisionNote.objects.filter(case=sheet.case, stage="given").order_by("id")
    return [(str(one.pk), f"{one.number}, {one.due_on:%d/%m/%Y}") for one in found]


_PARTS = (
    Part("", ("day", "information_at", "began_at", "closed_at", "places")),
    Part(_("What was found"), ("circumstances", "statements", "next_steps", "corrects", "answers")),
)

DIARY = Book(
    name="case_diary",
    title=_("Case diary"),
    one=_("Case diary entry"),
    model=CaseDiaryEntry,
    view="case.view",
    of_case=True,
    columns=("day", "circumstances"),
    allow=gate.designated,
    choose={"corrects": entries_of, "answers": notes_of},
    enter=Step(
        name="enter",
        event="diary.written",
        act="case_diary.write",
        title=_("Write the case diary"),
        told=_("The diary is signed and locked"),
        stage="signed",
        law=LAW,
        intro=_("Once signed it is locked: what was forgotten is added by another entry."),
        parts=_PARTS,
        wants=("day", "began_at", "closed_at", "circumstances"),
        rule=diary_problems,
        refs=gate.fir_of,
    ),
    papers=(
        Paper(
            "diary",
            _("Case diary"),
            LAW,
            parts=_PARTS,
            signatures=(_("Investigating officer"),),
        ),
    ),
)
