"""`cctns nation` in its parts: who is where, who is enrolled with whom, and the second State.

The four nodes themselves take minutes: they are started by hand (`./dev nation`).
"""

from __future__ import annotations

from pathlib import Path

import pytest

from cctns.cli import nation as command
from cctns.config import node_file
from cctns.demo import nation, places
from cctns.offices import demo
from cctns.offices.codes import OfficeKind
from cctns.offices.models import Office, Officer, Posting, State


def test_each_node_has_ports_and_a_name_of_its_own(tmp_path: Path) -> None:
    ports = [one.port + more for one in places.PLACES for more in range(10)]
    assert len(set(ports)) == len(ports)
    for one in places.PLACES:
        home = tmp_path / one.folder
        home.mkdir()
        assert node_file.write(home, name=one.name, role=one.role).role == one.role


def test_every_node_but_the_nation_is_enrolled_once_below_one_that_comes_before() -> None:
    enrolled = [below for below, _above, _offices in places.ENROLLED]
    assert enrolled == list(places.PLACES[1:])
    for below, above, _offices in places.ENROLLED:
        assert places.PLACES.index(above) < places.PLACES.index(below)


def test_what_is_printed_names_every_url_and_the_password() -> None:
    assert places.PASSWORD == demo.PASSWORD
    told = command._told(9000)
    assert demo.PASSWORD in told
    assert all(f"http://127.0.0.1:{port}/" in told for port in (9000, 9010, 9020, 9030))


@pytest.mark.django_db
def test_two_invented_states_have_nobody_in_common() -> None:
    demo.demo_roster()
    first = set(Officer.objects.values_list("username", flat=True))
    logins = demo.demo_logins(demo.UDAHARAN)
    assert logins == []
    logins = demo.demo_roster(demo.UDAHARAN)
    assert not first & {one.username for one in logins}
    assert {one.username for one in logins} >= set(places.UDAHARAN.logins)
    assert first >= {*places.NAMUNA.logins, *places.STATION.logins}
    stations = Office.objects.filter(state_id=demo.UDAHARAN.code, kind=OfficeKind.STATION)
    assert stations.count() == 2
    assert "synthetic" in State.objects.get(pk=demo.UDAHARAN.code).name


@pytest.mark.django_db
def test_the_nation_is_an_invented_bureau_with_a_known_login() -> None:
    assert list(nation.fill(places.NATION, cases=1)) == []
    posting = Posting.objects.get(officer__username=places.DIRECTOR)
    assert posting.office.kind == OfficeKind.NCRB
    assert posting.office.state_id == demo.BUREAU.code
    assert posting.officer.check_password(demo.PASSWORD)


@pytest.mark.django_db
def test_the_station_gets_the_known_password_and_others_do_not() -> None:
    demo.demo_roster()
    Officer.objects.update(password="!")
    nation.give_passwords()
    assert Officer.objects.get(username="io.nayaghat").check_password(demo.PASSWORD)
    assert not Officer.objects.get(username="sho.kotwali").has_usable_password()
