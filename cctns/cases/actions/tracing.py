"""A named officer says whether a candidate is the person: never the score."""

from __future__ import annotations

from cctns.journal.write import record
from cctns.lib.clock import now
from cctns.lib.text import clean_line
from cctns.lib.wording import noop as _
from cctns.offices import access
from cctns.offices.models import Posting
from cctns.registers import diary
from cctns.registers.rules import NotPossible, Problem

from ..models import TraceCandidate, TraceDecision

NO_REASON = Problem("reason", _("Say what shows it: kin, fingerprints, DNA, marks"), "BNSS 194")


@access.action
def decide_candidate(
    *, by: Posting, candidate: TraceCandidate, same: bool, reason: str
) -> TraceDecision:
    """Confirm or reject; the other station reads it. Raises Refused, NotPossible."""
    access.require(by, "register.enter", candidate.office)
    reason = clean_line(reason)
    if not reason:
        raise NotPossible([NO_REASON])
    decision = TraceDecision(
        state=by.office.state_id,
        office=by.office,
        record_id=candidate.record_id,
        other_id=candidate.other_id,
        other_text=f"{candidate.other_number}, {candidate.other_office.name}",
        to_office_id=candidate.other_office_id,
        same=same,
        reason=reason,
        decided_at=now(),
        officer_name=diary.signed(by.officer),
    )
    event = "trace.confirmed" if same else "trace.rejected"
    record(decision, kind=event, by=by, refs=[candidate.record_id, candidate.other_id])
    return decision
