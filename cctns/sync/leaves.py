"""What a received entry commits to: its header as its node made it, and the leaf of that."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import lru_cache
from hashlib import sha256

from cctns.journal.header import header, payload_digest

from .wire import Entry

SINCE = 946_684_800  # 2000-01-01 UTC, from which PostgreSQL counts
_LAST_SECOND = 252_455_615_999  # end of the year 9999


def digest_of(entry: Entry) -> bytes:
    """Of the payload; of an erased one what its node tells."""
    if entry.salt is None or entry.document is None:
        return entry.digest
    return payload_digest(entry.salt, entry.document)


def leaf_of(entry: Entry, office: str, epoch: int, seq: int, digest: bytes) -> bytes:
    """SHA-256(0x00 || header). Raises ValueError for a time that no calendar has."""
    recorded = _instant(entry.recorded)
    refs = entry.refs
    data = header(
        office=office,
        epoch=epoch,
        seq=seq,
        record_type=entry.record_type,
        record_id=_id(entry.record_id),
        version=entry.version,
        kind=entry.kind,
        schema=entry.schema,
        actor=_known_id(entry.actor),
        role=entry.role,
        occurred_at=recorded if entry.occurred == entry.recorded else _instant(entry.occurred),
        recorded_at=recorded,
        refs=[_id(refs[at : at + 16]) for at in range(0, len(refs), 16)] if refs else (),
        digest=digest.hex(),
    )
    return sha256(b"\x00" + data).digest()


def _id(data: bytes) -> str:
    told = data.hex()
    return f"{told[:8]}-{told[8:12]}-{told[12:16]}-{told[16:20]}-{told[20:]}"


@lru_cache(maxsize=4096)
def _known_id(data: bytes) -> str:
    """Of officers, who come again and again."""
    return _id(data)


@lru_cache(maxsize=64)
def _instant(moment: int) -> str:
    """`journal.fields.instant` of microseconds since 2000; an act's entries share theirs."""
    seconds, part = divmod(moment, 1_000_000)
    return f"{_second(seconds)}.{part:06d}Z"


@lru_cache(maxsize=4096)
def _second(seconds: int) -> str:
    if not -63_082_281_600 <= seconds <= _LAST_SECOND - SINCE:
        raise ValueError("a time that no calendar has")
    return datetime.fromtimestamp(seconds + SINCE, UTC).strftime("%Y-%m-%dT%H:%M:%S").zfill(19)
