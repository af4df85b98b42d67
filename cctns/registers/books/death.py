"""Unnatural deaths: inquest before two inhabitants, report within a day, post-mortem, end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from cctns.lib.wording import noop as _

from ..book import Book, Paper, Part, Rows, Step
from ..codes import GdKind
from ..models import Death, Panch
from ..rules import Problem
from .paper import FROM_PAPER, paper_problems
from .parts import ADDRESS, PERSON, fir_number_problems

LAW = "BNSS 194"
REPORT_WITHIN = timedelta(hours=24)


def death_problems(entry: Any, now: datetime) -> Iterator[Problem]:
    """A death in custody is told to the Human Rights Commission (24 hours), BNSS 196."""
    yield from paper_problems(entry, now)
    if entry.magistrate_told_at and entry.magistrate_told_at > now:
        yield Problem("magistrate_told_at", _("This time is in the future"), LAW)
    if entry.newly_married and entry.sex != "female":
        yield Problem(
            "newly_married", _("The dead person is not entered as a woman"), "BNSS 194(3)"
        )


def inquest_problems(entry: Any, now: datetime) -> Iterator[Problem]:
    """BNSS 194(2): the report goes to the District or Sub-divisional Magistrate in 24 hours."""
    if entry.inquest_at and not entry.happened_at <= entry.inquest_at <= now:
        yield Problem("inquest_at", _("This is before the information, or in the future"), LAW)
    if entry.reported_at and entry.inquest_at and entry.reported_at < entry.inquest_at:
        yield Problem("reported_at", _("The report is earlier than the inquest"), LAW)
    late = entry.reported_at and entry.reported_at > entry.happened_at + REPORT_WITHIN
    if late and not entry.late_reason:
        yield Problem("late_reason", _("The report is later than 24 hours: say why"), "BNSS 194(2)")


def commission_problems(entry: Any, now: datetime) -> Iterator[Problem]:
    if not entry.in_custody:
        yield Problem("commission_told_at", _("This is no death in custody"), "BNSS 196")


def conclusion_problems(entry: Any, now: datetime) -> Iterator[Problem]:
    """Custody, a young marriage and doubt want a post-mortem examination (BNSS 194(3), 196)."""
    if entry.final_manner == "another":
        yield Problem("final_manner", _("An offence is suspected: register the FIR"), "BNSS 173(1)")
    if entry.final_manner == "unknown":
        yield Problem("final_manner", _("The cause must be known to conclude"), LAW)
    examined = entry.report_number and entry.report_at
    doubt = entry.in_custody or entry.newly_married or entry.manner in ("another", "unknown")
    if doubt and not examined:
        yield Problem("final_manner", _("The post-mortem report is needed first"), "BNSS 194(3)")
    if entry.in_custody and not entry.commission_told_at:
        yield Problem("final_manner", _("The Human Rights Commission is to be told first"), "NHRC")


_PERSON = Part(_("The dead person"), (*PERSON.fields, "in_custody", "newly_married"))
_EVENT = Part(
    _("The death"),
    ("happened_at", "place", "circumstances", "informant_name", "informant_address"),
)
_MAGISTRATE = Part(_("Magistrate"), ("magistrate_told", "magistrate_told_at"))
_INQUEST = Part(_("Inquest"), ("inquest_at", "findings", "wounds", "manner"))
_REPORT = Part(_("Report"), ("reported_to", "reported_at", "late_reason"))
_SENT = Part(_("Post-mortem examination"), ("hospital", "sent_at", "escort", "questions"))
_DOCTOR = Part(_("Post-mortem report"), ("report_number", "report_at", "medical_cause", "viscera"))
_VISCERA = Part(_("Viscera"), ("laboratory", "viscera_number", "viscera_at"))
_HANDED = Part(_("The body"), ("handed_to", "handed_at"))
_PANCHES = Rows(
    "panches",
    _("Inhabitants present at the inquest"),
    Panch,
    ("name", "age", "occupation", "address"),
    least=2,
)
_OPEN = ("recorded", "inquest")

DEATH = Book(
    name="death",
    title=_("Unnatural deaths"),
    one=_("Unnatural death"),
    model=Death,
    view="register.view",
    columns=("name", "place", "happened_at", "manner", "stage"),
    enter=Step(
        name="enter",
        event="death.{entered_as}",
        act="register.enter",
        title=_("Record an unnatural death"),
        told=_("The death is recorded"),
        stage="recorded",
        law=LAW,
        parts=(_EVENT, _PERSON, ADDRESS, _MAGISTRATE, FROM_PAPER),
        wants=("place", "circumstances", "informant_name", "magistrate_told", "magistrate_told_at"),
        rule=death_problems,
        diary=GdKind.DEATH,
        tells="Unnatural death {number}: {known_as}, {place}; {magistrate_told} informed",
    ),
    steps=(
        Step(
            name="inquest",
            event="death.inquest_reported",
            act="case.investigate",
            title=_("Enter the inquest and its report"),
            told=_("The inquest is entered"),
            start=("recorded",),
            stage="inquest",
            law=LAW,
            parts=(_INQUEST, _REPORT),
            rows=(_PANCHES,),
            wants=("inquest_at", "findings", "wounds", "manner", "reported_to", "reported_at"),
            rule=inquest_problems,
            diary=GdKind.DEATH,
            tells="Unnatural death {number}: inquest held, {manner}; report sent to {reported_to}",
        ),
        Step(
            name="send",
            event="death.sent_for_examination",
            act="case.investigate",
            title=_("Send the body for post-mortem examination"),
            told=_("It is entered"),
            start=_OPEN,
            stage="",
            law="BNSS 194(3)",
            parts=(_SENT,),
            wants=("hospital", "sent_at", "escort"),
            diary=GdKind.DEATH,
            tells="Unnatural death {number}: body sent to {hospital} with {escort}",
        ),
        Step(
            name="examined",
            event="death.examined",
            act="case.investigate",
            title=_("Enter the post-mortem report"),
            told=_("It is entered"),
            start=_OPEN,
            stage="",
            law="BNSS 194(3)",
            parts=(_DOCTOR,),
            wants=("report_number", "report_at", "medical_cause"),
            diary=GdKind.DEATH,
            tells="Unnatural death {number}: post-mortem report {report_number} received",
        ),
        Step(
            name="viscera",
            event="death.viscera_sent",
            act="case.investigate",
            title=_("Send the viscera to the laboratory"),
            told=_("It is entered"),
            start=_OPEN,
            stage="",
            law=LAW,
            parts=(_VISCERA,),
            wants=("laboratory", "viscera_at"),
            diary=GdKind.DEATH,
            tells="Unnatural death {number}: viscera sent to {laboratory}",
        ),
        Step(
            name="commission",
            event="death.commission_told",
            act="register.decide",
            title=_("Inform the Human Rights Commission"),
            told=_("It is entered"),
            start=_OPEN,
            stage="",
            law="BNSS 196; NHRC",
            intro=_("A death in custody is reported within 24 hours, whatever its cause."),
            parts=(Part("", ("commission_told_at",)),),
            wants=("commission_told_at",),
            rule=commission_problems,
            diary=GdKind.DEATH,
            tells="Unnatural death {number} in custody: Human Rights Commission informed",
        ),
        Step(
            name="hand_over",
            event="death.body_handed_over",
            act="register.enter",
            title=_("Hand the body over"),
            told=_("It is entered"),
            start=_OPEN,
            stage="",
            law=LAW,
            parts=(_HANDED,),
            wants=("handed_to", "handed_at"),
            diary=GdKind.DEATH,
            tells="Unnatural death {number}: body handed over to {handed_to}",
        ),
        Step(
            name="conclude",
            event="death.concluded",
            act="register.decide",
            title=_("Conclude"),
            told=_("The matter is concluded"),
            start=("inquest",),
            stage="concluded",
            law=LAW,
            parts=(Part("", ("final_manner", "end_reason")),),
            wants=("final_manner", "end_reason"),
            rule=conclusion_problems,
            diary=GdKind.DEATH,
            tells="Unnatural death {number} concluded: {final_manner}",
        ),
        Step(
            name="convert",
            event="death.converted",
            act="register.decide",
            title=_("Enter the FIR that this death led to"),
            told=_("The FIR is entered"),
            start=_OPEN,
            stage="converted",
            law="BNSS 173(1)",
            parts=(Part("", ("fir_number", "end_reason")),),
            wants=("fir_number", "end_reason"),
            rule=fir_number_problems,
            diary=GdKind.DEATH,
            tells="Unnatural death {number}: FIR {fir_number} registered",
        ),
    ),
    papers=(
        Paper(
            "inquest",
            _("Inquest report"),
            LAW,
            parts=(_EVENT, _PERSON, _INQUEST),
            rows=(_PANCHES,),
            signatures=(_("Inhabitants present"), _("Investigating officer")),
        ),
        Paper(
            "report",
            _("Report of an unnatural death to the Magistrate"),
            "BNSS 194(2)",
            parts=(_EVENT, _PERSON, _MAGISTRATE, _INQUEST, _REPORT),
            signatures=(_("Investigating officer"), _("Officer in charge")),
        ),
        Paper(
            "requisition",
            _("Requisition for a post-mortem examination"),
            "BNSS 194(3)",
            text=_(
                "To the Civil Surgeon. The body of {known_as}, found at {place}, is sent with"
                " {escort}. What the inquest saw: {findings} Wounds: {wounds} Please examine it and"
                " report the cause and time of death, the injuries, whether they were caused before"
                " death and by what, and whether viscera are preserved. Further questions:"
                " {questions}"
            ),
            signatures=(_("Investigating officer"),),
        ),
        Paper(
            "receipt",
            _("Receipt for a body handed over"),
            LAW,
            parts=(_EVENT, _PERSON, _HANDED),
            signatures=(_("Received by"), _("Witness"), _("Officer in charge")),
        ),
    ),
)
