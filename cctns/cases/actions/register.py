"""Registering an FIR: the number, the diary entry, the FIR and its case, in one transaction."""

from __future__ import annotations

from cctns.journal.write import Write, record_all
from cctns.lib.clock import now
from cctns.offices import access
from cctns.offices.models import Posting
from cctns.registers import diary
from cctns.registers.actions import close
from cctns.registers.codes import GdKind, Outcome
from cctns.registers.models import Complaint, GeneralDiaryEntry

from .. import rules
from ..answers import FirAnswers, from_json
from ..codes import DraftStatus, FirKind
from ..models import Fir, FirDraft
from ..writing import FirParts, case_of, fir_of, misfits


class CannotRegister(ValueError):
    """The draft is not ready; `problems` say what is missing and on which page."""

    def __init__(self, problems: list[rules.Problem]) -> None:
        super().__init__("; ".join(str(one) for one in problems))
        self.problems = problems


@access.action
def register_fir(*, by: Posting, draft: FirDraft) -> Fir:
    """Register and sign the FIR of a draft; a second call returns the FIR of the first.

    Only the officer in charge registers (BNSS 173(1)). Raises Refused, CannotRegister.
    """
    access.require(by, "fir.register", draft.office)
    draft = FirDraft.objects.select_for_update().get(pk=draft.pk)
    if draft.status == DraftStatus.REGISTERED:
        return Fir.objects.get(pk=draft.pk)
    answers = from_json(draft.answers)
    refuse(_unready(draft, answers))
    parts = fir_of(answers, by=by, fir_id=draft.id, signed_at=draft.signed_at)
    parts.fir.complaint_id = draft.complaint_id
    missing = [rules.NOT_POSTED_HERE] if answers.investigating_officer and not parts.io else []
    refuse([*missing, *misfits(parts)])
    write_fir(parts, answers, by=by, text=_diary_text(parts.fir, answers))
    FirDraft.objects.filter(pk=draft.pk).update(
        status=DraftStatus.REGISTERED, updated_at=parts.fir.registered_at
    )
    return parts.fir


def write_fir(
    parts: FirParts, answers: FirAnswers, *, by: Posting, text: str, also: tuple[Write, ...] = ()
) -> GeneralDiaryEntry:
    """Diary entry first, at whose time the FIR is registered; then FIR, case, what they close."""
    fir = parts.fir
    told = diary.entry(by=by, kind=GdKind.FIR, text=text, subject_id=fir.id)
    fir.gd_entry, fir.gd_recorded_at, fir.registered_at = told, told.recorded_at, told.recorded_at
    writes = [
        diary.write_of(told),
        Write(fir, "fir.registered", [told.id], parts.children, occurred_at=fir.received_at),
        Write(case_of(parts, answers), "case.opened", [fir.id]),
        *_closing(fir),
        *also,
    ]
    record_all(writes, by=by)
    return told


def _unready(draft: FirDraft, answers: FirAnswers) -> list[rules.Problem]:
    return [*_signature(draft), *rules.problems(answers, now=now())]


def _signature(draft: FirDraft) -> list[rules.Problem]:
    """An e-FIR is registered when its informant has signed it (BNSS 173(1)(ii))."""
    if draft.status == DraftStatus.SIGNED:
        return []
    if draft.status == DraftStatus.OPEN:
        return [rules.NOT_SIGNED] if draft.kind == FirKind.EFIR else []
    if draft.status != DraftStatus.AWAITING_SIGNATURE:
        return [rules.DRAFT_CLOSED]
    late = draft.sign_by is not None and draft.sign_by < now()
    return [rules.NOT_SIGNED_IN_TIME if late else rules.NOT_SIGNED]


def _diary_text(fir: Fir, answers: FirAnswers) -> str:
    sections = ", ".join(f"{one.act} {one.number}" for one in answers.offences)
    return f"{FirKind(answers.kind).label} {fir.number} registered under {sections}"


def _closing(fir: Fir) -> list[Write]:
    """The complaint that the FIR came from has its outcome (Lalita Kumari, 2014)."""
    if fir.complaint_id is None:
        return []
    complaint = Complaint.objects.select_for_update().get(pk=fir.complaint_id)
    if complaint.outcome:
        refuse([rules.COMPLAINT_CLOSED])
    zero = fir.kind == FirKind.ZERO
    close(
        complaint,
        outcome=Outcome.ZERO_FIR if zero else Outcome.FIR,
        reason=f"{FirKind(fir.kind).label} {fir.number}",
    )
    complaint.fir_id = fir.id
    return [Write(complaint, "complaint.disposed", [fir.id])]


def refuse(found: list[rules.Problem]) -> None:
    if found:
        raise CannotRegister(found)
