"""Who finds whom: own jurisdiction freely, beyond it for a purpose, the hidden by need alone."""

from __future__ import annotations

import pytest
from django.db import connection

from cctns.journal import follow
from cctns.journal.models import JournalEntry
from cctns.offices.access import Refused, act_for
from cctns.offices.codes import Rank, Role
from cctns.offices.models import Posting, RefusedAct
from cctns.search.codes import Scope
from cctns.search.looking import Look, Purpose, PurposeWanted
from cctns.search.tables import Lookup
from cctns.search.watching import review, sample, who_looked
from tests.cases.investigating import opened
from tests.cases.made import accused, complainant, registered
from tests.offices.land import Land

from .conftest import NATION, Seeks, names


def test_own_records_are_found_without_a_purpose_and_others_are_not(
    io: Posting, sho: Posting, far: Posting, seeks: Seeks
) -> None:
    registered(sho)
    assert names(seeks(io, "Vikram")) == ["Vikram @ Vicky"]
    assert names(seeks(far, "Vikram")) == []
    assert not Lookup.objects.exists()


def test_complaint_43_what_another_station_wrote_is_found_with_its_reason(
    sho: Posting, far: Posting, seeks: Seeks
) -> None:
    """Islands of technology (IRB Canada 2020): officers could not see the history elsewhere."""
    registered(sho)
    found = seeks(far, "Vikrum", NATION).people
    assert found is not None
    (hit,) = found.hits
    assert hit.mention.office_id == sho.office_id
    assert hit.reasons


@pytest.mark.parametrize(
    "purpose",
    [Purpose(), Purpose("investigation", "  "), Purpose("", "12/2026"), Purpose("x", "y")],
)
def test_complaint_46_without_a_purpose_nobody_looks_beyond_and_the_refusal_is_kept(
    sho: Posting, far: Posting, seeks: Seeks, purpose: Purpose
) -> None:
    registered(sho)
    with pytest.raises(PurposeWanted):
        seeks(far, "Vikram", Look(Scope.NATION, purpose))
    (kept,) = RefusedAct.objects.all()
    assert (kept.officer_id, kept.action) == (far.officer_id, "person.search")
    assert not Lookup.objects.exists()


def test_complaint_46_what_was_asked_and_shown_is_journalled_and_told_to_the_owner(
    sho: Posting, far: Posting, seeks: Seeks
) -> None:
    fir = registered(sho)
    seeks(far, "Vikram, about 30", NATION)
    (lookup,) = Lookup.objects.all()
    assert (lookup.reason, lookup.reference) == ("investigation", "FIR 12/2026, theft")
    assert lookup.asked["words"] == "Vikram"
    assert JournalEntry.objects.get(record_id=lookup.pk).office_id == far.office_id
    with connection.cursor() as cursor:
        cursor.execute("SET ROLE cctns_app")
        told = who_looked(by=sho)
        cursor.execute("RESET ROLE")
    assert [(one.number, one.officer_name) for one in told] == [(fir.number, lookup.officer_name)]
    with pytest.raises(Refused):
        who_looked(by=far)


def test_complaint_46_a_supervisor_reviews_a_sample(
    land: Land, sho: Posting, far: Posting, seeks: Seeks
) -> None:
    registered(sho)
    sp = land.post(Role.SP, "west", rank=Rank.SP)
    for _ in range(60):
        seeks(far, "Vikram", NATION)
    drawn = sample(by=sp)
    assert 0 < len(drawn) < 30
    review(by=sp, lookup_id=drawn[0].pk, in_order=False, remarks="No such case")
    assert drawn[0] not in sample(by=sp)


@pytest.fixture
def hidden_case(sho: Posting, io: Posting) -> str:
    """A complaint of rape: the victim's name is known to those who need it."""
    persons = [complainant(name="Savitri Kumari", also_victim=True), accused(name="Dhananjay")]
    offence = {"offences": [{"act": "BNS", "number": "64(1)"}], "woman_officer": "SI Meena"}
    opened(sho, io, persons=persons, **offence)
    return "Savitri Kumari"


def test_complaint_43_a_hidden_victim_is_found_by_nobody_who_need_not_know(
    hidden_case: str, sho: Posting, io: Posting, far: Posting, land: Land, seeks: Seeks
) -> None:
    """BNS 72: neither by name nor by telephone, number of hits, or words of the account."""
    colleague = land.post(Role.DUTY_OFFICER, "bazaar")
    for by in (io, sho):
        assert names(seeks(by, hidden_case)) == [hidden_case]
    for by, look in ((colleague, None), (far, NATION), (sho_of_mills(land), NATION)):
        for asked in (hidden_case, "9876543210"):
            found = seeks(by, asked, look).people
            assert found is not None
            assert (found.hits, found.equals) == ([], 0)
    assert names(seeks(far, "Dhananjay", NATION)) == ["Dhananjay"]
    account = seeks(colleague, "सोने चेन", as_="words").texts
    assert account is not None
    assert account.hits == []


def sho_of_mills(land: Land) -> Posting:
    return land.post(Role.SHO, "mills")


def test_a_child_in_conflict_with_law_is_found_by_need_alone(
    sho: Posting, far: Posting, land: Land, seeks: Seeks
) -> None:
    """JJ Act 74: an accused of sixteen."""
    registered(sho, persons=[complainant(), accused(name="Chintu Lal", age=16)])
    assert names(seeks(sho, "Chintu Lal"))[0] == "Chintu Lal"
    assert "Chintu Lal" not in names(seeks(far, "Chintu Lal", NATION))
    assert "Chintu Lal" not in names(seeks(land.post(Role.DUTY_OFFICER, "bazaar"), "Chintu Lal"))


def test_the_pages_role_reads_nothing_past_a_declared_search(
    sho: Posting, far: Posting, as_app: None
) -> None:
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
        registered(sho)
        follow.run_all()
        cursor.execute("SET ROLE cctns_app")
        act_for(far)
        tables = ("person", "thing", "text", "deed")
        for table in (*tables, *(f"{one}_seen" for one in tables)):
            cursor.execute(f"SELECT count(*) FROM search_{table}")
            assert cursor.fetchone() == (0,), table
        cursor.execute("SELECT set_config('cctns.search', 'own', true)")
        cursor.execute("SELECT count(*) FROM search_person_seen")
        assert cursor.fetchone() == (0,)
