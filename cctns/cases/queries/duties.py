"""The worklist: what waits at this station, and by when the law wants it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from django.db.models import QuerySet

from cctns.lib.clock import now
from cctns.offices import access
from cctns.offices.models import Posting

from ..codes import CaseStatus, DraftStatus
from ..models import Case, FirDraft, TransferAnswer, ZeroTransfer
from ..rules import DISPATCH_WITHIN, TRANSFER_WITHIN, reminders_due
from .look import OPEN_DRAFTS

MOST = 50
_NEVER = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Duty:
    """One thing to do: a verb, the paper it is about, when the law wants it (UTC) and which law.

    Verbs: "finish", "sign" (e-FIR), "copy", "dispatch", "transfer" (Zero FIR), "answer" (one sent
    here). `reminders`: how many of the e-FIR's three, after 24, 48 and 72 hours, have come.
    """

    verb: str
    number: str
    fir_id: UUID | None = None
    draft_id: UUID | None = None
    transfer_id: UUID | None = None
    due_at: datetime | None = None
    source: str = ""
    reminders: int = 0


@access.query
def worklist(*, by: Posting) -> list[Duty]:
    """What waits at this station, the most urgent first: five queries, whatever the number.

    Call actions.lapse_unsigned_efirs before, where the posting may.
    """
    access.require(by, "case.view", by.office)
    duties = [*_drafts(by), *_copies(by), *_dispatches(by), *_transfers(by), *_answers(by)]
    return sorted(duties, key=lambda one: one.due_at or _NEVER)


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
            source="BNSS 173(1)(ii)" if unsigned else "BNSS 173(1)",
            reminders=reminders_due(submitted_at=one.submitted_at, now=moment)
            if unsigned and one.submitted_at
            else 0,
        )


def _open_cases(by: Posting) -> QuerySet[Case]:
    cases = Case.objects.filter(office=by.office).exclude(status=CaseStatus.LEGACY)
    return cases.select_related("fir").defer("fir__narrative", "fir__legacy_row").order_by("id")


def _copies(by: Posting) -> Iterator[Duty]:
    for one in _open_cases(by).filter(copy_given_at=None)[:MOST]:
        yield Duty(
            "copy", one.fir.number, one.fir_id, None, None, one.fir.registered_at, "BNSS 173(2)"
        )


def _dispatches(by: Posting) -> Iterator[Duty]:
    for one in _open_cases(by).filter(dispatched_at=None)[:MOST]:
        due = one.fir.registered_at + DISPATCH_WITHIN
        yield Duty("dispatch", one.fir.number, one.fir_id, None, None, due, "BNSS 176(1)")


def _transfers(by: Posting) -> Iterator[Duty]:
    for one in _open_cases(by).filter(status=CaseStatus.TRANSFER)[:MOST]:
        due = one.fir.registered_at + TRANSFER_WITHIN
        yield Duty("transfer", one.fir.number, one.fir_id, None, None, due, "BNSS 173(1)")


def _answers(by: Posting) -> Iterator[Duty]:
    answered = TransferAnswer.objects.filter(office=by.office).values("transfer_id")
    waiting = ZeroTransfer.objects.filter(to_office=by.office).exclude(pk__in=answered)
    for one in waiting.defer("contents").order_by("sent_at")[:MOST]:
        due = one.sent_at + TRANSFER_WITHIN
        yield Duty("answer", one.number, None, None, one.id, due, "BNSS 173(1)")
