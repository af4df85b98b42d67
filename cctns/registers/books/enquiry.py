"""Preliminary enquiry, BNSS 173(3): three years or more but less than seven, permitted, 14 days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from cctns.journal.write import Write
from cctns.law import flags, written
from cctns.lib.wording import noop as _
from cctns.offices import access
from cctns.offices.models import Posting

from ..book import Book, Paper, Part, Step
from ..codes import GdKind
from ..models import Enquiry, EnquiryPermission
from ..models.enquiry import WITHIN
from ..rules import Problem
from .parts import ADDRESS, PERSON, fir_number_problems

LAW = "BNSS 173(3)"
NOT_BELOW = _("This enquiry belongs to a station that you do not supervise")


def asking_problems(entry: Any, _now: datetime) -> Iterator[Problem]:
    """Only offences of three years or more but less than seven; each section is looked up."""
    named = [(one.act, number) for one in written.parse(entry.offence) for number in one.sections]
    if entry.offence and not named:
        yield Problem("offence", _("Write the sections as BNS 316(2)"), LAW)
    for act, number in named:
        fits = flags.enquiry_possible(act, number)
        if fits is False:
            told = {"section": f"{act} {number}".strip()}
            yield Problem(
                "offence",
                _("%(section)s is not punishable with three years or more but less than seven"),
                LAW,
                told,
            )
        if fits is None:
            told = {"section": f"{act} {number}".strip()}
            yield Problem("offence", _("We do not know how %(section)s is punished"), LAW, told)


def conclusion_problems(entry: Any, now: datetime) -> Iterator[Problem]:
    """Permission first; within fourteen days of it; reasoned; the informant is told."""
    permitted = entry.permitted_at
    if permitted is None:
        yield Problem("outcome", _("A DySP or above has not permitted this enquiry"), LAW)
        return
    if entry.concluded_at and not permitted <= entry.concluded_at <= now:
        yield Problem("concluded_at", _("This is before the permission, or in the future"), LAW)
    late = entry.concluded_at and entry.concluded_at > permitted + WITHIN
    if late and not entry.late_reason:
        yield Problem("late_reason", _("It took longer than 14 days: say why"), LAW)
    if entry.outcome == "fir" and not entry.fir_number:
        yield Problem("fir_number", _("Enter the FIR that was registered"), "BNSS 173(1)")
    if entry.outcome == "no_case" and not entry.informed_at:
        yield Problem("informed_at", _("The informant is told that there is no case"), LAW)
    yield from fir_number_problems(entry, now)


_ASKED = Part(
    _("The information"), ("happened_at", "information", "offence", "complaint_number", "why")
)
_FOUND = Part(
    _("Conclusion"),
    ("outcome", "findings", "concluded_at", "late_reason", "fir_number", "informed_at"),
)

ENQUIRY = Book(
    name="enquiry",
    title=_("Preliminary enquiries"),
    one=_("Preliminary enquiry"),
    model=Enquiry,
    view="register.view",
    columns=("name", "offence", "happened_at", "stage"),
    enter=Step(
        name="enter",
        event="enquiry.asked",
        act="enquiry.ask",
        title=_("Ask for a preliminary enquiry"),
        told=_("Permission is asked"),
        stage="asked",
        law=LAW,
        intro=_("A DySP or above answers. Until then the enquiry has not begun."),
        parts=(_ASKED, PERSON, ADDRESS),
        wants=("information", "offence", "why", "name"),
        rule=asking_problems,
        diary=GdKind.ENQUIRY,
        tells="Preliminary enquiry {number}: permission asked under {offence}",
    ),
    steps=(
        Step(
            name="conclude",
            event="enquiry.concluded",
            act="enquiry.ask",
            title=_("Conclude the enquiry"),
            told=_("The enquiry is concluded"),
            start=("asked",),
            stage="concluded",
            law=LAW,
            parts=(_FOUND,),
            wants=("outcome", "findings", "concluded_at"),
            rule=conclusion_problems,
            diary=GdKind.ENQUIRY,
            tells="Preliminary enquiry {number} concluded: {outcome}",
        ),
        Step(
            name="drop",
            event="enquiry.dropped",
            act="register.decide",
            title=_("Not take the enquiry up"),
            told=_("It is entered"),
            start=("asked",),
            stage="dropped",
            law=LAW,
            intro=_("Refused, or an FIR was registered at once: say what became of it."),
            parts=(Part("", ("fir_number", "end_reason")),),
            wants=("end_reason",),
            rule=fir_number_problems,
            diary=GdKind.ENQUIRY,
            tells="Preliminary enquiry {number} not taken up: {end_reason}",
        ),
    ),
    papers=(
        Paper(
            "request",
            _("Request for permission of a preliminary enquiry"),
            LAW,
            parts=(_ASKED, PERSON),
            signatures=(_("Officer in charge"),),
        ),
        Paper(
            "report",
            _("Report of a preliminary enquiry"),
            LAW,
            parts=(_ASKED, PERSON, _FOUND),
            signatures=(_("Enquiry officer"), _("Officer in charge")),
        ),
    ),
)


def supervised(by: Posting, answer: Any, step: Step | None) -> str:
    """Decided over one's own stations only."""
    if step is None or answer.enquiry_id is None:
        return ""
    return "" if access.may(by, "enquiry.permit", answer.enquiry.office) else NOT_BELOW


def asked(_by: Posting, answer: Any) -> list[tuple[str, str]]:
    """Enquiries within reach that nobody has answered, and the one that is looked at."""
    found = Enquiry.objects.filter(stage="asked", permissions=None).select_related("office")
    return [(str(one.pk), f"{one.number}, {one.office.name}: {one.offence}") for one in found[:100]]


def _addressed(_by: Posting, answer: Any) -> Sequence[Write]:
    answer.to_office_id = answer.enquiry.office_id
    return ()


def _refs(answer: Any) -> list[UUID]:
    return [answer.enquiry_id]


_DECIDED = Part("", ("enquiry", "decision", "reason"))

PERMISSION = Book(
    name="enquiry_permission",
    title=_("Permissions for preliminary enquiries"),
    one=_("Permission for a preliminary enquiry"),
    model=EnquiryPermission,
    view="register.view",
    answers="enquiry",
    columns=("enquiry", "decision"),
    allow=supervised,
    choose={"enquiry": asked},
    enter=Step(
        name="enter",
        event="enquiry.{decision}",
        act="enquiry.permit",
        title=_("Permit or refuse a preliminary enquiry"),
        told=_("The decision is entered"),
        stage="given",
        law=LAW,
        parts=(_DECIDED,),
        wants=("enquiry", "decision", "reason"),
        refs=_refs,
        also=_addressed,
    ),
    papers=(
        Paper(
            "order",
            _("Order on a preliminary enquiry"),
            LAW,
            parts=(_DECIDED,),
            signatures=(_("Officer who decides"),),
        ),
    ),
)
