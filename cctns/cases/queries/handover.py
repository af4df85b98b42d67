"""What an investigating officer leaves to the next: every open case with what is known and due.

Set-based: as many questions for four hundred cases as for one.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, OuterRef, Q, Subquery

from cctns.lib.clock import IST, now
from cctns.offices import access
from cctns.offices.models import Officer, Posting

from ..codes import CaseStatus
from ..models import Accused, Case, CaseDiaryEntry, Clock, SeizedItem, Statement


@dataclass
class Pending:
    """One open case as it stands today; `days` since its FIR, clocks the next to fall due first."""

    case: Case
    days: int
    accused: list[Accused] = field(default_factory=list)
    exhibits: int = 0
    statements: int = 0
    diary: CaseDiaryEntry | None = None
    clocks: list[Clock] = field(default_factory=list)


@access.query
def handover(*, by: Posting, number: str) -> tuple[Officer, list[Pending]]:
    """The open cases at one's own station of the officer with this police number, oldest first.

    For the officer themselves, and for whoever names investigating officers. Raises Refused;
    Officer.DoesNotExist for somebody who is not posted there.
    """
    own = number == by.officer.username
    access.require(by, "case.view" if own else "case.assign_io", by.office)
    here = Posting.objects.current(access.today()).filter(office=by.office)
    officer = Officer.objects.get(username=number, pk__in=here.values("officer"))
    cases = Case.objects.filter(
        office=by.office, investigating_officer=officer, status=CaseStatus.INVESTIGATION
    )
    known = cases.annotate(
        exhibits=_count(SeizedItem, "seizure__case"), statements=_count(Statement, "case")
    )
    found = known.select_related("fir").prefetch_related("fir__sections")
    today = now().astimezone(IST).date()
    pending = {one.pk: _pending(one, today) for one in found.order_by("fir__registered_at")}
    _add_what_is_known(pending)
    return officer, list(pending.values())


def _count(model: Any, case: str) -> Subquery:
    rows = model.objects.filter(**{case: OuterRef("pk")}).order_by().values(case)
    return Subquery(rows.annotate(found=Count("id")).values("found"))


def _pending(case: Any, today: date) -> Pending:
    days = (today - case.fir.registered_at.astimezone(IST).date()).days
    return Pending(case, days, exhibits=case.exhibits or 0, statements=case.statements or 0)


def _add_what_is_known(pending: dict[UUID, Pending]) -> None:
    cases = list(pending)
    for one in Accused.objects.filter(case__in=cases).order_by("code"):
        pending[one.case_id].accused.append(one)
    newest = CaseDiaryEntry.objects.filter(case__in=cases).order_by("case", "-day", "-id")
    for entry in newest.distinct("case"):
        pending[entry.case_id].diary = entry
    by_fir = {one.case.fir_id: one for one in pending.values()}
    running = Clock.objects.filter(Q(fir_id__in=by_fir) | Q(root_id__in=by_fir), closed_at=None)
    for clock in running.order_by("due_at"):
        by_fir[clock.fir_id or clock.root_id].clocks.append(clock)
