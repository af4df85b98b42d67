"""A saved search tells its officer of a new record: the worker counts, and the pages say so."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.urls import reverse

from cctns.journal import follow
from cctns.lib.clock import now
from cctns.offices.codes import Role
from cctns.offices.models import Leave, RefusedAct
from cctns.search import vocabulary
from cctns.search.tables import Lookup, SavedSearch
from cctns.web.officer.find import subscriptions
from tests.cases.made import registered

from .conftest import SignIn, Terminal, pages_own_role
from .test_query_counts import MOST, questions

NATION = "scope=nation&reason=investigation&reference=FIR+12/2026&q=Vikram"


@pytest.fixture
def sho(sign_in: SignIn, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    vocabulary.forget()
    monkeypatch.setattr(subscriptions, "EVERY", timedelta(0))
    signed_in = sign_in(Role.SHO, "bazaar")
    registered(signed_in.posting)
    follow.run_all()
    return signed_in


def keep(terminal: Terminal, query: str) -> str:
    """The page of a search that is kept now."""
    with pages_own_role():
        told = {"title": "Vikram of the bazaar"}
        answer = terminal.post(reverse("find_saved", query={"query": query}), told)
        assert answer.status_code == 302
    return reverse("find_saved_one", args=[SavedSearch.objects.latest("id").pk])


def worker_counts() -> int:
    """The index catches up and the worker asks, under its own role."""
    follow.run_all()
    with connection.cursor() as cursor:
        cursor.execute("SET ROLE cctns_worker")
        asked = subscriptions.look_for_news()
        cursor.execute("RESET ROLE")
    return asked


def seen(terminal: Terminal, path: str = "/") -> str:
    with pages_own_role():
        return str(terminal.get(path).content.decode())


def told(page: str) -> bool:
    """Whether the navigation counts something new at its way to finding."""
    return re.search(r">\s*Find \(\d+\)\s*<", page) is not None


@pytest.mark.usefixtures("_no_old_counts")
def test_a_new_record_shows_on_the_worklist_in_the_navigation_and_in_the_list(
    sho: Terminal, sign_in: SignIn
) -> None:
    one = keep(sho, "q=Vikram")
    assert worker_counts() == 1
    assert not told(seen(sho))
    registered(sho.posting)
    assert worker_counts() == 1
    page = seen(sho)
    assert told(page)
    assert "New in your saved searches: 1" in page
    assert "Saved (1)" in seen(sho, reverse("find_anyone"))
    assert 'data-head="New">1<' in seen(sho, reverse("find_saved"))
    colleague = sign_in(Role.IO, "bazaar")
    assert not told(seen(colleague))
    assert "Vikram @ Vicky" in seen(sho, one)
    assert not told(seen(sho))
    assert worker_counts() == 1
    assert not told(seen(sho))


@pytest.fixture
def _no_old_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    """No page shows a count of some seconds ago."""
    monkeypatch.setattr("cctns.web.news._SECONDS", 0)


@pytest.mark.usefixtures("_no_old_counts")
def test_counting_beyond_ones_own_shows_nothing_and_looking_is_kept(
    sho: Terminal, sign_in: SignIn
) -> None:
    io = sign_in(Role.IO, "mills")
    one = keep(io, NATION)
    registered(sho.posting)
    assert worker_counts() == 1
    assert told(seen(io))
    assert not Lookup.objects.exists()
    assert "Vikram @ Vicky" in seen(io, one)
    assert Lookup.objects.count() == 1


@pytest.mark.parametrize(
    "query", ["q=Vikram&scope=nation", "q=", "q=%00", "since_day=40&q=x", "q=1234+5678+9012"]
)
def test_a_search_that_cannot_be_asked_has_no_news(sho: Terminal, query: str) -> None:
    keep(sho, query)
    registered(sho.posting)
    assert worker_counts() == 1
    assert SavedSearch.objects.get().news == 0


def test_nothing_is_asked_for_who_is_away_and_nothing_refused(sho: Terminal) -> None:
    keep(sho, "q=Vikram")
    registered(sho.posting)
    Leave.objects.create(officer=sho.posting.officer, from_date=date.today() - timedelta(days=1))
    assert worker_counts() == 1
    assert SavedSearch.objects.get().news == 0
    assert not RefusedAct.objects.exists()


def test_each_has_its_turn_and_who_looked_meanwhile_has_no_news(
    sho: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(sho, "q=Vikram")
    kept = SavedSearch.objects.get()
    SavedSearch.objects.update(seen_at=now())
    subscriptions.store.keep_news(kept=kept, news=3, at=now())
    assert SavedSearch.objects.get().news == 0
    monkeypatch.setattr(subscriptions, "EVERY", timedelta(minutes=10))
    assert worker_counts() == 0


def test_the_count_costs_no_question_on_every_page(sho: Terminal) -> None:
    for path in ("/", reverse("find_anyone"), reverse("find_saved")):
        assert questions(sho, path) <= MOST
