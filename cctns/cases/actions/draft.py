"""Writing an FIR down page by page; nothing here is a record yet."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import F

from cctns.journal.models import new_id
from cctns.lib.clock import now
from cctns.lib.text import clean_all
from cctns.offices import access
from cctns.offices.models import Posting
from cctns.registers.models import Complaint

from .. import rules
from ..answers import from_json, to_json
from ..codes import DraftStatus, FirKind
from ..models import FirDraft
from ..papers import concealed
from ..prefill import from_complaint
from .register import refuse

WRITABLE = (DraftStatus.OPEN, DraftStatus.AWAITING_SIGNATURE)


class DraftChanged(Exception):
    """Another tab or officer saved the draft meanwhile; what was typed is handed back."""


@access.action
def start_draft(
    *,
    by: Posting,
    kind: FirKind,
    answers: dict[str, Any] | None = None,
    complaint: Complaint | None = None,
) -> FirDraft:
    """Open a draft, empty or filled from a complaint of this office. Raises Refused, ValueError."""
    access.require(by, "fir.draft", complaint.office if complaint else by.office)
    if complaint and complaint.outcome:
        refuse([rules.COMPLAINT_CLOSED])
    told = _of_kind(kind, {**(from_complaint(complaint) if complaint else {}), **(answers or {})})
    draft_id = new_id()
    return FirDraft.objects.create(
        id=draft_id,
        office=by.office,
        officer_id=by.officer_id,
        kind=kind,
        answers=_stored(told, draft_id),
        complaint_id=complaint.id if complaint else None,
    )


@access.action
def save_draft(*, by: Posting, draft: FirDraft, answers: dict[str, Any], revision: int) -> FirDraft:
    """Save one page's answers over a known revision.

    Raises Refused, DraftChanged, CannotRegister for an e-FIR that is to become another kind, and
    ValueError (BadText is one) for what no page of ours sends.
    """
    access.require(by, "fir.draft", draft.office)
    stored = FirDraft.objects.select_for_update().get(pk=draft.pk)
    if stored.revision != revision or stored.status not in WRITABLE:
        raise DraftChanged
    told = {**stored.answers, **answers}
    kind = FirKind(answers.get("kind", stored.kind))
    if kind != stored.kind:
        # The diary tells of an e-FIR as soon as it waits for its signature.
        refuse([] if stored.status == DraftStatus.OPEN else [rules.KIND_STANDS])
        told = _of_kind(kind, told, before=FirKind(stored.kind))
    FirDraft.objects.filter(pk=draft.pk).update(
        answers=_stored({**told, "kind": kind}, stored.pk),
        kind=kind,
        revision=F("revision") + 1,
        updated_at=now(),
    )
    draft.refresh_from_db()
    return draft


def _of_kind(
    kind: FirKind, told: dict[str, Any], *, before: FirKind | None = None
) -> dict[str, Any]:
    """The answers under this kind: how the information came follows it (IIF-I item 4)."""
    follows = rules.INFORMATION_OF.get(kind) or told.get("information", "")
    if before in rules.INFORMATION_OF and kind not in rules.INFORMATION_OF:
        follows = ""
    order = told.get("court_order", "") if kind == FirKind.COURT else ""
    return {**told, "kind": kind, "information": follows, "court_order": order}


def _stored(answers: dict[str, Any], draft_id: UUID) -> dict[str, Any]:
    """Clean, of our fields only, and with no identity number left open."""
    read = from_json(clean_all(answers))
    return to_json(concealed(read, record=draft_id))


@access.action
def discard_draft(*, by: Posting, draft: FirDraft) -> None:
    """Put a draft away; it is kept, out of the list, and can be looked at."""
    access.require(by, "fir.draft", draft.office)
    FirDraft.objects.filter(pk=draft.pk, status=DraftStatus.OPEN).update(
        status=DraftStatus.DISCARDED, updated_at=now()
    )
