"""The database reckons periods as cctns.lib.due does, whatever its own time zone."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cctns.lib.due import Period
from tests.lib.test_due import HOLIDAYS, MOMENTS, PERIODS

CASES = st.lists(st.tuples(MOMENTS, PERIODS), min_size=1, max_size=40)
# Around midnight in India, ends of months, the leap day.
EDGES = [
    datetime(2028, 2, 28, 18, 29, 59, 999999, tzinfo=UTC),
    datetime(2028, 2, 28, 18, 30, tzinfo=UTC),
    datetime(2028, 2, 29, 18, 30, tzinfo=UTC),
    datetime(2027, 12, 31, 18, 29, tzinfo=UTC),
    datetime(2026, 1, 30, 20, 0, tzinfo=UTC),
]


def agrees(start: datetime, period: Period, holidays: set[date]) -> bool:
    told = [start, period.amount, period.unit, period.includes_first, period.to_the_clock]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT cases_due(%s, %s, %s, %s, %s, %s, %s::date[]) = %s",
            [*told, period.next_open_day, list(holidays), period.due(start, holidays)],
        )
        return bool(cursor.fetchone()[0])


@pytest.mark.django_db
@pytest.mark.parametrize("zone", ["UTC", "Asia/Kolkata", "America/New_York"])
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(cases=CASES, holidays=HOLIDAYS)
def test_both_agree(zone: str, cases: list[tuple[datetime, Period]], holidays: set[date]) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('TimeZone', %s, true)", [zone])
    for start, period in [*cases, *((edge, cases[0][1]) for edge in EDGES)]:
        assert agrees(start, period, holidays), (start, period)
    with connection.cursor() as cursor:
        cursor.execute("SET TimeZone TO UTC")
