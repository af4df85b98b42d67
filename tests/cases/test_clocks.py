"""Clocks against PostgreSQL: they follow the journal, and change with sections and arrests."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
import time_machine
from django.db import connection

from cctns.cases.actions import (
    assign_investigating_officer,
    give_free_copy,
    return_zero_fir,
    send_zero_fir,
    take_up_returned,
)
from cctns.cases.clocks import FOLLOWER, recompute
from cctns.cases.models import Clock, Fir, FirSection, ZeroTransfer
from cctns.cases.queries import Running, clocks_of, clocks_waiting
from cctns.journal import follow
from cctns.journal.models import new_id
from cctns.lib.clock import IST, now
from cctns.offices import tree
from cctns.offices.codes import Role
from cctns.offices.models import Holiday, Posting
from tests.offices.land import Land

from .entries import tell
from .made import case_of, registered

START = datetime(2031, 5, 6, 6, 0, tzinfo=UTC)  # Tuesday, 11:30 in India
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def travel() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(START, tick=False) as clock:
        yield clock


@pytest.fixture
def fir(travel: time_machine.Traveller, sho: Posting) -> Fir:
    return registered(sho)


def clocks(by: Posting, fir: Fir) -> dict[str, Running]:
    """Of the case, by rule; the last of several accused or sheets."""
    return {one.rule.id: one for one in clocks_of(by=by, case=case_of(fir))}


def bail(by: Posting, fir: Fir) -> dict[str, Running]:
    return {k: v for k, v in clocks(by, fir).items() if k.startswith("default_bail")}


def end_of(day: date) -> datetime:
    return datetime.combine(day + DAY, datetime.min.time(), IST) - timedelta(microseconds=1)


def arrested(by: Posting, fir: Fir, at: datetime) -> UUID:
    return tell(by, "arrest.recorded", [fir.id], at=at)


def remanded(by: Posting, fir: Fir, arrest: UUID, at: datetime) -> UUID:
    return tell(by, "remand.ordered", [fir.id, arrest], at=at)


def change_sections(by: Posting, fir: Fir, *numbers: str) -> None:
    """Another's form will write them; here they are put where clocks read sections."""
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        FirSection.objects.filter(fir=fir).delete()
        FirSection.objects.bulk_create(
            FirSection(fir=fir, state=fir.state, ordinal=n, act="BNS", number=one, law_version="1")
            for n, one in enumerate(numbers)
        )
        cursor.execute("SET session_replication_role = origin")
    tell(by, "sections.changed", [fir.id])


def test_registering_starts_what_the_law_asks_for(sho: Posting, fir: Fir) -> None:
    found = clocks(sho, fir)
    assert sorted(found) == ["appearance_notice", "dispatch", "free_copy", "progress"]
    assert found["free_copy"].due_at == found["free_copy"].starts_at == START
    assert found["dispatch"].due_at == START + DAY
    assert found["progress"].due_at == end_of(date(2031, 8, 4))


def test_a_grave_offence_has_more_clocks(travel: Any, sho: Posting) -> None:
    fir = registered(sho, offences=[{"act": "BNS", "number": "103(1)"}])
    assert {"forensic_visit"} <= set(clocks(sho, fir))
    assert "appearance_notice" not in clocks(sho, fir)


def test_a_clock_is_stopped_by_what_fulfils_it(
    travel: time_machine.Traveller, sho: Posting, fir: Fir
) -> None:
    travel.shift(HOUR)
    give_free_copy(by=sho, case=case_of(fir), to="Sunita Devi")
    copy = clocks(sho, fir)["free_copy"]
    assert (copy.closed_at, copy.closed_by, copy.fulfilled) == (
        START + HOUR,
        "case.copy_given",
        True,
    )


def test_production_runs_from_the_arrest_not_from_its_entry(
    travel: time_machine.Traveller, sho: Posting, fir: Fir
) -> None:
    travel.shift(5 * HOUR)
    arrest = arrested(sho, fir, START + 2 * HOUR)
    assert clocks(sho, fir)["production"].due_at == START + 26 * HOUR
    assert clocks(sho, fir)["relative_informed"].subject_id == arrest
    travel.shift(3 * HOUR)
    tell(sho, "arrest.produced", [fir.id, arrest], at=START + 7 * HOUR)
    produced = clocks(sho, fir)["production"]
    assert (produced.closed_at, produced.fulfilled) == (START + 7 * HOUR, True)


