"""What follows registration: free copy, dispatch to court, investigating officer, sensitivity."""

from __future__ import annotations

from cctns.journal.write import Write, record, record_all
from cctns.law import clocks
from cctns.lib.clock import now
from cctns.lib.text import clean_line
from cctns.offices import access
from cctns.offices.models import Officer, Posting
from cctns.registers import diary
from cctns.registers.codes import GdKind

from .. import rules
from ..codes import CaseStatus
from ..models import Case, SensitivityDecision
from .register import refuse


@access.action
def give_free_copy(*, by: Posting, case: Case, to: str) -> Case:
    """Record that the informant or victim got the copy free of cost (BNSS 173(2))."""
    access.require(by, "fir.copy", case.office)
    to = clean_line(to)
    refuse(rules.copy_problems(to=to, given=case.copy_given_at is not None))
    case.copy_given_at, case.copy_given_to = now(), to
    record(case, kind="case.copy_given", by=by)
    return case


@access.action
def dispatch_to_court(*, by: Posting, case: Case, court_name: str, delay: str = "") -> Case:
    """Item 15 of IIF-I: the FIR goes to the Magistrate forthwith (BNSS 176(1))."""
    access.require(by, "fir.dispatch", case.office)
    court_name, delay = clean_line(court_name), clean_line(delay)
    late = now() > clocks.rule("dispatch").due(case.fir.registered_at)
    sent = case.dispatched_at is not None
    refuse(rules.dispatch_problems(court=court_name, sent=sent, late=late, delay=delay))
    case.dispatched_at, case.court_name, case.dispatch_delay = now(), court_name, delay
    case.dispatched_by = diary.signed(by.officer)
    told = diary.entry(
        by=by,
        kind=GdKind.DISPATCH,
        text=f"FIR {case.fir.number} sent to {court_name}",
        subject_id=case.fir_id,
    )
    dispatched = Write(case, "case.dispatched", [told.id])
    record_all([diary.write_of(told), dispatched], by=by)
    return case


@access.action
def assign_investigating_officer(*, by: Posting, case: Case, officer: Officer) -> Case:
    """Name or change the investigating officer; the journal keeps who it was and when."""
    access.require(by, "case.assign_io", case.office)
    current = Posting.objects.current(access.today())
    here = current.filter(office=case.office, officer=officer)
    refuse([] if here.exists() else [rules.NOT_POSTED_HERE])
    case.investigating_officer, case.status = officer, CaseStatus.INVESTIGATION
    record(case, kind="case.io_assigned", by=by)
    return case


@access.action
def mark_sensitive(*, by: Posting, case: Case, sensitive: bool, reason: str) -> SensitivityDecision:
    """Decided by a DySP or above (Youth Bar Association (2016) 9 SCC 473), in their own journal."""
    access.require(by, "fir.mark_sensitive", case.office)
    reason = clean_line(reason)
    refuse(
        rules.sensitivity_problems(reason=reason, masked=case.victim_masked, sensitive=sensitive)
    )
    decision = SensitivityDecision(
        state=by.office.state_id,
        office=by.office,
        fir_id=case.fir_id,
        sensitive=sensitive,
        reason=reason,
        decided_at=now(),
        officer_name=f"{by.officer.name}, {by.officer.rank}",
    )
    record(decision, kind="fir.sensitivity_decided", by=by, refs=[case.fir_id])
    return decision
