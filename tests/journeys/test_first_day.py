"""An officer's first day at the screen: sign in, diary, complaint, another language, sign out."""

from __future__ import annotations

import os
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from cctns.offices.access import today
from cctns.offices.codes import Role
from cctns.offices.models import District, Office
from tests.offices.land import Land

from .station import Look, sign_in, with_password

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright runs a loop of its own


@pytest.fixture
def officer(land: Land, settings: Any) -> Any:
    settings.MFA_DEMANDED = False
    district = District.objects.create(code=990, state=land.state, name="Testpur")
    Office.objects.filter(pk=land["bazaar"].pk).update(district=district)
    return with_password(land.post(Role.SHO, "bazaar"))


def test_diary_and_complaint(page: Page, officer: Any, look: Look) -> None:
    sign_in(page, officer, look)
    page.get_by_role("link", name="New diary entry").or_(
        page.get_by_role("button", name="New diary entry")
    ).click()
    look(page)
    page.get_by_label("What kind of entry?").select_option(label="Patrol left")
    page.get_by_role("button", name="Enter").click()
    expect(page.get_by_text("There is a problem")).to_be_visible()
    look(page)
    page.get_by_role("textbox", name="Entry").fill("Two constables to the market")
    page.get_by_role("button", name="Enter").click()
    expect(page.get_by_text("Two constables to the market")).to_be_visible()
    look(page)
    page.goto("/complaints/new/")
    look(page)
    page.get_by_label("What does the complainant say?").fill("My bicycle is gone")
    page.get_by_label("In a few words").fill("Bicycle taken")
    page.get_by_label("Complainant's name").fill("सीता देवी")
    page.get_by_label("Mobile telephone").fill("98765 43210")
    page.get_by_label("Village, town or city").fill("Rampur")
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("heading", name="Check the answers")).to_be_visible()
    look(page)
    page.get_by_role("button", name="Enter the complaint").click()
    expect(page.get_by_role("heading", name="Complaint taken in")).to_be_visible()
    look(page)
    _ask_where_it_stands(page, look)


def _ask_where_it_stands(page: Page, look: Look) -> None:
    """As the complainant does at home, with the receipt."""
    page.context.clear_cookies()
    page.goto("/status")
    look(page)
    page.get_by_label("District").select_option(label="Testpur")
    page.get_by_role("button", name="Continue").click()
    page.get_by_label("Police station").select_option(label="bazaar")
    page.get_by_label("Number", exact=True).fill("1")
    page.get_by_label("Year").fill(str(today().year))
    page.get_by_label("Your telephone number").fill("9876543210")
    look(page)
    page.get_by_role("button", name="Show where it stands").click()
    expect(page.get_by_text("Received", exact=True)).to_be_visible()
    look(page)


def test_hindi_in_place_and_out_again(page: Page, officer: Any, look: Look) -> None:
    sign_in(page, officer, look)
    page.goto("/diary/new/")
    page.get_by_role("button", name="हिन्दी").click()
    expect(page.get_by_role("heading", name="रोजनामचा आम में नई प्रविष्टि")).to_be_visible()
    assert page.url.endswith("/diary/new/")
    look(page)
    page.get_by_role("button", name="English").click()
    page.get_by_role("button", name="Sign out").click()
    page.goto("/diary/new/")
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()


def test_the_keyboard_alone_reaches_the_content(page: Page, officer: Any, look: Look) -> None:
    sign_in(page, officer, look)
    page.goto("/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.url.endswith("#main-content")
