"""Finding FIRs within one's jurisdiction; newest first, page by page without OFFSET."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from cctns.offices import access
from cctns.offices.models import Jurisdiction, Posting
from cctns.search.finding import cursor_of

from ..models import Fir
from .wanted import Wanted, matching

PAGE = 25


@dataclass(frozen=True)
class FirPage:
    firs: list[Fir]
    next_cursor: str  # empty on the last page


@access.query
def find_firs(*, by: Posting, wanted: Wanted, size: int = PAGE) -> FirPage:
    """FIRs within this posting's jurisdiction, without their accounts.

    Raises Refused; ValueError for a broken cursor, BadText for damaged words.
    """
    access.require(by, "case.search", by.office)
    found = in_reach(by, wanted)
    if wanted.after:
        found = found.filter(_older_than(wanted.after))
    firs = list(
        found.select_related("office", "case__investigating_officer")
        .prefetch_related("sections")
        .defer("narrative", "legacy_row")
        .order_by("-registered_at", "-id")[: size + 1]
    )
    more = len(firs) > size
    return FirPage(firs[:size], _cursor(firs[size - 1]) if more else "")


def in_reach(by: Posting, wanted: Wanted) -> QuerySet[Fir]:
    """What the search asks for among the records of one's own office and those below it.

    The offices are named, not joined: the planner then knows whether they hold most FIRs or none.
    """
    reach = Jurisdiction.objects.filter(supervisor=by.office_id)
    below = list(reach.values_list("office_id", flat=True))
    return matching(Fir.objects.filter(office__in=below), wanted, by)


def _cursor(fir: Fir) -> str:
    return f"{fir.registered_at.isoformat()}~{fir.id}"


def _older_than(cursor: str) -> Q:
    seen, last = cursor_of(cursor)
    # The first half is what the index walks; the second decides among equals.
    return Q(registered_at__lte=seen) & (Q(registered_at__lt=seen) | Q(id__lt=last))
