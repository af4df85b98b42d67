"""Writing into the General Diary from within another act, in that act's own transaction."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from cctns.journal.serials import next_number
from cctns.journal.write import Write, record_all
from cctns.lib.clock import IST, now
from cctns.offices.models import Office, Officer, Posting

from .codes import GdKind
from .models import GeneralDiaryEntry


def period_of(office: Office, moment: datetime) -> str:
    """The stretch in which the diary's numbers run: "2026-11-24", "2026-11" or "2026" (IST)."""
    day = moment.astimezone(IST).date().isoformat()
    return {"daily": day, "monthly": day[:7], "yearly": day[:4]}[office.gd_reset]


def signed(officer: Officer) -> str:
    """How an officer stands under an entry: name, rank and police number."""
    return f"{officer.name}, {officer.rank} {officer.username}"


def entry(
    *,
    by: Posting,
    kind: GdKind,
    text: str,
    occurred_at: datetime | None = None,
    corrects: GeneralDiaryEntry | None = None,
    subject_id: UUID | None = None,
) -> GeneralDiaryEntry:
    """An entry numbered and timed now (UTC), to be written together with the act it tells of.

    The caller holds the transaction. Take the act's own number before: one order, no deadlock.
    """
    asked = now()
    period = period_of(by.office, asked)
    serial = next_number(office=by.office, series="gd", period=period)
    # Read again: whoever waited for the number is later than the entry before.
    moment = now()
    if moment < asked or period_of(by.office, moment) != period:
        moment = asked
    return GeneralDiaryEntry(
        state=by.office.state_id,
        office=by.office,
        period=period,
        serial=serial,
        kind=kind,
        occurred_at=occurred_at or moment,
        recorded_at=moment,
        officer_id=by.officer_id,
        officer_name=signed(by.officer),
        text=text,
        corrects=corrects,
        subject_id=subject_id,
    )


def write_of(told: GeneralDiaryEntry) -> Write:
    """What `record_all` takes; an entry stands before the records that point at it."""
    refs = [told.corrects_id] if told.corrects_id else []
    return Write(told, f"gd.{told.kind}", refs, occurred_at=told.occurred_at)


def enter(told: GeneralDiaryEntry, *, by: Posting) -> GeneralDiaryEntry:
    """Write an entry that stands alone."""
    record_all([write_of(told)], by=by)
    return told
