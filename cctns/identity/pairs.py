"""Two mentions in their one order, with what may be told of each to anybody."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from cctns.offices.models import Office


@dataclass(frozen=True)
class Side:
    """One mention: its id, its office, and where it stands ("Accused A1, FIR 12/2026")."""

    id: UUID
    office: Office
    told: str


@dataclass(frozen=True)
class Pair:
    """Always in the order of their ids, so that each pair is known by one name only."""

    first: Side
    second: Side

    @classmethod
    def of(cls, one: Side, other: Side) -> Pair:
        """Raises ValueError for a mention and itself."""
        if one.id == other.id:
            raise ValueError(f"{one.id} is one mention, not two")
        first, second = sorted((one, other), key=lambda side: side.id)
        return cls(first, second)

    @property
    def ids(self) -> tuple[UUID, UUID]:
        return self.first.id, self.second.id

    @property
    def offices(self) -> tuple[Office, Office]:
        return self.first.office, self.second.office
