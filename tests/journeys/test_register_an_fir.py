"""An FIR from the first question to the signed paper, by one who writes and one who registers."""

from __future__ import annotations

import os
import re
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from cctns.cases.models import Fir, FirDraft
from cctns.offices.codes import Role
from cctns.offices.models import Officer
from tests.offices.land import Land

from . import station
from .keyboard import Keyboard
from .station import Look, arrive, sign_in, with_password

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright runs a loop of its own


def unseen(page: Page) -> None:
    """For pages that another journey looks at."""


@pytest.fixture
def sho(land: Land, settings: Any) -> Officer:
    settings.MFA_DEMANDED = False
    return with_password(land.post(Role.SHO, "bazaar"))


@pytest.fixture
def writer(land: Land, sho: Officer) -> Officer:
    return with_password(land.post(Role.DUTY_OFFICER, "bazaar"))


def test_one_writes_and_the_officer_in_charge_registers(
    page: Page, writer: Officer, sho: Officer, look: Look
) -> None:
    sign_in(page, writer, look)
    station.begin(page, look)
    station.write_fir(page, look, sho)
    page.get_by_role("button", name="Check answers").click()
    arrive(page, "Check answers", look)
    expect(page.get_by_text(f"today {sho.name}")).to_be_visible()
    expect(page.get_by_role("button", name="Register this FIR")).to_have_count(0)
    station.sign_out(page)

    sign_in(page, sho, look)
    page.get_by_role("link", name=re.compile("Finish the FIR draft")).click()
    arrive(page, "FIR being written", look)
    page.get_by_role("button", name="Check answers").click()
    expect(page.get_by_text("मेरी चेन घाट के पास छीन ली गई।")).to_be_visible()
    page.get_by_role("button", name="Register this FIR").click()
    arrive(page, "FIR registered", look)
    fir = Fir.objects.get()
    expect(page.get_by_text(f"Number {fir.number}")).to_be_visible()

    paper = page.request.get(page.get_by_role("link", name="in Hindi").get_attribute("href") or "")
    assert paper.headers["content-type"] == "application/pdf"
    look_at_the_case(page, fir, look)
    find_by_number(page, fir, look)
    verify_the_paper(page, paper.body(), look)


def look_at_the_case(page: Page, fir: Fir, look: Look) -> None:
    page.get_by_role("button", name="Open the case").click()
    arrive(page, f"FIR {fir.number}", look)
    expect(page.get_by_text("Investigating officer: Officer")).to_be_visible()
    expect(page.get_by_role("link", name="Send the FIR to court")).to_be_visible()
    for part in ("Persons", "Property", "Papers", "What was done"):
        page.get_by_role("link", name=part, exact=True).click()
        expect(page.get_by_role("heading", name=part, level=2)).to_be_visible()
        look(page)
    leaves_addresses_off_paper(page)


def leaves_addresses_off_paper(page: Page) -> None:
    page.emulate_media(media="print")
    link = page.get_by_role("link", name="Check this entry").first
    assert link.evaluate("one => getComputedStyle(one, '::after').content") == "none"
    page.emulate_media(media="screen")


def find_by_number(page: Page, fir: Fir, look: Look) -> None:
    page.goto("/firs/")
    arrive(page, "Find an FIR", look)
    page.get_by_label("FIR number").fill(str(int(fir.number.split("/")[0])))
    page.get_by_role("button", name="Find", exact=True).click()
    expect(page.get_by_text("Searched for")).to_be_visible()
    look(page)
    page.get_by_role("link", name=fir.number).click()
    expect(page.get_by_role("heading", name=f"FIR {fir.number}")).to_be_visible()


def verify_the_paper(page: Page, paper: bytes, look: Look) -> None:
    """Anybody may, without signing in; one changed byte is told."""
    station.sign_out(page)
    page.get_by_role("link", name="Check a paper").click()
    arrive(page, "Check a paper", look)
    middle = len(paper) // 2
    altered = paper[:middle] + bytes([paper[middle] ^ 1]) + paper[middle + 1 :]
    for content, word in ((paper, "Verified"), (altered, "Altered")):
        file: Any = {"name": "fir.pdf", "mimeType": "application/pdf", "buffer": content}
        page.get_by_label("PDF file").set_input_files(file)
        page.get_by_role("button", name="Check the file").click()
        expect(page.get_by_text(word).first).to_be_visible()
        look(page)


