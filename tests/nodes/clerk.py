"""An officer in charge who registers one FIR after another through the pages, whatever fails.

What was acknowledged is what the officer saw: the page with the number of the registered FIR.
"""

from __future__ import annotations

import re
import threading
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from http.client import HTTPException
from zoneinfo import ZoneInfo

from benchmarks.officer import Page, Terminal
from cctns.lib.clock import now

_SEEN = re.compile(r'name="seen" value="([0-9a-f]+)"')
_DRAFT = re.compile(r"/firs/drafts/([0-9a-f-]{36})/")
_NUMBER = re.compile(r"Number (\d{4,}/\d{4})")
_AGAIN_SECONDS = 0.2


class Cut(Exception):
    """No answer, or not the one that a node which is well would give."""


@dataclass
class Clerk:
    """Works at one window until `stop`; `told` is what is known of each draft, by its id."""

    terminal: Terminal
    station: str
    name: str
    stop: threading.Event
    told: dict[str, str] = field(default_factory=dict)  # draft id -> number; "" not acknowledged
    marks: dict[str, str] = field(default_factory=dict)  # draft id -> words in its narrative
    cuts: int = 0

    def work(self) -> None:
        while not self.stop.is_set():
            try:
                draft = self._write()
            except Cut:
                self._rest()
                continue
            self.told[draft] = ""
            self.told[draft] = self._register(draft)

    def _write(self) -> str:
        """A whole draft; one that was cut short is left lying, as a person would leave it."""
        begun = self._sent("/firs/new/", {"kind": "ordinary"})
        found = _DRAFT.search(begun.url)
        if not found:
            raise Cut(begun.url)
        mark = f"{self.name} writes {len(self.marks)}"
        self.marks[found[1]] = mark
        for page, fields in _pages(self.station, mark):
            path = f"/firs/drafts/{found[1]}/{page}/"
            seen = _SEEN.search(self._opened(path).text)
            if not seen:
                raise Cut(path)
            self._sent(path, {"seen": seen[1], **fields})
        return found[1]

    def _register(self, draft: str) -> str:
        """Press until the number is seen; empty when that never came."""
        while not self.stop.is_set():
            try:
                page = self._sent(f"/firs/drafts/{draft}/register/", {})
                found = _NUMBER.search(page.text)
                if found and page.url.endswith(f"/firs/{draft}/registered/"):
                    return found[1]
            except Cut:
                self._rest()
        return ""

    def _rest(self) -> None:
        self.cuts += 1
        self.stop.wait(_AGAIN_SECONDS)

    def _opened(self, path: str) -> Page:
        return self._well(path, None)

    def _sent(self, path: str, form: dict[str, str]) -> Page:
        return self._well(path, form)

    def _well(self, path: str, form: dict[str, str] | None) -> Page:
        try:
            page = self.terminal.get(path) if form is None else self.terminal.post(path, form)
        except (OSError, HTTPException) as error:
            raise Cut(path) from error
        if page.status != 200:  # 400: the page as it was filled in, with what is wrong
            raise Cut(f"{page.status} at {page.url}")
        return page


def _pages(station: str, mark: str) -> list[tuple[str, dict[str, str]]]:
    """What an ordinary FIR needs, page by page."""
    return [
        ("information", {"information": "oral", **_parts("received_at", hours_ago=1)}),
        ("narrative", {"narrative": f"My chain was taken. {mark}.", "language": "en"}),
        ("list/complainant/add", _COMPLAINANT),
        ("occurrence", {"time_known": "True", **_parts("occurred_from", hours_ago=3)}),
        ("place", {"place": "On the road to the ghat", "village": "Nayaghat"}),
        ("sections", {"act": "BNS", "number": "303(2)"}),
        ("action", {"action": "investigate", "investigating_officer": f"io.{station}"}),
        ("close", {"read_over": "on", "attestation": "signature"}),
    ]


_COMPLAINANT = {
    "name": "Sita Devi",
    "relation": "husband",
    "relative_name": "Ram Lal",
    "sex": "female",
    "age": "34",
    "mobile": "9812345678",
    "village": "Nayaghat",
    "district_name": "Suryapur",
}


def _parts(name: str, *, hours_ago: int) -> dict[str, str]:
    """A moment as the boxes of a form, in Indian time."""
    there: datetime = (now() - timedelta(hours=hours_ago)).astimezone(ZoneInfo("Asia/Kolkata"))
    boxes = {"day": there.day, "month": there.month, "year": there.year}
    told = {f"{name}_{part}": str(value) for part, value in boxes.items()}
    return {**told, f"{name}_time": f"{there:%H:%M}"}
