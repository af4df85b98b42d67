"""Where a record stands in its office's journal now, as a stamp for the paper that shows it."""

from __future__ import annotations

from cctns.journal.checkpoints import position
from cctns.journal.models import JournalEntry, Record

from .stamp import Stamp


def stamp_of(record: Record, paper: str) -> Stamp | None:
    """The stamp of a record's newest version; None for one that stands in no journal here."""
    try:
        place = position(record)
    except LookupError:
        return None
    office = place.office
    entry = JournalEntry.objects.get(office=office, epoch=place.epoch, seq=place.seq)
    return Stamp(
        origin=place.note.partition("\n")[0],
        paper=paper,
        station=f"{office.state_id}-{office.code}",
        office=str(office.pk),
        epoch=place.epoch,
        seq=place.seq,
        size=place.size,
        root=place.root.hex(),
        record=str(entry.record_id),
        version=entry.version,
        leaf=bytes(entry.leaf).hex(),
        digest=bytes(entry.payload_digest).hex(),
    )
