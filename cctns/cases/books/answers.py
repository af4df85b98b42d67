"""Answers to a final report: the prosecutor vets, the supervisor approves, the court takes on file.

Then the court's own forms: IIF-VI, what it decided, and IIF-VII, appeals. Each stands in the
journal of the office that answers; a record has one writer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from cctns import law
from cctns.journal.write import Write
from cctns.lib.wording import noop as _
from cctns.offices import access
from cctns.offices.codes import Role
from cctns.offices.models import Posting
from cctns.registers.book import Book, Paper, Part, Rows, Step
from cctns.registers.rules import Problem

from ..models import (
    Acknowledgement,
    Appeal,
    Approval,
    Disposal,
    DisposalAccused,
    FinalReport,
    Vetting,
)
from ..queries.sections import sections_of

NOT_SENT_HERE = _("This report was not sent to your office")
HEINOUS_YEARS = 10
NO_REPORT = _("It answers a final report: begin at that report")
NOT_NOW = _("This report does not wait for your answer")
HEINOUS = _("A report of an offence punishable with ten years or more is approved by the SP")


def _about(sheet: Any) -> None:
    """An answer names the report, its submission and its FIR by itself."""
    report = sheet.report
    sheet.case_id, sheet.fir_told = report.case_id, report.fir_told
    sheet.submission = report.submission


def _told(_by: Posting, sheet: Any) -> Sequence[Write]:
    _about(sheet)
    return ()


def _refs(sheet: Any) -> list[UUID]:
    return [sheet.report.fir_id, sheet.report_id]


def _waits(sheet: Any, stage: str) -> bool:
    """Whether the report stands where this answer is due, and has none of the kind yet."""
    same = type(sheet).objects.filter(report=sheet.report_id, submission=sheet.report.submission)
    return sheet.report.stage == stage and not same.exclude(pk=sheet.pk).exists()


def _of_report(
    why_not: Callable[[Posting, Any], str],
) -> Callable[[Posting, Any, Step | None], str]:
    """An answer is read by whoever may read its register, and written from the page of a report."""

    def allow(by: Posting, sheet: Any, step: Step | None) -> str:
        if step is None:
            return ""
        return why_not(by, sheet) if sheet.report_id else NO_REPORT

    return allow


@_of_report
def _vets(by: Posting, sheet: Any) -> str:
    if sheet.report.prosecution_id != by.office_id:
        return NOT_SENT_HERE
    return "" if _waits(sheet, "submitted") else NOT_NOW


@_of_report
def _approves(by: Posting, sheet: Any) -> str:
    if not access.may(by, "charge_sheet.approve", sheet.report.office):
        return NOT_SENT_HERE
    if not _waits(sheet, "forwarded"):
        return NOT_NOW
    return HEINOUS if by.role != Role.SP and heinous(sheet.report) else ""


def heinous(report: FinalReport) -> bool:
    """Punishable with ten years, life or death by a section of the case, whatever was typed."""
    return any(
        law.at_least_years(one.act, one.number, HEINOUS_YEARS) for one in sections_of(report.case)
    )


@_of_report
def _receives(by: Posting, sheet: Any) -> str:
    if sheet.report.court_id != by.office_id:
        return NOT_SENT_HERE
    return "" if _waits(sheet, "transmitted") else NOT_NOW


@_of_report
def _on_file(by: Posting, sheet: Any) -> str:
    """The court that took the report on file decides; a court of appeal is any other court."""
    held = Acknowledgement.objects.filter(report=sheet.report_id, receipt="consumed")
    if isinstance(sheet, Disposal):
        held = held.filter(office=by.office_id)
    return "" if held.exists() else NOT_NOW


def receipt_problems(sheet: Any, _now: datetime) -> Iterator[Problem]:
    if sheet.receipt == "consumed" and not sheet.cnr:
        yield Problem("cnr", _("What is taken on file has its CNR"), "ICJS")
    if sheet.receipt == "returned" and not sheet.remarks:
        yield Problem("remarks", _("Name the defects"), "ICJS")
    if sheet.receipt == "returned" and sheet.cnr:
        yield Problem("cnr", _("What is returned has no CNR"), "ICJS")


def opinion_problems(sheet: Any, _now: datetime) -> Iterator[Problem]:
    if sheet.opinion == "defects" and not sheet.remarks:
        yield Problem("remarks", _("Name the defects"), "Vetting")


def decision_problems(sheet: Any, _now: datetime) -> Iterator[Problem]:
    if sheet.decision == "returned" and not sheet.remarks:
        yield Problem("remarks", _("Give the reason"), "Approval")


def appeal_problems(sheet: Any, now: datetime) -> Iterator[Problem]:
    if sheet.decided_on and sheet.filed_on and sheet.decided_on < sheet.filed_on:
        yield Problem("decided_on", _("It was decided before it was filed"), "IIF-VII")


_VETTED = (Part("", ("opinion", "remarks")),)
VETTING = Book(
    name="vetting",
    title=_("Opinions of the prosecutor"),
    one=_("Opinion of the prosecutor"),
    model=Vetting,
    view="charge_sheet.vet",
    of_case=True,
    allow=_vets,
    enter=Step(
        name="enter",
        event="report.vetted",
        act="charge_sheet.vet",
        title=_("Vet the report"),
        told=_("The opinion is given"),
        stage="given",
        law="BNSS 20",
        parts=_VETTED,
        wants=("opinion",),
        rule=opinion_problems,
        refs=_refs,
        also=_told,
    ),
    papers=(
        Paper(
            "opinion", _("Opinion of the prosecutor"), "", _VETTED, signatures=(_("Prosecutor"),)
        ),
    ),
)

_APPROVED = (Part("", ("decision", "remarks")),)
APPROVAL = Book(
    name="approval",
    title=_("Approvals"),
    one=_("Approval"),
    model=Approval,
    view="charge_sheet.approve",
    of_case=True,
    allow=_approves,
    enter=Step(
        name="enter",
        event="report.{decision}",
        act="charge_sheet.approve",
        title=_("Approve or return the report"),
        told=_("The decision is given"),
        stage="given",
        law="BNSS 193",
        parts=_APPROVED,
        wants=("decision",),
        rule=decision_problems,
        refs=_refs,
        also=_told,
    ),
    papers=(
        Paper("approval", _("Approval"), "", _APPROVED, signatures=(_("Supervising officer"),)),
    ),
)

_RECEIVED = (Part("", ("receipt", "cnr", "case_number", "next_date", "remarks")),)
ACKNOWLEDGEMENT = Book(
    name="acknowledgement",
    title=_("Receipts of the court"),
    one=_("Receipt of the court"),
    model=Acknowledgement,
    view="court.order",
    of_case=True,
    allow=_receives,
    enter=Step(
        name="enter",
        event="report.{receipt}",
        act="court.order",
        title=_("Take the report on file or return it"),
        told=_("The receipt is given"),
        stage="given",
        law="BNSS 210",
        parts=_RECEIVED,
        wants=("receipt",),
        rule=receipt_problems,
        refs=_refs,
        also=_told,
    ),
    papers=(Paper("receipt", _("Receipt of the court"), "", _RECEIVED, signatures=(_("Court"),)),),
)

_JUDGMENT = (
    Part(
        _("Judgment"),
        ("presiding", "case_number", "cognizance_on", "charge_on", "judgment_on"),
    ),
    Part(_("Orders"), ("property_order", "acquittal_reasons", "adverse_remark", "appeal_by")),
)
_VERDICTS = Rows(
    "verdicts", _("Results"), DisposalAccused, ("who", "verdict", "sections", "sentence"), least=1
)


def _accused_of(_by: Posting, sheet: Any) -> dict[str, list[dict[str, Any]]]:
    """Those whom the report sent up."""
    sent = sheet.report.accused_lines.filter(sent=True)
    return {"verdicts": [{"who": one.who} for one in sent]}


DISPOSAL = Book(
    name="disposal",
    title=_("Court disposals"),
    one=_("Court disposal"),
    form="IIF-VI",
    model=Disposal,
    view="court.order",
    of_case=True,
    columns=("case_number", "judgment_on"),
    allow=_on_file,
    prefill=_accused_of,
    enter=Step(
        name="enter",
        event="court.disposed",
        act="court.order",
        title=_("Enter the disposal"),
        told=_("The disposal is entered"),
        stage="decided",
        law="BNSS 258, 404",
        parts=_JUDGMENT,
        rows=(_VERDICTS,),
        wants=("presiding", "case_number", "judgment_on"),
        refs=_refs,
        also=_told,
    ),
    papers=(
        Paper(
            "disposal",
            _("Court disposal memo"),
            "BNSS 258",
            _JUDGMENT,
            (_VERDICTS,),
            signatures=(_("Court"),),
        ),
    ),
)

_APPEAL = Part(_("Appeal or revision"), ("appeal_number", "by_whom", "against", "filed_on", "stay"))
_DECIDED = Part(_("Decision"), ("decision", "decided_on", "new_sentence"))
APPEAL = Book(
    name="appeal",
    title=_("Appeals"),
    one=_("Appeal"),
    form="IIF-VII",
    model=Appeal,
    view="court.order",
    of_case=True,
    columns=("appeal_number", "by_whom", "decision", "stage"),
    allow=_on_file,
    enter=Step(
        name="enter",
        event="appeal.filed",
        act="court.order",
        title=_("Enter an appeal"),
        told=_("The appeal is entered"),
        stage="filed",
        law="BNSS 413 to 435",
        parts=(_APPEAL,),
        wants=("appeal_number", "by_whom", "against", "filed_on"),
        refs=_refs,
        also=_told,
    ),
    steps=(
        Step(
            name="decide",
            event="appeal.decided",
            act="court.order",
            title=_("Enter the decision"),
            told=_("The decision is entered"),
            start=("filed",),
            stage="decided",
            law="BNSS 427",
            parts=(_DECIDED,),
            wants=("decision", "decided_on"),
            rule=appeal_problems,
            refs=_refs,
        ),
    ),
    papers=(
        Paper(
            "appeal",
            _("Appeal memo"),
            "BNSS 413 to 435",
            (_APPEAL, _DECIDED),
            signatures=(_("Court"),),
        ),
    ),
)
