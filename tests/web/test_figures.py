"""The pages of figures: who sees which office, what leads from a number to its cases."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape

import pytest
from django.urls import reverse

from cctns.analytics.returns import RETURNS
from cctns.documents.verify import Status, verify_file
from cctns.lib.clock import IST, now
from cctns.offices.codes import Role
from tests.analytics.test_gaps import from_paper, in_use
from tests.cases.investigating import arrest_of, opened
from tests.documents.reading import text
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


def test_a_return_is_read_taken_away_and_issued(sign_in: SignIn, land: Land) -> None:
    """As a page with its cells, as CSV, and as a paper that can be verified."""
    io, sho, sp = sign_in(Role.IO, "bazaar"), sign_in(Role.SHO, "bazaar"), sign_in(Role.SP, "east")
    case = opened(sho.posting, io.posting)
    arrest_of(io.posting, case)
    today = now().astimezone(IST).date().isoformat()
    east = land["east"].pk
    with pages_own_role():
        read(sp, reverse("figures_returns", args=[east]))
        for name, (kind, _build) in RETURNS.items():
            at = today[: {"day": 10, "month": 7, "year": 4}[kind]]
            page = read(sp, reverse("figures_return", args=[east, name]) + f"?at={at}")
            for cell in cells(page):
                assert "Sunita" not in read(sp, cell)
            assert questions(sp, reverse("figures_return", args=[east, name]) + f"?at={at}") <= MOST
            file = sp.get(reverse("figures_return_csv", args=[east, name]) + f"?at={at}")
            assert b"".join(file).startswith(b"\xef\xbb\xbf")
        address = reverse("figures_return", args=[east, "daily"]) + f"?at={today}"
        entries = re.findall(r'href="(/figures/[^"]+/entries/[^"]+)"', read(sp, address))
        assert entries
        for entry in entries:
            assert "/registers/arrest/" in read(sp, unescape(entry))
        made = sp.post(address)
        assert made.status_code == 302
        for language in ("en", "hi"):
            pdf = sp.get(f"{made.url}?lang={language}").content
            assert verify_file(pdf).status == Status.VERIFIED
        assert "Snatching" in text(sp.get(f"{made.url}?lang=en").content)
        assert made.url in read(sp, reverse("figures_returns", args=[east]))
        assert sho.get(made.url).status_code == 404


@pytest.mark.parametrize("at", ["x", "2026-02-30", "20266"])
def test_a_day_that_is_none_is_not_found(sign_in: SignIn, at: str) -> None:
    sho = sign_in(Role.SHO, "bazaar")
    for name in ("daily", "police", "weekly"):
        path = reverse("figures_return", args=[sho.posting.office_id, name])
        assert sho.get(f"{path}?at={at}").status_code == 404


def test_gaps_are_shown_and_an_entry_from_paper_is_marked_as_late(
    sign_in: SignIn, land: Land
) -> None:
    sho, sp = sign_in(Role.SHO, "bazaar"), sign_in(Role.SP, "east")
    in_use(sho.posting)
    entry = from_paper(sho.posting, 2, happened_at=now() - timedelta(days=9))
    with pages_own_role():
        for one in (sho, sp):
            assert "5 numbers never entered" in read(one, reverse("figures"))
            page = read(one, reverse("figures_gaps", args=[land["bazaar"].pk]))
            assert "3 – 6" in page
            assert "9 days" in page
        shown = read(sho, reverse("book_entry", args=["ncr", entry.pk]))
        assert "Entered late" in shown
        assert questions(sp, reverse("figures_gaps", args=[land["east"].pk])) <= MOST
        assert questions(sp, reverse("figures")) <= MOST


def test_quality_is_shown_with_what_lacks(sign_in: SignIn, land: Land) -> None:
    io, sho, sp = sign_in(Role.IO, "bazaar"), sign_in(Role.SHO, "bazaar"), sign_in(Role.SP, "east")
    arrest_of(io.posting, opened(sho.posting, io.posting))
    path = reverse("figures_quality", args=[land["east"].pk])
    with pages_own_role():
        assert path in read(sp, reverse("figures"))
        page = read(sp, path)
        assert questions(sp, path) <= MOST
        entries = re.findall(r'href="(/figures/[^"]+/entries/[^"]+)"', page)
        assert entries
        for entry in entries:
            assert "/registers/arrest/" in read(sp, unescape(entry))
        assert read(sho, reverse("figures_quality", args=[land["bazaar"].pk]))
