"""The offices beneath one, on a day: by them figures are parted and drilled into."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from cctns.offices import access
from cctns.offices.models import Office, Posting

ACT = "case.statistics"
_BELOW = """
WITH RECURSIVE down (child, office, depth) AS (
    SELECT office_id, office_id, 1 FROM offices_supervision
    WHERE supervisor_id = %(office)s
        AND from_date <= %(on)s AND (to_date IS NULL OR to_date > %(on)s)
    UNION ALL
    SELECT id, id, 1 FROM offices_office WHERE kind = 'state_hq'
        AND (%(kind)s = 'ncrb' OR %(kind)s = 'scrb' AND state_id = %(state)s)
    UNION ALL
    SELECT down.child, link.office_id, depth + 1 FROM down
    JOIN offices_supervision link ON link.supervisor_id = down.office
    WHERE link.from_date <= %(on)s AND (link.to_date IS NULL OR link.to_date > %(on)s)
        AND depth < 20
)
SELECT child.*, array_agg(down.office) AS below
FROM down JOIN offices_office child ON child.id = down.child
GROUP BY child.id ORDER BY child.name, child.id
"""


@dataclass(frozen=True)
class Reach:
    """One office on one day, the offices directly below it, and under which of them each stands.

    `under` has the office itself too, under itself; what row-level security hides stays uncounted.
    """

    office: Office
    children: list[Office]
    under: Mapping[UUID, UUID]

    @property
    def offices(self) -> list[UUID]:
        return list(self.under)

    @property
    def parts(self) -> list[Office]:
        """Whose figures stand side by side; a station stands alone."""
        return self.children or [self.office]

    def part_of(self, office: UUID) -> UUID:
        """The part that an office's figures belong to."""
        return self.under.get(office, office)


def reach_of(by: Posting, office: Office, on: date | None = None) -> Reach:
    """What this posting may count there. Raises Refused. Called within a query.

    Stations are counted where they stood on that day.
    """
    access.require(by, ACT, office)
    told: dict[str, Any] = {"office": office.pk, "on": on or access.today()}
    told |= {"kind": office.kind, "state": office.state_id}
    children: list[Any] = list(Office.objects.raw(_BELOW, told))
    under = {below: child.pk for child in children for below in child.below}
    return Reach(office, children, {**under, office.pk: office.pk})
