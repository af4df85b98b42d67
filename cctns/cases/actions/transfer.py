"""A Zero FIR goes to the station that has jurisdiction, which answers in its own journal."""

from __future__ import annotations

from dataclasses import replace

from cctns.journal.models import new_id
from cctns.journal.write import Write, record_all
from cctns.lib.clock import now
from cctns.lib.text import clean_line
from cctns.offices import access
from cctns.offices.codes import OfficeKind
from cctns.offices.models import Office, Posting
from cctns.registers import diary
from cctns.registers.codes import GdKind

from .. import rules
from ..answers import FirAnswers, from_json, to_json
from ..codes import CaseStatus, FirKind, Information
from ..models import Case, Fir, TransferAnswer, ZeroTransfer
from ..prefill import answers_of
from ..writing import fir_of
from .register import refuse, write_fir


@access.action
def send_zero_fir(*, by: Posting, case: Case, to: Office) -> ZeroTransfer:
    """Hand a Zero FIR over; the record carries the whole FIR, so the receiver needs no other."""
    access.require(by, "case.propose_transfer", case.office)
    found = rules.transfer_problems(
        kind=case.fir.kind,
        status=case.status,
        to_self=to.pk == case.office_id,
        to_station=to.kind == OfficeKind.STATION,
    )
    refuse(found)
    case.status = CaseStatus.SENT
    transfer = ZeroTransfer(
        state=case.state,
        office=case.office,
        fir=case.fir,
        number=case.fir.number,
        to_office=to,
        sent_at=now(),
        officer_name=diary.signed(by.officer),
        contents=to_json(answers_of(case.fir)),
    )
    told = diary.entry(
        by=by,
        kind=GdKind.ZERO_SENT,
        text=f"Zero FIR {case.fir.number} sent to {to.name}",
        subject_id=case.fir_id,
    )
    writes = [
        diary.write_of(told),
        Write(transfer, "zero_transfer.sent", [case.fir_id, told.id]),
        Write(case, "case.sent", [transfer.id]),
    ]
    record_all(writes, by=by)
    return transfer


@access.action
def receive_zero_fir(*, by: Posting, transfer: ZeroTransfer, investigating_officer: str) -> Fir:
    """Register it under this station's own number; both numbers stay linked for ever.

    `investigating_officer` is a police number. Raises Refused, CannotRegister.
    """
    access.require(by, "fir.register", by.office)
    _must_be_answerable(transfer, by)
    answers = _received(transfer, investigating_officer)
    parts = fir_of(answers, by=by, fir_id=new_id())
    refuse([] if parts.io else [rules.NOT_POSTED_HERE])
    fir = parts.fir
    fir.zero_fir_id, fir.zero_fir_number = transfer.fir_id, transfer.number
    fir.zero_fir_station = transfer.office.name
    answer = _answer(transfer, by, accepted=True, fir=fir)
    text = f"FIR {fir.number} registered on Zero FIR {transfer.number} of {transfer.office.name}"
    accepted = Write(answer, "transfer_answer.accepted", [transfer.id, transfer.fir_id])
    write_fir(parts, answers, by=by, text=text, also=(accepted,))
    return fir


def _received(transfer: ZeroTransfer, investigating_officer: str) -> FirAnswers:
    """As the first station wrote it down; the place now lies within limits."""
    return replace(
        from_json(transfer.contents),
        kind=FirKind.ORDINARY,
        information=Information.TRANSFER,
        received_at=transfer.sent_at,
        action="investigate",
        action_detail="",
        investigating_officer=investigating_officer,
        outside_limits=False,
    )


@access.action
def return_zero_fir(*, by: Posting, transfer: ZeroTransfer, reason: str) -> TransferAnswer:
    """Send it back with the reason. Raises Refused, CannotRegister."""
    access.require(by, "fir.register", by.office)
    _must_be_answerable(transfer, by)
    reason = clean_line(reason)
    refuse(rules.return_problems(reason=reason))
    answer = _answer(transfer, by, accepted=False, reason=reason)
    told = diary.entry(
        by=by,
        kind=GdKind.ZERO_RETURNED,
        text=f"Zero FIR {transfer.number} returned to {transfer.office.name}: {reason}",
        subject_id=transfer.id,
    )
    returned = Write(answer, "transfer_answer.returned", [transfer.id, told.id])
    record_all([diary.write_of(told), returned], by=by)
    return answer


@access.action
def take_up_returned(*, by: Posting, case: Case, answer: TransferAnswer) -> Case:
    """The first station takes a returned Zero FIR up again, to send it elsewhere."""
    access.require(by, "case.propose_transfer", case.office)
    sent = ZeroTransfer.objects.filter(pk=answer.transfer_id, fir=case.fir_id).exists()
    refuse(rules.retake_problems(sent=sent and case.status == "sent", returned=not answer.accepted))
    case.status = CaseStatus.TRANSFER
    record_all([Write(case, "case.returned", [answer.id])], by=by)
    return case


def _must_be_answerable(transfer: ZeroTransfer, by: Posting) -> None:
    answered = TransferAnswer.objects.filter(transfer_id=transfer.id).exists()
    addressed = transfer.to_office_id == by.office_id
    refuse(rules.answer_problems(answered=answered, addressed=addressed))


def _answer(
    transfer: ZeroTransfer,
    by: Posting,
    *,
    accepted: bool,
    fir: Fir | None = None,
    reason: str = "",
) -> TransferAnswer:
    return TransferAnswer(
        state=by.office.state_id,
        office=by.office,
        transfer_id=transfer.id,
        to_office_id=transfer.office_id,
        accepted=accepted,
        fir=fir,
        number=fir.number if fir else "",
        reason=reason,
        answered_at=now(),
        officer_name=diary.signed(by.officer),
    )
