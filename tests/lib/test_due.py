"""Periods of the law: edges of day, month, year and holiday in India, and what always holds."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from cctns.lib.clock import IST
from cctns.lib.due import Period, level, levels, open_day

MOMENTS = st.datetimes(datetime(2000, 1, 1), datetime(2080, 1, 1), timezones=st.just(UTC))
HOLIDAYS = st.frozensets(st.dates(date(2000, 1, 1), date(2080, 1, 1)), max_size=8)
PERIODS = st.builds(
    Period,
    amount=st.integers(0, 400),
    unit=st.sampled_from(["hours", "days", "months"]),
    includes_first=st.booleans(),
    to_the_clock=st.booleans(),
    next_open_day=st.booleans(),
)


def india(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=IST)


def end_of(day: str) -> datetime:
    return india(f"{day} 23:59:59.999999")


@pytest.mark.parametrize(
    ("period", "start", "due"),
    [
        # 18:30 in London and 00:00 in India are one moment: the day is India's.
        (Period(1, "days"), "2026-11-02 23:59:59", end_of("2026-11-03")),
        (Period(1, "days"), "2026-11-03 00:00", end_of("2026-11-04")),
        (Period(1, "days", includes_first=True), "2026-11-03 00:00", end_of("2026-11-03")),
        (Period(60, "days", includes_first=True), "2028-01-01 12:00", end_of("2028-02-29")),
        (Period(60, "days", includes_first=True), "2027-01-01 12:00", end_of("2027-03-01")),
        (Period(2, "months"), "2026-12-31 10:00", end_of("2027-02-28")),
        (Period(2, "months"), "2027-12-31 10:00", end_of("2028-02-29")),
        (Period(12, "months"), "2028-02-29 10:00", end_of("2029-02-28")),
        (Period(1, "months"), "2027-03-31 23:30", end_of("2027-04-30")),
        (Period(24, "hours"), "2026-12-31 23:30", india("2027-01-01 23:30")),
        (Period(3, "days", to_the_clock=True), "2026-11-03 10:30", india("2026-11-06 10:30")),
        # 14 days from Sunday 1 November end on a Sunday; Republic Day 2026 is a Monday.
        (Period(14, "days", next_open_day=True), "2026-11-01 10:00", end_of("2026-11-16")),
        (Period(14, "days"), "2026-11-01 10:00", end_of("2026-11-15")),
        (Period(1, "days", next_open_day=True), "2026-01-24 10:00", end_of("2026-01-27")),
        (Period(0, "hours"), "2026-11-01 10:00", india("2026-11-01 10:00")),
    ],
)
def test_edges(period: Period, start: str, due: datetime) -> None:
    assert period.due(india(start)) == due
    assert period.due(india(start).astimezone(UTC)) == due


def test_a_state_s_own_holidays_count_too() -> None:
    diwali = {date(2026, 11, 9), date(2026, 11, 10)}
    assert open_day(date(2026, 11, 8), diwali) == date(2026, 11, 11)  # a Sunday before
    period = Period(7, "days", next_open_day=True)
    assert period.due(india("2026-11-02 08:00"), diwali) == end_of("2026-11-11")


@given(PERIODS, MOMENTS, MOMENTS, HOLIDAYS)
def test_a_later_start_never_gives_an_earlier_end(
    period: Period, one: datetime, other: datetime, holidays: frozenset[date]
) -> None:
    # No rule counts to the clock and past holidays: two last days would become one, and then the
    # clock times decide (tests/rules/test_clocks.py).
    assume(not (period.to_the_clock and period.next_open_day))
    first, last = sorted((one, other))
    assert period.due(first, holidays) <= period.due(last, holidays)


@given(PERIODS, st.integers(0, 400), MOMENTS, HOLIDAYS)
def test_a_longer_period_never_ends_earlier(
    period: Period, more: int, start: datetime, holidays: frozenset[date]
) -> None:
    longer = Period(**{**vars(period), "amount": period.amount + more})
    assert period.due(start, holidays) <= longer.due(start, holidays)


@given(PERIODS, MOMENTS, HOLIDAYS)
def test_an_end_is_an_open_day_and_the_end_of_a_day_in_india(
    period: Period, start: datetime, holidays: frozenset[date]
) -> None:
    due = period.due(start, holidays).astimezone(IST)
    if period.unit != "hours" and period.next_open_day:
        assert due.weekday() != 6
        assert due.date() not in holidays
    if period.unit != "hours" and not period.to_the_clock:
        assert (due + timedelta(microseconds=1)).time() == datetime.min.time()


@pytest.mark.parametrize(
    ("at", "level_then"),
    [
        ("2026-11-03 10:30", ""),
        ("2026-12-02 00:00", ""),
        ("2026-12-03 12:00", "half"),
        ("2026-12-18 00:00", "d15"),
        ("2026-12-26 00:00", "d7"),
        ("2026-12-31 00:00", "d2"),
        ("2027-01-01 00:00", "today"),
        ("2027-01-01 23:59:59", "today"),
        ("2027-01-02 00:00", "late"),
    ],
)
def test_sixty_days_of_default_bail_are_announced(at: str, level_then: str) -> None:
    start = india("2026-11-03 10:30")
    due = Period(60, "days", includes_first=True).due(start)
    assert level(start, due, india(at)) == level_then


def test_a_day_s_period_has_no_warning_days_ahead() -> None:
    start = india("2026-11-03 10:30")
    names = [name for name, _ in levels(start, start + timedelta(hours=24))]
    assert names == ["half", "today", "late"]


@given(MOMENTS, st.timedeltas(timedelta(0), timedelta(days=400)))
def test_warnings_come_in_order(start: datetime, length: timedelta) -> None:
    moments = [since for _, since in levels(start, start + length)]
    assert moments == sorted(moments)
