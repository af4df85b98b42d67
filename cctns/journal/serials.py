"""Serial numbers without a gap, given when the act commits and not before."""

from __future__ import annotations

from django.db import connection

from cctns.offices.models import Office

_NEXT = """
INSERT INTO journal_serial (state, office_id, series, period, last) VALUES (%s, %s, %s, %s, 1)
ON CONFLICT (state, office_id, series, period) DO UPDATE SET last = journal_serial.last + 1
RETURNING last
"""
_AT_LEAST = """
INSERT INTO journal_serial (state, office_id, series, period, last) VALUES (%s, %s, %s, %s, %s)
ON CONFLICT (state, office_id, series, period)
DO UPDATE SET last = greatest(journal_serial.last, excluded.last)
"""


def next_number(*, office: Office, series: str, period: str) -> int:
    """The next number, from 1. Its row stays locked until the act commits or is undone."""
    with connection.cursor() as cursor:
        cursor.execute(_NEXT, [office.state_id, office.pk, series, period])
        number: int = cursor.fetchone()[0]
    return number


def at_least(*, office: Office, series: str, period: str, last: int) -> None:
    """Count on from `last` at least: numbers brought in from elsewhere are never given again.

    Its row stays locked until the act commits or is undone.
    """
    with connection.cursor() as cursor:
        cursor.execute(_AT_LEAST, [office.state_id, office.pk, series, period, last])
