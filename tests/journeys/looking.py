"""What is looked at on each page: its width at 320 pixels, axe, and pictures when asked for.

`pytest tests/journeys --pictures DIR` keeps the first page of each title at 320 and 1280 pixels, in
English and in Hindi.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from django.urls import resolve
from playwright.sync_api import Page

NARROW, WIDE = 320, 1280
_ONE_OF_MANY = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|\d+")
# What hangs over the edge, but for what scrolls in a box of its own.
_OVER = """edge => document.documentElement.scrollWidth <= edge ? [] :
    [...document.querySelectorAll("main *")]
    .filter(one => one.getBoundingClientRect().right > edge && !one.closest(".cctns-scroll"))
    .map(one => one.outerHTML.slice(0, 160))"""


@dataclass
class Looker:
    """Every page is measured, axe looks at the first page of each route in a run."""

    pictures: Path | None = None
    routes: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)

    def __call__(self, page: Page) -> None:
        page.wait_for_load_state()
        if self.pictures:
            self._keep(page)
        over = page.evaluate(_OVER, NARROW)
        assert over == [], f"{page.url} {over}"
        route = resolve(urlsplit(page.url).path).url_name or ""
        if route not in self.routes:
            self.routes.add(route)
            found = Axe().run(page).response["violations"]
            faults = [(one["id"], one["nodes"][0]["html"][:160]) for one in found]
            assert faults == [], f"{page.url} {faults}"

    def _keep(self, page: Page) -> None:
        title = title_of(page)
        if title in self.titles:
            return
        self.titles.add(title)
        name = f"{self.pictures}/{len(self.titles):03}-{title}"
        _shoot(page, f"{name}-en")
        if "Check the answers" in page.title():
            return  # reached by sending a form: there is no address to ask in Hindi
        base = urlsplit(page.url)
        cookie: Any = {"name": "django_language", "value": "hi", "url": f"http://{base.netloc}"}
        page.context.add_cookies([cookie])
        hindi = page.context.new_page()
        hindi.goto(page.url)
        _shoot(hindi, f"{name}-hi")
        hindi.close()
        page.context.clear_cookies(name="django_language")


def title_of(page: Page) -> str:
    """The address and the title without what tells one record from another."""
    said = f"{urlsplit(page.url).path} {page.title()}"
    return re.sub(r"\W+", "-", _ONE_OF_MANY.sub("", said)).strip("-")[:90]


def _shoot(page: Page, name: str) -> None:
    for width in (WIDE, NARROW):
        page.set_viewport_size({"width": width, "height": 640})
        page.screenshot(path=f"{name}-{width}.png", full_page=True)
