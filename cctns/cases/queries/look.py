"""What this officer may see of drafts, cases and Zero FIRs sent here."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from cctns.journal.models import JournalEntry
from cctns.offices import access
from cctns.offices.models import Posting

from ..codes import CaseStatus, DraftStatus
from ..models import Case, CaseLink, FirDraft, TransferAnswer, ZeroTransfer
from .links import Linked, linked_to
from .stage import handed_on, stage_of

OPEN_DRAFTS = (DraftStatus.OPEN, DraftStatus.AWAITING_SIGNATURE, DraftStatus.SIGNED)
MOST = 200


@access.query
def drafts(*, by: Posting) -> list[FirDraft]:
    """The station's unfinished FIRs, newest first, at most 200; without their answers."""
    access.require(by, "fir.draft", by.office)
    found = FirDraft.objects.filter(office=by.office, status__in=OPEN_DRAFTS)
    return list(found.select_related("officer").defer("answers")[:MOST])


@access.query
def draft_for(*, by: Posting, draft_id: UUID) -> FirDraft:
    """One draft of this office; FirDraft.DoesNotExist for any other."""
    access.require(by, "fir.draft", by.office)
    return FirDraft.objects.select_related("office", "officer").get(pk=draft_id, office=by.office)


def require_view(by: Posting, case: Case) -> None:
    """A case is read where it lies, and at the office that took it over. Raises Refused."""
    if not _may_view(by, case):
        access.require(by, "case.view", case.office)


def _may_view(by: Posting, case: Case) -> bool:
    if access.may(by, "case.view", case.office):
        return True
    there = case.taken_over
    return there is not None and access.may(by, "case.view", there.office)


@access.query
def case_for(*, by: Posting, fir_id: UUID) -> Case:
    """A case with its FIR and all that it holds; take persons and account from cases.masking.

    Case.DoesNotExist when row-level security hides it; raises Refused.
    """
    lists = ("fir__parties__papers", "fir__property", "fir__sensitivity_decisions")
    case = _opened().prefetch_related(*lists).get(fir_id=fir_id)
    require_view(by, case)
    case.stage = stage_of(case)
    case.links = _links(case)  # type: ignore[attr-defined]
    return case


@access.query
def opened_case(*, by: Posting, fir_id: UUID) -> Case:
    """A case, its FIR and sections, without persons and property; raises as case_for does."""
    case = _opened().get(fir_id=fir_id)
    require_view(by, case)
    case.stage = stage_of(case)
    case.links = _links(case)  # type: ignore[attr-defined]
    return case


def _links(case: Case) -> list[Linked]:
    """Asked only where the case was annotated as linked."""
    return linked_to(case.fir_id) if case.linked else []  # type: ignore[attr-defined]


@access.query
def links_of(*, by: Posting, case: Case) -> list[Linked]:
    """The linked cases of a case. Raises Refused."""
    require_view(by, case)
    return linked_to(case.fir_id)


@access.query
def registered_case(*, by: Posting, fir_id: UUID) -> Case:
    """A case, its FIR and the diary entry, and nothing else of them; raises as case_for does."""
    case = Case.objects.select_related("fir__gd_entry", "office").get(fir_id=fir_id)
    require_view(by, case)
    return case


def _opened() -> QuerySet[Case]:
    """Cases with what every page of them shows at its top."""
    here = Q(fir_id=OuterRef("fir_id")) | Q(other_fir_id=OuterRef("fir_id"))
    # Most cases have no links, and are not asked for them again.
    found = Case.objects.annotate(linked=Exists(CaseLink.objects.filter(here, stage="linked")))
    found = found.select_related("fir__gd_entry", "office__state", "office__district")
    return found.select_related("investigating_officer").prefetch_related("fir__sections")


@access.query
def case_history(*, by: Posting, case: Case) -> list[JournalEntry]:
    """What the journals say of FIR and case, oldest first, with who wrote it."""
    require_view(by, case)
    decided = [one.id for one in case.fir.sensitivity_decisions.all()]
    found = JournalEntry.objects.filter(record_id__in=[case.fir_id, case.id, *decided])
    entries = found.select_related("actor", "office")
    return sorted(entries, key=lambda one: (one.recorded_at, one.seq))


@access.query
def transfers_here(*, by: Posting) -> list[ZeroTransfer]:
    """Zero FIRs sent to this station and not answered yet, oldest first."""
    access.require(by, "case.view", by.office)
    answered = TransferAnswer.objects.filter(office=by.office).values("transfer_id")
    waiting = ZeroTransfer.objects.filter(to_office=by.office).exclude(pk__in=answered)
    return list(waiting.select_related("office").order_by("sent_at")[:MOST])


@access.query
def transfer_for(*, by: Posting, transfer_id: UUID) -> ZeroTransfer:
    """One Zero FIR sent to this station; ZeroTransfer.DoesNotExist for any other."""
    access.require(by, "case.view", by.office)
    found = ZeroTransfer.objects.select_related("office", "to_office")
    return found.get(pk=transfer_id, to_office=by.office)


@dataclass(frozen=True)
class OtherNumbers:
    """A case at other stations: how it was taken over, and ids of the FIRs that may be opened."""

    earlier: UUID | None
    later: UUID | None
    answer: TransferAnswer | None


@access.query
def other_numbers(*, by: Posting, case: Case) -> OtherNumbers:
    """Both numbers are linked for ever. Raises Refused."""
    require_view(by, case)
    answer = handed_on(case) if case.status == CaseStatus.SENT else None
    wanted = {case.fir.zero_fir_id, answer.fir_id if answer else None} - {None}
    files = Case.objects.select_related("fir", "office").filter(fir__in=wanted)
    seen = {one.fir_id for one in files if _may_view(by, one)} if wanted else set()
    later = answer.fir_id if answer and answer.fir_id in seen else None
    earlier = case.fir.zero_fir_id if case.fir.zero_fir_id in seen else None
    return OtherNumbers(earlier, later, answer)


@access.query
def answers_to(*, by: Posting, case: Case) -> list[TransferAnswer]:
    """How the stations answered to which this Zero FIR was sent, newest first."""
    require_view(by, case)
    sent = ZeroTransfer.objects.filter(fir=case.fir_id).values("id")
    found = TransferAnswer.objects.filter(transfer_id__in=sent)
    return list(found.select_related("office"))
