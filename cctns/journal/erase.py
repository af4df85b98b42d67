"""Erasing by a court's order: juvenile records, a victim's identity, an order of expungement.

What a record said before is removed from its journal together with the salt, so that nothing can be
guessed from the digest; entries, leaves and proofs stay whole.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db import connection
from django.db.models import Model

from cctns.offices.models import Posting

from . import kinds
from .models import Erasure, Record
from .write import Write, record_all

_SEAL = """
UPDATE journal_payload payload
SET salt = NULL, document = NULL, sealed_epoch = %s, sealed_seq = %s
FROM journal_entry entry
WHERE entry.record_id = %s AND entry.version < %s AND entry.state = %s AND entry.office_id = %s
  AND payload.state = entry.state AND payload.office_id = entry.office_id
  AND payload.epoch = entry.epoch AND payload.seq = entry.seq AND payload.salt IS NOT NULL
"""


def erase(
    record: Record,
    *,
    order: str,
    by: Posting,
    children: Mapping[str, Sequence[Model]] | None = None,
) -> Erasure:
    """Write the record as it stands from now on, and erase the payload of every earlier version.

    The caller has emptied the fields that the order names (`children` as in `write.record`);
    `order` is its citation: court, number, date. Raises Stale, and ValueError without a citation.
    """
    if not order.strip():
        raise ValueError("an erasure cites the court's order")
    kind = kinds.of(record)
    erasure = Erasure(
        state=record.state,
        office=record.office,
        record_type=kind.name,
        record_id=record.pk,
        before_version=record.version + 1,
        order=order,
    )
    writes = [
        Write(record, f"{kind.name}.erased", (erasure.pk,), children),
        Write(erasure, "erasure.ordered", (record.pk,)),
    ]
    entry = record_all(writes, by=by)[1]
    seal(erasure, epoch=entry.epoch, seq=entry.seq)
    return erasure


def seal(erasure: Erasure, *, epoch: int, seq: int) -> None:
    """Take the payloads that an erasure names away, here or where its entry was received.

    The entry that cites the order stands at `epoch` and `seq`.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            _SEAL,
            [
                epoch,
                seq,
                erasure.record_id,
                erasure.before_version,
                erasure.state,
                erasure.office_id,
            ],
        )
