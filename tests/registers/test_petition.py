"""Complaint 29: petitions closed as "compromise" to which the petitioner never agreed."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from cctns.journal.models import JournalEntry
from cctns.lib.clock import now
from cctns.offices.access import Refused
from cctns.offices.codes import Role
from cctns.offices.models import Posting
from cctns.registers.actions import dispose_of_complaint, receive_complaint, reopen_complaint
from cctns.registers.books.petition import REPLY, REVIEW
from cctns.registers.models import Complaint, ComplaintReview, Reply
from cctns.registers.queries import complaints, unconfirmed_complaints
from cctns.registers.rules import NotPossible
from tests.cases.conftest import sho  # noqa: F401
from tests.offices.conftest import land  # noqa: F401
from tests.offices.land import Land

from .entering import enter, refused_fields
from .test_registers import told


@pytest.fixture
def sdpo(land: Land) -> Posting:  # noqa: F811
    return land.post(Role.SDPO, "circle")


def disposed(sho: Posting, outcome: str = "settled") -> Complaint:  # noqa: F811
    complaint = receive_complaint(by=sho, details=told())
    why = "Both sides came to terms"
    return dispose_of_complaint(by=sho, complaint=complaint, outcome=outcome, reason=why)


def asked(by: Posting, complaint: Complaint, decision: str, **changes: Any) -> Any:
    details = {
        "happened_at": now(),
        "complaint_id": complaint.pk,
        "contact": "telephone",
        "said": "I never agreed, nobody called me",
        "decision": decision,
        "reason": "The petitioner objects",
        **changes,
    }
    return enter(by, REVIEW, **details)


def replied(by: Posting, complaint: Complaint, **changes: Any) -> Any:
    details = {
        "happened_at": now(),
        "complaint_id": complaint.pk,
        "text": "Your complaint was enquired into",
        "how": "hand",
        "proof": "Signature of Sunita Devi",
        **changes,
    }
    return enter(by, REPLY, **details)


def test_complaint_29_a_compromise_is_not_answered_before_the_petitioner_agrees(
    sho: Posting,  # noqa: F811
    sdpo: Posting,
) -> None:
    complaint = disposed(sho)
    assert [one.pk for one in unconfirmed_complaints(by=sdpo)] == [complaint.pk]
    assert [one.pk for one in complaints(by=sdpo, status="unconfirmed")] == [complaint.pk]
    assert refused_fields(lambda: replied(sho, complaint)) == ["complaint"]
    asked(sdpo, complaint, "confirmed", said="Yes, we agreed before the elders")
    assert unconfirmed_complaints(by=sdpo) == []
    reply = replied(sho, complaint)
    assert reply.gd_entry is not None
    assert complaint.number in reply.gd_entry.text


def test_complaint_29_an_objection_opens_it_again(sho: Posting, sdpo: Posting) -> None:  # noqa: F811
    complaint = disposed(sho)
    with pytest.raises(NotPossible, match="No office above"):
        reopen_complaint(by=sho, complaint=complaint)
    asked(sdpo, complaint, "reopened")
    assert refused_fields(lambda: replied(sho, complaint)) == ["complaint"]
    reopen_complaint(by=sho, complaint=complaint)
    found = Complaint.objects.get()
    assert (found.outcome, found.outcome_at) == ("", None)
    events = JournalEntry.objects.filter(record_id=complaint.pk).order_by("seq")
    assert [one.kind for one in events] == [
        "complaint.received",
        "complaint.disposed",
        "complaint.reopened",
    ]
    dispose_of_complaint(by=sho, complaint=found, outcome="unfounded", reason="No offence found")
    replied(sho, found)


def test_complaint_29_the_station_does_not_confirm_itself(sho: Posting) -> None:  # noqa: F811
    complaint = disposed(sho)
    with pytest.raises(Refused):
        asked(sho, complaint, "confirmed")
    review = ComplaintReview(
        state=complaint.state, office=complaint.office, complaint=complaint, version=1, serial=1,
        year=2026, stage="given", happened_at=now(), recorded_at=now(), officer=sho.officer,
        officer_name="x", contact="met", said="x", decision="confirmed", reason="x",
    )  # fmt: skip
    with pytest.raises(IntegrityError, match="its own outcome"), transaction.atomic():
        review.save(force_insert=True)


def test_complaint_29_the_database_refuses_a_forged_answer(sho: Posting) -> None:  # noqa: F811
    complaint = disposed(sho)
    reply = Reply(
        state=complaint.state, office=complaint.office, complaint=complaint, version=1, serial=1,
        year=2026, stage="sent", happened_at=now(), recorded_at=now(), officer=sho.officer,
        officer_name="x", text="x", how="hand", proof="x",
    )  # fmt: skip
    with pytest.raises(IntegrityError, match="cannot be answered yet"), transaction.atomic():
        reply.save(force_insert=True)


def test_other_outcomes_are_answered_at_once(sho: Posting) -> None:  # noqa: F811
    complaint = disposed(sho, "civil")
    assert replied(sho, complaint).stage == "sent"


def test_nobody_is_asked_before_the_outcome(sho: Posting, sdpo: Posting) -> None:  # noqa: F811
    open_one = receive_complaint(by=sho, details=told())
    assert refused_fields(lambda: asked(sdpo, open_one, "confirmed")) == ["complaint"]
    early = {"happened_at": now() - timedelta(days=1)}
    closed = disposed(sho)
    assert refused_fields(lambda: asked(sdpo, closed, "confirmed", **early)) == ["happened_at"]


def test_of_an_office_elsewhere_nothing_is_confirmed(land: Land, sho: Posting) -> None:  # noqa: F811
    complaint = disposed(sho)
    with pytest.raises(Refused):
        asked(land.post(Role.SP, "west"), complaint, "confirmed")
