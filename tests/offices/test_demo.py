"""The demo State: whole, invented, built once, a login for each role; and founding a real one."""

from __future__ import annotations

import pytest
from django.contrib.auth.hashers import check_password

from cctns.offices import access, actions, charge, demo, founding, reference, rules, tree
from cctns.offices.codes import OfficeKind, Role
from cctns.offices.models import Office, OfficeChange, Officer, State
from cctns.offices.rules import NotPossible

pytestmark = pytest.mark.django_db


def test_the_demo_state_has_two_districts_five_stations_and_a_login_for_each_role() -> None:
    logins = demo.demo_roster()
    offices = Office.objects.filter(state=demo.CODE)
    assert offices.filter(kind=OfficeKind.STATION).count() == 5
    assert offices.filter(kind=OfficeKind.DISTRICT).count() == 2
    assert {login.role for login in logins} == set(Role)
    assert tree.check_tree(access.today()) == []


def test_every_demo_posting_is_held_where_it_belongs() -> None:
    demo.demo_roster()
    for officer in Officer.objects.prefetch_related("postings__office"):
        assert officer.is_demo
        assert officer.name_hi
        for posting in officer.postings.all():
            assert rules.held_at(Role(posting.role), OfficeKind(posting.office.kind)), officer


def test_building_it_again_changes_nothing() -> None:
    first = demo.demo_roster()
    assert demo.demo_roster() == first
    assert Officer.objects.count() == len({login.username for login in first})


def test_one_printed_password_opens_every_demo_login() -> None:
    demo.demo_roster()
    stored = {officer.password for officer in Officer.objects.all()}
    assert len(demo.PASSWORD) >= 12
    assert all(check_password(demo.PASSWORD, password) for password in stored)


def test_at_nayaghat_the_sho_is_on_leave_and_another_holds_charge() -> None:
    demo.demo_roster()
    station = Office.objects.get(code="9902002")
    holder = charge.in_charge(station, access.today())
    assert holder is not None
    assert holder.officer.username == "io.nayaghat"
    away = Officer.objects.get(username="sho.nayaghat").postings.get()
    assert not access.may(away, "fir.register", station)
    assert access.may(holder, "fir.register", station)


def test_the_demo_state_is_in_no_directory() -> None:
    reference.load()
    assert not State.objects.filter(code=demo.CODE).exists()
    demo.demo_roster()
    assert "synthetic" in State.objects.get(code=demo.CODE).name


def test_a_real_state_is_founded_once_with_an_administrator_who_opens_the_rest() -> None:
    reference.load()
    found = {
        "state": State.objects.get(code=9),
        "kind": OfficeKind.STATE_HQ,
        "name": "Police Headquarters",
        "code": "HQ",
        "number": "0001",
        "officer_name": "First",
    }
    admin, password = founding.found(**found)
    assert admin.officer.check_password(password)
    assert admin.officer.must_change_password
    assert len(password) >= 20
    assert OfficeChange.objects.filter(posting=None, action="found").count() == 3
    district = actions.open_office(
        by=admin,
        kind=OfficeKind.DISTRICT,
        name="Agra",
        name_hi="आगरा",
        code="AGRA",
        supervisor=admin.office,
        opened_on=access.today(),
    )
    assert access.may(admin, "posting.administer", district)
    assert tree.check_tree(access.today()) == []
    with pytest.raises(NotPossible, match="already has an office"):
        founding.found(**found)
