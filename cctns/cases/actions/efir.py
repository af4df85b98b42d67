"""e-FIR: information given electronically waits three days for a signature (BNSS 173(1)(ii)).

Nobody but officers writes into a General Diary, so no clock of the machine lapses an e-FIR: an
overdue one can no longer be signed or registered, and the first officer who opens the station's
worklist afterwards enters in the diary that it lapsed. It is kept, never deleted.
"""

from __future__ import annotations

from django.db.models import F

from cctns.journal.write import record_all
from cctns.law import clocks
from cctns.lib.clock import now
from cctns.offices import access
from cctns.offices.models import Posting
from cctns.registers import diary
from cctns.registers.codes import GdKind

from .. import rules
from ..codes import Attestation, DraftStatus, FirKind
from ..models import FirDraft
from .register import refuse


@access.action
def submit_efir(*, by: Posting, draft: FirDraft) -> FirDraft:
    """Enter in the diary what came, and wait for the signature; a second call changes nothing."""
    access.require(by, "fir.draft", draft.office)
    moment = now()
    taken = FirDraft.objects.filter(pk=draft.pk, status=DraftStatus.OPEN, kind=FirKind.EFIR).update(
        status=DraftStatus.AWAITING_SIGNATURE,
        submitted_at=moment,
        sign_by=clocks.rule("efir_signature").due(moment),
        updated_at=moment,
    )
    if taken:
        told = diary.entry(
            by=by,
            kind=GdKind.INFORMATION,
            text=f"Information received electronically, reference {draft.reference}; "
            "awaiting the informant's signature within three days",
            subject_id=draft.id,
        )
        diary.enter(told, by=by)
    draft.refresh_from_db()
    return draft


@access.action
def sign_efir(*, by: Posting, draft: FirDraft, attestation: Attestation) -> FirDraft:
    """The informant signed before an officer or electronically. Raises Refused, CannotRegister."""
    access.require(by, "fir.draft", draft.office)
    draft = FirDraft.objects.select_for_update().get(pk=draft.pk)
    moment = now()
    refuse(_unsignable(draft))
    draft.status, draft.signed_at = DraftStatus.SIGNED, moment
    draft.answers = {**draft.answers, "attestation": str(attestation), "read_over": True}
    draft.revision = F("revision") + 1
    draft.save()
    told = diary.entry(
        by=by,
        kind=GdKind.EFIR_SIGNED,
        text=f"e-FIR {draft.reference} signed by the informant",
        subject_id=draft.id,
    )
    diary.enter(told, by=by)
    draft.refresh_from_db()
    return draft


def _unsignable(draft: FirDraft) -> list[rules.Problem]:
    if draft.status != DraftStatus.AWAITING_SIGNATURE:
        return [rules.NOT_SUBMITTED]
    late = draft.sign_by is not None and draft.sign_by < now()
    return [rules.NOT_SIGNED_IN_TIME] if late else []


@access.action
def lapse_unsigned_efirs(*, by: Posting) -> int:
    """Lapse this office's overdue e-FIRs; returns how many. Called before its worklist is shown."""
    access.require(by, "fir.draft", by.office)
    overdue = FirDraft.objects.select_for_update(skip_locked=True).filter(
        office=by.office, status=DraftStatus.AWAITING_SIGNATURE, sign_by__lt=now()
    )
    drafts = list(overdue)
    entries = [
        diary.entry(
            by=by,
            kind=GdKind.EFIR_LAPSED,
            text=f"e-FIR {draft.reference} was not signed within three days",
            subject_id=draft.id,
        )
        for draft in drafts
    ]
    if entries:
        record_all([diary.write_of(one) for one in entries], by=by)
        FirDraft.objects.filter(pk__in=[one.pk for one in drafts]).update(
            status=DraftStatus.LAPSED, updated_at=now()
        )
    return len(drafts)
