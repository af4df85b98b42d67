"""An officer who fills the FIR wizard in, page by page, as a browser without scripts would."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.http import HttpResponse
from django.urls import reverse

from cctns.cases.models import Fir, FirDraft
from cctns.lib.clock import IST, now

from .conftest import Terminal
from .html import Page

_SEEN = re.compile(r'name="seen" value="([0-9a-f]+)"')


def parts(name: str, moment: datetime) -> dict[str, str]:
    """A moment as the three boxes and the time that a form asks for."""
    there = moment.astimezone(IST)
    return {
        f"{name}_day": str(there.day),
        f"{name}_month": str(there.month),
        f"{name}_year": str(there.year),
        f"{name}_time": there.strftime("%H:%M"),
    }


def hours_ago(hours: float) -> datetime:
    return now() - timedelta(hours=hours)


COMPLAINANT = {
    "name": "Sita Devi",
    "relation": "husband",
    "relative_name": "Ram Lal",
    "sex": "female",
    "age": "34",
    "mobile": "9812345678",
    "village": "Nayaghat",
    "district_name": "Suryapur",
}


@dataclass
class Wizard:
    """One draft at one terminal."""

    terminal: Terminal
    draft: FirDraft

    @classmethod
    def begin(cls, terminal: Terminal, kind: str = "ordinary") -> Wizard:
        answer = terminal.post(reverse("fir_start"), {"kind": kind})
        assert answer.status_code == 302, answer.content.decode()
        return cls(terminal, FirDraft.objects.latest("created_at"))

    def url(self, name: str, *rest: Any) -> str:
        return reverse(name, args=[self.draft.pk, *rest])

    def open(self, slug: str) -> HttpResponse:
        return self.terminal.get(self.url("fir_page", slug))

    def save(self, slug: str, **fields: str) -> HttpResponse:
        return self.send(self.url("fir_page", slug), fields)

    def add(self, slug: str, *kind: str, **fields: str) -> HttpResponse:
        return self.send(self.url("fir_add", slug, *kind), fields)

    def section(self, act: str = "BNS", number: str = "303(2)", **more: str) -> HttpResponse:
        return self.send(self.url("fir_sections"), {"act": act, "number": number, **more})

    def send(self, url: str, fields: dict[str, str]) -> HttpResponse:
        """Open the page as it stands now, then post over it."""
        return self.terminal.post(url, {"seen": self.seen(url), **fields})

    def seen(self, url: str) -> str:
        found = _SEEN.search(self.terminal.get(url).content.decode())
        assert found, url
        return found[1]

    def stored(self) -> dict[str, Any]:
        self.draft.refresh_from_db()
        return dict(self.draft.answers)

    def fill(self, io: str) -> None:
        """Everything an ordinary FIR needs."""
        done = [
            self.save("information", information="oral", **parts("received_at", hours_ago(1))),
            self.save("narrative", narrative="My chain was taken near the ghat.", language="en"),
            self.add("complainant", **COMPLAINANT),
            self.save("occurrence", time_known="True", **parts("occurred_from", hours_ago(3))),
            self.save("place", place="On the road to the ghat", village="Nayaghat"),
            self.section(),
            self.save("action", action="investigate", investigating_officer=io),
            self.save("close", read_over="on", attestation="signature"),
        ]
        assert [one.status_code for one in done] == [302] * len(done), [
            error_texts(one) for one in done if one.status_code != 302
        ]


def registered(terminal: Terminal, kind: str = "ordinary") -> Fir:
    """An FIR registered by the officer in charge at this terminal."""
    wizard = Wizard.begin(terminal, kind)
    wizard.fill(io=terminal.posting.officer.username)
    assert terminal.post(wizard.url("fir_register")).status_code == 302
    return Fir.objects.get(pk=wizard.draft.pk)


def error_texts(answer: HttpResponse) -> list[str]:
    """What the page says is wrong, at the fields."""
    text = answer.content.decode()
    found = re.findall(r'class="govuk-error-message">(.*?)</p>', text, re.DOTALL)
    return [re.sub(r"<[^>]+>", " ", one).replace("Error", "").strip(" :\n") for one in found]


def faults(answer: HttpResponse) -> list[str]:
    return Page(answer.content.decode()).faults
