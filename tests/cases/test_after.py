"""After registration: free copy, dispatch, investigating officer, sensitivity."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine

from cctns.cases.actions import (
    CannotRegister,
    assign_investigating_officer,
    dispatch_to_court,
    give_free_copy,
    mark_sensitive,
)
from cctns.cases.models import Case
from cctns.cases.queries import case_history, worklist
from cctns.journal.read import history
from cctns.lib.clock import now
from cctns.offices.access import Refused
from cctns.offices.codes import Rank, Role
from cctns.offices.models import Posting
from cctns.registers.models import GeneralDiaryEntry
from tests.offices.land import Land

from .made import case_of, complainant, registered


@pytest.fixture
def case(sho: Posting) -> Case:
    return case_of(registered(sho))


def test_the_free_copy_is_recorded_once(duty_officer: Posting, case: Case) -> None:
    give_free_copy(by=duty_officer, case=case, to=" Sunita  Devi ")
    assert Case.objects.get(pk=case.pk).copy_given_to == "Sunita Devi"
    with pytest.raises(CannotRegister, match="already given"):
        give_free_copy(by=duty_officer, case=case, to="Sunita Devi")


def test_the_copy_needs_somebody_who_got_it(sho: Posting, case: Case) -> None:
    with pytest.raises(CannotRegister, match="who received"):
        give_free_copy(by=sho, case=case, to="  ")


def test_dispatch_to_court_is_told_to_the_diary(sho: Posting, case: Case) -> None:
    dispatch_to_court(by=sho, case=case, court_name="JMFC East")
    sent = Case.objects.get(pk=case.pk)
    assert sent.dispatched_at is not None
    assert sho.officer.username in sent.dispatched_by
    assert GeneralDiaryEntry.objects.filter(kind="dispatch", subject_id=case.fir_id).exists()
    with pytest.raises(CannotRegister, match="already sent"):
        dispatch_to_court(by=sho, case=case, court_name="JMFC East")


def test_a_late_dispatch_gives_its_reason(sho: Posting, case: Case) -> None:
    with time_machine.travel(now() + timedelta(hours=25)):
        with pytest.raises(CannotRegister, match="give the reason"):
            dispatch_to_court(by=sho, case=case, court_name="JMFC East")
        dispatch_to_court(by=sho, case=case, court_name="JMFC East", delay="Bridge under water")


def test_what_waits_leaves_the_worklist_when_it_is_done(sho: Posting, case: Case) -> None:
    assert [one.verb for one in worklist(by=sho)] == ["copy", "dispatch"]
    give_free_copy(by=sho, case=case, to="Sunita Devi")
    dispatch_to_court(by=sho, case=case, court_name="JMFC East")
    assert worklist(by=sho) == []


def test_the_officer_in_charge_names_another_investigating_officer(
    land: Land, sho: Posting, io: Posting, case: Case
) -> None:
    assign_investigating_officer(by=sho, case=case, officer=io.officer)
    assert Case.objects.get(pk=case.pk).investigating_officer_id == io.officer_id
    with pytest.raises(CannotRegister, match="posted at this station"):
        assign_investigating_officer(by=sho, case=case, officer=land.post(Role.IO, "fort").officer)
    with pytest.raises(Refused):
        assign_investigating_officer(by=io, case=case, officer=io.officer)


def test_sensitivity_is_decided_above_the_station_in_its_own_journal(
    land: Land, sho: Posting, case: Case
) -> None:
    dysp = land.post(Role.SDPO, "sub", rank=Rank.DYSP)
    decision = mark_sensitive(by=dysp, case=case, sensitive=True, reason="Terror angle")
    assert history(decision.id)[0].office_id == dysp.office_id
    assert Case.objects.get(pk=case.pk).version == 1
    with pytest.raises(Refused):
        mark_sensitive(by=sho, case=case, sensitive=True, reason="I think so")


def test_a_victim_whom_the_law_hides_is_never_opened(land: Land, sho: Posting) -> None:
    told = complainant(also_victim=True)
    case = case_of(
        registered(
            sho,
            persons=[told],
            offences=[{"act": "BNS", "number": "64(1)"}],
            woman_officer="SI Meena",
        )
    )
    dysp = land.post(Role.SDPO, "sub", rank=Rank.DYSP)
    with pytest.raises(CannotRegister, match="stays sensitive"):
        mark_sensitive(by=dysp, case=case, sensitive=False, reason="Asked by the press")


def test_the_timeline_tells_everything_in_its_order(land: Land, sho: Posting, case: Case) -> None:
    give_free_copy(by=sho, case=case, to="Sunita Devi")
    dysp = land.post(Role.SDPO, "sub", rank=Rank.DYSP)
    mark_sensitive(by=dysp, case=case, sensitive=True, reason="Terror angle")
    kinds = [one.kind for one in case_history(by=sho, case=case)]
    assert kinds == ["fir.registered", "case.opened", "case.copy_given", "fir.sensitivity_decided"]
