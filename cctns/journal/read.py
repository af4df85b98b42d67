"""Reading entries back: the timeline of a record, and the entry of one of its versions."""

from __future__ import annotations

from uuid import UUID

from .models import JournalEntry


def history(record_id: UUID) -> list[JournalEntry]:
    """Every entry of a record, oldest first, with the officers who wrote them."""
    entries = JournalEntry.objects.filter(record_id=record_id).prefetch_related("actor")
    return list(entries.order_by("version"))


def entry_of(record_id: UUID, version: int | None = None) -> JournalEntry | None:
    """The entry of one version, of the newest when none is asked for; None when there is none."""
    entries = JournalEntry.objects.filter(record_id=record_id)
    if version is not None:
        return entries.filter(version=version).first()
    return entries.order_by("-version").first()
