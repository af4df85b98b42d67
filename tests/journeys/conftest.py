"""A real browser, with and without scripts, at a small State served on this machine."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.db.backends.signals import connection_created
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from cctns.offices.codes import Role
from tests.offices.conftest import land
from tests.offices.land import Land

from .desk import Desk
from .looking import NARROW, Looker
from .station import PASSWORD, Look, with_password

__all__ = ["land"]

# Chromium's own errands over the network are left undone.
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = shutil.which("chromium")
    assert path, "the journeys need Chromium; install Debian's package chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def page(chromium: Browser, request: Any, live_server: Any) -> Iterator[Page]:
    """320 pixels wide; whatever the browser refuses or fails at fails the journey."""
    context = chromium.new_context(
        base_url=live_server.url,
        java_script_enabled=request.param,
        viewport={"width": 320, "height": 640},
    )
    context.set_default_timeout(20_000)
    opened, wrong = context.new_page(), []
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on("console", lambda told: wrong.append(told.text) if _is_fault(told) else None)
    yield opened
    context.close()
    assert wrong == []


def _is_fault(told: Any) -> bool:
    """The browser also complains of a 400, with which a form says what is wrong."""
    return told.type == "error" and "400 (Bad Request)" not in told.text


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--pictures", help="keep a picture of each kind of page in this directory")


@pytest.fixture(scope="session")
def looker(request: Any) -> Looker:
    """One for all journeys: a kind of page is measured once."""
    kept = request.config.getoption("--pictures", default=None)
    if kept:
        Path(kept).mkdir(parents=True, exist_ok=True)
    return Looker(Path(kept) if kept else None)


@pytest.fixture
def sits_down(
    chromium: Browser, live_server: Any, land: Land, settings: Any, looker: Looker
) -> Iterator[Callable[..., Desk]]:
    """`sits_down(Role.SHO, "bazaar")` posts an officer there, who signs in at an own window."""
    settings.MFA_DEMANDED = False
    windows: list[BrowserContext] = []

    def opened(role: Role, at: str, *, scripts: bool = True, **details: Any) -> Desk:
        window = chromium.new_context(
            base_url=live_server.url,
            java_script_enabled=scripts,
            viewport={"width": NARROW, "height": 640},
        )
        window.set_default_timeout(20_000)
        windows.append(window)
        officer = with_password(land.post(role, at, **details))
        desk = Desk(window.new_page(), officer, looker if scripts else lambda page: None)
        desk.opens("/")
        desk.answers({"login": officer.username, "password": PASSWORD})
        desk.clicks("Sign in")
        return desk

    with _pages_own_role():
        yield opened
        for window in windows:
            window.close()


@contextmanager
def _pages_own_role() -> Iterator[None]:
    """The server's threads have the rights of an installation's pages; row-level security looks."""

    def restrict(connection: Any, **_sent: Any) -> None:
        if threading.current_thread() is not threading.main_thread():
            with connection.cursor() as cursor:
                cursor.execute("SET ROLE cctns_app")

    connection_created.connect(restrict)
    yield
    connection_created.disconnect(restrict)


@pytest.fixture
def look(request: Any) -> Look:
    """Nothing hangs over the edge of a narrow screen, and axe finds nothing."""
    return _measure if request.node.callspec.params["page"] else lambda page: None


def _measure(page: Page) -> None:
    title = page.title()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320, title
    found = Axe().run(page).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"][:120]) for one in found] == [], title
