"""Registering an FIR: what it becomes, what it needs, and that it happens once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine

from cctns.cases.actions import CannotRegister, register_fir, save_draft, start_draft
from cctns.cases.codes import CaseStatus, DraftStatus, FirKind, Series
from cctns.cases.models import Case, Fir, FirDraft
from cctns.cases.papers import number_of
from cctns.journal.read import history
from cctns.journal.serials import next_number
from cctns.lib.clock import IST, now
from cctns.offices.access import Refused
from cctns.offices.codes import Role
from cctns.offices.models import Posting, RefusedAct
from cctns.registers.codes import GdKind
from cctns.registers.models import GeneralDiaryEntry
from tests.offices.land import Land

from .made import NARRATIVE, accused, case_of, complainant, draft_of, registered

Settle = Callable[[], None]


def test_an_fir_stands_behind_its_diary_entry_and_opens_a_case(
    sho: Posting, settle: Settle
) -> None:
    fir = registered(sho)
    settle()
    fir = Fir.objects.get(pk=fir.pk)
    entry = fir.gd_entry
    assert entry is not None
    assert entry.kind == GdKind.FIR
    assert entry.recorded_at == fir.gd_recorded_at <= fir.registered_at
    assert fir.number == f"0001/{now().astimezone(IST).year}"
    assert fir.narrative == NARRATIVE
    case = case_of(fir)
    assert case.status == CaseStatus.INVESTIGATION
    assert case.investigating_officer_id == sho.officer_id
    assert (fir.io_name, fir.officer_number) == (sho.officer.name, sho.officer.username)


def test_one_act_writes_three_entries_in_their_order(sho: Posting) -> None:
    fir = registered(sho)
    case = case_of(fir)
    entries = [history(one)[0] for one in (fir.gd_entry_id, fir.id, case.id)]
    assert [one.kind for one in entries] == ["gd.fir", "fir.registered", "case.opened"]
    assert [one.seq for one in entries] == [0, 1, 2]


def test_what_an_fir_holds_is_written_with_it(sho: Posting) -> None:
    fir = registered(sho, persons=[complainant(), accused(), accused(name="Second")])
    persons = list(fir.parties.all())
    assert [one.code for one in persons] == ["", "A1", "A2"]
    assert persons[1].features == {"build": "thin", "height_cm": 170, "scar": "left cheek"}
    section = fir.sections.get()
    assert (section.act, section.number) == ("BNS", "304(2)")
    assert section.law_version
    thing = fir.property.get()
    assert thing.particulars == {"metal": "gold", "weight_g": "9.5"}
    assert fir.property_value == 45000


def test_an_identity_number_is_kept_sealed(sho: Posting) -> None:
    draft = draft_of(sho)
    assert "ABC1234567" not in str(draft.answers)
    fir = register_fir(by=sho, draft=draft)
    paper = fir.papers.get()
    assert paper.last4 == "4567"
    assert b"ABC1234567" not in bytes(paper.secret)
    assert number_of(paper, record=fir.id) == "ABC1234567"


def test_an_aadhaar_number_is_never_kept_whole(sho: Posting) -> None:
    told = complainant(papers=[{"kind": "aadhaar", "number": "1234 5678 9012"}])
    fir = registered(sho, persons=[told])
    paper = fir.papers.get()
    assert (paper.last4, paper.secret) == ("9012", None)


def test_a_second_submit_returns_the_first_fir(sho: Posting) -> None:
    draft = draft_of(sho)
    first, second = register_fir(by=sho, draft=draft), register_fir(by=sho, draft=draft)
    assert first.pk == second.pk == draft.pk
    assert Fir.objects.count() == GeneralDiaryEntry.objects.count() == 1


@pytest.mark.parametrize("role", [Role.DUTY_OFFICER, Role.IO, Role.CONSTABLE])
def test_only_the_officer_in_charge_registers(land: Land, sho: Posting, role: Role) -> None:
    other, draft = land.post(role, "bazaar"), draft_of(sho)
    with pytest.raises(Refused):
        register_fir(by=other, draft=draft)
    assert not Fir.objects.exists()
    assert RefusedAct.objects.filter(action="fir.register", officer=other.officer).exists()


def test_another_stations_officer_in_charge_does_not_register(land: Land, sho: Posting) -> None:
    with pytest.raises(Refused):
        register_fir(by=land.post(Role.SHO, "fort"), draft=draft_of(sho))


@pytest.mark.parametrize(
    ("change", "page", "field"),
    [
        ({"narrative": ""}, "narrative", "narrative"),
        ({"persons": [complainant(email="no address")]}, "complainant", "email"),
        ({"persons": [complainant(name="x" * 201)]}, "complainant", "name"),
        ({"direction": "up"}, "place", "direction"),
        ({"place": "x" * 1001}, "place", "place"),
        ({"distance_km": "1234567.5"}, "place", "distance_km"),
        ({"delay_reason": "x" * 2001}, "delay", "delay_reason"),
        ({"investigating_officer": "NOBODY"}, "action", "investigating_officer"),
        ({"offences": [{"act": "BNS", "number": "9999"}]}, "sections", "offences"),
    ],
)
def test_a_draft_that_is_not_ready_is_sent_back_to_its_page(
    sho: Posting, change: dict[str, Any], page: str, field: str
) -> None:
    with pytest.raises(CannotRegister) as told:
        registered(sho, **change)
    assert (page, field) in {(one.page, one.field) for one in told.value.problems}
    assert not Fir.objects.exists()


def test_a_refused_registration_burns_no_number(sho: Posting) -> None:
    with pytest.raises(CannotRegister):
        registered(sho, place="x" * 1001)
    assert registered(sho).serial == 1
    assert registered(sho).serial == 2


@pytest.mark.parametrize("serial", [9_999, 10_000, 100_000])
def test_numbers_have_no_fixed_width(sho: Posting, serial: int) -> None:
    year = str(now().astimezone(IST).year)
    next_number(office=sho.office, series="fir.fir", period=year)
    from cctns.journal.models import SerialCounter

    SerialCounter.objects.filter(series="fir.fir").update(last=serial - 1)
    assert registered(sho).number == f"{serial}/{year}"


def test_numbers_begin_again_with_the_indian_year(sho: Posting) -> None:
    # 31 December, 18:29 UTC is the last minute of the year in India.
    with time_machine.travel(datetime(2031, 12, 31, 18, 29, tzinfo=UTC), tick=False):
        old = registered(sho)
    with time_machine.travel(datetime(2031, 12, 31, 18, 31, tzinfo=UTC), tick=False):
        new = registered(sho)
    assert (old.number, new.number) == ("0001/2031", "0001/2032")


def test_a_zero_fir_runs_in_a_series_of_its_own(sho: Posting) -> None:
    ordinary = registered(sho)
    zero = registered(sho, kind="zero", action="transfer", outside_station="Fort")
    assert (ordinary.serial, zero.serial) == (1, 1)
    assert zero.series == Series.ZERO
    assert zero.number.startswith("0/0001/")
    assert case_of(zero).status == CaseStatus.TRANSFER


@pytest.mark.parametrize(
    ("kind", "more"),
    [("suo_motu", {}), ("court", {"court_order": "JMFC East, Crl.M.P. 12 of 3 May 2026"})],
)
def test_the_kind_says_how_the_information_came(
    sho: Posting, kind: str, more: dict[str, str]
) -> None:
    draft = start_draft(by=sho, kind=FirKind(kind))
    assert draft.answers["information"] == kind
    fir = registered(sho, kind=kind, information=kind, **more)
    assert fir.information == kind


def test_a_court_directed_fir_cites_the_order(sho: Posting) -> None:
    with pytest.raises(CannotRegister) as told:
        registered(sho, kind="court", information="court")
    assert "court_order" in {one.field for one in told.value.problems}


def test_sensitive_and_child_flags_follow_from_what_was_told(sho: Posting) -> None:
    victim = {"role": "victim", "name": "K", "age": 12, "sex": "female"}
    fir = registered(sho, persons=[complainant(), victim, accused()])
    case = case_of(fir)
    assert case.child_involved
    assert case.sensitive
    assert [one.withheld for one in fir.parties.all()] == ["child", "child", ""]


def test_a_discarded_draft_is_not_registered(sho: Posting) -> None:
    draft = draft_of(sho)
    FirDraft.objects.filter(pk=draft.pk).update(status=DraftStatus.DISCARDED)
    with pytest.raises(CannotRegister):
        register_fir(by=sho, draft=draft)


def test_an_investigating_officer_of_another_station_is_not_named(land: Land, sho: Posting) -> None:
    stranger = land.post(Role.IO, "fort")
    with pytest.raises(CannotRegister):
        registered(sho, investigating_officer=stranger.officer.username)


def test_a_case_may_have_no_investigating_officer_when_refused(sho: Posting) -> None:
    fir = registered(sho, action="refuse", action_detail="Trivial", investigating_officer="")
    assert Case.objects.get(fir=fir).status == CaseStatus.REFUSED


def test_what_a_page_saves_stays_saved_between_sittings(
    sho: Posting, duty_officer: Posting
) -> None:
    draft = start_draft(by=duty_officer, kind=FirKind.ORDINARY)
    save_draft(by=duty_officer, draft=draft, answers={"village": "रामपुर"}, revision=0)
    kept = FirDraft.objects.get(pk=draft.pk)
    assert (kept.answers["village"], kept.revision) == ("रामपुर", 1)
    assert kept.updated_at - kept.created_at < timedelta(minutes=1)
