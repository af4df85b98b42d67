"""The final report, IIF-V: assembled from the earlier forms, submitted, forwarded, transmitted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from cctns.journal.write import Write
from cctns.lib.wording import noop as _
from cctns.offices.codes import OfficeKind
from cctns.offices.models import Office, Posting
from cctns.registers.book import Book, Paper, Part, Rows, Step
from cctns.registers.codes import GdKind
from cctns.registers.rules import Problem

from ..codes import CaseStatus
from ..models import (
    FinalReport,
    FurtherInvestigation,
    ReportAccused,
    ReportArticle,
    ReportDevice,
    ReportDocument,
    ReportWitness,
)
from . import assembling, gate
from .links import clubbed_problems

LAW = "BNSS 193"


def report_problems(sheet: Any, _now: datetime) -> Iterator[Problem]:
    """BNSS 193(3): a charge sheet names whom it sends up; the rest says why nobody is."""
    yield from clubbed_problems(sheet)
    sent = [one for one in sheet.lines if getattr(one, "sent", False)]
    unexplained = [
        one for one in sheet.lines if hasattr(one, "sent") and not one.sent and not one.reason
    ]
    if sheet.kind == "charge_sheet" and not sent:
        yield Problem("accused_lines", _("A charge sheet sends at least one accused up"), LAW)
    if sheet.kind != "charge_sheet" and sent:
        yield Problem("kind", _("This kind of report sends nobody up for trial"), LAW)
    if unexplained:
        yield Problem("accused_lines", _("Say of each accused not sent up why"), "IIF-V 11")
    supplementary = bool(sheet.supplements_id if sheet.version else sheet.further)
    if supplementary != (sheet.part == "supplementary"):
        yield Problem("part", _("A supplementary report ends a further investigation"), "IIF-V 6")
    if sheet.kind == "unoccurred" and not sheet.unoccurred:
        yield Problem("unoccurred", _("Say how the offence did not occur"), "IIF-V 5")


def mended_problems(sheet: Any, now: datetime) -> Iterator[Problem]:
    """Once forwarded, only what prosecutor, supervisor or court gave back is mended."""
    yield from report_problems(sheet, now)
    if sheet.stage in ("forwarded", "transmitted") and not sheet.returned:
        yield Problem("reworked", _("Nobody returned this report"), LAW)


def submitted_problems(sheet: Any, _now: datetime) -> Iterator[Problem]:
    yield from clubbed_problems(sheet)


def vetted_problems(sheet: Any, _now: datetime) -> Iterator[Problem]:
    """Forwarded once the prosecutor found it fit, where an office was named to vet it."""
    yield from clubbed_problems(sheet)
    if sheet.prosecution_id and not sheet.vetted:
        yield Problem("forward_note", _("The prosecutor has not found it fit yet"), "Vetting")


def approved_problems(sheet: Any, _now: datetime) -> Iterator[Problem]:
    yield from clubbed_problems(sheet)
    if not sheet.approved:
        yield Problem("enclosures", _("The supervisor has not approved it yet"), "Approval")


def courts(_by: Posting, sheet: Any) -> list[tuple[str, str]]:
    return _offices(sheet, OfficeKind.COURT)


def prosecutions(_by: Posting, sheet: Any) -> list[tuple[str, str]]:
    return _offices(sheet, OfficeKind.PROSECUTION)


def _offices(sheet: Any, kind: OfficeKind) -> list[tuple[str, str]]:
    found = Office.objects.filter(state=sheet.state, kind=kind, closed_on=None).order_by("name")
    return [(str(one.pk), one.name) for one in found]


def _drafted(by: Posting, sheet: Any) -> Sequence[Write]:
    assembling.of_the_case(sheet)
    further = sheet.further
    sheet.supplements_id = further.first_report_id if further else None
    return ()


def _submitted(_by: Posting, sheet: Any) -> Sequence[Write]:
    sheet.submission += 1
    return ()


def _reopened(_by: Posting, sheet: Any) -> Sequence[Write]:
    if sheet.case.status != CaseStatus.REPORTED:
        return ()
    sheet.case.status = CaseStatus.INVESTIGATION
    return [Write(sheet.case, "case.reopened", [sheet.case.fir_id]), *_further(sheet, "open")]


def _transmitted(_by: Posting, sheet: Any) -> Sequence[Write]:
    sheet.case.status = CaseStatus.REPORTED
    return [Write(sheet.case, "case.reported", [sheet.case.fir_id]), *_further(sheet, "reported")]


def _further(sheet: Any, stage: str) -> list[Write]:
    """The further investigation ends with its report, and goes on when the court returns that."""
    if sheet.supplements_id is None:
        return []
    found = FurtherInvestigation.objects.filter(case=sheet.case_id).order_by("id").last()
    if found is None or found.stage == stage:
        return []
    found.stage = stage
    return [Write(found, f"further.{stage}", [sheet.case.fir_id, sheet.pk])]


_HEAD = Part(_("The report"), ("kind", "unoccurred", "part", "court", "prosecution"))
_CASE = Part(_("The case"), ("sections", "officers", "complainant", "linked_cases"))
_MORE = Part(
    _("Results, sanction"), ("results", "woman_medical", "sanction", "false_action"), folded=True
)
_FACTS = Part(_("Facts"), ("facts", "complainant_told_on", "enclosures"))
_ACCUSED = Rows(
    "accused_lines",
    _("Accused, sent up and not"),
    ReportAccused,
    ("who", "sent", "sections", "custody", "convictions", "reason"),
)
_WITNESSES = Rows("witnesses", _("Witnesses"), ReportWitness, ("who", "proves"))
_DOCUMENTS = Rows("documents", _("Documents"), ReportDocument, ("what", "marked_by"))
_ARTICLES = Rows("articles", _("Articles"), ReportArticle, ("what", "taken_from", "lies"))
_DEVICES = Rows(
    "devices",
    _("Sequence of custody of electronic devices"),
    ReportDevice,
    ("device", "held_by", "since"),
)
_LISTS = (_ACCUSED, _WITNESSES, _DOCUMENTS, _ARTICLES, _DEVICES)
_PARTS = (_HEAD, _CASE, _FACTS, _MORE)

REPORT = Book(
    name="report",
    title=_("Final reports"),
    one=_("Final report"),
    form="IIF-V",
    model=FinalReport,
    view="case.view",
    of_case=True,
    columns=("kind", "part", "stage"),
    allow=gate.of_report,
    choose={"court": courts, "prosecution": prosecutions},
    prefill=assembling.known,
    enter=Step(
        name="enter",
        event="report.drafted",
        act="case.investigate",
        title=_("Prepare the final report"),
        told=_("The report is prepared"),
        stage="draft",
        law=LAW,
        intro=_("Assembled from the forms of the case: mend what is not right."),
        parts=_PARTS,
        rows=_LISTS,
        wants=("kind", "court", "sections", "complainant", "facts"),
        rule=report_problems,
        refs=gate.fir_of,
        also=_drafted,
    ),
    steps=(
        Step(
            name="mend",
            event="report.mended",
            act="case.investigate",
            title=_("Mend the report"),
            told=_("The report is mended"),
            start=("draft", "submitted", "forwarded", "transmitted"),
            stage="draft",
            law=LAW,
            parts=(*_PARTS, Part(_("Mended"), ("reworked",))),
            rows=_LISTS,
            wants=("kind", "court", "sections", "complainant", "facts", "reworked"),
            rule=mended_problems,
            refs=gate.fir_of,
            also=_reopened,
        ),
        Step(
            name="submit",
            event="report.submitted",
            act="case.investigate",
            title=_("Submit the report"),
            told=_("The report is submitted"),
            start=("draft",),
            stage="submitted",
            law=LAW,
            rule=submitted_problems,
            diary=GdKind.INVESTIGATION,
            tells="FIR {fir_number}: final report {number} ({kind}) submitted",
            refs=gate.fir_of,
            also=_submitted,
        ),
        Step(
            name="forward",
            event="report.forwarded",
            act="charge_sheet.forward",
            title=_("Forward the report"),
            told=_("The report is forwarded"),
            start=("submitted",),
            stage="forwarded",
            law="BNSS 193(3)",
            parts=(Part("", ("forward_note",)),),
            rule=vetted_problems,
            diary=GdKind.INVESTIGATION,
            tells="FIR {fir_number}: final report {number} forwarded",
            refs=gate.fir_of,
        ),
        Step(
            name="transmit",
            event="report.transmitted",
            act="charge_sheet.forward",
            title=_("Transmit the report to the court"),
            told=_("The report is transmitted"),
            start=("forwarded",),
            stage="transmitted",
            law="BNSS 193(3)",
            parts=(Part("", ("transmitted_at", "enclosures")),),
            wants=("transmitted_at",),
            rule=approved_problems,
            diary=GdKind.DISPATCH,
            tells="FIR {fir_number}: final report {number} sent to {court}",
            refs=gate.fir_of,
            also=_transmitted,
        ),
    ),
    papers=(
        Paper(
            "report",
            _("Final form or report"),
            "BNSS 193",
            parts=_PARTS,
            rows=_LISTS,
            signatures=(_("Investigating officer"), _("Officer in charge")),
        ),
    ),
)
