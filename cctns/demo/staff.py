"""Who acts in the demo's story, and one event of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from cctns.offices import access, charge
from cctns.offices.models import Office, Posting

Act = Callable[[], object]


@dataclass(frozen=True, kw_only=True)
class Staff:
    """A demo station with the postings that act in the story."""

    office: Office
    duty: Posting
    officers: list[Posting]
    other: str = ""

    @property
    def sho(self) -> Posting:
        """Whoever is in charge at the moment that is played: one of them goes on leave."""
        found = charge.in_charge(self.office, access.today())
        assert found is not None
        return found


@dataclass(order=True)
class Event:
    at: datetime
    act: Act = field(compare=False)
