"""Final reports as those see them who answer: prosecutor, supervisor, court."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from cctns.offices import access
from cctns.offices.codes import Role
from cctns.offices.models import Posting
from cctns.registers import book as books

from ..masking import sees_all
from ..models import Acknowledgement, Appeal, Approval, Disposal, FinalReport, Vetting

MOST = 100
_SEALED = "Final reports are for those who investigate, supervise and decide"


@access.query
def reports_waiting(*, by: Posting) -> list[FinalReport]:
    """Reports that wait for this office's answer, oldest first; courts also see those on file."""
    found = FinalReport.objects.select_related("office")
    return list(_waiting(found, by).order_by("recorded_at")[:MOST])


def _waiting(found: QuerySet[FinalReport], by: Posting) -> QuerySet[FinalReport]:
    if by.role == Role.PROSECUTOR:
        sent = found.filter(prosecution=by.office_id, stage="submitted")
        return sent.exclude(_answered(Vetting))
    if by.role == Role.COURT:
        return found.filter(court=by.office_id, stage="transmitted")
    access.require(by, "charge_sheet.approve", by.office)
    return found.filter(stage="forwarded").exclude(_answered(Approval))


def _answered(model: Any) -> Exists:
    return Exists(model.objects.filter(report=OuterRef("pk"), submission=OuterRef("submission")))


@access.query
def report_for(*, by: Posting, report_id: UUID) -> FinalReport:
    """One report, for its addressees and for those who see all of its case.

    FinalReport.DoesNotExist when row-level security hides it; raises Refused.
    """
    report = FinalReport.objects.select_related("office__state", "office__district").get(
        pk=report_id
    )
    if by.office_id in (report.court_id, report.prosecution_id):
        act = "court.order" if by.role == Role.COURT else "charge_sheet.vet"
        access.require(by, act, by.office)
    else:
        access.require(by, "case.view", report.office)
        if not sees_all(report.case, by):
            raise access.Refused(_SEALED, by=by, act="case.view", office=report.office)
    return report


@access.query
def answers_of(*, by: Posting, report: FinalReport) -> list[Any]:
    """Every answer to a report that this posting may see, oldest first."""
    kinds: tuple[Any, ...] = (Vetting, Approval, Acknowledgement, Disposal, Appeal)
    asked = Q(report=report.pk)
    found = [one for kind in kinds for one in kind.objects.filter(asked).select_related("office")]
    return sorted(found, key=lambda one: one.recorded_at)


@access.query
def lists_of(*, by: Posting, report: FinalReport) -> dict[str, list[Any]]:
    """Accused, witnesses, documents, articles and devices of a report, in order."""
    names = [rows.name for rows in books.named("report").all_rows]
    return {name: list(getattr(report, name).all()) for name in names}
