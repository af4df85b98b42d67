"""Dates as old records write them, read in Indian time; what no calendar has is refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from cctns.lib.clock import IST

from .digits import latin

FIRST_YEAR = 1861  # the Police Act; nothing was registered before it
ISO = "iso"


@dataclass(frozen=True)
class Moment:
    """A time, in Indian time. Without `timed` only the day was written: it is its midnight."""

    at: datetime
    timed: bool


class NotADate(ValueError):
    """The text is no date of the calendar in any of the mapping's formats."""


def moment(text: str, formats: Sequence[str]) -> Moment | None:
    """Reads a text by the first format that fits; None for an empty one. Raises NotADate.

    `formats` are those of strptime, or "iso"; a time without zone is Indian time.
    """
    plain = latin(text).strip()
    if not plain:
        return None
    for wanted in formats:
        found = _by(plain, wanted)
        if found is not None:
            return found
    raise NotADate(plain)


def understood(wanted: str) -> bool:
    """Whether a format is "iso" or one of strptime's that tells at least the day."""
    if wanted == ISO:
        return True
    day = datetime(2001, 2, 3, 4, 5, 6)
    try:
        return datetime.strptime(day.strftime(wanted), wanted).date() == day.date()
    except ValueError:
        return False


def _by(plain: str, wanted: str) -> Moment | None:
    try:
        if wanted == ISO:
            read, timed = datetime.fromisoformat(plain), ":" in plain
        else:
            read = datetime.strptime(plain, wanted)
            timed = "%H" in wanted or "%I" in wanted
        aware = read if read.tzinfo else read.replace(tzinfo=IST)
        return Moment(aware.astimezone(IST), timed)
    except (ValueError, OverflowError):
        return None


def possible(found: Moment, now: datetime) -> bool:
    """Neither before there were police stations nor in the future."""
    return found.at.year >= FIRST_YEAR and found.at <= now
