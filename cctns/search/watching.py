"""Who looked: what owners of records read, what supervisors review; and how fresh answers are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.core.cache import caches
from django.db import connection

from cctns.journal.write import record
from cctns.lib.clock import now
from cctns.lib.text import clean_line
from cctns.lib.wording import noop as _
from cctns.offices import access, rules
from cctns.offices.models import Jurisdiction, Posting

from .sources import FOLLOWER
from .tables import Lookup, LookupReview, Shown

PAGE = 50
SAMPLE = 26  # of 256: every tenth look-up comes before a supervisor
SAMPLE_DAYS = timedelta(days=31)
_FRESH_SECONDS = 60


@access.query
def who_looked(*, by: Posting, after: UUID | None = None) -> list[Shown]:
    """What others were shown of the records of one's own offices, newest first. Raises Refused."""
    access.require(by, "lookup.view", by.office)
    found = Shown.objects.filter(owner_id__in=_reach(by)).exclude(asker_id=by.office_id)
    if after:
        found = found.filter(id__lt=after)
    return list(found.order_by("-id")[:PAGE])


@access.query
def sample(*, by: Posting) -> list[Lookup]:
    """Look-ups of the offices below that are drawn for review and not reviewed, oldest first."""
    access.require(by, "lookup.review", by.office)
    reviewed = LookupReview.objects.values("lookup_id")
    found = Lookup.objects.filter(office__in=_reach(by), made_at__gt=now() - SAMPLE_DAYS)
    drawn = found.extra(where=["get_byte(uuid_send(search_lookup.id), 15) < %s"], params=[SAMPLE])
    waiting = drawn.exclude(pk__in=reviewed).exclude(officer_id=by.officer_id)
    return list(waiting.select_related("office").prefetch_related("shown").order_by("id")[:PAGE])


@access.action
def review(*, by: Posting, lookup_id: UUID, in_order: bool, remarks: str) -> LookupReview:
    """A supervisor's word on a look-up. Raises Refused, Lookup.DoesNotExist, NotPossible."""
    lookup = Lookup.objects.select_related("office").get(pk=lookup_id)
    access.require(by, "lookup.review", lookup.office)
    remarks = clean_line(remarks)
    if not in_order and not remarks:
        raise rules.NotPossible("remarks", _("Say what is not in order"))
    if LookupReview.objects.filter(lookup_id=lookup_id).exists():
        raise rules.NotPossible("", _("This look-up is reviewed already"))
    told = LookupReview(
        state=by.office.state_id,
        office=by.office,
        lookup_id=lookup_id,
        in_order=in_order,
        remarks=remarks,
        officer_name=f"{by.officer.name}, {by.officer.rank} {by.officer.username}",
        reviewed_at=now(),
    )
    record(told, kind="lookup.reviewed", by=by, refs=[lookup_id])
    return told


def _reach(by: Posting) -> list[UUID]:
    found = Jurisdiction.objects.filter(supervisor=by.office_id)
    return list(found.values_list("office_id", flat=True))


@dataclass(frozen=True)
class Fresh:
    """How far the index has followed the journals of one State."""

    state: int
    name: str
    name_hi: str
    at: datetime | None  # of the newest entry that it has; None: nothing was written yet
    waiting: int  # entries that it has not seen


_FRESH = """
SELECT state.code, state.name, state.name_hi, max(entry.recorded_at),
    coalesce(sum(head.size - coalesce(cursor.next, 0)), 0)
FROM journal_head head
JOIN offices_state state ON state.code = head.state
LEFT JOIN journal_cursor cursor ON cursor.follower = %s AND cursor.state = head.state
    AND cursor.office_id = head.office_id AND cursor.epoch = head.epoch
LEFT JOIN journal_entry entry ON entry.state = head.state AND entry.office_id = head.office_id
    AND entry.epoch = head.epoch AND entry.seq = cursor.next - 1
GROUP BY state.code, state.name, state.name_hi ORDER BY state.name
"""


def freshness() -> list[Fresh]:
    """Each State of this node; a minute old at most, since the follower is no fresher."""
    found: list[Fresh] | None = caches["memory"].get("search:fresh")
    if found is None:
        with connection.cursor() as cursor:
            cursor.execute(_FRESH, [FOLLOWER])
            rows = cursor.fetchall()
            found = [Fresh(one[0], one[1], one[2], one[3], int(one[4])) for one in rows]
        caches["memory"].set("search:fresh", found, _FRESH_SECONDS)
    return found
