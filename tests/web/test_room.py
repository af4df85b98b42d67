"""The property room and the days in court at the desk."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from cctns.offices.access import today
from cctns.offices.codes import Role
from tests.cases.test_hearing import hearing_of
from tests.cases.test_room import moved, seized

from .conftest import SignIn, pages_own_role
from .html import Page
from .test_query_counts import MOST, questions


@pytest.mark.parametrize("language", ["en", "hi"])
def test_where_every_exhibit_is(sign_in: SignIn, language: str) -> None:
    sho, io = sign_in(Role.SHO, "bazaar"), sign_in(Role.IO, "bazaar")
    _case, (chain, _ring) = seized(sho.posting, io.posting)
    moved(io.posting, chain, "in")
    room = reverse("property_room")
    with pages_own_role():
        shown = sho.get(room, headers={"accept-language": language}).content.decode()
        inside = sho.get(f"{room}?which=inside").content.decode()
    assert Page(shown).faults == []
    assert ("31/2026" in shown, "32/2026" in shown, "Shelf 4" in shown) == (True, True, True)
    assert ("31/2026" in inside, "32/2026" in inside) == (True, False)
    assert "No exhibit fits" in sho.get(f"{room}?which=gone").content.decode()
    assert sho.get(f"{room}?after=nonsense&which=nonsense").status_code == 200
    assert questions(sho, room) <= MOST


def test_another_station_sees_none_of_it(sign_in: SignIn) -> None:
    sho, io = sign_in(Role.SHO, "bazaar"), sign_in(Role.IO, "bazaar")
    seized(sho.posting, io.posting)
    other, court = sign_in(Role.SHO, "fort"), sign_in(Role.COURT, "hq")
    with pages_own_role():
        assert "31/2026" not in other.get(reverse("property_room")).content.decode()
        assert court.get(reverse("property_room")).status_code == 403


def test_the_coming_fortnight_in_court(sign_in: SignIn) -> None:
    sho, io = sign_in(Role.SHO, "bazaar"), sign_in(Role.IO, "bazaar")
    case, _items = seized(sho.posting, io.posting)
    days = reverse("days_in_court")
    assert "No hearing" in sho.get(days).content.decode()
    for number in (-1, 2):
        hearing_of(io.posting, case, today() + timedelta(days=number))
    with pages_own_role():
        shown = sho.get(days).content.decode()
    assert Page(shown).faults == []
    assert "nobody told what happened" in shown
    assert shown.count("UPRP010012342026") == 2
    assert "Sunita" not in shown
    assert questions(sho, days) <= MOST
