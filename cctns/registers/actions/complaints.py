"""Complaint intake: receipt, enquiry officer, report, reasoned outcome."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError

from cctns.journal.serials import next_number
from cctns.journal.write import Write, record, record_all
from cctns.lib.clock import IST, now
from cctns.lib.text import clean, clean_all
from cctns.offices import access
from cctns.offices.models import Officer, Posting

from .. import diary
from ..codes import GdKind, Outcome
from ..models import Complaint, ComplaintReview
from ..models.petition import ReviewDecision
from ..rules import (
    NotPossible,
    Problem,
    complaint_problems,
    disposal_problems,
    enquiry_problems,
    reopen_problems,
    report_problems,
)

# What the register itself fills in.
_OURS = ("state", "office", "year", "serial", "gd_entry", "outcome", "fir_id", "version")


@access.action
def receive_complaint(*, by: Posting, details: dict[str, Any]) -> Complaint:
    """Take a complaint in: number, General Diary entry and receipt in one step.

    `details` holds Complaint's fields of complainant and matter. Raises Refused, NotPossible,
    BadText.
    """
    access.require(by, "complaint.receive", by.office)
    complaint = Complaint(state=by.office.state_id, office=by.office, **clean_all(details))
    _refuse(_intake_problems(complaint))
    year = now().astimezone(IST).year
    complaint.year = year
    complaint.serial = next_number(office=by.office, series="complaint", period=str(year))
    told = diary.entry(
        by=by,
        kind=GdKind.COMPLAINT,
        text=f"Complaint {complaint.number} received ({complaint.get_intake_display()})",
        subject_id=complaint.id,
    )
    complaint.gd_entry = told
    received = Write(complaint, "complaint.received", [told.id], occurred_at=complaint.received_at)
    record_all([diary.write_of(told), received], by=by)
    return complaint


def _intake_problems(complaint: Complaint) -> list[Problem]:
    return complaint_problems(
        name=complaint.name,
        has_address=bool(complaint.address),
        subject=complaint.subject,
        text=complaint.text,
        received_at=complaint.received_at,
        now=now(),
    ) + _misfits(complaint)


def _misfits(complaint: Complaint) -> list[Problem]:
    """Too long, not of the list, not an e-mail address: what the columns themselves refuse."""
    blank = {one.name for one in Complaint._meta.fields if not getattr(complaint, one.attname)}
    try:
        complaint.clean_fields(exclude={*_OURS, *blank})
    except ValidationError as error:
        return [
            Problem(field, messages[0], "Complaint register")
            for field, messages in error.message_dict.items()
        ]
    return []


@access.action
def assign_enquiry(*, by: Posting, complaint: Complaint, officer: Officer) -> Complaint:
    """Name the enquiry officer, posted at the station; may be changed until the outcome."""
    access.require(by, "complaint.assign", complaint.office)
    here = Posting.objects.current(access.today()).filter(office=complaint.office, officer=officer)
    _refuse(enquiry_problems(done=bool(complaint.outcome), posted_here=here.exists()))
    complaint.enquiry_officer = officer
    complaint.enquiry_officer_name = diary.signed(officer)
    record(complaint, kind="complaint.assigned", by=by)
    return complaint


@access.action
def report_enquiry(*, by: Posting, complaint: Complaint, report: str) -> Complaint:
    """The enquiry officer's report, by that officer alone. Raises Refused, NotPossible."""
    access.require(by, "complaint.receive", complaint.office)
    report = clean(report)
    designated = complaint.enquiry_officer_id == by.officer_id
    done = bool(complaint.outcome)
    _refuse(report_problems(report=report, done=done, designated=designated))
    complaint.enquiry_report, complaint.reported_at = report, now()
    record(complaint, kind="complaint.reported", by=by)
    return complaint


@access.action
def dispose_of_complaint(
    *, by: Posting, complaint: Complaint, outcome: str, reason: str
) -> Complaint:
    """Close a complaint with its reasoned outcome. Raises Refused, NotPossible.

    A complaint that becomes an FIR is closed by registering that FIR, not here.
    """
    access.require(by, "complaint.dispose", complaint.office)
    reason = clean(reason)
    _refuse(disposal_problems(outcome=outcome, reason=reason, done=bool(complaint.outcome)))
    close(complaint, outcome=Outcome(outcome), reason=reason)
    told = diary.entry(
        by=by,
        kind=GdKind.COMPLAINT_CLOSED,
        text=f"Complaint {complaint.number} disposed of: {complaint.get_outcome_display()}",
        subject_id=complaint.id,
    )
    disposed = Write(complaint, "complaint.disposed", [told.id])
    record_all([diary.write_of(told), disposed], by=by)
    return complaint


@access.action
def reopen_complaint(*, by: Posting, complaint: Complaint) -> Complaint:
    """Take a complaint up again as the office above directed, on the petitioner's word.

    The old outcome stays in the journal. Raises Refused, NotPossible.
    """
    access.require(by, "complaint.dispose", complaint.office)
    review = reopening(complaint)
    _refuse(reopen_problems(directed=review is not None))
    assert review is not None
    complaint.outcome, complaint.outcome_reason, complaint.outcome_at = "", "", None
    told = diary.entry(
        by=by,
        kind=GdKind.COMPLAINT,
        text=f"Complaint {complaint.number} taken up again: {review.reason}",
        subject_id=complaint.id,
    )
    reopened = Write(complaint, "complaint.reopened", [told.id, review.id])
    record_all([diary.write_of(told), reopened], by=by)
    return complaint


def reopening(complaint: Complaint) -> ComplaintReview | None:
    """The direction of the office above to take it up again, given after the outcome."""
    last = None if complaint.fir_id else complaint.last_review
    return last if last and last.decision == ReviewDecision.REOPENED else None


def close(complaint: Complaint, *, outcome: Outcome, reason: str) -> None:
    """Set the outcome on a complaint that the caller records."""
    complaint.outcome, complaint.outcome_reason, complaint.outcome_at = outcome, reason, now()


def _refuse(found: list[Problem]) -> None:
    if found:
        raise NotPossible(found)
