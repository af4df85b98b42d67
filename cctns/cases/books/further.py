"""Further investigation after the report: the court is told, in a trial it gives leave."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from cctns.journal.write import Write
from cctns.lib.wording import noop as _
from cctns.offices.models import Posting
from cctns.registers.book import Book, Paper, Part, Step
from cctns.registers.codes import GdKind
from cctns.registers.rules import NotPossible, Problem

from ..codes import CaseStatus
from ..models import FinalReport, FurtherInvestigation
from . import gate

LAW = "BNSS 193(9)"
NOT_REPORTED = _("The report of this case is not with the court")


def leave_problems(sheet: Any, _now: datetime) -> Iterator[Problem]:
    if sheet.trial and not sheet.leave:
        yield Problem("leave", _("During the trial the court gives its permission"), LAW)


def extension_problems(sheet: Any, _now: datetime) -> Iterator[Problem]:
    if not sheet.trial:
        yield Problem("extension", _("Only what the court permitted in a trial is extended"), LAW)


def after_report(by: Posting, sheet: Any, step: Step | None) -> str:
    """Begun when the report is with the court, extended while it goes on."""
    if step is None or sheet.version:
        return gate.of_case(by, sheet, step)
    return "" if sheet.case.status == CaseStatus.REPORTED else NOT_REPORTED


def _reopened(_by: Posting, sheet: Any) -> Sequence[Write]:
    sent = FinalReport.objects.filter(case=sheet.case_id, stage="transmitted").order_by("id").last()
    if sent is None:
        raise NotPossible([Problem("first_report", NOT_REPORTED, LAW)])
    sheet.first_report = sent
    sheet.case.status = CaseStatus.INVESTIGATION
    return [Write(sheet.case, "case.further", [sheet.case.fir_id])]


_WHY = Part("", ("happened_at", "reason", "court_name", "trial", "leave"))
_LONGER = Part(_("Extension"), ("extension", "extended_to"))

FURTHER = Book(
    name="further",
    title=_("Further investigation"),
    one=_("Further investigation"),
    model=FurtherInvestigation,
    view="case.view",
    of_case=True,
    columns=("happened_at", "stage"),
    allow=after_report,
    moved=frozenset({("open", "reported"), ("reported", "open")}),
    enter=Step(
        name="enter",
        event="further.{begins}",
        act="charge_sheet.forward",
        title=_("Investigate further"),
        told=_("The case is under investigation again"),
        stage="open",
        law=LAW,
        intro=_("It ends with a supplementary report, in a trial within ninety days."),
        parts=(_WHY,),
        wants=("reason", "court_name"),
        rule=leave_problems,
        diary=GdKind.INVESTIGATION,
        tells="FIR {fir_number}: investigated further, {court_name} told",
        refs=gate.fir_of,
        also=_reopened,
    ),
    steps=(
        Step(
            name="extend",
            event="further.extended",
            act="charge_sheet.forward",
            title=_("Enter an extension"),
            told=_("The extension is entered"),
            start=("open",),
            stage="",
            law=LAW,
            parts=(_LONGER,),
            wants=("extension", "extended_to"),
            rule=extension_problems,
            diary=GdKind.INVESTIGATION,
            tells="FIR {fir_number}: further investigation extended until {extended_to}",
            refs=gate.fir_of,
        ),
    ),
    papers=(
        Paper(
            "further",
            _("Further investigation: to the court"),
            LAW,
            parts=(_WHY, _LONGER),
            text=_(
                "To {court_name}. In the case of FIR {fir_number} a report was sent. Further"
                " evidence has to be collected:\n{reason}"
            ),
            signatures=(_("Officer in charge"),),
        ),
    ),
)