def test_default_bail_counts_from_the_first_remand_that_day_included(
    travel: time_machine.Traveller, sho: Posting, fir: Fir
) -> None:
    arrest = arrested(sho, fir, START)
    assert bail(sho, fir) == {}
    travel.shift(20 * DAY)
    remanded(sho, fir, arrest, START + 15 * DAY)
    remanded(sho, fir, arrest, START + DAY)  # entered late
    found = bail(sho, fir)
    assert list(found) == ["default_bail_60"]
    assert found["default_bail_60"].starts_at == START + DAY
    assert found["default_bail_60"].due_at == end_of(date(2031, 7, 5))


def test_graver_sections_move_sixty_days_to_ninety_and_back(
    travel: time_machine.Traveller, sho: Posting, fir: Fir
) -> None:
    remanded(sho, fir, arrested(sho, fir, START), START)
    assert bail(sho, fir)["default_bail_60"].due_at == end_of(date(2031, 7, 4))
    change_sections(sho, fir, "304(2)", "103(1)")
    follow.run_all()
    assert set(bail(sho, fir)) == {"default_bail_90"}
    assert bail(sho, fir)["default_bail_90"].due_at == end_of(date(2031, 8, 3))
    stored = Clock.objects.filter(rule__startswith="default_bail")
    assert [(one.rule, one.due_at) for one in stored] == [
        ("default_bail_90", end_of(date(2031, 8, 3)))
    ]
    change_sections(sho, fir, "304(2)")
    follow.run_all()
    assert [one.rule for one in stored.all()] == ["default_bail_60"]


def test_ten_years_show_both_readings(travel: Any, sho: Posting, fir: Fir) -> None:
    remanded(sho, fir, arrested(sho, fir, START), START)
    change_sections(sho, fir, "308(5)")
    days = {name: one.due_at for name, one in bail(sho, fir).items()}
    assert days == {
        "default_bail_ten": end_of(date(2031, 7, 4)),
        "default_bail_90": end_of(date(2031, 8, 3)),
    }


def test_each_accused_has_clocks_of_their_own(travel: Any, sho: Posting, fir: Fir) -> None:
    one, other = arrested(sho, fir, START), arrested(sho, fir, START + HOUR)
    remanded(sho, fir, one, START + 5 * HOUR)
    remanded(sho, fir, other, START + 20 * HOUR)
    tell(sho, "bail.ordered", [fir.id, one], at=START + 30 * HOUR)

    def open_bail() -> set[UUID]:
        found = clocks_of(by=sho, case=case_of(fir))
        return {
            c.subject_id for c in found if c.rule.id == "default_bail_60" and c.closed_at is None
        }

    assert open_bail() == {other}
    # A charge sheet that names no accused is one against all.
    tell(sho, "report.transmitted", [fir.id], at=START + 40 * HOUR)
    assert open_bail() == set()


def test_a_report_against_one_accused_stops_no_clock_of_another(
    travel: Any, sho: Posting, fir: Fir
) -> None:
    one, other = arrested(sho, fir, START), arrested(sho, fir, START)
    for arrest in (one, other):
        remanded(sho, fir, arrest, START)
    tell(sho, "report.transmitted", [fir.id, one])
    found = clocks_of(by=sho, case=case_of(fir))
    running = {c.subject_id for c in found if c.rule.id == "default_bail_60" and not c.closed_at}
    assert running == {other}


def test_a_repeated_duty_begins_again_with_each_fulfilment(
    travel: time_machine.Traveller, sho: Posting, fir: Fir
) -> None:
    travel.shift(80 * DAY)
    tell(sho, "progress.informed", [fir.id])
    again = clocks(sho, fir)["progress"]
    assert (again.closed_at, again.due_at) == (None, end_of(date(2031, 10, 23)))
    travel.shift(HOUR)
    tell(sho, "report.transmitted", [fir.id])
    assert clocks(sho, fir)["progress"].closed_by == "report.transmitted"


