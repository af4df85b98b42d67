"""A station is opened, its officer enrolled and given a password, who then signs in there."""

from __future__ import annotations

import os
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from cctns.offices.codes import Role
from cctns.offices.models import Officer
from tests.offices.land import Land

from .station import PASSWORD, Look, arrive, sign_in, sign_out, with_password

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright runs a loop of its own


@pytest.fixture
def admin(land: Land, settings: Any) -> Officer:
    settings.MFA_DEMANDED = False
    return with_password(land.post(Role.NODE_ADMIN, "hq"))


def fill_day(page: Page, question: str, day: date) -> None:
    boxes = page.get_by_role("group", name=question)
    for label, value in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
        boxes.get_by_label(label).fill(str(value))


def test_a_station_is_opened_and_its_officer_signs_in(
    page: Page, admin: Officer, land: Land, look: Look
) -> None:
    sign_in(page, admin, look)
    page.goto("/offices/")
    arrive(page, "Offices", look)
    open_a_station(page, look)
    enrol_its_officer(page, look)
    password = reset_the_login(page, look)
    page.goto("/offices/check/")
    arrive(page, "Supervision tree", look)
    expect(page.get_by_text("All is well")).to_be_visible()
    sign_out(page)
    first_sign_in(page, password, look)


def open_a_station(page: Page, look: Look) -> None:
    page.get_by_label("Name or code").fill("circle")
    page.get_by_role("button", name="Find").click()
    page.get_by_role("link", name="circle", exact=True).click()
    arrive(page, "circle", look)
    page.get_by_role("link", name="Open an office under this one").click()
    expect(page.get_by_label("Name in English")).to_be_visible()
    look(page)
    page.get_by_role("button", name="Open").click()
    expect(page.get_by_text("“Name in English” wants an answer").first).to_be_visible()
    look(page)
    page.get_by_label("Name in English").fill("Ghat")
    page.get_by_label("Name in Hindi").fill("घाट")
    page.get_by_label("Kind of office").select_option("police_station")
    page.get_by_label("Code").fill("9901009")
    fill_day(page, "Opens on", date.today())
    page.get_by_role("button", name="Open").click()
    arrive(page, "Ghat", look)


def enrol_its_officer(page: Page, look: Look) -> None:
    page.get_by_role("button", name="Enrol a new officer").click()
    expect(page.get_by_label("Police number")).to_be_visible()
    look(page)
    page.get_by_label("Police number").fill("PIS9009")
    page.get_by_label("Name in English").fill("Asha Rao")
    page.get_by_label("Rank").select_option("SI")
    page.get_by_label("Role").select_option("sho")
    fill_day(page, "From", date.today())
    page.get_by_role("button", name="Enrol").click()
    arrive(page, "Asha Rao", look)


def reset_the_login(page: Page, look: Look) -> str:
    page.get_by_role("link", name="Reset login").click()
    arrive(page, "Reset the login of Asha Rao", look)
    page.get_by_role("button", name="Give a new password").click()
    expect(page.get_by_text("Password for one sign-in")).to_be_visible()
    look(page)
    return page.locator(".cctns-secret").inner_text()


def first_sign_in(page: Page, password: str, look: Look) -> None:
    """The password that the administrator knows opens nothing but the page to change it."""
    page.get_by_label("Police number").fill("PIS9009")
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in", exact=True).click()
    arrive(page, "Change your password", look)
    page.get_by_label("Present password").fill(password)
    page.get_by_label("New password", exact=True).fill(PASSWORD)
    page.get_by_label("New password, once more").fill(PASSWORD)
    page.get_by_role("button", name="Change password").click()
    page.goto("/")
    arrive(page, "Worklist", look)
    expect(page.get_by_text("Ghat, Testland")).to_be_visible()
