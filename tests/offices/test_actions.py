"""Opening, moving and closing offices; posting, ending and leave; and that all of it is kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from cctns.offices import access, actions, tree
from cctns.offices.codes import Absence, OfficeKind, Rank, Role
from cctns.offices.models import Jurisdiction, Office, OfficeChange, Officer, Posting, RefusedAct
from cctns.offices.rules import NotPossible

from .land import LONG_AGO, Land

Days = Callable[[int], date]


@pytest.fixture
def admin(land: Land) -> Posting:
    return land.post(Role.NODE_ADMIN, "hq")


def new_station(land: Land, **changed: Any) -> dict[str, Any]:
    station: dict[str, Any] = {
        "kind": OfficeKind.STATION,
        "name": "Ganj",
        "name_hi": "गंज",
        "code": "GANJ",
        "supervisor": land["circle"],
        "opened_on": access.today(),
    }
    return {**station, **changed}


def test_a_station_is_opened_under_its_circle(land: Land, admin: Posting) -> None:
    station = actions.open_office(by=admin, **new_station(land))
    above = Jurisdiction.objects.filter(office=station).select_related("supervisor")
    names = {row.supervisor.name for row in above}
    assert names == {"Ganj", "circle", "sub", "east", "range", "hq", "scrb", "ncrb"}
    assert tree.check_tree(access.today()) == []


@pytest.mark.parametrize(
    ("field", "value"), [("name", " "), ("code", ""), ("code", "BAZAAR"), ("kind", "court")]
)
def test_a_station_without_name_or_own_code_is_not_opened(
    land: Land, admin: Posting, field: str, value: str
) -> None:
    with pytest.raises(NotPossible) as told:
        actions.open_office(by=admin, **new_station(land, **{field: value}))
    assert told.value.field == field
    assert not Office.objects.filter(name="Ganj").exists()


def test_only_an_administrator_above_opens_offices(land: Land) -> None:
    for by in (land.post(Role.SP, "east"), land.post(Role.NODE_ADMIN, "west")):
        with pytest.raises(access.Refused):
            actions.open_office(by=by, **new_station(land))
    assert RefusedAct.objects.filter(action="office.administer").count() == 2


def test_a_court_has_an_administrator_of_its_own(land: Land, admin: Posting) -> None:
    registrar = Officer.objects.create_user("R1", name="Registrar", rank=Rank.OFFICIAL)
    court = actions.open_partner_office(
        by=admin,
        kind=OfficeKind.COURT,
        name="Court 2",
        name_hi="",
        code="C2",
        opened_on=access.today(),
        administrator=registrar,
    )
    assert access.acts_open_to(admin, court) == set()
    assert access.may(registrar.postings.get(), "posting.administer", court)
    with pytest.raises(NotPossible, match="Nobody does this for themselves"):
        actions.open_partner_office(
            by=admin,
            kind=OfficeKind.PRISON,
            name="Jail",
            name_hi="",
            code="J2",
            opened_on=access.today(),
            administrator=admin.officer,
        )


def test_an_office_closes_only_when_it_is_empty(land: Land, admin: Posting, in_days: Days) -> None:
    sho = land.post(Role.SHO, "bazaar")
    with pytest.raises(NotPossible, match="still posted"):
        actions.close_office(by=admin, office=land["bazaar"], on=access.today())
    with pytest.raises(NotPossible, match="stand under"):
        actions.close_office(by=admin, office=land["circle"], on=access.today())
    actions.end_posting(by=admin, posting=sho, on=access.today())
    actions.close_office(by=admin, office=land["bazaar"], on=access.today())
    assert tree.check_tree(access.today()) == []
    kept = Jurisdiction.objects.filter(supervisor=land["circle"], office=land["bazaar"])
    assert kept.exists()  # its old records stay in the circle's sight
    with pytest.raises(NotPossible, match="closed already"):
        actions.close_office(by=admin, office=land["bazaar"], on=in_days(1))


def test_a_closed_office_gets_no_new_officer_and_no_new_station(
    land: Land, admin: Posting, in_days: Days
) -> None:
    actions.close_office(by=admin, office=land["mills"], on=access.today())
    actions.close_office(by=admin, office=land["west"], on=access.today())
    spare = land.post(Role.IO, "bazaar")
    closed = Office.objects.get(pk=land["mills"].pk)
    with pytest.raises(NotPossible, match="not open on that day"):
        actions.post_officer(
            by=admin, officer=spare.officer, office=closed, role=Role.IO, from_date=access.today()
        )
    west = Office.objects.get(pk=land["west"].pk)
    with pytest.raises(NotPossible, match="not open on that day"):
        actions.open_office(by=admin, **new_station(land, supervisor=west))


def test_an_officer_is_enrolled_posted_and_ended(land: Land, admin: Posting, in_days: Days) -> None:
    posting = actions.enrol_officer(
        by=admin,
        office=land["bazaar"],
        username=" 1001 ",
        name="Asha Rawat",
        name_hi="आशा रावत",
        rank=Rank.INSPECTOR,
        role=Role.SHO,
        from_date=access.today(),
    )
    assert posting.officer.username == "1001"
    assert not posting.officer.has_usable_password()
    assert access.may(posting, "fir.register", land["bazaar"])
    actions.end_posting(by=admin, posting=posting, on=access.today())
    assert not access.may(posting, "fir.register", land["bazaar"])
    with pytest.raises(NotPossible, match="ended already"):
        actions.end_posting(by=admin, posting=posting, on=in_days(2))


def test_one_police_number_is_one_officer(land: Land, admin: Posting) -> None:
    Officer.objects.create_user("abc1", name="First", rank=Rank.SI)
    with pytest.raises(NotPossible, match="has this police number"):
        actions.enrol_officer(
            by=admin,
            office=land["bazaar"],
            username="ABC1",
            name="Second",
            name_hi="",
            rank=Rank.SI,
            role=Role.IO,
            from_date=access.today(),
        )


def test_no_administrator_posts_themselves(land: Land, admin: Posting) -> None:
    with pytest.raises(NotPossible, match="Nobody does this for themselves"):
        actions.post_officer(
            by=admin,
            officer=admin.officer,
            office=land["bazaar"],
            role=Role.SHO,
            from_date=access.today(),
        )


def test_a_station_has_one_officer_in_charge(land: Land, admin: Posting, in_days: Days) -> None:
    old = land.post(Role.SHO, "bazaar")
    new = land.post(Role.IO, "fort").officer
    post = {"by": admin, "officer": new, "office": land["bazaar"], "role": Role.SHO}
    with pytest.raises(NotPossible, match="already has an officer in charge"):
        actions.post_officer(**post, from_date=in_days(5))
    actions.end_posting(by=admin, posting=old, on=in_days(5))
    with pytest.raises(NotPossible, match="already has an officer in charge"):
        actions.post_officer(**post, from_date=in_days(4))
    actions.post_officer(**post, from_date=in_days(5))


def test_a_role_is_held_where_it_belongs(land: Land, admin: Posting) -> None:
    officer = land.post(Role.IO, "bazaar").officer
    for role, office in ((Role.SHO, "circle"), (Role.SP, "bazaar"), (Role.COURT, "bazaar")):
        with pytest.raises(NotPossible, match="not held at this kind"):
            actions.post_officer(
                by=admin,
                officer=officer,
                office=land[office],
                role=role,
                from_date=access.today(),
            )


def test_leave_stops_an_officer_and_coming_back_frees_them(land: Land, in_days: Days) -> None:
    sdpo, sho = land.post(Role.SDPO, "sub"), land.post(Role.SHO, "bazaar")
    leave = actions.grant_leave(
        by=sdpo, posting=sho, kind=Absence.LEAVE, from_date=in_days(0), to_date=in_days(9)
    )
    assert not access.may(sho, "fir.register", land["bazaar"])
    with pytest.raises(access.Refused, match="on leave"):  # one who is away frees nobody
        actions.end_leave(by=sho, posting=sho, leave=leave, back_on=in_days(0))
    actions.end_leave(by=sdpo, posting=sho, leave=leave, back_on=in_days(0))
    assert access.may(sho, "fir.register", land["bazaar"])


def test_nobody_grants_leave_to_themselves_and_an_sho_suspends_nobody(
    land: Land, in_days: Days
) -> None:
    sho, io = land.post(Role.SHO, "bazaar"), land.post(Role.IO, "bazaar")
    days = {"from_date": in_days(1), "to_date": in_days(2)}
    with pytest.raises(NotPossible, match="Nobody does this for themselves"):
        actions.grant_leave(by=sho, posting=sho, kind=Absence.LEAVE, **days)
    with pytest.raises(access.Refused, match="role"):
        actions.grant_leave(by=sho, posting=io, kind=Absence.SUSPENSION, **days)
    actions.grant_leave(by=sho, posting=io, kind=Absence.LEAVE, **days)
    with pytest.raises(NotPossible, match="last day of the leave"):
        actions.grant_leave(
            by=sho, posting=io, kind=Absence.LEAVE, from_date=in_days(1), to_date=None
        )


def test_every_change_says_who_what_before_and_after(land: Land, admin: Posting) -> None:
    sho = land.post(Role.SHO, "bazaar")
    actions.end_posting(by=admin, posting=sho, on=access.today())
    kept = OfficeChange.objects.get()
    assert (kept.posting, kept.action, kept.office) == (admin, "end_posting", land["bazaar"])
    assert (kept.subject, kept.subject_id) == ("posting", sho.pk)
    assert kept.before is not None
    assert kept.before["to_date"] is None
    assert kept.after["to_date"] == access.today().isoformat()
    assert {**kept.after, "to_date": None} == kept.before


def test_no_password_reaches_the_audit(land: Land, admin: Posting) -> None:
    actions.enrol_officer(
        by=admin,
        office=land["bazaar"],
        username="1",
        name="A",
        name_hi="",
        rank=Rank.SI,
        role=Role.IO,
        from_date=LONG_AGO,
    )
    kept = OfficeChange.objects.get(action="enrol_officer")
    assert "password" not in kept.after


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE offices_change SET action = 'x'",
        "DELETE FROM offices_change",
        "UPDATE offices_refusedact SET reason = ''",
        "DELETE FROM offices_refusedact",
        "DELETE FROM offices_posting",
        "DELETE FROM offices_officer",
        "DELETE FROM offices_office",
        "DELETE FROM offices_supervision",
        "DELETE FROM offices_leave",
    ],
)
def test_what_is_kept_cannot_be_changed_by_sql(land: Land, sql: str) -> None:
    with (
        pytest.raises(DatabaseError, match="its rows are kept"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(sql)
