"""A real browser, with and without scripts, at a small State served on this machine."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from tests.offices.conftest import land

from .station import Look

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
    context.set_default_timeout(8000)
    opened, wrong = context.new_page(), []
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on("console", lambda told: wrong.append(told.text) if _is_fault(told) else None)
    yield opened
    context.close()
    assert wrong == []


def _is_fault(told: Any) -> bool:
    """The browser also complains of a 400, with which a form says what is wrong."""
    return told.type == "error" and "400 (Bad Request)" not in told.text


@pytest.fixture
def look(request: Any) -> Look:
    """Nothing hangs over the edge of a narrow screen, and axe finds nothing."""
    return _measure if request.node.callspec.params["page"] else lambda page: None


def _measure(page: Page) -> None:
    title = page.title()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320, title
    found = Axe().run(page).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"][:120]) for one in found] == [], title
