"""The returns of an office: their days and sheets; once issued they stay as they were sent."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.utils import translation

from cctns.journal.write import record
from cctns.lib.clock import now
from cctns.offices import access
from cctns.offices.models import Office, Posting
from cctns.registers.diary import signed

from . import review, yearly
from .models import IssuedReturn
from .reach import ACT, Reach, reach_of
from .sheets import Sheet

Build = Callable[[Reach, date, date], list[Sheet]]
LANGUAGES = ("en", "hi")
RETURNS: dict[str, tuple[str, Build]] = {
    "daily": ("day", review.daily),
    "monthly": ("month", review.monthly),
    "crimes": ("year", yearly.crimes),
    "police": ("year", yearly.police),
    "courts": ("year", yearly.courts),
    "property": ("year", yearly.property_),
    "persons": ("year", yearly.persons),
}
_SHAPES = {"day": r"\d{4}-\d\d-\d\d", "month": r"\d{4}-\d\d", "year": r"\d{4}"}
FIRST = 1900  # no table is older


@dataclass(frozen=True)
class Period:
    """The days of a return, both included, and how its address says them: 2026-11-24, 2026."""

    kind: str
    since: date
    until: date

    @property
    def at(self) -> str:
        return self.since.isoformat()[: {"day": 10, "month": 7, "year": 4}[self.kind]]

    @property
    def before(self) -> Period:
        return _holding(self.kind, self.since - timedelta(days=1))

    @property
    def after(self) -> Period:
        return _holding(self.kind, self.until + timedelta(days=1))


def period_of(name: str, at: str) -> Period:
    """Of an address; the last whole day or month and the present year without one.

    Raises LookupError for a return that there is not, ValueError for other days.
    """
    kind, _build = RETURNS[name]
    if not at:
        today = access.today()
        back = {"day": 1, "month": today.day, "year": 0}[kind]
        return _holding(kind, today - timedelta(days=back))
    if not re.fullmatch(_SHAPES[kind], at) or int(at[:4]) < FIRST:
        raise ValueError(f"{at!r} is no {kind}")
    return _holding(kind, date.fromisoformat((at + "-01-01")[:10]))


def _holding(kind: str, day: date) -> Period:
    if kind == "day":
        return Period(kind, day, day)
    if kind == "year":
        return Period(kind, date(day.year, 1, 1), date(day.year, 12, 31))
    first = day.replace(day=1)
    following = (first + timedelta(days=32)).replace(day=1)
    return Period(kind, first, following - timedelta(days=1))


@access.query
def sheets_of(*, by: Posting, office: Office, name: str, period: Period) -> list[Sheet]:
    """In the language that Django now speaks. Raises Refused, LookupError.

    Stations are counted where they stood on the last day of the return, or stand today.
    """
    return _sheets(by, office, name, period)


def _sheets(by: Posting, office: Office, name: str, period: Period) -> list[Sheet]:
    _kind, build = RETURNS[name]
    reach = reach_of(by, office, min(period.until, access.today()))
    return build(reach, period.since, period.until)


@access.action
def issue(*, by: Posting, office: Office, name: str, period: Period) -> IssuedReturn:
    """Keep a return as it stands now, in the journal of the office that issues it.

    Raises Refused, LookupError.
    """
    told = {}
    for language in LANGUAGES:
        with translation.override(language):
            told[language] = [one.plain for one in _sheets(by, office, name, period)]
    issued = IssuedReturn(
        state=by.office.state_id,
        office=by.office,
        kind=name,
        about=office,
        since=period.since,
        until=period.until,
        told=told,
        issued_at=now(),
        officer_id=by.officer_id,
        officer_name=signed(by.officer),
    )
    record(issued, kind="return.issued", by=by)
    return issued


@access.query
def issued_return(*, by: Posting, return_id: UUID) -> IssuedReturn:
    """Raises IssuedReturn.DoesNotExist, Refused."""
    found = IssuedReturn.objects.select_related("office", "about__state", "about__district")
    one = found.get(pk=return_id)
    access.require(by, ACT, one.office)
    return one


@access.query
def issued_returns(*, by: Posting, office: Office, most: int = 20) -> list[IssuedReturn]:
    """What one's own office issued about an office, the newest first."""
    access.require(by, ACT, office)
    found = IssuedReturn.objects.filter(office=by.office, about=office).defer("told")
    return list(found.order_by("-issued_at")[:most])
