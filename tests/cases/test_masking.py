"""Hidden persons: seen by those who need to know, by nobody else, and not found by trying names."""

from __future__ import annotations

import pytest

from cctns.cases.actions import assign_investigating_officer, export_firs
from cctns.cases.masking import hidden, sees_all, shown_fir, shown_parties
from cctns.cases.models import Case
from cctns.cases.queries import Wanted, case_for, find_firs
from cctns.offices.codes import Rank, Role
from cctns.offices.models import Posting
from tests.offices.land import Land

from .made import accused, case_of, complainant, registered

SECRET = ("Asha Kumari", "Old Mill Lane", "98111 22333", "She told me everything")


@pytest.fixture
def case(sho: Posting, io: Posting) -> Case:
    victim = complainant(
        name=SECRET[0], street=SECRET[1], mobile=SECRET[2], also_victim=True, alias="Guddi"
    )
    fir = registered(
        sho,
        persons=[victim, accused()],
        offences=[{"act": "BNS", "number": "64(1)"}],
        woman_officer="SI Meena",
        place=SECRET[1],
        narrative=SECRET[3],
        investigating_officer=io.officer.username,
    )
    return case_of(fir)


def told(case: Case, by: Posting) -> str:
    seen = case_for(by=by, fir_id=case.fir_id)
    fir = shown_fir(seen, by)
    parties = [
        (one.name, one.alias, one.relative_name, one.address, one.mobile, list(one.papers.all()))
        for one in shown_parties(seen, by)
    ]
    return repr((parties, fir.narrative, fir.place, fir.address))


@pytest.mark.parametrize(
    ("role", "at", "sees"),
    [
        (Role.SHO, "bazaar", True),
        (Role.SDPO, "sub", True),
        (Role.SP, "east", True),
        (Role.IO, "bazaar", False),
        (Role.DUTY_OFFICER, "bazaar", False),
        (Role.CONSTABLE, "bazaar", False),
        (Role.NCRB, "ncrb", False),
    ],
)
def test_only_those_who_need_it_see_the_victim(
    land: Land, sho: Posting, case: Case, role: Role, at: str, sees: bool
) -> None:
    by = sho if role == Role.SHO else land.post(role, at, rank=Rank.DYSP)
    shown = told(case, by)
    assert [word in shown for word in SECRET] == [sees] * 4
    assert ("Guddi" in shown, "Ramesh" in shown) == (sees, sees)
    assert "Vikram" in shown
    assert ("Identity withheld (BNS 72)" in shown) is not sees


def test_the_investigating_officer_sees_only_while_it_is_his_case(
    land: Land, sho: Posting, io: Posting, case: Case
) -> None:
    assert sees_all(case, io)
    assign_investigating_officer(by=sho, case=case, officer=land.post(Role.IO, "bazaar").officer)
    assert not sees_all(Case.objects.get(pk=case.pk), io)


def test_a_hidden_name_is_not_found_by_trying_it(
    land: Land, sho: Posting, io: Posting, duty_officer: Posting, case: Case
) -> None:
    dcrb = land.post(Role.SCRB, "scrb")
    for by, found in ((sho, 1), (io, 1), (duty_officer, 0), (dcrb, 0)):
        for name in ("Asha Kumari", "asha"):
            assert len(find_firs(by=by, wanted=Wanted(name=name)).firs) == found
        assert len(find_firs(by=by, wanted=Wanted(name="vikram")).firs) == 1


def test_a_list_that_travels_masks_for_everybody(sho: Posting, case: Case) -> None:
    row = export_firs(by=sho, wanted=Wanted(), purpose="Monthly crime meeting")[0]
    assert not any(word in repr(row) for word in SECRET)
    assert "Identity withheld (BNS 72)" in row
    assert "Vikram @ Vicky" in row


def test_sections_added_later_hide_whom_the_fir_did_not(sho: Posting, io: Posting) -> None:
    case = case_of(registered(sho))
    case.victim_masked = True
    first, second = case.fir.parties.all()
    assert (hidden(case, first), hidden(case, second)) == ("victim", "")


def test_a_child_in_conflict_with_law_is_hidden_like_a_child_victim(
    land: Land, sho: Posting
) -> None:
    boy = accused(name="Chhotu", child_in_conflict=True)
    case = case_of(registered(sho, persons=[complainant(), boy, accused()]))
    shown = shown_parties(case, land.post(Role.CONSTABLE, "bazaar"))
    assert [one.name for one in shown] == [
        "Sunita Devi",
        "Identity withheld (JJ Act 74)",
        "Vikram @ Vicky",
    ]
    assert (shown[1].code, shown[1].features) == ("A1", {})


def test_a_protected_witness_is_hidden(land: Land, sho: Posting) -> None:
    witness = {"role": "witness", "name": "Bhola", "village": "Rampur", "protected": True}
    case = case_of(registered(sho, persons=[complainant(), witness, accused()]))
    constable = land.post(Role.CONSTABLE, "bazaar")
    assert shown_parties(case, constable)[1].name == "Identity withheld (BNSS 398)"
    assert shown_fir(case, constable).narrative == "Identity withheld (BNSS 398)"


def test_where_nobody_is_hidden_everything_is_shown(land: Land, sho: Posting) -> None:
    case = case_of(registered(sho))
    constable = land.post(Role.CONSTABLE, "bazaar")
    assert shown_fir(case, constable) is case.fir
    assert shown_parties(case, constable)[0].name == "Sunita Devi"
