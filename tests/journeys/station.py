"""Officers of a small station at their browsers: signing in, and writing an FIR page by page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from playwright.sync_api import Page, expect

from cctns.lib.clock import IST, now
from cctns.offices.models import Officer, Posting

PASSWORD = "seven-lamps-by-the-river"
Look = Callable[[Page], None]


def with_password(posting: Posting) -> Officer:
    posting.officer.set_password(PASSWORD)
    posting.officer.save()
    return posting.officer


def sign_in(page: Page, officer: Officer, look: Look) -> None:
    page.goto("/")
    look(page)
    page.get_by_label("Police number").fill(officer.username)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    arrive(page, "Worklist", look)


def sign_out(page: Page) -> None:
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()


def arrive(page: Page, heading: str, look: Look) -> None:
    expect(page.get_by_role("heading", name=heading, level=1)).to_be_visible()
    look(page)


def save(page: Page) -> None:
    page.get_by_role("button", name="Save and continue").click()


def hours_ago(hours: int) -> datetime:
    return (now() - timedelta(hours=hours)).astimezone(IST)


def fill_moment(page: Page, question: str, moment: datetime) -> None:
    boxes = page.get_by_role("group", name=question)
    told = {"Day": moment.day, "Month": moment.month, "Year": moment.year}
    for label, value in told.items():
        boxes.get_by_label(label).fill(str(value))
    boxes.get_by_label("Time").fill(f"{moment:%H:%M}")


def begin(page: Page, look: Look) -> None:
    """From the worklist to the task list of a new draft."""
    page.get_by_role("button", name="Register an FIR").or_(
        page.get_by_role("link", name="Register an FIR")
    ).click()
    arrive(page, "Register an FIR", look)
    page.get_by_role("button", name="Begin").click()
    arrive(page, "FIR being written", look)


def open_task(page: Page, title: str, look: Look) -> None:
    page.get_by_role("link", name=title, exact=True).click()
    arrive(page, title, look)


def write_information(page: Page, look: Look) -> None:
    open_task(page, "How the station was told", look)
    save(page)
    expect(page.get_by_text("Say how the information came").first).to_be_visible()
    look(page)
    page.get_by_label("Oral").check()
    fill_moment(page, "When did it reach the station?", hours_ago(1))
    save(page)


def write_narrative(page: Page, look: Look) -> None:
    arrive(page, "The informant's words", look)
    page.get_by_label("What does the informant tell?").fill("मेरी चेन घाट के पास छीन ली गई।")
    page.get_by_label("In which language?").select_option("hi")
    save(page)


def write_complainant(page: Page, look: Look) -> None:
    arrive(page, "Complainant", look)
    page.get_by_role("button", name="Add").click()
    expect(page.get_by_label("Name", exact=True)).to_be_visible()
    look(page)
    page.get_by_label("Name", exact=True).fill("सीता देवी")
    page.get_by_label("Village, town or city").fill("Nayaghat")
    save(page)
    expect(page.get_by_text("1. सीता देवी").first).to_be_visible()
    look(page)
    page.get_by_role("button", name="Continue").click()


def write_when_and_where(page: Page, look: Look) -> None:
    arrive(page, "When it happened", look)
    fill_moment(page, "It happened on, or began on", hours_ago(3))
    save(page)
    arrive(page, "Where it happened", look)
    page.get_by_label("Where did it happen?").fill("On the road to the ghat")
    save(page)


def pass_over_persons_and_property(page: Page, look: Look) -> None:
    for title in ("Victims", "Accused", "Witnesses", "Property"):
        arrive(page, title, look)
        page.get_by_role("button", name="Continue").click()
    arrive(page, "Inquest", look)
    save(page)


def choose_section(page: Page, look: Look) -> None:
    arrive(page, "Acts and sections", look)
    page.get_by_label("Find sections by plain words").fill("chain snatching")
    page.get_by_role("button", name="Find", exact=True).click()
    expect(page.get_by_text("Found by").first).to_be_visible()
    look(page)
    page.get_by_role("button", name="Add BNS 304(2)").click()
    expect(page.get_by_role("heading", name="Chosen")).to_be_visible()
    look(page)
    page.get_by_role("button", name="Continue").click()


def close_it(page: Page, look: Look, investigator: Officer) -> None:
    arrive(page, "Action taken", look)
    page.get_by_label("Registered and taken up for investigation").check()
    page.get_by_label("Investigating officer").select_option(investigator.username)
    save(page)
    arrive(page, "Reading over and signature", look)
    page.get_by_label("It was read over to the informant").check()
    page.get_by_label("Thumb impression").check()
    save(page)
    arrive(page, "FIR being written", look)


def write_fir(page: Page, look: Look, investigator: Officer) -> None:
    """Every page that an FIR needs, from an empty draft's task list back to it."""
    write_information(page, look)
    write_narrative(page, look)
    write_complainant(page, look)
    write_when_and_where(page, look)
    pass_over_persons_and_property(page, look)
    choose_section(page, look)
    close_it(page, look, investigator)
    expect(page.get_by_text("Every page is done")).to_be_visible()
