"""Test identification of persons and property, before the Magistrate (BNSS 54, BSA 7)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from cctns.lib.wording import noop as _
from cctns.registers.book import Book, Paper, Part, Rows, Step
from cctns.registers.rules import Problem

from ..models import Identifier, Parade
from . import gate, scene

LAW = "BNSS 54; BSA 7"


def parade_problems(sheet: Any, now: datetime) -> Iterator[Problem]:
    yield from scene.later_problems(sheet, ("held_at",), now, LAW)


_ASKED = Part(
    _("Application to the Magistrate"),
    ("kind", "happened_at", "who_or_what", "witnesses", "precautions", "magistrate"),
)
_HELD = Part(_("Identification"), ("held_at", "held_place", "mixed_with", "recording"))
_RESULTS = Rows(
    "results", _("Results"), Identifier, ("name", "result", "chances", "words"), least=1
)

PARADE = Book(
    name="identification",
    title=_("Test identifications"),
    one=_("Test identification"),
    model=Parade,
    view="case.view",
    of_case=True,
    columns=("kind", "happened_at", "stage"),
    allow=gate.sealed,
    enter=Step(
        name="enter",
        event="identification.asked",
        act="case.investigate",
        title=_("Ask the Magistrate for a test identification"),
        told=_("The application is entered"),
        stage="asked",
        law=LAW,
        parts=(_ASKED,),
        wants=("kind", "who_or_what", "witnesses", "precautions", "magistrate"),
        refs=gate.fir_of,
    ),
    steps=(
        Step(
            name="hold",
            event="identification.held",
            act="case.investigate",
            title=_("Enter the test identification"),
            told=_("The test identification is entered"),
            start=("asked",),
            stage="held",
            law=LAW,
            parts=(_HELD,),
            rows=(_RESULTS,),
            wants=("held_at", "held_place", "mixed_with"),
            rule=parade_problems,
            refs=gate.fir_of,
        ),
        Step(
            name="drop",
            event="identification.dropped",
            act="case.investigate",
            title=_("Enter that it was not held"),
            told=_("It is entered why it was not held"),
            start=("asked",),
            stage="dropped",
            law=LAW,
            parts=(Part("", ("dropped_reason",)),),
            wants=("dropped_reason",),
            refs=gate.fir_of,
        ),
    ),
    papers=(
        Paper(
            "application",
            _("Application for test identification"),
            LAW,
            parts=(_ASKED,),
            text=_(
                "To {magistrate}. In the case of FIR {fir_number} it is prayed that a test"
                " identification be held. No police officer will be within sight or hearing."
            ),
            signatures=(_("Investigating officer"),),
        ),
        Paper(
            "results",
            _("Memorandum of test identification"),
            LAW,
            parts=(_ASKED, _HELD),
            rows=(_RESULTS,),
            signatures=(_("Magistrate"),),
        ),
    ),
)
