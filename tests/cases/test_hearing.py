"""The hearing diary: days in court, witnesses wanted and come, nothing forgotten."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
import time_machine

from cctns.cases.books.hearing import HEARING
from cctns.cases.models import Case, Hearing
from cctns.cases.queries import days_in_court
from cctns.lib.clock import now
from cctns.offices.access import today
from cctns.offices.models import Posting
from cctns.registers.actions import take_step
from cctns.registers.queries import asked_with, entry_at
from cctns.registers.rules import NotPossible

from .investigating import opened, write

WANTED = [{"name": "Sunita Devi", "summons": "41/2026"}, {"name": "Mohan Lal"}]


def hearing_of(by: Posting, case: Case, on: date, **changes: Any) -> Hearing:
    details = {
        "court_name": "JMFC, Rampur",
        "case_number": "UPRP010012342026",
        "hearing_on": on,
        "purpose": "prosecution",
        "bring": "Exhibit 31/2026",
        **changes,
    }
    made = write(by, HEARING, case, {"witnesses": WANTED}, **details)
    assert isinstance(made, Hearing)
    return made


def told(by: Posting, hearing: Hearing, step: str, attendance: str, **details: Any) -> Any:
    lines = [{**one, "attendance": attendance} for one in WANTED]
    lists = {"witnesses": lines}
    return take_step(by=by, book=HEARING, entry=hearing, step=step, details=details, lists=lists)


def test_from_day_to_day_until_the_witnesses_are_heard(sho: Posting, io: Posting) -> None:
    case = opened(sho, io)
    first = hearing_of(io, case, today())
    next_on = today() + timedelta(days=9)
    told(
        io, first, "adjourn", "sent_back",
        adjourned_why="The accused was not produced", next_on=next_on, next_purpose="prosecution",
    )  # fmt: skip
    blank = Hearing(case=case, office=case.office, state=case.state)
    asked_with(by=io, book=HEARING, step=HEARING.enter, entry=blank)
    assert (blank.hearing_on, blank.court_name, blank.purpose) == (
        next_on,
        "JMFC, Rampur",
        "prosecution",
    )
    with time_machine.travel(now() + timedelta(days=9)):
        second = hearing_of(io, case, next_on)
        told(io, second, "hold", "examined", outcome="Both were examined and cross-examined")
    _entry, lists = entry_at(by=sho, book=HEARING, entry_id=second.pk)
    assert {one.attendance for one in lists["witnesses"]} == {"examined"}


def test_nothing_is_told_of_a_day_that_has_not_come(sho: Posting, io: Posting) -> None:
    hearing = hearing_of(io, opened(sho, io), today() + timedelta(days=3))
    with pytest.raises(NotPossible, match="has not come"):
        told(io, hearing, "hold", "examined", outcome="All were heard")


def test_the_station_sees_its_coming_days_and_what_nobody_told(sho: Posting, io: Posting) -> None:
    case = opened(sho, io)
    for days in (1, 20, -2):
        hearing_of(io, case, today() + timedelta(days=days))
    found = days_in_court(by=sho, since=today())
    assert [(one.hearing_on - today()).days for one in found] == [-2, 1]
    assert found[0].wanted == 2  # type: ignore[attr-defined]
