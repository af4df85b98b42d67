"""Notes of supervising officers, with directions and a day; answered in the case diary."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from cctns.lib.clock import IST
from cctns.lib.wording import noop as _
from cctns.offices import access
from cctns.offices.models import Posting
from cctns.registers.book import Book, Paper, Part, Step
from cctns.registers.rules import Problem

from ..models import SupervisionNote
from . import gate

NOT_ABOVE = _("Only an office that supervises the case writes this")
OTHERS = _("Another office wrote this note")


def note_problems(sheet: Any, now: datetime) -> Iterator[Problem]:
    if sheet.due_on and sheet.due_on < now.astimezone(IST).date():
        yield Problem("due_on", _("This day is past"), "")


def above(by: Posting, sheet: Any, step: Step | None) -> str:
    """Read like the case diary; written by an office above the case's, changed by its writer."""
    if step is None:
        return gate.sealed(by, sheet, None)
    if sheet.version:
        return "" if sheet.office_id == by.office_id else OTHERS
    supervises = by.office_id != sheet.case.office_id
    return "" if supervises and access.may(by, "case_diary.note", sheet.case.office) else NOT_ABOVE


_NOTE = Part("", ("happened_at", "findings", "directions", "due_on"))

SUPERVISION = Book(
    name="supervision",
    title=_("Supervision notes"),
    one=_("Supervision note"),
    model=SupervisionNote,
    view="case.view",
    of_case=True,
    columns=("happened_at", "due_on", "stage"),
    allow=above,
    enter=Step(
        name="enter",
        event="supervision.noted",
        act="case_diary.note",
        title=_("Write a supervision note"),
        told=_("The note is given to the station"),
        stage="given",
        intro=_("The station reads it at once and answers in the case diary."),
        parts=(_NOTE,),
        wants=("findings", "directions", "due_on"),
        rule=note_problems,
        refs=gate.fir_of,
    ),
    steps=(
        Step(
            name="close",
            event="supervision.closed",
            act="case_diary.note",
            title=_("Enter that the directions were carried out"),
            told=_("The directions are closed"),
            start=("given",),
            stage="closed",
            parts=(Part("", ("closing",)),),
            wants=("closing",),
            refs=gate.fir_of,
        ),
    ),
    papers=(
        Paper(
            "note",
            _("Supervision note"),
            "",
            parts=(_NOTE,),
            signatures=(_("Supervising officer"),),
        ),
    ),
)
