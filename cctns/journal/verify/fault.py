"""What is wrong, and where, in one sentence that names no content of any record."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class Fault:
    """`epoch` and `seq` name the entry, `record_id` the record; None where neither is meant."""

    office: str  # its code
    sentence: str
    epoch: int | None = None
    seq: int | None = None
    record_type: str = ""
    record_id: UUID | None = None

    def __str__(self) -> str:
        where = [self.office]
        if self.seq is not None:
            where.append(f"{self.epoch}/{self.seq}")
        if self.record_id is not None:
            where.append(f"{self.record_type} {self.record_id}")
        return f"{', '.join(where)}: {self.sentence}"
