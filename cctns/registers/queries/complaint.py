"""What this officer may see of complaints, page by page."""

from __future__ import annotations

from uuid import UUID

from cctns.offices import access
from cctns.offices.models import Posting

from ..models import Complaint
from . import lists


@access.query
def complaints(
    *, by: Posting, number: str = "", name: str = "", status: str = "", before: str = ""
) -> list[Complaint]:
    """Complaints in one's reach, newest first; `status` is "open", "closed" or all.

    `before` is the `cursor` of the last one seen.
    """
    access.require(by, "complaint.view", by.office)
    found = Complaint.objects.select_related("office")
    if number:
        found = found.filter(lists.numbered(number))
    if name:
        found = found.filter(name__icontains=name)
    if status:
        found = found.filter(outcome="") if status == "open" else found.exclude(outcome="")
    if before:
        found = found.filter(id__lt=before)
    return list(found.order_by("-id")[: lists.PAGE])


def cursor(complaint: Complaint) -> str:
    """Ids are UUIDv7: they sort by the time of entering."""
    return str(complaint.id)


@access.query
def complaint_for(*, by: Posting, complaint_id: UUID) -> Complaint:
    """One complaint. Raises Refused, Complaint.DoesNotExist."""
    complaint = Complaint.objects.select_related("office", "gd_entry", "enquiry_officer").get(
        pk=complaint_id
    )
    access.require(by, "complaint.view", complaint.office)
    return complaint


@access.query
def waiting_complaints(*, by: Posting) -> list[Complaint]:
    """Complaints of one's station without outcome, oldest first.

    All of them for whoever disposes of them, else those one enquires into.
    """
    acts = access.acts_open_to(by, by.office)
    if "complaint.view" not in acts:
        access.require(by, "complaint.view", by.office)
    waiting = Complaint.objects.filter(office=by.office, outcome="")
    if "complaint.dispose" not in acts:
        waiting = waiting.filter(enquiry_officer=by.officer_id)
    return list(waiting.order_by("id")[: lists.PAGE])


@access.query
def complaint_is_known(*, by: Posting, complaint_id: UUID) -> bool:
    """Whether a form that came twice was taken in the first time already."""
    return Complaint.objects.filter(pk=complaint_id, office=by.office).exists()
