"""Who is shown which clock, and when: stored or not, page by page, within reach."""

from __future__ import annotations

from typing import Any

import pytest
import time_machine
from django.db import connection

from cctns.cases.actions import (
    assign_investigating_officer,
    give_free_copy,
)
from cctns.cases.clocks import recompute
from cctns.cases.models import Clock, Fir
from cctns.cases.queries import clocks_of, clocks_waiting
from cctns.journal import follow
from cctns.lib.clock import IST, now
from cctns.offices import tree
from cctns.offices.codes import Role
from cctns.offices.models import Posting
from tests.offices.land import Land

from .entries import DAY, HOUR, clocks
from .made import case_of, registered


def rules_of(by: Posting) -> list[str]:
    return [one.rule.id for one in clocks_waiting(by=by).clocks]


@pytest.mark.parametrize("caught_up", [False, True])
def test_a_station_sees_short_clocks_at_once_and_long_ones_from_half(
    travel: time_machine.Traveller, sho: Posting, fir: Fir, caught_up: bool
) -> None:
    if caught_up:
        follow.run_all()
    assert rules_of(sho) == ["free_copy", "dispatch"]
    travel.shift(8 * DAY)
    assert rules_of(sho) == ["free_copy", "dispatch", "appearance_notice"]
    travel.shift(38 * DAY)
    assert rules_of(sho)[-1] == "progress"


def test_an_act_is_seen_at_once_though_the_store_is_behind(
    travel: time_machine.Traveller, sho: Posting, fir: Fir
) -> None:
    follow.run_all()
    travel.shift(HOUR)
    give_free_copy(by=sho, case=case_of(fir), to="Sunita Devi")
    assert Clock.objects.get(rule="free_copy").closed_at is None
    assert rules_of(sho) == ["dispatch"]
    follow.run_all()
    assert rules_of(sho) == ["dispatch"]


def test_investigators_see_their_own_cases_the_desk_its_own_rules(
    travel: time_machine.Traveller, land: Land, sho: Posting, fir: Fir
) -> None:
    travel.shift(8 * DAY)
    other, mine = land.post(Role.IO, "bazaar"), land.post(Role.IO, "bazaar")
    assert rules_of(land.post(Role.DUTY_OFFICER, "bazaar")) == ["free_copy", "dispatch"]
    assert "appearance_notice" not in rules_of(other)
    assign_investigating_officer(by=sho, case=case_of(fir), officer=mine.officer)
    assert "appearance_notice" in rules_of(mine)
    assert "appearance_notice" not in rules_of(other)
    assert rules_of(land.post(Role.CONSTABLE, "bazaar")) == []
    assert rules_of(land.post(Role.SHO, "fort")) == []


@pytest.mark.parametrize("caught_up", [False, True])
def test_supervisors_see_what_has_come_before_them(
    travel: time_machine.Traveller, land: Land, sho: Posting, fir: Fir, caught_up: bool
) -> None:
    tree.flatten(now().astimezone(IST).date())
    if caught_up:
        follow.run_all()
    above, top = land.post(Role.SDPO, "sub"), land.post(Role.SP, "east")
    assert rules_of(above) == rules_of(top) == []
    travel.shift(25 * HOUR)
    assert rules_of(above) == ["free_copy", "dispatch"]
    assert rules_of(top) == []
    travel.shift(24 * HOUR)
    assert rules_of(top) == ["dispatch"]
    assert rules_of(land.post(Role.SP, "west")) == []
    first = clocks_waiting(by=top).clocks[0]
    assert (first.number, first.office, first.officer) == (fir.number, sho.office, sho.officer)
    assert first.level == "late"


def test_pages_follow_each_other_without_gap_or_double(travel: Any, sho: Posting) -> None:
    for _ in range(4):
        registered(sho)
    follow.run_all()
    registered(sho)  # not stored yet
    seen, after = [], ""
    while True:
        page = clocks_waiting(by=sho, after=after, size=3)
        seen += [(one.rule.id, one.subject_id) for one in page.clocks]
        after = page.next_cursor
        if not after:
            break
    assert len(seen) == len(set(seen)) == 10


@pytest.mark.parametrize("cursor", ["x", "2031-01-01~x~y", "2031-01-01T00:00:00~~", "~~"])
def test_a_broken_cursor_is_a_value_error(travel: Any, sho: Posting, cursor: str) -> None:
    with pytest.raises(ValueError, match=r"isoformat|UUID|zone"):
        clocks_waiting(by=sho, after=cursor)


@pytest.mark.parametrize("caught_up", [False, True])
def test_pages_have_the_right_to_all_they_ask(
    travel: Any, land: Land, sho: Posting, fir: Fir, as_app: None, caught_up: bool
) -> None:
    assert rules_of(sho) == ["free_copy", "dispatch"]
    assert set(clocks(sho, fir)) > {"free_copy"}
    assert not Clock.objects.exists()


def test_row_level_security_hides_the_clocks_of_others(
    travel: Any, land: Land, sho: Posting, fir: Fir, as_app: None
) -> None:
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
        follow.run_all()
        cursor.execute("SET ROLE cctns_app")
        for office, seen in ((sho.office_id, 4), (land["fort"].id, 0)):
            cursor.execute("SELECT set_config('cctns.office', %s, true)", [str(office)])
            assert Clock.objects.count() == seen


def test_questions_do_not_grow_with_the_rows(
    travel: Any, sho: Posting, django_assert_num_queries: Any
) -> None:
    for _ in range(3):
        fir = registered(sho)
    with django_assert_num_queries(8):
        clocks_waiting(by=sho)
    follow.run_all()
    with django_assert_num_queries(7):
        clocks_waiting(by=sho)
    case = case_of(fir)
    with django_assert_num_queries(7):
        clocks_of(by=sho, case=case)
    with django_assert_num_queries(3):
        recompute([fir.id])
