"""A body by the railway line: inquest, post-mortem, suspicion, and the FIR for murder."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest

from cctns.lib.clock import now
from cctns.offices.codes import Role
from cctns.registers.models import Death

from .desk import Desk
from .fir import registers_fir
from .station import hours_ago

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright runs a loop of its own

WORDS = "रेल पटरी के पास एक आदमी का शव मिला। गले पर निशान हैं।"
MAGISTRATE = "SDM Rampur"
PANCHES = [
    {"name": "Ram Singh", "address": "Ward 3, Rampur"},
    {"name": "Ali Khan", "address": "Ward 5, Rampur"},
]


def test_a_death_turns_out_to_be_murder(sits_down: Callable[..., Desk]) -> None:
    desk, io, sho = (sits_down(role, "bazaar") for role in (Role.DUTY_OFFICER, Role.IO, Role.SHO))
    death = recorded(desk)
    examined(io, death)
    sho.opens(death)
    end = {"final_manner": "another", "end_reason": "Marks on the neck"}
    sho.is_refused("death", "conclude", "An offence is suspected: register the FIR", **end)
    inquest = Death.objects.get().number
    dead = {"victim": {"name": "Raghu", "sex": "male", "age": 35}}
    fir = registers_fir(
        sho,
        "BNS 103(1)",
        WORDS,
        by=io.officer,
        persons=dead,
        inquest={"inquest_reference": inquest},
    )
    sho.opens(death)
    why = "Strangled: post-mortem PM 7"
    sho.goes_on("death", "convert", fir_number=fir.number, end_reason=why)
    sho.sees("FIR registered", fir.number)
    io.takes_up(fir)
    io.opens(io.case)
    io.sees(inquest, "103(1)")
    for officer in (desk, io, sho):
        officer.has_them_verified()


def recorded(desk: Desk) -> str:
    return desk.enters(
        "death",
        happened_at=hours_ago(5),
        place="Railway line, km 12",
        circumstances="Seen by the gatekeeper",
        informant_name="Gatekeeper",
        sex="male",
        magistrate_told=MAGISTRATE,
        magistrate_told_at=hours_ago(4),
    )


def examined(io: Desk, death: str) -> None:
    io.opens(death)
    io.goes_on(
        "death",
        "inquest",
        inquest_at=hours_ago(3),
        findings="Lay beside the line, no blood on the ballast.",
        wounds="Mark of a cord round the neck.",
        manner="another",
        reported_to=MAGISTRATE,
        reported_at=hours_ago(2),
        panches=PANCHES,
    )
    sent = {"hospital": "District Hospital", "escort": "HC 12 Lal"}
    io.goes_on("death", "send", **sent, sent_at=hours_ago(2), questions="Before or after death?")
    cause = {"report_number": "PM 7", "medical_cause": "Strangulation by ligature"}
    io.goes_on("death", "examined", **cause, report_at=now())
    io.sees("Strangulation by ligature")
    io.prints_all("bazaar")
    io.prints("Inquest report", "Ram Singh", "Ali Khan", "Mark of a cord")
    io.prints("Requisition for a post-mortem", "HC 12 Lal", "Before or after death?")
    io.prints("Inquest report", "मृत्यु", "Ram Singh", language="hi")
