"""Searches: grounds first, witnesses, the record to the Magistrate; a NIL memo where nothing is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from cctns.lib.wording import noop as _
from cctns.offices.models import Posting
from cctns.registers.book import Book, Paper, Part, Rows, Step
from cctns.registers.codes import GdKind
from cctns.registers.rules import Problem

from ..models import Search, SearchWitness, Seizure
from ..models.present import PRESENT
from . import gate, scene

LAW = "BNSS 96, 103, 185"


def search_problems(sheet: Any, _now: datetime) -> Iterator[Problem]:
    """BNSS 185(1): grounds before the search; BNSS 96: the warrant; BNSS 103: NIL is told too."""
    if sheet.grounds_at and sheet.happened_at and sheet.grounds_at > sheet.happened_at:
        yield Problem(
            "grounds_at", _("The grounds are written down before the search"), "BNSS 185(1)"
        )
    if not sheet.grounds_at:
        yield Problem("grounds_at", _("Say when the grounds were written down"), "BNSS 185(1)")
    if sheet.kind == "warrant" and not sheet.warrant_number:
        yield Problem("warrant_number", _("Name the warrant"), "BNSS 96")
    if sheet.result == "nil" and sheet.seizure_id:
        yield Problem("seizure", _("Nothing was found: then nothing was seized"), "BNSS 103(5)")
    if sheet.occupant and not sheet.copy_to:
        yield Problem("copy_to", _("The occupant gets a copy: say who took it"), "BNSS 103(6)")
    yield from scene.recording_problems(sheet)


def report_problems(sheet: Any, now: datetime) -> Iterator[Problem]:
    yield from scene.later_problems(sheet, ("reported_at",), now, "BNSS 185(5)")


def seizures(_by: Posting, sheet: Any) -> list[tuple[str, str]]:
    """The seizures of the case."""
    found = Seizure.objects.filter(case=sheet.case).order_by("id")
    return [(str(one.pk), f"{one.number}, {one.place}") for one in found]


_BEFORE = Part(
    _("Before the search"),
    ("kind", "warrant_number", "grounds_at", "grounds", "looked_for", "other_station"),
)
_SEARCH = Part(
    _("The search"),
    ("happened_at", "place", "occupant", "woman_searched_by", "damage"),
)
_RESULT = Part(_("Result"), ("result", "seizure", "copy_to"))
_REPORT = Part(_("Record sent"), ("reported_at", "reported_to"))
_WITNESSES = Rows("witnesses", _("Witnesses"), SearchWitness, PRESENT, least=2)
_SIGNED = (
    _("First witness"),
    _("Second witness"),
    _("Occupant, copy received"),
    _("Investigating officer"),
)

SEARCH = Book(
    name="search",
    title=_("Searches"),
    one=_("Search"),
    model=Search,
    view="case.view",
    of_case=True,
    columns=("kind", "place", "happened_at", "result", "stage"),
    allow=gate.of_case,
    choose={"seizure": seizures},
    enter=Step(
        name="enter",
        event="search.{told}",
        act="case.investigate",
        title=_("Record a search"),
        told=_("The search is recorded"),
        stage="searched",
        law=LAW,
        intro=_("What was found is entered as a seizure first, and named here."),
        parts=(_BEFORE, _SEARCH, _RESULT, scene.RECORDING),
        rows=(_WITNESSES,),
        wants=("kind", "grounds", "looked_for", "place", "damage", "result"),
        rule=search_problems,
        diary=GdKind.SEIZURE,
        tells="FIR {fir_number}: {place} searched, {result}, search {number}",
        refs=gate.fir_of,
    ),
    steps=(
        Step(
            name="report",
            event="search.reported",
            act="case.investigate",
            title=_("Enter that the record was sent to the Magistrate"),
            told=_("The dispatch of the record is entered"),
            start=("searched",),
            stage="reported",
            law="BNSS 185(5)",
            parts=(_REPORT,),
            wants=("reported_at", "reported_to"),
            rule=report_problems,
            diary=GdKind.SEIZURE,
            tells="FIR {fir_number}: record of search {number} sent to {reported_to}",
            refs=gate.fir_of,
        ),
    ),
    papers=(
        Paper(
            "grounds",
            _("Record of the grounds of search"),
            "BNSS 185(1)",
            parts=(_BEFORE,),
            signatures=(_("Investigating officer"),),
        ),
        Paper(
            "memo",
            _("Search memo"),
            "BNSS 103(5)",
            parts=(_SEARCH, _RESULT, scene.RECORDING),
            rows=(_WITNESSES,),
            text=_(
                "The search was made in the presence of the witnesses named above, who were called"
                " before it began. Result: {result}."
            ),
            signatures=_SIGNED,
        ),
        Paper(
            "report",
            _("Record of search to the Magistrate"),
            "BNSS 185(5)",
            parts=(_BEFORE, _SEARCH, _RESULT),
            rows=(_WITNESSES,),
            text=_(
                "To {reported_to}. In the case of FIR {fir_number} the search described above was"
                " made. A copy goes to the owner or occupier free of cost on application."
            ),
            signatures=(_("Investigating officer"),),
        ),
    ),
)
