"""An officer without a mouse: Tab, letters, Space and Enter, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from playwright.sync_api import Page, expect

FARTHEST = 120  # stops on one page, there and round again

# What a screen reader calls the element that has the focus, its hidden words left out.
_HERE = """() => {
    const here = document.activeElement, label = here.labels && here.labels[0];
    return ((label || here).innerText || "").trim().split("\\n")[0];
}"""
_GROUP = """() => (document.activeElement.closest("fieldset") || document.body).innerText"""


@dataclass
class Keyboard:
    page: Page

    def go(self, name: str) -> None:
        """Tab on until the element of this name has the focus; a page without it fails."""
        passed = []
        for _stop in range(FARTHEST):
            self.page.keyboard.press("Tab")
            here = self.page.evaluate(_HERE)
            if here == name:
                return
            passed.append(here)
        raise AssertionError(f"the Tab key never comes to {name!r}, only to {passed}")

    def fill(self, name: str, text: str) -> None:
        """Letters go into a box; in a list to pull down they choose the line that begins so."""
        self.go(name)
        self.page.keyboard.type(text)

    def choose(self, name: str) -> None:
        """A tick, or one of several answers: Tab comes to their group, arrows go on inside it."""
        for _stop in range(FARTHEST):
            self.page.keyboard.press("Tab")
            if self.page.evaluate("document.activeElement.type") == "radio":
                if name in self.page.evaluate(_GROUP).split("\n"):
                    return self._arrow_to(name)
            elif self.page.evaluate(_HERE) == name:
                return self.page.keyboard.press("Space")
        raise AssertionError(f"the Tab key never comes to {name!r}")

    def _arrow_to(self, name: str) -> None:
        self.page.keyboard.press("Space")
        for _answer in range(FARTHEST):
            if self.page.evaluate(_HERE) == name:
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"no arrow leads to {name!r}")

    def moment(self, at: datetime) -> None:
        told = (("Day", at.day), ("Month", at.month), ("Year", at.year), ("Time", f"{at:%H:%M}"))
        for name, value in told:
            self.fill(name, str(value))

    def press(self, name: str, arrives_at: str) -> None:
        self.go(name)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        expect(self.page.get_by_role("heading", name=arrives_at, level=1)).to_be_visible()
