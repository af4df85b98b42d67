"""A case goes to the station that has jurisdiction, which answers in its own journal.

A Zero FIR always does (BNSS 173(1)); a case under investigation does for a reason in writing.
"""

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
from ..answers import FirAnswers, Offence, from_json, to_json
from ..carrying import accused_of, accused_sheets, forms_of
from ..codes import CaseStatus, FirKind, Information, TransferGround
from ..models import Case, Fir, TransferAnswer, ZeroTransfer
from ..prefill import answers_of
from ..queries.sections import sections_of
from ..queries.stage import handed_on
from ..writing import fir_of
from .register import refuse, write_fir


@access.action
def send_case(
    *,
    by: Posting,
    case: Case,
    to: Office,
    ground: str = TransferGround.JURISDICTION,
    reason: str = "",
    order_reference: str = "",
) -> ZeroTransfer:
    """Hand a case over; the record carries FIR, accused and the list of forms.

    `ground` is a TransferGround, `order_reference` the order of court or senior officer. Raises
    Refused, CannotRegister.
    """
    access.require(by, "case.propose_transfer", case.office)
    reason, order_reference = clean_line(reason), clean_line(order_reference)
    zero = case.fir.kind == FirKind.ZERO
    found = rules.transfer_problems(
        kind=case.fir.kind,
        status=case.status,
        to_self=to.pk == case.office_id,
        to_station=to.kind == OfficeKind.STATION,
    )
    if not zero:
        found += rules.ground_problems(ground=ground, reason=reason, order=order_reference)
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
        contents=to_json(_as_it_stands(case)),
        ground=ground,
        reason=reason,
        order_reference=order_reference,
        accused=accused_of(case),
        forms=forms_of(case),
    )
    told = diary.entry(
        by=by,
        kind=GdKind.ZERO_SENT if zero else GdKind.CASE_SENT,
        text=f"{case.fir.get_kind_display()} {case.fir.number} sent to {to.name}"
        + (f": {reason}" if reason else ""),
        subject_id=case.fir_id,
    )
    writes = [
        diary.write_of(told),
        # A Zero FIR's clocks end when it is sent, those of a case when it is taken over.
        Write(case, "case.sent" if zero else "case.transfer_sent", [transfer.id]),
        Write(transfer, "zero_transfer.sent", [case.fir_id, told.id]),
    ]
    record_all(writes, by=by)
    return transfer


def _as_it_stands(case: Case) -> FirAnswers:
    """The FIR as it was written, under the sections that stand today."""
    return replace(
        answers_of(case.fir),
        offences=tuple(_standing(case)),
        sensitive=case.sensitive,
        sensitive_reason=case.sensitive_reason,
    )


def _standing(case: Case) -> list[Offence]:
    read_with = {(one.act, one.number): one.read_with for one in case.fir.sections.all()}
    return [
        Offence(
            act=one.act, number=one.number, read_with=read_with.get((one.act, one.number), False)
        )
        for one in sections_of(case)
    ]


@access.action
def receive_case(*, by: Posting, transfer: ZeroTransfer, investigating_officer: str) -> Fir:
    """Register it under this station's own number; both numbers stay linked for ever.

    The accused who had a form get a new one here that points at the old one.
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
    sent = f"{transfer.kind_told} {transfer.number} of {transfer.office.name}"
    text = f"FIR {fir.number} registered on {sent}"
    accepted = Write(answer, "transfer_answer.accepted", [transfer.id, transfer.fir_id])
    write_fir(parts, answers, by=by, text=text, also=(accepted,))
    carried = [
        Write(one, "accused.carried", [fir.id, *([one.earlier_id] if one.earlier_id else [])])
        for one in accused_sheets(transfer, parts, by=by)
    ]
    if carried:
        record_all(carried, by=by)
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
def return_case(*, by: Posting, transfer: ZeroTransfer, reason: str) -> TransferAnswer:
    """Send it back with the reason. Raises Refused, CannotRegister."""
    access.require(by, "fir.register", by.office)
    _must_be_answerable(transfer, by)
    reason = clean_line(reason)
    refuse(rules.return_problems(reason=reason))
    answer = _answer(transfer, by, accepted=False, reason=reason)
    told = diary.entry(
        by=by,
        kind=GdKind.ZERO_RETURNED if transfer.is_zero else GdKind.CASE_RETURNED,
        text=f"{transfer.kind_told} {transfer.number} returned to {transfer.office.name}: {reason}",
        subject_id=transfer.id,
    )
    returned = Write(answer, "transfer_answer.returned", [transfer.id, told.id])
    record_all([diary.write_of(told), returned], by=by)
    return answer


@access.action
def take_up_returned(*, by: Posting, case: Case, answer: TransferAnswer) -> Case:
    """The first station takes a returned case up again: a Zero FIR to be sent elsewhere."""
    access.require(by, "case.propose_transfer", case.office)
    sent = ZeroTransfer.objects.filter(pk=answer.transfer_id, fir=case.fir_id).exists()
    waits = sent and case.status == CaseStatus.SENT and handed_on(case) is None
    refuse(rules.retake_problems(sent=waits, returned=not answer.accepted))
    zero = case.fir.kind == FirKind.ZERO
    case.status = CaseStatus.TRANSFER if zero else CaseStatus.INVESTIGATION
    writes: list[Write] = [Write(case, "case.returned", [answer.id])]
    if not zero:
        text = f"FIR {case.fir.number} came back and is taken up again: {answer.reason}"
        told = diary.entry(by=by, kind=GdKind.CASE_RETURNED, text=text, subject_id=case.fir_id)
        writes.insert(0, diary.write_of(told))
    record_all(writes, by=by)
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
