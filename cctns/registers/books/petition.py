"""After the outcome of a complaint: the petitioner's own word, and the reply."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from cctns.journal.write import Write
from cctns.lib.wording import noop as _
from cctns.offices import access
from cctns.offices.models import Posting

from ..book import Book, Lines, Paper, Part, Step
from ..codes import GdKind, Outcome
from ..models import Complaint, ComplaintReview, Reply
from ..models.petition import ReviewDecision
from ..rules import Problem

LAW = "Lalita Kumari (2014) 2 SCC 1"
NOT_ABOVE = _("Only an office above the station asks the petitioner")


def above(by: Posting, review: Any, step: Step | None) -> str:
    """A station does not confirm its own compromise."""
    if step is None or review.complaint_id is None:
        return ""
    office = review.complaint.office
    supervises = by.office_id != office.pk and access.may(by, "complaint.review", office)
    return "" if supervises else NOT_ABOVE


def review_problems(review: Any, _now: datetime) -> Iterator[Problem]:
    """Only what was closed is reviewed, and the petitioner is asked after that."""
    if review.complaint_id is None:
        return
    closed = review.complaint.outcome_at
    if closed is None:
        yield Problem("complaint", _("This complaint has no outcome yet"), LAW)
    elif review.happened_at and review.happened_at < closed.replace(second=0, microsecond=0):
        yield Problem("happened_at", _("The petitioner is asked after the outcome"), LAW)


def closed(_by: Posting, _review: Any) -> list[tuple[str, str]]:
    """Complaints within reach that have their outcome, newest first."""
    found = Complaint.objects.exclude(outcome="").select_related("office")
    return [(str(one.pk), f"{one.number}, {one.office.name}: {one.subject}") for one in found[:100]]


def _addressed(_by: Posting, review: Any) -> Sequence[Write]:
    review.to_office_id = review.complaint.office_id
    return ()


def _refs(entry: Any) -> list[UUID]:
    return [entry.complaint_id]


_ASKED = Part("", ("complaint", "happened_at", "contact", "said", "decision", "reason"))

REVIEW = Book(
    name="complaint_review",
    title=_("Petitioners asked"),
    one=_("Word of a petitioner"),
    model=ComplaintReview,
    view="complaint.view",
    answers="complaint",
    columns=("complaint", "contact", "decision"),
    allow=above,
    choose={"complaint": closed},
    enter=Step(
        name="enter",
        event="complaint_review.{decision}",
        act="complaint.review",
        title=_("Ask the petitioner"),
        told=_("The petitioner's word is entered"),
        stage="given",
        law=LAW,
        intro=_(
            "A complaint closed as settled is not answered before the petitioner has told this"
            " office that he agrees. On an objection it is taken up again."
        ),
        parts=(_ASKED,),
        wants=("complaint", "contact", "said", "decision", "reason"),
        rule=review_problems,
        refs=_refs,
        also=_addressed,
    ),
    papers=(
        Paper(
            "note",
            _("Word of the petitioner"),
            LAW,
            parts=(_ASKED,),
            signatures=(_("Petitioner"), _("Supervising officer")),
        ),
    ),
)


def reply_problems(reply: Any, _now: datetime) -> Iterator[Problem]:
    """No reply before the outcome, nor of a compromise that the petitioner has not confirmed."""
    if reply.complaint_id is None:
        return
    complaint = reply.complaint
    if not complaint.outcome:
        yield Problem("complaint", _("This complaint has no outcome yet"), LAW)
    elif complaint.outcome == Outcome.SETTLED and not _agreed(complaint):
        yield Problem(
            "complaint", _("The office above has not yet heard the petitioner agree"), LAW
        )


def _agreed(complaint: Complaint) -> bool:
    last = complaint.last_review
    return last is not None and last.decision == ReviewDecision.CONFIRMED


def first_words(_by: Posting, reply: Any) -> Lines:
    """The outcome and its reason stand in the letter already."""
    if reply.complaint_id and not reply.text:
        complaint = reply.complaint
        reply.text = f"{complaint.get_outcome_display()}. {complaint.outcome_reason}"
    return {}


def here(by: Posting, _reply: Any) -> list[tuple[str, str]]:
    found = Complaint.objects.filter(office=by.office).exclude(outcome="")
    return [(str(one.pk), f"{one.number}: {one.subject}") for one in found[:100]]


_REPLY = Part("", ("complaint", "text", "happened_at", "how", "proof"))

REPLY = Book(
    name="reply",
    title=_("Replies to petitioners"),
    one=_("Reply to a petitioner"),
    model=Reply,
    view="complaint.view",
    answers="complaint",
    columns=("complaint", "how", "happened_at"),
    choose={"complaint": here},
    prefill=first_words,
    enter=Step(
        name="enter",
        event="reply.sent",
        act="complaint.receive",
        title=_("Reply to the petitioner"),
        told=_("The reply is entered"),
        stage="sent",
        law=LAW,
        parts=(_REPLY,),
        wants=("complaint", "text", "how", "proof"),
        rule=reply_problems,
        diary=GdKind.COMPLAINT_CLOSED,
        tells="Reply to complaint {complaint}: {how}, {proof}",
        refs=_refs,
    ),
    papers=(
        Paper(
            "letter",
            _("Reply to a petitioner"),
            LAW,
            parts=(Part("", ("complaint", "happened_at")),),
            text="{text}",
            signatures=(_("Officer in charge"),),
        ),
    ),
)
