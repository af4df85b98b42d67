"""When a period of the law ends: counted in India, by the General Clauses Act, 1897.

The same arithmetic stands in the database as cases_due(); a property test holds the two together.
"""

from __future__ import annotations

import calendar
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from .clock import IST, midnight

SUNDAY = 6
NATIONAL = frozenset({(1, 26), (8, 15), (10, 2)})  # month and day, closed in every State
_LAST = timedelta(microseconds=1)


@dataclass(frozen=True)
class Period:
    """How long, and how it is counted.

    `unit` is "hours", "days" or "months". `includes_first`: the day of the event counts (default
    bail, Enforcement Directorate v. Kapil Wadhawan, 2023), else it does not (General Clauses Act,
    s.9). `to_the_clock`: it ends at the hour at which it began, else with the last day in India.
    `next_open_day`: when courts are closed on the last day, the next open one counts (s.10).
    """

    amount: int
    unit: str
    includes_first: bool = False
    to_the_clock: bool = False
    next_open_day: bool = False

    def due(self, start: datetime, holidays: Collection[date] = ()) -> datetime:
        """The last moment (aware) in which the duty is done in time; `start` is aware.

        `holidays` are a State's own days, besides Sundays and the three national ones.
        """
        if self.unit == "hours":
            return start + timedelta(hours=self.amount)
        begun = start.astimezone(IST)
        last = _after(begun.date(), self.amount, self.unit) - timedelta(days=self.includes_first)
        if self.next_open_day:
            last = open_day(last, holidays)
        if self.to_the_clock:
            return datetime.combine(last, begun.time(), IST)
        return midnight(last + timedelta(days=1)) - _LAST


def open_day(day: date, holidays: Collection[date] = ()) -> date:
    """The day itself, or the next on which courts sit."""
    while day.weekday() == SUNDAY or (day.month, day.day) in NATIONAL or day in holidays:
        day += timedelta(days=1)
    return day


def _after(day: date, amount: int, unit: str) -> date:
    if unit == "days":
        return day + timedelta(days=amount)
    months = day.month - 1 + amount
    year, month = day.year + months // 12, months % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def levels(start: datetime, due: datetime) -> list[tuple[str, datetime]]:
    """The warnings on the way, each with its moment: "half", "d15", "d7", "d2", "today", "late".

    Those some days ahead only where they fall into the second half of the period.
    """
    half = start + (due - start) / 2
    days = [(f"d{count}", due - timedelta(days=count)) for count in (15, 7, 2)]
    last = midnight(due.astimezone(IST).date())
    ahead = [one for one in (*days, ("today", last)) if one[1] >= half]
    return [("half", half), *ahead, ("late", due + _LAST)]


def level(start: datetime, due: datetime, at: datetime) -> str:
    """The last warning that has come; empty before half the period is gone."""
    return next((name for name, since in reversed(levels(start, due)) if since <= at), "")
