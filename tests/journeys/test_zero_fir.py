"""A Zero FIR: registered where it was told, sent, and taken up under the other station's number."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest

from cctns.cases.models import Fir
from cctns.offices.codes import Role

from .desk import Desk
from .fir import registers_fir

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright runs a loop of its own

WORDS = "फ़ोर्ट के बाज़ार में मेरी चेन छीन ली गई।"


def test_a_zero_fir_is_taken_up_by_the_station_that_has_jurisdiction(
    sits_down: Callable[..., Desk],
) -> None:
    here, there = sits_down(Role.SHO, "bazaar"), sits_down(Role.SHO, "fort")
    zero = registers_fir(
        here,
        "BNS 304(2)",
        WORDS,
        by=here.officer,
        kind={"kind": "zero"},
        place={"outside_limits": True, "outside_station": "fort"},
        action={"action": "transfer", "investigating_officer": ""},
    )
    sent(here)
    own = taken_up(there, zero)
    here.opens(here.case)
    here.sees("Zero FIR", zero.number, own.number)
    there.opens(there.case)
    there.sees(own.number, zero.number)
    there.opens(f"{there.case}registered/")
    there.prints("in English", own.number)
    there.prints("in Hindi", own.number, WORDS, language="hi")
    for officer in (here, there):
        officer.has_them_verified()


def sent(here: Desk) -> None:
    here.opens(f"{here.case}transfer/")
    here.answers({"to_office": "FORT"})
    here.clicks("Send it")
    here.sees("The Zero FIR was sent")


def taken_up(there: Desk, zero: Fir) -> Fir:
    there.opens("/")
    there.sees(f"Answer the FIR {zero.number} sent here")
    there.clicks(f"Answer the FIR {zero.number} sent here")
    there.sees(WORDS)
    there.answers({"answer": "receive", "investigating_officer": there.officer.username})
    there.clicks("Record the answer")
    there.sees("FIR registered")
    own = Fir.objects.latest("id")
    there.sees(own.number)
    there.takes_up(own)
    return own