def test_a_register_s_record_has_its_clock_and_courts_their_holidays(
    travel: time_machine.Traveller, sho: Posting
) -> None:
    ncr = tell(sho, "ncr.recorded")
    recompute([ncr])
    stored = Clock.objects.get(rule="ncr_diary")
    assert (stored.subject_id, stored.fir_id) == (ncr, None)
    assert stored.due_at == end_of(date(2031, 5, 20))
    Holiday.objects.create(state=sho.office.state, day=date(2031, 5, 20), name="Local holiday")
    recompute([ncr])
    assert Clock.objects.get(rule="ncr_diary").due_at == end_of(date(2031, 5, 21))
    travel.shift(10 * DAY)
    tell(sho, "ncr.reported", [ncr])
    recompute([ncr])
    assert Clock.objects.get(rule="ncr_diary").due_at == end_of(date(2031, 5, 30))


def test_a_permitted_enquiry_runs_at_the_station_that_asked(
    travel: Any, land: Land, sho: Posting
) -> None:
    superintendent = land.post(Role.SP, "east")
    asked = tell(sho, "enquiry.asked")
    recompute([asked])
    assert not Clock.objects.filter(rule="preliminary_enquiry").exists()
    tell(superintendent, "enquiry.permitted", [asked])
    recompute([asked])
    clock = Clock.objects.get(rule="preliminary_enquiry")
    assert (clock.office, clock.subject_id) == (sho.office, asked)
    assert clock.due_at == end_of(date(2031, 5, 20))


def test_a_zero_fir_taken_up_again_is_due_again(
    travel: time_machine.Traveller, land: Land, sho: Posting
) -> None:
    fir = registered(sho, kind="zero", action="transfer", outside_station="Mills")
    assert clocks(sho, fir)["zero_transfer"].due_at == START + DAY
    assert "progress" not in clocks(sho, fir)
    travel.shift(HOUR)
    send_zero_fir(by=sho, case=case_of(fir), to=land["mills"])
    assert clocks(sho, fir)["zero_transfer"].closed_at == START + HOUR
    travel.shift(HOUR)
    mills = land.post(Role.SHO, "mills")
    answer = return_zero_fir(by=mills, transfer=ZeroTransfer.objects.get(), reason="Elsewhere")
    take_up_returned(by=sho, case=case_of(fir), answer=answer)
    again = clocks(sho, fir)["zero_transfer"]
    assert (again.closed_at, again.due_at) == (None, START + 2 * HOUR + DAY)


def stored() -> list[tuple[Any, ...]]:
    return sorted(Clock.objects.values_list())


def test_the_store_follows_is_rebuilt_and_is_the_same_twice(
    travel: Any, sho: Posting, fir: Fir
) -> None:
    arrest = arrested(sho, fir, START)
    assert follow.run_all() > 0
    remanded(sho, fir, arrest, START)
    tell(sho, "seizure.recorded", [fir.id])
    ncr = tell(sho, "ncr.recorded")
    follow.run_all()
    before = stored()
    assert {"default_bail_60", "search_record", "ncr_diary"} <= {row[1] for row in before}
    recompute([fir.id, ncr])
    assert stored() == before
    recompute([case_of(fir).id, new_id()])
    assert stored() == before
    Clock.objects.filter(rule="dispatch").update(rule="nonsense", version=date(2000, 1, 1))
    follow.rebuild(FOLLOWER)
    assert stored() == before


def test_the_store_and_the_answer_of_the_journal_agree(travel: Any, sho: Posting, fir: Fir) -> None:
    remanded(sho, fir, arrested(sho, fir, START), START)
    give_free_copy(by=sho, case=case_of(fir), to="Sunita Devi")
    follow.run_all()
    kept = {(o.rule, o.subject_id): (o.due_at, o.closed_at) for o in Clock.objects.all()}
    asked = clocks_of(by=sho, case=case_of(fir))
    assert {(o.rule.id, o.subject_id): (o.due_at, o.closed_at) for o in asked} == kept


def test_old_records_have_no_clock(travel: Any, sho: Posting, fir: Fir) -> None:
    recompute([fir.id])
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        Fir.objects.filter(pk=fir.pk).update(legacy=True)
        cursor.execute("SET session_replication_role = origin")
    recompute([fir.id])
    assert not Clock.objects.exists()


# --- who is shown what, and when


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
    with django_assert_num_queries(6):
        clocks_of(by=sho, case=case)
    with django_assert_num_queries(3):
        recompute([fir.id])
