"""Possible matches of one record, and what was decided about each."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from cctns.offices import access
from cctns.offices.models import Posting
from cctns.registers.models import Entry

from ..models import TraceCandidate, TraceDecision

SHOWN = 20


@dataclass(frozen=True)
class Match:
    """A candidate with the latest word of either station on it."""

    candidate: TraceCandidate
    decision: TraceDecision | None


@access.query
def matches_of(*, by: Posting, entry: Entry) -> list[Match]:
    """Likeliest first. Raises Refused."""
    access.require(by, "register.view", entry.office)
    found = TraceCandidate.objects.filter(record_id=entry.pk).select_related("other_office")
    rows = list(found[:SHOWN])
    said = _decisions(entry.pk)
    return [Match(one, said.get(one.other_id)) for one in rows]


def _decisions(record_id: UUID) -> dict[UUID, TraceDecision]:
    """By the other record; both stations may have spoken: the latest word stands."""
    pairs = TraceDecision.objects.filter(Q(record_id=record_id) | Q(other_id=record_id))
    return {
        one.other_id if one.record_id == record_id else one.record_id: one
        for one in pairs.order_by("id")
    }


@access.query
def candidate_at(*, by: Posting, entry: Entry, candidate_id: UUID) -> TraceCandidate:
    """Raises Refused, TraceCandidate.DoesNotExist."""
    access.require(by, "register.view", entry.office)
    found = TraceCandidate.objects.select_related("office", "other_office")
    return found.get(pk=candidate_id, record_id=entry.pk)
