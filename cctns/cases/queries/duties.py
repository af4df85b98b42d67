"""The worklist: what waits at this station, and by when the law wants it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from cctns.law import clocks
from cctns.lib.clock import now
from cctns.offices import access
from cctns.offices.codes import OfficeKind
from cctns.offices.models import Posting

from ..codes import DraftStatus
from ..models import FirDraft, TransferAnswer, ZeroTransfer
from ..rules import reminders_due
from .clocks import Running, waiting_for
from .look import OPEN_DRAFTS

MOST = 50
# What officers say for a rule whose act has a page; other duties go by their rule.
VERBS = {"free_copy": "copy", "dispatch": "dispatch", "zero_transfer": "transfer"}


@dataclass(frozen=True)
class Duty:
    """One thing to do: a verb, the paper it is about, when the law wants it (UTC) and which law.

    Verbs: "finish", "sign" (e-FIR), "answer" (a Zero FIR sent here), "copy", "dispatch", "transfer"
    (Zero FIR), or the rule of the `clock`. `reminders`: how many of an e-FIR's have come.
    """

    verb: str
    number: str
    fir_id: UUID | None = None
    draft_id: UUID | None = None
    transfer_id: UUID | None = None
    due_at: datetime | None = None
    source: str = ""
    reminders: int = 0
    clock: Running | None = None


@dataclass(frozen=True)
class Board:
    """What lies on the desk, and one page of the clocks that run; empty cursor on the last."""

    papers: list[Duty]
    clocks: list[Duty]
    next_cursor: str


@access.query
def worklist(*, by: Posting) -> list[Duty]:
    """What waits here, the most urgent first: papers on the desk, and the first page of clocks.

    Call actions.lapse_unsigned_efirs before, where the posting may.
    """
    found = _board(by, "")
    return sorted([*found.papers, *found.clocks], key=_urgency)


@access.query
def board(*, by: Posting, after: str = "") -> Board:
    """The same page by page. Raises Refused; ValueError for a broken cursor.

    Drafts and Zero FIRs sent here stand on the first page only.
    """
    return _board(by, after)


def _board(by: Posting, after: str) -> Board:
    access.require(by, "case.view", by.office)
    page = waiting_for(by, after)
    desk = not after and by.office.kind == OfficeKind.STATION
    papers = [*_drafts(by), *_answers(by)] if desk else []
    return Board(papers, [_of_clock(one) for one in page.clocks], page.next_cursor)


def _urgency(duty: Duty) -> tuple[bool, datetime]:
    """Sorts what has no day to the end."""
    return duty.due_at is None, duty.due_at or now()


def _of_clock(clock: Running) -> Duty:
    return Duty(
        VERBS.get(clock.rule.id, clock.rule.id),
        clock.number,
        fir_id=clock.fir_id,
        due_at=clock.due_at,
        source=clock.rule.source,
        clock=clock,
    )


def _drafts(by: Posting) -> Iterator[Duty]:
    waiting = FirDraft.objects.filter(office=by.office, status__in=OPEN_DRAFTS).defer("answers")
    moment = now()
    for one in waiting[:MOST]:
        unsigned = one.status == DraftStatus.AWAITING_SIGNATURE
        yield Duty(
            "sign" if unsigned else "finish",
            one.reference,
            draft_id=one.id,
            due_at=one.sign_by,
            source=clocks.rule("efir_signature").source if unsigned else "BNSS 173(1)",
            reminders=reminders_due(submitted_at=one.submitted_at, now=moment)
            if unsigned and one.submitted_at
            else 0,
        )


def _answers(by: Posting) -> Iterator[Duty]:
    rule = clocks.rule("zero_answer")
    answered = TransferAnswer.objects.filter(office=by.office).values("transfer_id")
    waiting = ZeroTransfer.objects.filter(to_office=by.office).exclude(pk__in=answered)
    for one in waiting.defer("contents").order_by("sent_at")[:MOST]:
        due = rule.due(one.sent_at)
        yield Duty("answer", one.number, None, None, one.id, due, rule.source)
