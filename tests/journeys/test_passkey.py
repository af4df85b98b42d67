"""A passkey, held by the browser's virtual authenticator: added, signed in with, and failing."""

from __future__ import annotations

import os
from typing import Any

import pytest
from playwright.sync_api import CDPSession, Page, expect

from cctns.offices.codes import Role
from cctns.offices.models import Officer
from tests.offices.land import Land

from . import station
from .station import Look, arrive, with_password

pytestmark = [
    pytest.mark.journey,
    pytest.mark.django_db(transaction=True),
    pytest.mark.parametrize("page", [True], indirect=True, ids=["scripts"]),
]
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright runs a loop of its own


class Finger:
    """A key built into the machine that asks for a fingerprint, which is given or not."""

    def __init__(self, page: Page) -> None:
        self.wire: CDPSession = page.context.new_cdp_session(page)
        self.wire.send("WebAuthn.enable")
        options: dict[str, Any] = {
            "protocol": "ctap2",
            "transport": "internal",
            "hasResidentKey": True,
            "hasUserVerification": True,
            "isUserVerified": True,
            "automaticPresenceSimulation": True,
        }
        made = self.wire.send("WebAuthn.addVirtualAuthenticator", {"options": options})
        self.key = {"authenticatorId": made["authenticatorId"]}

    def keys(self) -> int:
        return len(self.wire.send("WebAuthn.getCredentials", self.key)["credentials"])

    def is_the_officer_s(self, answer: bool) -> None:
        self.wire.send("WebAuthn.setUserVerified", {**self.key, "isUserVerified": answer})


@pytest.fixture
def officer(land: Land) -> Officer:
    return with_password(land.post(Role.SHO, "bazaar"))


@pytest.fixture
def finger(page: Page, officer: Officer, look: Look) -> Finger:
    """The officer has just added a passkey, without which no page opens, and signed out."""
    finger = Finger(page)
    page.goto("/")
    page.get_by_label("Police number").fill(officer.username)
    page.get_by_label("Password").fill(station.PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    add_a_passkey(page, look)
    assert finger.keys() == 1
    page.goto("/")
    arrive(page, "Worklist", look)
    station.sign_out(page)
    return finger


def add_a_passkey(page: Page, look: Look) -> None:
    arrive(page, "Set up your authenticator app", look)
    page.get_by_role("link", name="Use a passkey instead").click()
    arrive(page, "Add a passkey", look)
    page.get_by_label("Name of this key").fill("Station's machine")
    page.get_by_label("Sign in with this key alone").check()
    page.get_by_role("button", name="Add", exact=True).click()
    page.wait_for_url(lambda url: not url.endswith("/add/"))
    look(page)


def test_the_passkey_alone_signs_in(page: Page, finger: Finger, look: Look) -> None:
    page.get_by_role("button", name="Sign in with a passkey").click()
    arrive(page, "Worklist", look)


def test_the_passkey_is_the_second_step_after_the_password(
    page: Page, finger: Finger, officer: Officer, look: Look
) -> None:
    page.get_by_label("Police number").fill(officer.username)
    page.get_by_label("Password").fill(station.PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    arrive(page, "Second step of signing in", look)
    page.get_by_role("button", name="Use a passkey").click()
    arrive(page, "Worklist", look)


def test_another_s_finger_is_told_and_does_not_sign_in(
    page: Page, finger: Finger, look: Look
) -> None:
    finger.is_the_officer_s(False)
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_text("The passkey did not work")).to_be_visible()
    page.goto("/")
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()


def test_at_an_address_of_numbers_the_page_says_why_no_passkey_works(
    page: Page, finger: Finger, live_server: Any, look: Look
) -> None:
    page.goto(live_server.url.replace("localhost", "127.0.0.1"))
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_text("A passkey works only at an address with a name")).to_be_visible()
    look(page)
