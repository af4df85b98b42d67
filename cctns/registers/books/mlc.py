"""Medico-legal cases: intimation, requisition, certificate; it ends in an FIR or with a reason."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from cctns.lib.wording import noop as _

from ..book import Book, Paper, Part, Rows, Step
from ..codes import GdKind
from ..models import Injury, Mlc
from ..rules import Problem
from .paper import FROM_PAPER, paper_problems
from .parts import ADDRESS, PERSON, fir_number_problems

LAW = "BNSS 397, 51"


def mlc_problems(entry: Any, now: datetime) -> Iterator[Problem]:
    yield from paper_problems(entry, now)
    if entry.arrested and not entry.arrested_at:
        yield Problem("arrested_at", _("Say since when the person is under arrest"), LAW)
    if entry.arrested_at and entry.arrested_at > now:
        yield Problem("arrested_at", _("This time is in the future"), LAW)


def end_problems(entry: Any, now: datetime) -> Iterator[Problem]:
    """Lalita Kumari (2014): an FIR where a cognizable offence shows, else a reason in writing."""
    yield from fir_number_problems(entry, now)
    if not entry.fir_number and not entry.end_reason:
        yield Problem("end_reason", _("Enter the FIR, or why there is none"), "BNSS 173(1)")
    grave = entry.gravity in ("grievous", "dangerous")
    if grave and not entry.fir_number:
        yield Problem("fir_number", _("Grievous hurt wants an FIR"), "BNSS 173(1)")


_CASE = Part(
    _("Intimation"),
    ("happened_at", "hospital", "hospital_number", "brought_by", "history", "fit"),
)
_INJURED = Part(_("The injured person"), PERSON.fields)
_SENT = Part(_("Requisition"), ("sections", "escort", "escort_at", "arrested", "arrested_at"))
_INJURIES = Rows("injuries", _("Injuries seen"), Injury, ("kind", "place", "size"), least=1)
_CERTIFICATE = Part(
    _("Certificate"), ("certificate", "certified_at", "doctor", "gravity", "weapon", "opinion")
)

MLC = Book(
    name="mlc",
    title=_("Medico-legal cases"),
    one=_("Medico-legal case"),
    model=Mlc,
    view="register.view",
    columns=("name", "hospital", "happened_at", "gravity", "stage"),
    enter=Step(
        name="enter",
        event="mlc.recorded",
        act="register.enter",
        title=_("Record a medico-legal case"),
        told=_("The case is recorded"),
        stage="recorded",
        law=LAW,
        parts=(_CASE, _INJURED, ADDRESS, _SENT, FROM_PAPER),
        rows=(_INJURIES,),
        wants=("hospital", "hospital_number", "name", "history"),
        rule=mlc_problems,
        diary=GdKind.MLC,
        tells="MLC {number}: {name}, {hospital} {hospital_number}",
    ),
    steps=(
        Step(
            name="answer",
            event="mlc.answered",
            act="register.enter",
            title=_("Enter the certificate"),
            told=_("The certificate is entered"),
            start=("recorded", "answered"),
            stage="answered",
            law=LAW,
            parts=(_CERTIFICATE,),
            wants=("certificate", "certified_at", "doctor", "gravity"),
            diary=GdKind.MLC,
            tells="MLC {number}: certificate {certificate}, {gravity}",
        ),
        Step(
            name="close",
            event="mlc.closed",
            act="register.decide",
            title=_("Close with the FIR or a reason"),
            told=_("The case is closed"),
            start=("recorded", "answered"),
            stage="closed",
            law="BNSS 173(1)",
            parts=(Part("", ("fir_number", "end_reason")),),
            rule=end_problems,
            diary=GdKind.MLC,
            tells="MLC {number} closed: {fir_number} {end_reason}",
        ),
    ),
    papers=(
        Paper(
            "requisition",
            _("Requisition for the examination of an injured person"),
            LAW,
            parts=(_INJURED, ADDRESS, _CASE, _SENT),
            rows=(_INJURIES,),
            text=_(
                "To the Chief Medical Officer. {name} is sent with {escort} at {escort_at}. Please"
                " examine the person and say the age, the kind of each injury, whether it is simple"
                " or grievous, the weapon used, and how old the injuries are."
            ),
            signatures=(_("Officer in charge"),),
        ),
    ),
)
