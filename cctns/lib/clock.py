"""The one place that reads the clock, and the time zone in which India's police write."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

IST = ZoneInfo("Asia/Kolkata")

_played: ContextVar[datetime | None] = ContextVar("played", default=None)


def now() -> datetime:
    """The present moment, aware, in UTC."""
    return _played.get() or datetime.now(UTC)


@contextmanager
def played(moment: datetime) -> Iterator[None]:
    """Let the demo State live its past: only cctns.demo may call this (a test looks)."""
    before = _played.set(moment)
    try:
        yield
    finally:
        _played.reset(before)
