"""Clocks against PostgreSQL: they follow the journal, and change with sections and arrests."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import time_machine
from django.db import connection

from cctns.cases.actions import (
    give_free_copy,
    return_case,
    send_case,
    take_up_returned,
)
from cctns.cases.books.arrest import ARREST
from cctns.cases.clocks import FOLLOWER, recompute
from cctns.cases.models import Clock, Fir, ZeroTransfer
from cctns.cases.queries import Running, clocks_of
from cctns.journal import follow
from cctns.journal.models import new_id
from cctns.lib.clock import IST, now
from cctns.offices.codes import Role
from cctns.offices.models import Holiday, Posting
from tests.offices.land import Land
from tests.registers.test_death import death

from .entries import DAY, HOUR, START, clocks, tell
from .investigating import arrest_of, go_on, opened
from .made import case_of, registered
from .test_custody import asked, ordered
from .test_missing import missing
from .test_section_changes import change


def bail(by: Posting, fir: Fir) -> dict[str, Running]:
    return {k: v for k, v in clocks(by, fir).items() if k.startswith("default_bail")}


def end_of(day: date) -> datetime:
    return datetime.combine(day + DAY, datetime.min.time(), IST) - timedelta(microseconds=1)


def arrested(by: Posting, fir: Fir, at: datetime) -> UUID:
    return tell(by, "arrest.recorded", [fir.id], at=at)


def remanded(by: Posting, fir: Fir, arrest: UUID, at: datetime) -> UUID:
    return tell(by, "remand.ordered", [fir.id, arrest], at=at)


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
    change(sho, case_of(fir), ("add", "BNS", "103(1)"))
    follow.run_all()
    assert set(bail(sho, fir)) == {"default_bail_90"}
    assert bail(sho, fir)["default_bail_90"].due_at == end_of(date(2031, 8, 3))
    stored = Clock.objects.filter(rule__startswith="default_bail")
    assert [(one.rule, one.due_at) for one in stored] == [
        ("default_bail_90", end_of(date(2031, 8, 3)))
    ]
    travel.shift(HOUR)
    change(sho, case_of(fir), ("delete", "BNS", "103(1)"))
    follow.run_all()
    assert [one.rule for one in stored.all()] == ["default_bail_60"]


def test_ten_years_show_both_readings(travel: Any, sho: Posting, fir: Fir) -> None:
    remanded(sho, fir, arrested(sho, fir, START), START)
    change(sho, case_of(fir), ("add", "BNS", "308(5)"), ("delete", "BNS", "304(2)"))
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
    send_case(by=sho, case=case_of(fir), to=land["mills"])
    assert clocks(sho, fir)["zero_transfer"].closed_at == START + HOUR
    travel.shift(HOUR)
    mills = land.post(Role.SHO, "mills")
    answer = return_case(by=mills, transfer=ZeroTransfer.objects.get(), reason="Elsewhere")
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
    assert {"default_bail_60", "seizure_report", "ncr_diary"} <= {row[1] for row in before}
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


# --- what the form of an arrest tells, beyond its entry


def test_the_form_of_an_arrest_says_when_relatives_were_told_and_how_long_the_journey_was(
    travel: time_machine.Traveller, sho: Posting, io: Posting
) -> None:
    case = opened(sho, io)
    travel.shift(HOUR)
    sheet = arrest_of(io, case, relative_told_at=now())
    found = clocks(io, case.fir)
    assert found["relative_informed"].fulfilled
    assert found["relative_informed"].about == "A1"
    assert found["production"].due_at == START + 25 * HOUR
    travel.shift(26 * HOUR)
    at = START + 25 * HOUR + timedelta(minutes=30)
    told = {"produced_at": at, "produced_before": "JMFC East", "travel_minutes": 45}
    go_on(io, ARREST, sheet, "produce", **told)
    produced = clocks(io, case.fir)["production"]
    assert produced.due_at == START + 25 * HOUR + timedelta(minutes=45)
    assert (produced.closed_at, produced.fulfilled) == (at, True)


def test_who_surrenders_in_court_or_is_bailed_has_not_to_be_produced(
    travel: time_machine.Traveller, sho: Posting, io: Posting
) -> None:
    known = {"photo": "P-2026-88", "identified_at": now()}
    for kind, by in (("surrendered", "arrest.produced"), ("bailed", "bail.ordered")):
        case = opened(sho, io)
        arrest_of(io, case, kind=kind, court_name="JMFC East", **known)
        assert clocks(io, case.fir)["production"].closed_by == by


def test_a_remand_that_names_the_accused_and_not_the_arrest_counts(
    travel: time_machine.Traveller, sho: Posting, io: Posting
) -> None:
    case = opened(sho, io)
    sheet = arrest_of(io, case)
    tell(io, "remand.ordered", [case.fir_id, sheet.accused_id])
    assert clocks(io, case.fir)["default_bail_60"].subject_id == sheet.pk


def test_default_bail_runs_from_the_first_day_of_the_remand_not_from_its_entry(
    travel: time_machine.Traveller, sho: Posting, io: Posting
) -> None:
    case = opened(sho, io)
    remand = asked(io, case, arrest_of(io, case))
    travel.shift(2 * DAY)
    ordered(io, remand, "police", -1, 3)
    bail = clocks(io, case.fir)["default_bail_60"]
    assert bail.starts_at == datetime(2031, 5, 7, tzinfo=IST)
    assert (bail.due_at, bail.about) == (end_of(date(2031, 7, 5)), "A1")
    assert clocks(io, case.fir)["production"].closed_by == "remand.ordered"


def test_a_death_in_custody_is_told_to_the_commission_within_a_day(sho: Posting) -> None:
    """BNSS 196, NHRC; the inquest has its own day."""
    free, held = death(sho), death(sho, in_custody=True)
    recompute({free.pk, held.pk})
    rules = Clock.objects.filter(subject_id=held.pk).values_list("rule", flat=True)
    assert sorted(rules) == ["custody_death", "inquest"]
    assert [one.rule for one in Clock.objects.filter(subject_id=free.pk)] == ["inquest"]


def test_a_child_missing_for_four_months_goes_to_the_unit(sho: Posting, fir: Fir) -> None:
    """Bachpan Bachao Andolan (2013): to the Anti-Human-Trafficking Unit after four months."""
    child = missing(sho, age=9, fir_id=fir.pk)
    adult = missing(sho)
    recompute({child.pk, adult.pk})
    assert [one.rule for one in Clock.objects.filter(subject_id=child.pk)] == ["missing_child_unit"]
    assert not Clock.objects.filter(subject_id=adult.pk).exists()
