"""Officers at their desks: a browser window each, the forms of the station in their own words.

A form is answered by its columns: `officer.enters("seizure", place="Rampur", items=[...])`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.core.cache import cache
from playwright.sync_api import Locator, Page, expect

from cctns.cases.models import Fir
from cctns.lib.clock import IST
from cctns.offices.models import Officer
from cctns.registers import book as books
from tests.documents.reading import shaped, squeezed

Look = Callable[[Page], None]


@dataclass
class Desk:
    """One officer, signed in at a window of their own; `look` is taken at each new kind of page."""

    page: Page
    officer: Officer
    look: Look
    case: str = ""  # address of the case that lies on the desk
    printed: list[bytes] = field(default_factory=list)

    def opens(self, address: str) -> None:
        answer = self.page.goto(address)
        assert answer, address
        assert answer.ok, (answer.status, address)
        self.look(self.page)

    def takes_up(self, fir: Fir) -> None:
        self.case = f"/firs/{fir.pk}/"

    def enters(self, register: str, **answers: Any) -> str:
        """A new entry, from the page that offers it to the one that shows it; gives its address."""
        book = books.named(register)
        if book.of_case:
            self.opens(f"{self.case}investigation/")
        else:
            self.opens(f"/registers/{register}/")
        self.clicks(book.enter.title)
        return self.fills(answers)

    def fills(self, answers: dict[str, Any]) -> str:
        """The form on the page, its answers once more, and the button that enters it."""
        self.answers(answers)
        self.clicks("Go on")
        self.clicks("Enter in the register")
        return self.page.url

    def goes_on(self, register: str, step: str, **answers: Any) -> None:
        """The next step of the entry on the page."""
        self._takes(register, step, answers)
        self.sees(books.named(register).step(step).told)

    def is_refused(self, register: str, step: str, why: str, **answers: Any) -> None:
        """The step with these answers, which the page does not take."""
        entry = self.page.url
        self._takes(register, step, answers)
        self.sees(why)
        self.opens(entry)

    def _takes(self, register: str, step: str, answers: dict[str, Any]) -> None:
        title = books.named(register).step(step).title
        self.clicks(title)
        self.answers(answers)
        self.page.get_by_role("button", name=title, exact=True).click()

    def clicks(self, words: str) -> None:
        """A link or button of these words; what comes then is looked at."""
        button = self.page.get_by_role("button", name=words, exact=True)
        button.or_(self.page.get_by_role("link", name=words, exact=True)).first.click()
        self.look(self.page)

    def sees(self, *words: str) -> None:
        for one in words:
            expect(self.page.locator("body")).to_contain_text(one)

    def sees_not(self, *words: str) -> None:
        for one in words:
            expect(self.page.locator("body")).not_to_contain_text(one)

    def answers(self, answers: dict[str, Any]) -> None:
        """Into the boxes of these columns; a list of rows into the lines of that name."""
        for folded in self.page.locator("details:not([open]) > summary").all():
            if folded.is_visible():
                folded.click()
        for name, value in answers.items():
            if isinstance(value, list):
                self._lines(name, value)
            else:
                self._answer(name, value)

    def _lines(self, name: str, rows: Iterable[dict[str, Any]]) -> None:
        for place, row in enumerate(rows):
            for column, value in row.items():
                self._answer(f"{name}-{place}-{column}", value)

    def _answer(self, name: str, value: Any) -> None:
        if isinstance(value, date):
            self._day(name, value)
            return
        box = self._named(name)
        kind = box.first.evaluate("one => one.type")
        if kind == "radio":
            self.page.locator(f'main [name="{name}"][value="{value}"]').check()
        elif kind == "checkbox":
            box.set_checked(value)
        elif kind == "select-one":
            box.select_option(value)
        else:
            box.fill(str(value))

    def _day(self, name: str, value: date) -> None:
        if isinstance(value, datetime):
            value = value.astimezone(IST)
            self._named(f"{name}_time").fill(f"{value:%H:%M}")
        for part in ("day", "month", "year"):
            self._named(f"{name}_{part}").fill(str(getattr(value, part)))

    def _named(self, name: str) -> Locator:
        return self.page.locator(f'main [name="{name}"]')

    def prints(self, paper: str, *words: str, language: str = "en") -> None:
        """A paper of the page on the desk, read back by poppler: these words stand in it."""
        link = self.page.get_by_role("link", name=re.compile(rf"^{re.escape(paper)}\b")).first
        address = (link.get_attribute("href") or "").partition("?")[0]
        answer = self.page.request.get(f"{address}?lang={language}")
        assert answer.ok, (answer.status, address)
        said = shaped(answer.body())
        for one in words:
            assert squeezed(one) in said, (one, address, said[:2000])
        self.printed.append(answer.body())

    def prints_all(self, *words: str) -> None:
        """Every paper that the page offers, in English and in Hindi."""
        links = self.page.locator('.cctns-actions a[href*=".pdf"]')
        names = [one.inner_text().removesuffix(" (PDF file)") for one in links.all()]
        assert names, self.page.url
        for name in names:
            self.prints(name, *words)
            self.prints(name, *words, language="hi")

    def has_them_verified(self) -> None:
        """The first and the last of the printed papers, at the page where anybody has them checked.

        Each costs a second or two; tests/documents verifies papers by the dozen.
        """
        for paper in [*self.printed[:1], *self.printed[1:][-1:]]:
            cache.clear()  # one address asks no more than a few times a minute
            self.opens("/verify")
            file: Any = {"name": "paper.pdf", "mimeType": "application/pdf", "buffer": paper}
            self.page.get_by_label("PDF file").set_input_files(file)
            self.page.get_by_role("button", name="Check the file").click()
            expect(self.page.get_by_text("Verified").first).to_be_visible()
        self.printed.clear()
