"""Dashboards: pendency by age, officer and clock, crime by head, place and hour, within reach."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.db import connection

from cctns.analytics.cuts import AGES
from cctns.analytics.dashboard import dashboard
from cctns.analytics.drill import cases_of
from cctns.analytics.models import CaseFigure
from cctns.analytics.reach import Reach, reach_of
from cctns.journal import follow
from cctns.lib.clock import IST, now
from cctns.offices import access, tree
from cctns.offices.access import Refused
from cctns.offices.codes import Role
from cctns.offices.models import Posting, Supervision
from tests.cases.investigating import opened
from tests.cases.made import hours_ago
from tests.offices.land import Land

DAY = timedelta(days=1)


def counts(bars: Any) -> dict[str, int]:
    return {one.code: one.count for one in bars if one.count}


@pytest.fixture(params=[False, True], ids=["not yet stored", "stored"])
def caught_up(request: pytest.FixtureRequest) -> Any:
    """What the store has not seen counts at once; stored, it counts the same."""
    return follow.run_all if request.param else lambda: 0


def test_open_cases_stand_under_their_age_and_their_officer(
    land: Land, sho: Posting, io: Posting, sp: Posting, caught_up: Any
) -> None:
    other = land.post(Role.IO, "bazaar")
    days = {"30": 29, "60": 30, "90": 61, "180": 91, "365": 181, "more": 366}
    for back in days.values():
        with time_machine.travel(now() - back * DAY, tick=False):
            opened(sho, io if back < 90 else other)
    tree.flatten(access.today())
    caught_up()
    seen = dashboard(by=sp, office=sp.office)
    assert counts(seen.ages) == dict.fromkeys(AGES, 1)
    assert {one.officer: one.count for one in seen.officers} == {io.officer: 3, other.officer: 3}
    for bar in [*seen.ages, *seen.officers]:
        assert len(cases_of(by=sp, office=sp.office, cut=bar.cut).firs) == bar.count


def test_crime_by_head_place_and_hour(sho: Posting, io: Posting, caught_up: Any) -> None:
    at = now().astimezone(IST) - timedelta(hours=6)
    opened(sho, io, occurred_from=at.isoformat(), occurred_to=at.isoformat())
    opened(sho, io, occurred_from=None, occurred_to=None, time_known=False)
    murder = [{"act": "BNS", "number": "303(2)"}, {"act": "BNS", "number": "103(1)"}]
    opened(sho, io, offences=murder, occurred_from=hours_ago(2), occurred_to=hours_ago(2))
    caught_up()
    seen = dashboard(by=sho, office=sho.office)
    assert counts(seen.heads) == {"snatching": 2, "murder": 1}
    hours = counts(seen.hours)
    assert (hours[str(at.hour)], sum(hours.values())) == (1, 3)
    for bar in [*seen.heads, *seen.hours]:
        assert len(cases_of(by=sho, office=sho.office, cut=bar.cut).firs) == bar.count


def test_duties_late_and_soon(travel: time_machine.Traveller, sho: Posting, io: Posting) -> None:
    opened(sho, io)
    seen = {
        one.rule.id: (one.late, one.soon) for one in dashboard(by=sho, office=sho.office).duties
    }
    assert seen["free_copy"] == (0, 1)
    travel.shift(10 * DAY)
    later = dashboard(by=sho, office=sho.office)
    assert {one.rule.id: one.late for one in later.duties}["free_copy"] == 1
    assert later.parts[0].late >= 1
    follow.run_all()
    assert dashboard(by=sho, office=sho.office).duties == later.duties


def test_a_station_counts_under_who_supervised_it_on_the_day(
    land: Land, sho: Posting, io: Posting
) -> None:
    opened(sho, io)
    scrb = land.post(Role.SCRB, "scrb")
    moved = Supervision.objects.get(office=land["bazaar"])
    today = access.today()
    Supervision.objects.filter(pk=moved.pk).update(to_date=today)
    Supervision.objects.create(office=land["bazaar"], supervisor=land["west"], from_date=today)
    tree.flatten(today)
    yesterday, now_there = today - DAY, today

    def district_of(on: date) -> list[str]:
        reach = reach_on(by=scrb, office=land["range"], on=on)
        return [one.name for one in reach.children if reach.under[land["bazaar"].pk] == one.pk]

    assert (district_of(yesterday), district_of(now_there)) == (["east"], ["west"])


@access.query
def reach_on(*, by: Posting, office: Any, on: date) -> Reach:
    return reach_of(by, office, on)


def test_a_refusal_of_another_s_figures_is_kept(land: Land, sho: Posting) -> None:
    with pytest.raises(Refused):
        dashboard(by=sho, office=land["fort"])


def test_what_was_stored_is_made_anew(sho: Posting, io: Posting) -> None:
    case = opened(sho, io)
    follow.run_all()
    before = list(CaseFigure.objects.values())
    assert [one["fir_id"] for one in before] == [case.fir_id]
    follow.rebuild("figures")
    assert list(CaseFigure.objects.values()) == before


def test_row_level_security_stands_behind(land: Land, sho: Posting, io: Posting) -> None:
    opened(sho, io)
    follow.run_all()
    seen = {}
    with connection.cursor() as cursor:
        cursor.execute("SET ROLE cctns_app")
        for office in ("", str(land["fort"].pk), str(land["circle"].pk)):
            cursor.execute("SELECT set_config('cctns.office', %s, true)", [office])
            cursor.execute("SELECT count(*) FROM analytics_casefigure")
            seen[office] = cursor.fetchone()[0]
        cursor.execute("RESET ROLE")
    assert list(seen.values()) == [0, 0, 1]
