"""What this officer may see of complaints, page by page."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from cctns.offices import access
from cctns.offices.models import Posting

from ..actions.complaints import reopening
from ..codes import Outcome
from ..models import Complaint, ComplaintReview, Reply
from . import lists


@access.query
def complaints(
    *, by: Posting, number: str = "", name: str = "", status: str = "", before: str = ""
) -> list[Complaint]:
    """Complaints in one's reach, newest first.

    `status` is "open", "closed", "unconfirmed" (settled, the petitioner not asked yet) or all.

    `before` is the `cursor` of the last one seen.
    """
    access.require(by, "complaint.view", by.office)
    found = Complaint.objects.select_related("office")
    if number:
        found = found.filter(lists.numbered(number))
    if name:
        found = found.filter(name__icontains=name)
    if status == "unconfirmed":
        found = found.filter(_UNCONFIRMED)
    elif status:
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


# Settled, and no office above has asked the petitioner since.
_UNCONFIRMED = Q(outcome=Outcome.SETTLED) & ~Exists(
    ComplaintReview.objects.filter(
        complaint=OuterRef("pk"), recorded_at__gte=OuterRef("outcome_at")
    )
)


@access.query
def after_outcome(
    *, by: Posting, complaint: Complaint
) -> tuple[list[ComplaintReview], list[Reply], bool]:
    """What petitioners told the offices above, the replies, and whether it is to be reopened."""
    access.require(by, "complaint.view", complaint.office)
    reviews = list(complaint.reviews.select_related("office").order_by("id"))
    return reviews, list(complaint.replies.order_by("id")), reopening(complaint) is not None


@access.query
def unconfirmed_complaints(*, by: Posting) -> list[Complaint]:
    """Complaints that stations below closed as settled, the petitioner not asked yet."""
    access.require(by, "complaint.review", by.office)
    found = Complaint.objects.filter(_UNCONFIRMED).exclude(office=by.office)
    return list(found.select_related("office").order_by("id")[: lists.PAGE])


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
