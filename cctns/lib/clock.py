"""The one place that reads the clock, and the time zone in which India's police write."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

IST = ZoneInfo("Asia/Kolkata")

_played: ContextVar[datetime | None] = ContextVar("played", default=None)


def now() -> datetime:
    """The present moment, aware, in UTC."""
    return _played.get() or datetime.now(UTC)


def midnight(day: date) -> datetime:
    """The first moment of a day in India."""
    return datetime.combine(day, time.min, tzinfo=IST)


@contextmanager
def played(moment: datetime) -> Iterator[None]:
    """Let the demo State live its past: only cctns.demo may call this (a test looks)."""
    before = _played.set(moment)
    try:
        yield
    finally:
        _played.reset(before)
