"""What all lists share: how long a page is, and a number as an officer types it."""

from __future__ import annotations

from django.db.models import Q

PAGE = 50


def numbered(number: str) -> Q:
    """ "142/2026", or "142" of any year; what is no number finds nothing."""
    serial, _slash, year = number.replace(" ", "").partition("/")
    if not serial.isdecimal() or len(serial) > 9 or (year and not year.isdecimal()):
        return Q(pk=None)
    return Q(serial=int(serial), year=int(year)) if year else Q(serial=int(serial))
