"""Entries of sheets whose forms are another's: header and refs as the journal would have them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from uuid import UUID

from cctns.cases.models import Fir
from cctns.cases.queries import Running, clocks_of
from cctns.journal.append import Draft, append
from cctns.journal.models import new_id
from cctns.offices.models import Posting

from .made import case_of

START = datetime(2031, 5, 6, 6, 0, tzinfo=UTC)  # Tuesday, 11:30 in India
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def tell(
    by: Posting,
    kind: str,
    refs: Sequence[UUID] = (),
    *,
    at: datetime | None = None,
    record: UUID | None = None,
    version: int = 1,
) -> UUID:
    """One entry in the journal of the posting's office; returns the id of the record it is of."""
    identity = record or new_id()
    draft = Draft(
        state=by.office.state_id,
        office=by.office_id,
        record_type=kind.partition(".")[0],
        record_id=identity,
        version=version,
        kind=kind,
        schema=1,
        refs=refs,
        document=b"{}",
        occurred_at=at,
    )
    append([draft], by=by)
    return identity


def clocks(by: Posting, fir: Fir) -> dict[str, Running]:
    """Of the case, by rule; the last of several accused or sheets."""
    return {one.rule.id: one for one in clocks_of(by=by, case=case_of(fir))}