@pytest.fixture
def ready(page: Page, sho: Officer) -> Page:
    """At the check of a draft to which nothing is missing."""
    sign_in(page, sho, unseen)
    station.begin(page, unseen)
    station.write_fir(page, unseen, sho)
    page.get_by_role("button", name="Check answers").click()
    expect(page.get_by_role("button", name="Register this FIR")).to_be_visible()
    return page


def test_a_double_click_and_a_second_window_register_once(ready: Page) -> None:
    second = ready.context.new_page()
    second.goto(ready.url)
    ready.get_by_role("button", name="Register this FIR").dblclick()
    expect(ready.get_by_role("heading", name="FIR registered")).to_be_visible()
    second.get_by_role("button", name="Register this FIR").click()
    expect(second.get_by_role("heading", name="FIR registered")).to_be_visible()
    assert second.url == ready.url
    assert Fir.objects.count() == 1


def screen(chromium: Browser, url: str) -> BrowserContext:
    return chromium.new_context(base_url=url, viewport={"width": 320, "height": 640})


def test_a_power_cut_costs_only_the_page_being_typed(
    chromium: Browser, live_server: Any, sho: Officer
) -> None:
    before = screen(chromium, live_server.url)
    page = before.new_page()
    sign_in(page, sho, unseen)
    station.begin(page, unseen)
    station.write_information(page, unseen)
    page.get_by_label("What does the informant tell?").fill("Half a senten")
    before.close()

    after = screen(chromium, live_server.url)
    page = after.new_page()
    sign_in(page, sho, unseen)
    page.goto("/firs/drafts/")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.get_by_role("link", name=FirDraft.objects.get().reference, exact=True).click()
    arrive(page, "FIR being written", unseen)
    told = page.get_by_role("listitem").filter(has_text="How the station was told")
    expect(told).to_contain_text("Done")
    words = page.get_by_role("listitem").filter(has_text="The informant's words")
    expect(words).to_contain_text("Not started")
    after.close()


@pytest.mark.parametrize("page", [True], indirect=True, ids=["scripts"])
def test_the_keyboard_alone_registers_an_fir(page: Page, sho: Officer) -> None:
    keys = Keyboard(page)
    page.goto("/")
    keys.fill("Police number", sho.username)
    keys.fill("Password", station.PASSWORD)
    keys.press("Sign in", "Worklist")
    keys.press("Register an FIR", "Register an FIR")
    keys.press("Begin", "FIR being written")
    keys.press("How the station was told", "How the station was told")
    keys.choose("Oral")
    keys.moment(station.hours_ago(1))
    keys.press("Save and continue", "The informant's words")
    keys.fill("What does the informant tell?", "My chain was taken")
    keys.press("Save and continue", "Complainant")
    keys.press("Add", "Complainant")
    keys.fill("Name", "Sita Devi")
    keys.fill("Village, town or city", "Nayaghat")
    keys.press("Save and continue", "Complainant")
    keys.press("Continue", "When it happened")
    keys.moment(station.hours_ago(3))
    keys.press("Save and continue", "Where it happened")
    keys.fill("Where did it happen?", "On the ghat")
    keys.press("Save and continue", "Victims")
    keys.press("Task list", "FIR being written")
    keys.press("Acts and sections", "Acts and sections")
    keys.fill("Act", "BNS")
    keys.fill("Section", "304(2)")
    keys.press("Add section", "Acts and sections")
    keys.press("Continue", "Action taken")
    keys.choose("Registered and taken up for investigation")
    keys.fill("Investigating officer", sho.name)
    keys.press("Save and continue", "Reading over and signature")
    keys.choose("It was read over to the informant, who accepted it as correct")
    keys.choose("Signature")
    keys.press("Save and continue", "FIR being written")
    keys.press("Check answers", "Check answers")
    keys.press("Register this FIR", "FIR registered")
    assert Fir.objects.count() == 1
