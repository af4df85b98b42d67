"""The pages of figures: who sees which office, what leads from a number to its cases."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.urls import reverse

from cctns.offices.codes import Role
from tests.cases.investigating import opened
from tests.offices.land import Land

from .conftest import SignIn, Terminal, pages_own_role
from .html import Page
from .test_query_counts import MOST, questions


def read(terminal: Terminal, path: str) -> str:
    answer = terminal.get(path)
    assert answer.status_code == 200
    text = answer.content.decode()
    assert Page(text).faults == []
    return text


def cells(text: str) -> list[str]:
    return [unescape(one) for one in re.findall(r'href="(/figures/[^"]+/cases/\?[^"]+)"', text)]


def test_a_superintendent_goes_down_office_by_office_to_the_cases(
    sign_in: SignIn, land: Land
) -> None:
    io, sho = sign_in(Role.IO, "bazaar"), sign_in(Role.SHO, "bazaar")
    case = opened(sho.posting, io.posting)
    sp = sign_in(Role.SP, "east")
    with pages_own_role():
        path = reverse("figures")
        for name in ("sub", "circle", "bazaar"):
            below = reverse("figures_office", args=[land[name].pk])
            assert below in read(sp, path)
            path = below
        station = read(sp, path)
        assert cells(station)
        for cell in cells(station):
            listed = read(sp, cell)
            assert case.fir.number in listed
            assert "Sunita" not in listed
        assert read(sho, reverse("figures"))


@pytest.mark.parametrize(
    ("role", "at", "office", "status"),
    [
        (Role.SP, "east", "west", 403),
        (Role.SP, "east", "mills", 403),
        (Role.SHO, "bazaar", "fort", 403),
        (Role.SHO, "bazaar", "bazaar", 200),
        (Role.SCRB, "scrb", "hq", 200),
        (Role.SCRB, "scrb", "mills", 200),
        (Role.IO, "bazaar", "bazaar", 403),
        (Role.COURT, "court", "bazaar", 403),
    ],
)
def test_everyone_sees_the_offices_beneath_their_own(
    sign_in: SignIn, land: Land, role: Role, at: str, office: str, status: int
) -> None:
    terminal = sign_in(role, at)
    for name in ("figures_office", "figures_cases"):
        query = "?measure=registered&since=2026-01-01&until=2026-12-31"
        answer = terminal.get(reverse(name, args=[land[office].pk]) + query)
        assert answer.status_code == status


@pytest.mark.parametrize(
    "query",
    [
        "",
        "measure=secret&since=2026-01-01&until=2026-12-31",
        "measure=registered&since=yesterday&until=2026-12-31",
        "measure=registered&since=2026-01-01&until=2026-12-31&age=7",
        "measure=registered&since=2026-01-01&until=2026-12-31&hour=noon",
        "measure=registered&since=2026-01-01&until=2026-12-31&officer=x",
        "measure=registered&since=2026-01-01&until=2026-12-31&after=2026-01-01~x",
    ],
)
def test_an_address_that_never_was_ours_is_not_found(sign_in: SignIn, query: str) -> None:
    sho = sign_in(Role.SHO, "bazaar")
    path = reverse("figures_cases", args=[sho.posting.office_id])
    assert sho.get(f"{path}?{query}").status_code == 404


def test_figures_ask_as_often_when_full(sign_in: SignIn) -> None:
    io, sho, sp = sign_in(Role.IO, "bazaar"), sign_in(Role.SHO, "bazaar"), sign_in(Role.SP, "east")
    opened(sho.posting, io.posting)
    listed = cells(read(sho, reverse("figures")))[0]
    paths = [(sho, reverse("figures")), (sp, reverse("figures")), (sho, listed)]
    before = [questions(*one) for one in paths]
    for _more in range(3):
        opened(sho.posting, io.posting)
    assert [questions(*one) for one in paths] == before
    assert max(before) <= MOST
