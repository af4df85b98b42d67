"""An FIR page by page, by the columns of its forms; station.py knows the words on them."""

from __future__ import annotations

from typing import Any

from cctns.cases.models import Fir
from cctns.offices.models import Officer

from .desk import Desk
from .station import hours_ago

COMPLAINANT = {"name": "सीता देवी", "sex": "female", "age": 34, "village": "Rampur"}
Told = dict[str, Any]


def registers_fir(
    officer: Desk,
    section: str,
    words: str,
    *,
    by: Officer,
    persons: dict[str, Told] | None = None,
    **told: Told,
) -> Fir:
    """From an empty draft to the page that tells the number; `told` answers further pages."""
    pages: dict[str, Told] = {
        "information": {"information": "oral", "received_at": hours_ago(1)},
        "narrative": {"narrative": words, "language": "hi"},
        "occurrence": {"occurred_from": hours_ago(3)},
        "place": {"place": "On the road to the ghat"},
        "action": {"action": "investigate", "investigating_officer": by.username},
        "close": {"read_over": True, "attestation": "thumb"},
    }
    _begins(officer, told.pop("kind", {"kind": "ordinary"}))
    draft = officer.page.url
    for slug in pages | told:
        officer.opens(f"{draft}{slug}/")
        officer.answers({**pages.get(slug, {}), **told.get(slug, {})})
        officer.clicks("Save and continue")
    for role, person in {"complainant": COMPLAINANT, **(persons or {})}.items():
        officer.opens(f"{draft}list/{role}/add/")
        officer.answers(person)
        officer.clicks("Save and continue")
    _names(officer, draft, section)
    return _signs(officer, draft)


def _begins(officer: Desk, kind: Told) -> None:
    officer.opens("/firs/new/")
    officer.answers(kind)
    officer.clicks("Begin")
    officer.sees("FIR being written")


def _names(officer: Desk, draft: str, section: str) -> None:
    officer.opens(f"{draft}sections/")
    act, number = section.split()
    officer.answers({"act": act, "number": number})
    officer.clicks("Add section")


def _signs(officer: Desk, draft: str) -> Fir:
    officer.opens(f"{draft}check/")
    officer.clicks("Register this FIR")
    officer.sees("FIR registered")
    fir = Fir.objects.latest("id")
    officer.sees(fir.number)
    officer.takes_up(fir)
    officer.prints("in English", fir.number)
    officer.prints("in Hindi", fir.number, fir.narrative, language="hi")
    return fir
