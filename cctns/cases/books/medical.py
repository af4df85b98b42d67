"""Medical examination of the victim of rape (BNSS 184, POCSO 27): consent, time, report."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from cctns.lib.wording import noop as _
from cctns.people.codes import Sex
from cctns.registers.book import Book, Paper, Part, Step
from cctns.registers.books.parts import ADDRESS, PERSON
from cctns.registers.rules import Problem

from ..models import MedicalExamination
from . import gate, scene

LAW = "BNSS 184; POCSO 27"
_WITHIN = timedelta(hours=24)  # BNSS 184(1)
_CHILD = 18


def sending_problems(sheet: Any, _now: datetime) -> Iterator[Problem]:
    late = sheet.happened_at and sheet.happened_at > sheet.case.fir.registered_at + _WITHIN
    if late and not sheet.late_reason:
        yield Problem(
            "late_reason", _("More than 24 hours after the information: say why"), "BNSS 184(1)"
        )


def report_problems(sheet: Any, now: datetime) -> Iterator[Problem]:
    yield from scene.later_problems(sheet, ("began_at", "ended_at", "reported_at"), now, LAW)
    if sheet.began_at and sheet.ended_at and sheet.ended_at < sheet.began_at:
        yield Problem("ended_at", _("The examination ended before it began"), "BNSS 184(5)")
    child = sheet.age is not None and sheet.age < _CHILD
    if child and sheet.sex == Sex.FEMALE and not sheet.woman_doctor:
        yield Problem("woman_doctor", _("A girl is examined by a woman doctor"), "POCSO 27(2)")
    if child and not sheet.in_presence_of:
        yield Problem(
            "in_presence_of",
            _("A child is examined in the presence of a parent or a person trusted"),
            "POCSO 27(3), (4)",
        )


def forwarding_problems(sheet: Any, now: datetime) -> Iterator[Problem]:
    yield from scene.later_problems(sheet, ("forwarded_at",), now, "BNSS 184(6)")


_SENT = Part(_("Requisition"), ("happened_at", "late_reason", "hospital", "escort"))
_EXAMINED = Part(
    _("Examination"),
    (
        "consent",
        "consent_by",
        "doctor",
        "woman_doctor",
        "in_presence_of",
        "began_at",
        "ended_at",
        "reported_at",
        "findings",
        "samples",
    ),
)
_FORWARDED = Part(_("Report to the Magistrate"), ("forwarded_at", "forwarded_to"))

MEDICAL = Book(
    name="medical",
    title=_("Medical examination of the victim"),
    one=_("Medical examination"),
    model=MedicalExamination,
    view="case.view",
    of_case=True,
    columns=("hospital", "happened_at", "stage"),
    allow=gate.sealed,
    enter=Step(
        name="enter",
        event="medical.requested",
        act="case.investigate",
        title=_("Send the victim to a doctor"),
        told=_("The requisition is entered"),
        stage="sent",
        law=LAW,
        intro=_("Within 24 hours of the information, with the consent of the woman."),
        parts=(_SENT, PERSON, ADDRESS),
        wants=("hospital", "escort", "name"),
        rule=sending_problems,
        refs=gate.fir_of,
    ),
    steps=(
        Step(
            name="report",
            event="medical.reported",
            act="case.investigate",
            title=_("Enter the doctor's report"),
            told=_("The doctor's report is entered"),
            start=("sent",),
            stage="reported",
            law="BNSS 184(6)",
            parts=(_EXAMINED,),
            wants=(
                "consent",
                "consent_by",
                "doctor",
                "began_at",
                "ended_at",
                "reported_at",
                "findings",
            ),
            rule=report_problems,
            refs=gate.fir_of,
        ),
        Step(
            name="refuse",
            event="medical.refused",
            act="case.investigate",
            title=_("Enter that consent was refused"),
            told=_("The refusal is entered"),
            start=("sent",),
            stage="refused",
            law="BNSS 184(1)",
            parts=(Part("", ("refusal",)),),
            wants=("refusal",),
            refs=gate.fir_of,
        ),
        Step(
            name="forward",
            event="medical.forwarded",
            act="case.investigate",
            title=_("Enter that the report was sent to the Magistrate"),
            told=_("The dispatch of the report is entered"),
            start=("reported",),
            stage="forwarded",
            law="BNSS 184(6)",
            parts=(_FORWARDED,),
            wants=("forwarded_at", "forwarded_to"),
            rule=forwarding_problems,
            refs=gate.fir_of,
        ),
    ),
    papers=(
        Paper(
            "requisition",
            _("Requisition for medical examination of the victim"),
            LAW,
            parts=(_SENT, PERSON, ADDRESS),
            text=_(
                "To the medical officer, {hospital}. The person named above, victim in the case of"
                " FIR {fir_number} under {fir_sections}, is sent for examination. Please examine"
                " her without delay and only with her consent or that of a person competent to"
                " give it, record the consent, the exact time at which the examination began and"
                " ended, and reasons for each conclusion, and forward the report within seven"
                " days."
            ),
            signatures=(_("Consent"), _("Investigating officer")),
        ),
    ),
)
