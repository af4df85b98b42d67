"""Clocks on pages: what is due, why and for whom; each accused apart; those above see it late."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from functools import partial
from html import unescape

import pytest
import time_machine
from django.urls import reverse

from cctns.cases.queries import clocks, duties
from cctns.lib.clock import IST, now
from cctns.offices import tree
from cctns.offices.codes import Role
from tests.cases.entries import tell
from tests.cases.investigating import arrest_of, opened
from tests.cases.made import registered

from .conftest import SignIn
from .html import Page
from .test_query_counts import MOST, questions

START = datetime(2031, 5, 6, 6, 0, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.mark.parametrize("language", ["en", "hi"])
def test_the_clocks_of_a_case_each_accused_apart(sign_in: SignIn, language: str) -> None:
    io, sho = sign_in(Role.IO, "bazaar"), sign_in(Role.SHO, "bazaar").posting
    case = opened(sho, io.posting)
    sheet = arrest_of(io.posting, case)
    tell(io.posting, "remand.ordered", [case.fir_id, sheet.pk])
    io.cookies["django_language"] = language
    io.get("/")
    path = reverse("case_clocks", args=[case.fir_id])
    shown = io.get(path).content.decode()
    assert Page(shown).faults == []
    english = ("Accused A1", "BNSS 187(3)", "15 days left", "Stopped clocks", "Give the free copy")
    hindi = ("अभियुक्त A1", "BNSS 187(3)", "15 दिन शेष", "रुकी समय-सीमाएँ", "निःशुल्क प्रति दें")
    for wanted in english if language == "en" else hindi:
        assert wanted in shown
    assert io.posting.officer.name in shown
    assert path in io.get(reverse("case", args=[case.fir_id])).content.decode()
    assert questions(io, path) <= MOST


def test_those_above_are_told_of_what_is_late_and_by_which_station(sign_in: SignIn) -> None:
    superintendent, other = sign_in(Role.SP, "east"), sign_in(Role.SP, "west")
    sho = sign_in(Role.SHO, "bazaar").posting
    with time_machine.travel(START, tick=False):
        tree.flatten(now().astimezone(IST).date())
        fir = registered(sho)
    with time_machine.travel(START + 3 * DAY, tick=False):
        for one in (superintendent, other):
            one.force_login(one.posting.officer)
        shown = superintendent.get("/").content.decode()
        assert f"Send the FIR to court: FIR {fir.number}" in shown
        assert "BNSS 176(1) (not verified) – Duty officer – bazaar" in shown
        assert reverse("case_clocks", args=[fir.pk]) in shown
        assert "Send the FIR to court" not in other.get("/").content.decode()
        assert questions(superintendent, "/") <= MOST


def test_a_long_worklist_goes_on_from_page_to_page(
    sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    sho = sign_in(Role.SHO, "bazaar")
    numbers = [registered(sho.posting).number for _ in range(3)]
    monkeypatch.setattr(duties, "waiting_for", partial(clocks.waiting_for, size=4))
    first = sho.get("/").content.decode()
    [further] = re.findall(r'href="(/\?after=[^"]+)"', first)
    second = sho.get(unescape(further)).content.decode()
    assert 'rel="next"' not in second
    seen = first + second
    for number in numbers:
        assert seen.count(f"free copy of FIR {number}") == 1
        assert seen.count(f"Send FIR {number} to the Magistrate") == 1
    assert sho.get("/?after=nonsense").status_code == 200
