"""An alert comes to the inbox while it is looked at; two offices answer it, by hand and by keys."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from cctns.alerts import pace
from cctns.offices.codes import Role
from cctns.offices.models import Posting
from tests.alerts.raised import CAR, PLATE, in_force, seen
from tests.offices.land import Land

from .desk import Desk

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright runs a loop of its own


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_a_hit_from_the_inbox_to_its_end(
    sits_down: Callable[..., Desk], land: Land, scripts: bool
) -> None:
    raiser = sits_down(Role.SHO, "bazaar", scripts=scripts)
    finder = sits_down(Role.SHO, "mills", scripts=scripts)
    for desk in (raiser, finder):
        desk.opens("/alerts/")
        desk.sees("No alert is open at your office")
    in_force(land.post(Role.IO, "bazaar"), _posting(raiser), CAR, PLATE, urgency="urgent")
    pace.turn()
    _comes(finder, "Newly looked for, within your reach", scripts)
    seen(_posting(finder), PLATE)
    pace.turn()
    for desk in (raiser, finder):
        _comes(desk, "Not opened", scripts)
    _opened_by_keys(raiser)
    _answers(finder, "Say what was done", "", offered=False)
    _answers(raiser, "Acknowledge", "")
    _answers(finder, "Write a note to the other office", "It stands at the toll plaza")
    _answers(raiser, "Confirm: it is the same", "Chassis compared")
    _answers(finder, "Say what was done", "Seized, memo 4/2026")
    _answers(raiser, "Clear", "The car is returned")
    raiser.opens("/alerts/")
    raiser.sees("No alert is open at your office")


def _posting(desk: Desk) -> Posting:
    return Posting.objects.select_related("office", "officer").get(officer=desk.officer)


def _comes(desk: Desk, words: str, scripts: bool) -> None:
    """By itself where scripts run, else with the next look."""
    if not scripts:
        desk.opens("/alerts/")
    expect(desk.page.locator("#alerts")).to_contain_text(words, timeout=20_000)
    desk.look(desk.page)


def _opened_by_keys(desk: Desk) -> None:
    link = desk.page.locator("#alerts").get_by_role("link", name="Not opened")
    link.focus()
    desk.page.keyboard.press("Enter")
    desk.sees("A lead, no identification", "What speaks for it")
    desk.look(desk.page)


def _answers(desk: Desk, step: str, words: str, *, offered: bool = True) -> None:
    desk.opens("/alerts/")
    desk.page.locator("#alerts").get_by_role("link", name="DL-01 AB 1234").last.click()
    if not offered:
        desk.sees_not(step)
        return
    desk.clicks(step)
    desk.answers({"words": words})
    desk.page.get_by_role("button", name=step, exact=True).click()
    desk.sees("Your answer is entered", words)
