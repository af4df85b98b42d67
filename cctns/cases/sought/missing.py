"""Missing persons as mentions; children's names stay with those who search for them."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from cctns.lib.clock import IST
from cctns.people.told import born, marks, named
from cctns.search.codes import Closed, Role
from cctns.search.mentions import MentionRow
from cctns.search.sources import Told

from ..models import Missing


def load_missing(wanted: Collection[UUID]) -> Told:
    entries = list(Missing.objects.filter(pk__in=wanted))
    return Told({"missing": [one.pk for one in entries]}, [_mention(one) for one in entries])


def _mention(one: Missing) -> MentionRow:
    first, last = born(one, one.happened_at.astimezone(IST).year)
    return MentionRow(
        **named(one),
        id=one.pk,
        state=one.state,
        record_kind="missing",
        record_id=one.pk,
        case_id=None,
        office_id=one.office_id,
        role=str(Role.MISSING),
        birth_from=first,
        birth_to=last,
        district=one.district_name,
        marks=marks(one.features),
        number=one.number,
        told_at=one.recorded_at,
        standing=one.stage,
        closed=str(Closed.CHILD if one.is_child else Closed.OPEN),
    )
