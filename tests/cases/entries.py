"""Entries of sheets whose forms are another's: header and refs as the journal would have them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from cctns.journal.append import Draft, append
from cctns.journal.models import new_id
from cctns.offices.models import Posting


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
