"""Acting charge of a station (BNSS 2(1)(r)): given, dated, taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from cctns.offices import access, charge
from cctns.offices.codes import Charge, Rank, Role
from cctns.offices.models import Leave, OfficeChange
from cctns.offices.rules import NotPossible

from .land import Land

Days = Callable[[int], date]


def test_the_sho_hands_charge_over_and_takes_it_back_on_the_same_day(land: Land) -> None:
    sho, second = land.post(Role.SHO, "bazaar"), land.post(Role.IO, "bazaar")
    acting = charge.hand_over(by=sho, office=land["bazaar"], to=second)
    assert (acting.role, acting.charge) == (Role.SHO, Charge.ACTING)
    assert access.may(acting, "fir.register", land["bazaar"])
    assert not access.may(sho, "fir.register", land["bazaar"])
    assert charge.in_charge(land["bazaar"], access.today()) == acting
    charge.take_back(by=sho, office=land["bazaar"])
    assert access.may(sho, "fir.register", land["bazaar"])
    assert not access.may(acting, "fir.register", land["bazaar"])
    assert charge.in_charge(land["bazaar"], access.today()) == sho
    assert [row.action for row in OfficeChange.objects.order_by("id")] == [
        "hand_over_charge",
        "take_charge",
    ]


def test_acting_charge_ends_by_itself_on_its_day(land: Land, in_days: Days) -> None:
    sho, second = land.post(Role.SHO, "bazaar"), land.post(Role.IO, "bazaar")
    acting = charge.hand_over(by=sho, office=land["bazaar"], to=second, until=in_days(2))
    assert charge.in_charge(land["bazaar"], in_days(1)) == acting
    assert charge.in_charge(land["bazaar"], in_days(2)) == sho


def test_the_sdpo_gives_charge_when_the_sho_is_away(land: Land, in_days: Days) -> None:
    sho, second = land.post(Role.SHO, "bazaar"), land.post(Role.DUTY_OFFICER, "bazaar")
    Leave.objects.create(officer=sho.officer, from_date=in_days(0), to_date=in_days(3))
    assert charge.in_charge(land["bazaar"], access.today()) is None
    with pytest.raises(access.Refused, match="on leave"):
        charge.hand_over(by=sho, office=land["bazaar"], to=second)
    acting = charge.hand_over(
        by=land.post(Role.SDPO, "sub"), office=land["bazaar"], to=second, until=in_days(4)
    )
    assert charge.in_charge(land["bazaar"], access.today()) == acting


def test_charge_goes_only_to_one_who_may_hold_it(land: Land, in_days: Days) -> None:
    sho = land.post(Role.SHO, "bazaar")
    elsewhere = land.post(Role.IO, "fort")
    constable = land.post(Role.CONSTABLE, "bazaar", rank=Rank.CONSTABLE)
    away = land.post(Role.IO, "bazaar")
    Leave.objects.create(officer=away.officer, from_date=in_days(0), to_date=in_days(0))
    gone = land.post(Role.IO, "bazaar", until=in_days(0))
    for to, why in (
        (elsewhere, "not posted here"),
        (away, "not posted here"),
        (gone, "not posted here"),
        (constable, "above the rank of constable"),
        (sho, "themselves"),
    ):
        with pytest.raises(NotPossible, match=why):
            charge.hand_over(by=sho, office=land["bazaar"], to=to)


def test_one_officer_at_a_time_holds_acting_charge(land: Land) -> None:
    sho, one, two = (land.post(role, "bazaar") for role in (Role.SHO, Role.IO, Role.DUTY_OFFICER))
    charge.hand_over(by=sho, office=land["bazaar"], to=one)
    sdpo = land.post(Role.SDPO, "sub")
    with pytest.raises(NotPossible, match="already holds acting charge"):
        charge.hand_over(by=sdpo, office=land["bazaar"], to=two)
    with pytest.raises(access.Refused, match="Another officer holds the charge"):
        charge.hand_over(by=sho, office=land["bazaar"], to=two)


def test_no_charge_is_taken_back_that_nobody_holds(land: Land) -> None:
    sho = land.post(Role.SHO, "bazaar")
    with pytest.raises(NotPossible, match="Nobody holds acting charge"):
        charge.take_back(by=sho, office=land["bazaar"])


def test_the_sho_of_another_station_takes_nothing(land: Land) -> None:
    land.post(Role.SHO, "bazaar")
    stranger = land.post(Role.SHO, "fort")
    with pytest.raises(access.Refused, match="outside your jurisdiction"):
        charge.take_back(by=stranger, office=land["bazaar"])
