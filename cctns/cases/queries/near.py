"""What happened near a place in a span of days: a box of latitude and longitude, newest first."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import connection

from cctns.lib.clock import midnight
from cctns.offices import access
from cctns.offices.models import Jurisdiction, Posting
from cctns.search.finding import cursor_of

from .. import masking
from ..models import Fir

PAGE = 25
LONGEST_DAYS = 366
WIDEST_KM = 50
_KM_A_DEGREE = 111.32  # of latitude, and of longitude at the equator


@dataclass(frozen=True)
class Around:
    """A point in degrees, so many kilometres to every side, days in India, both included."""

    latitude: float
    longitude: float
    km: float
    since: date
    until: date
    after: str = ""


@dataclass(frozen=True)
class Near:
    """FIRs, newest first, each with its kilometres from the point."""

    hits: list[tuple[Fir, float]]
    more: str


# Where the scene was measured (IIF-II) that counts, else what the FIR says. The stations are named,
# so that the index by station and day finds the span and no more is read. The exact place of an FIR
# with a hidden person is not told (cases.masking): only those who need it find it by its place.
_NEAR = """
SELECT id, registered_at, lat, lon FROM (
    SELECT fir.id, fir.registered_at, coalesce(crime.latitude, fir.latitude)::float AS lat,
        coalesce(crime.longitude, fir.longitude)::float AS lon
    FROM cases_fir fir JOIN cases_case held ON held.fir_id = fir.id
    LEFT JOIN cases_crimedetails crime ON crime.case_id = held.id
    WHERE fir.office_id = ANY(%(offices)s) AND fir.registered_at >= %(begin)s
        AND fir.registered_at < %(end)s AND (%(needs)s
        OR held.investigating_officer_id = %(officer)s AND held.office_id = %(office)s
        OR NOT held.victim_masked AND NOT EXISTS (
            SELECT FROM cases_party told WHERE told.fir_id = fir.id AND told.withheld <> ''))
) fir
WHERE lat BETWEEN %(south)s AND %(north)s AND lon BETWEEN %(west)s AND %(east)s
    AND (%(at)s::timestamptz IS NULL OR (registered_at, id) < (%(at)s, %(last)s::uuid))
ORDER BY registered_at DESC, id DESC LIMIT %(most)s
"""


@access.query
def find_near(*, by: Posting, around: Around) -> Near:
    """FIRs of one's jurisdiction in the box. Raises Refused; ValueError for a broken cursor."""
    access.require(by, "case.search", by.office)
    with connection.cursor() as cursor:
        cursor.execute(_NEAR, _asked(by, around))
        rows = cursor.fetchall()
    firs = Fir.objects.select_related("office").prefetch_related("sections")
    found = firs.defer("narrative", "legacy_row").in_bulk([row[0] for row in rows[:PAGE]])
    hits = [(found[row[0]], _apart(around, row[2], row[3])) for row in rows[:PAGE]]
    last = rows[PAGE - 1] if len(rows) > PAGE else None
    return Near(hits, f"{last[1].isoformat()}~{last[0]}" if last else "")


def _asked(by: Posting, around: Around) -> dict[str, Any]:
    reach = Jurisdiction.objects.filter(supervisor=by.office_id)
    high = around.km / _KM_A_DEGREE
    wide = high / max(math.cos(math.radians(around.latitude)), 0.01)
    at, last = cursor_of(around.after)
    return {
        "offices": list(reach.values_list("office_id", flat=True)),
        "begin": midnight(around.since),
        "end": midnight(around.until + timedelta(days=1)),
        "needs": by.role in masking.IN_CHARGE,
        "officer": by.officer_id,
        "office": by.office_id,
        "south": around.latitude - high,
        "north": around.latitude + high,
        "west": around.longitude - wide,
        "east": around.longitude + wide,
        "at": at,
        "last": last,
        "most": PAGE + 1,
    }


def _apart(around: Around, latitude: float, longitude: float) -> float:
    """Kilometres as the crow flies; within 50 km the earth is flat enough."""
    north = (latitude - around.latitude) * _KM_A_DEGREE
    east = (longitude - around.longitude) * _KM_A_DEGREE * math.cos(math.radians(latitude))
    return round(math.hypot(north, east), 2)
