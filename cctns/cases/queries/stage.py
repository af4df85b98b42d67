"""How far a case has come, derived from the records of police, prosecutor and court."""

from __future__ import annotations

from django.db.models import Exists, OuterRef

from ..codes import CaseStage, CaseStatus
from ..models import (
    Acknowledgement,
    Appeal,
    Approval,
    Case,
    Disposal,
    FinalReport,
    TransferAnswer,
    ZeroTransfer,
)

_BY_REPORT = {
    "draft": CaseStage.PREPARED,
    "submitted": CaseStage.SUBMITTED,
    "forwarded": CaseStage.FORWARDED,
    "transmitted": CaseStage.TRANSMITTED,
}


def stage_of(case: Case) -> CaseStage | CaseStatus:
    """One question; asked within a query, as row-level security shows the answers."""
    if case.status == CaseStatus.SENT and handed_on(case):
        return CaseStage.TRANSFERRED
    if case.status not in (CaseStatus.INVESTIGATION, CaseStatus.REPORTED):
        return CaseStatus(case.status)
    report = _newest(case)
    if report is None:
        return CaseStage.INVESTIGATION
    reopened = case.status == CaseStatus.INVESTIGATION and report.stage == "transmitted"
    return CaseStage.FURTHER if reopened else stage(report)


def handed_on(case: Case) -> TransferAnswer | None:
    """The answer of the station that took this case over, as row-level security shows it."""
    sent = ZeroTransfer.objects.filter(fir=case.fir_id).values("id")
    found = TransferAnswer.objects.filter(transfer_id__in=sent, accepted=True)
    return found.select_related("office").first()


def _newest(case: Case) -> FinalReport | None:
    """The last report of the case, with what the others said of it."""
    of_report = {"report": OuterRef("pk")}
    of_case = {"case": OuterRef("case")}  # the court decides on all reports together
    now = {**of_report, "submission": OuterRef("submission")}
    return (
        FinalReport.objects.filter(case=case)
        .annotate(
            approved_now=Exists(Approval.objects.filter(**now, decision="approved")),
            on_file=Exists(Acknowledgement.objects.filter(**now, receipt="consumed")),
            disposed=Exists(Disposal.objects.filter(**of_case)),
            appealed=Exists(Appeal.objects.filter(**of_case, stage="filed")),
            appeal_decided=Exists(Appeal.objects.filter(**of_case, stage="decided")),
        )
        .order_by("-id")
        .first()
    )


def stage(report: FinalReport) -> CaseStage:
    """The furthest that the records bear out; beyond the court's file nothing counts."""
    if report.on_file:  # type: ignore[attr-defined]
        return _in_court(report)
    if report.stage == "forwarded" and report.approved_now:  # type: ignore[attr-defined]
        return CaseStage.APPROVED
    return _BY_REPORT[report.stage]


def _in_court(report: FinalReport) -> CaseStage:
    told = (
        ("appealed", CaseStage.APPEAL),
        ("appeal_decided", CaseStage.FINAL),
        ("disposed", CaseStage.DISPOSED),
    )
    return next((stage for name, stage in told if getattr(report, name)), CaseStage.ON_FILE)
