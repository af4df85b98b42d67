"""The dated supervision tree (complaint 11: stations mapped to wrong supervisors)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from cctns.offices import access, actions, tree
from cctns.offices.codes import OfficeKind, Role
from cctns.offices.models import Jurisdiction, Supervision
from cctns.offices.rules import NotPossible, may_supervise

from .land import LONG_AGO, Land

Days = Callable[[int], date]


def seen_by(land: Land, name: str) -> set[str]:
    rows = Jurisdiction.objects.filter(supervisor=land[name]).select_related("office")
    return {row.office.name for row in rows}


def link_now(**link: Any) -> None:
    """Store a supervision and let the deferred check speak at once."""
    Supervision.objects.create(**link)
    connection.check_constraints()


def test_every_station_resolves_to_exactly_one_chain(land: Land) -> None:
    assert tree.check_tree(access.today()) == []


def test_an_office_sees_itself_and_all_below_it(land: Land) -> None:
    assert seen_by(land, "bazaar") == {"bazaar"}
    assert seen_by(land, "circle") == {"circle", "bazaar", "fort"}
    assert seen_by(land, "west") == {"west", "mills"}
    assert seen_by(land, "court") == {"court"}


def test_the_records_bureaus_see_every_police_office_but_no_court(land: Land) -> None:
    police = {office.name for office in land.offices.values() if office.kind in tree.CHAIN}
    assert seen_by(land, "scrb") == police | {"scrb"}
    assert seen_by(land, "ncrb") == police | {"ncrb"}


def test_an_orphan_a_second_top_and_a_closed_top_are_faults(land: Land) -> None:
    land.open("orphan", OfficeKind.STATION)
    land.open("lonely", OfficeKind.DISTRICT)
    land.open("beneath", OfficeKind.STATION, "lonely")
    faults = tree.check_tree(access.today())
    assert [fault.office for fault in faults] == ["beneath", "lonely", "orphan"]
    assert {fault.reaching_headquarters for fault in faults} == {0}


def test_a_ring_is_a_fault(land: Land) -> None:
    link = Supervision.objects.get(office=land["sub"])
    link.supervisor = land["circle"]
    link.save()
    names = {fault.office for fault in tree.check_tree(access.today())}
    assert names == {"sub", "circle", "bazaar", "fort"}


def test_the_database_refuses_two_supervisors_on_one_day(land: Land) -> None:
    early = {"office": land["bazaar"], "supervisor": land["west"], "from_date": date(2019, 1, 1)}
    with pytest.raises(IntegrityError, match="two supervisors"), transaction.atomic():
        link_now(**early, to_date=date(2020, 1, 2))
    link_now(**early, to_date=LONG_AGO)


def test_a_station_moves_to_another_circle_from_a_day_on(land: Land, in_days: Days) -> None:
    admin = land.post(Role.NODE_ADMIN, "hq")
    actions.move_office(
        by=admin, office=land["bazaar"], supervisor=land["west"], from_date=access.today()
    )
    connection.check_constraints()
    assert seen_by(land, "west") == {"west", "mills", "bazaar"}
    assert seen_by(land, "circle") == {"circle", "fort"}
    assert tree.check_tree(access.today()) == []
    assert tree.check_tree(in_days(-1)) == []


def test_a_move_to_come_counts_from_its_day(land: Land, in_days: Days) -> None:
    admin = land.post(Role.NODE_ADMIN, "hq")
    actions.move_office(
        by=admin, office=land["bazaar"], supervisor=land["west"], from_date=in_days(3)
    )
    assert "bazaar" in seen_by(land, "circle")
    tree.flatten(in_days(3))
    assert "bazaar" not in seen_by(land, "circle")
    assert tree.check_tree(in_days(2)) == tree.check_tree(in_days(3)) == []


def test_an_office_is_not_moved_twice_on_a_day_nor_in_the_past(land: Land, in_days: Days) -> None:
    admin = land.post(Role.NODE_ADMIN, "hq")
    move = {"by": admin, "office": land["bazaar"], "supervisor": land["west"]}
    with pytest.raises(NotPossible, match="today or a later day"):
        actions.move_office(**move, from_date=in_days(-1))
    actions.move_office(**move, from_date=access.today())
    with pytest.raises(NotPossible, match="begins on that day"):
        actions.move_office(**{**move, "supervisor": land["circle"]}, from_date=access.today())


def test_an_office_stands_only_under_a_higher_one(land: Land) -> None:
    admin = land.post(Role.NODE_ADMIN, "hq")
    for wrong in ("bazaar", "fort"):
        with pytest.raises(NotPossible, match="does not supervise"):
            actions.move_office(
                by=admin,
                office=land["circle"],
                supervisor=land[wrong],
                from_date=access.today(),
            )
    assert may_supervise(OfficeKind.STATE_HQ, OfficeKind.SCRB)
    assert not may_supervise(OfficeKind.DISTRICT, OfficeKind.SCRB)
    assert not may_supervise(OfficeKind.STATE_HQ, OfficeKind.COURT)


def test_flattening_again_changes_nothing(land: Land) -> None:
    before = set(Jurisdiction.objects.values_list("supervisor", "office"))
    tree.flatten(access.today())
    assert set(Jurisdiction.objects.values_list("supervisor", "office")) == before
