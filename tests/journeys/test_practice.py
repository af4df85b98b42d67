"""An officer's way into the practice station, and through the first step of a lesson."""

from __future__ import annotations

import os
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from cctns.practice import sandbox

from .station import Look

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright runs a loop of its own
BANNER = "Practice: nothing here is real"


@pytest.fixture
def practice(db: None, settings: Any) -> None:
    settings.PRACTICE = settings.DEMO = True
    sandbox.found()


@pytest.mark.usefixtures("practice")
def test_from_the_door_to_the_first_step_that_is_done(page: Page, look: Look) -> None:
    page.goto("/account/login/")
    expect(page.get_by_text(BANNER)).to_be_visible()
    page.get_by_role("link", name="Your first time at the practice station?").click()
    look(page)
    page.get_by_label("Police number").fill("UP4711")
    page.get_by_label("Name", exact=True).fill("Meera Singh")
    page.get_by_label("Rank").select_option("SI")
    page.get_by_label("A password for practising").fill("only-for-practice-1")
    page.get_by_role("button", name="Enter").click()
    page.get_by_label("Police number").fill("UP4711")
    page.get_by_label("Password", exact=True).fill("only-for-practice-1")
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.goto("/practice/")
    look(page)
    page.get_by_role("button", name="Begin", exact=True).first.click()
    page.get_by_role("link", name="Write in the General Diary that a patrol left.").click()
    page.get_by_label("What kind of entry?").select_option(label="Patrol left")
    page.get_by_role("textbox", name="Entry").fill("Two constables to the market")
    page.get_by_role("button", name="Enter").click()
    page.goto("/practice/")
    expect(page.get_by_text("1 of 3 steps done")).to_be_visible()
    expect(page.get_by_text(BANNER)).to_be_visible()
    look(page)
