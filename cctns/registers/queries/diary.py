"""What this officer may see of the General Diary."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from cctns.lib.clock import midnight
from cctns.offices import access
from cctns.offices.models import Office, Posting

from ..models import GeneralDiaryEntry
from . import lists


@access.query
def diary_day(*, by: Posting, office: Office, day: date, after: int = 0) -> list[GeneralDiaryEntry]:
    """One day (IST) of a station's diary, oldest first; `after` is the last number seen."""
    access.require(by, "gd.read", office)
    start = midnight(day)
    entries = GeneralDiaryEntry.objects.filter(
        office=office,
        recorded_at__gte=start,
        recorded_at__lt=start + timedelta(days=1),
        serial__gt=after,
    )
    return list(entries.select_related("corrects").order_by("serial")[: lists.PAGE])


@access.query
def diary_entry(*, by: Posting, entry_id: UUID) -> GeneralDiaryEntry:
    """One entry. Raises Refused, GeneralDiaryEntry.DoesNotExist."""
    entry = GeneralDiaryEntry.objects.select_related("office", "corrects").get(pk=entry_id)
    access.require(by, "gd.read", entry.office)
    return entry
