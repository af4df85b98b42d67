"""The supervision tree: every station resolves to exactly one chain on a date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import connection

from .codes import CHAIN

_DEEPEST = 20

# A State's records bureau sees the whole State, the national one the whole country.
_CLOSURE = """
WITH RECURSIVE below (supervisor_id, office_id, depth) AS (
    SELECT id, id, 0 FROM offices_office
    UNION ALL
    SELECT below.supervisor_id, link.office_id, depth + 1
    FROM below
    JOIN offices_supervision link ON link.supervisor_id = below.office_id
    WHERE link.from_date <= %(on)s AND (link.to_date IS NULL OR link.to_date > %(on)s)
      AND depth < %(deepest)s
), wanted AS (
    SELECT supervisor_id, office_id FROM below
    UNION
    SELECT bureau.id, office.id FROM offices_office bureau
    JOIN offices_office office ON office.kind = ANY(%(police)s)
     AND (bureau.kind = 'ncrb' OR bureau.state_id = office.state_id)
    WHERE bureau.kind IN ('scrb', 'ncrb')
), gone AS (
    DELETE FROM offices_jurisdiction old WHERE NOT EXISTS (
        SELECT 1 FROM wanted
        WHERE wanted.supervisor_id = old.supervisor_id AND wanted.office_id = old.office_id
    )
)
INSERT INTO offices_jurisdiction (supervisor_id, office_id)
SELECT supervisor_id, office_id FROM wanted
ON CONFLICT DO NOTHING
"""

# Walks up from every police office that is open on the day, as far as supervision leads.
_CHAINS = """
WITH RECURSIVE up (office_id, at, depth, path) AS (
    SELECT id, id, 0, ARRAY[id] FROM offices_office
    WHERE kind = ANY(%(police)s)
      AND opened_on <= %(on)s AND (closed_on IS NULL OR closed_on > %(on)s)
    UNION ALL
    SELECT up.office_id, link.supervisor_id, depth + 1, path || link.supervisor_id
    FROM up
    JOIN offices_supervision link ON link.office_id = up.at
    WHERE link.from_date <= %(on)s AND (link.to_date IS NULL OR link.to_date > %(on)s)
      AND depth < %(deepest)s
), ends AS (
    SELECT up.office_id, top.kind, up.depth,
           top.closed_on IS NOT NULL AND top.closed_on <= %(on)s AS closed
    FROM up JOIN offices_office top ON top.id = up.at
    WHERE NOT EXISTS (
        SELECT 1 FROM offices_supervision link WHERE link.office_id = up.at
          AND link.from_date <= %(on)s AND (link.to_date IS NULL OR link.to_date > %(on)s)
    )
)
SELECT office.id, office.name, count(ends.kind),
       count(*) FILTER (WHERE ends.kind = 'state_hq' AND NOT ends.closed)
FROM offices_office office LEFT JOIN ends ON ends.office_id = office.id
WHERE office.kind = ANY(%(police)s)
  AND office.opened_on <= %(on)s AND (office.closed_on IS NULL OR office.closed_on > %(on)s)
GROUP BY office.id
HAVING count(ends.kind) <> 1
    OR count(*) FILTER (WHERE ends.kind = 'state_hq' AND NOT ends.closed) <> 1
ORDER BY office.name
"""


@dataclass(frozen=True)
class Fault:
    """A police office without exactly one chain that ends at its State's headquarters."""

    office: str
    chains: int
    reaching_headquarters: int


def flatten(on: date) -> None:
    """Bring the flattened tree to a day's state, one writer at a time, in the caller's transaction.

    Only what differs is written: readers never see it half done.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('offices_jurisdiction'))")
        cursor.execute(_CLOSURE, {"on": on, "police": list(CHAIN), "deepest": _DEEPEST})


def check_tree(on: date) -> list[Fault]:
    """Police offices open on a day that do not resolve to exactly one chain; none when all is well.

    A ring of offices shows as no chain at all.
    """
    with connection.cursor() as cursor:
        cursor.execute(_CHAINS, {"on": on, "police": list(CHAIN), "deepest": _DEEPEST})
        return [Fault(name, chains, reaching) for _, name, chains, reaching in cursor.fetchall()]
