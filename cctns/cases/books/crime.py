"""Crime details, IIF-II: the scene and how the crime was done; one of a case, revised later."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from cctns import law
from cctns.journal.write import Write
from cctns.lib.wording import noop as _
from cctns.offices.models import Posting
from cctns.registers.book import Book, Paper, Part, Rows, Step
from cctns.registers.codes import GdKind
from cctns.registers.rules import Problem

from .. import heads
from ..models import CrimeDetails, CrimeVictim, Panch
from ..models.present import PRESENT
from . import gate, scene

FORM = "IIF-II"
_METHODS = ("method_1", "method_2", "method_3")


def crime_problems(sheet: Any, now: datetime) -> Iterator[Problem]:
    """Methods of the crime's own head; times in order; expert at the scene (BNSS 176(3))."""
    major = heads.major_of(sheet.minor_head)
    for name in _METHODS:
        if getattr(sheet, name) and heads.major_of(getattr(sheet, name)) != major:
            yield Problem(name, _("This method belongs to another head of crime"), "IIF-II 4")
    yield from scene.later_problems(sheet, ("panchnama_ended_at",), now, "IIF-II 11")
    yield from scene.recording_problems(sheet)
    if sheet.expert or sheet.no_expert_reason:
        return
    sections = sheet.case.fir.sections.all()
    if any(law.at_least_seven_years(one.act, one.number) for one in sections):
        yield Problem(
            "expert",
            _("The offence carries seven years or more: name the expert, or say why none came"),
            "BNSS 176(3)",
        )


def first_problems(sheet: Any, now: datetime) -> Iterator[Problem]:
    if CrimeDetails.objects.filter(case=sheet.case).exists():
        yield Problem("minor_head", _("The crime is described already: revise it"), FORM)
    yield from crime_problems(sheet, now)


def _headed(_by: Posting, sheet: Any) -> list[Write]:
    sheet.major_head = heads.major_of(sheet.minor_head)
    return []


_HEADS = Part(
    _("Head and method"), ("minor_head", *_METHODS, "conveyance", "character", "language")
)
_FEATURES = Part(
    _("Special features"),
    ("feature_1", "feature_2", "feature_3", "feature_words", "place_type", "motive"),
)
_PROPERTY = Part(
    _("Property involved"), ("property_1", "property_2", "property_3", "property_4"), folded=True
)
_SCENE = Part(
    _("Scene of crime"),
    (
        "shown_by",
        "place_description",
        "sketch",
        "latitude",
        "longitude",
        "evidence",
        "expert",
        "no_expert_reason",
    ),
)
_PANCHNAMA = Part(_("Panchnama"), ("happened_at", "panchnama_ended_at"))
_PARTS = (_HEADS, _FEATURES, _PROPERTY, _SCENE, _PANCHNAMA, scene.RECORDING)
_WANTS = (
    "minor_head",
    "method_1",
    "character",
    "language",
    "feature_1",
    "place_type",
    "place_description",
    "sketch",
    "panchnama_ended_at",
)
_PANCHES = Rows("panches", _("Panch witnesses"), Panch, PRESENT, least=2)
_VICTIMS = Rows(
    "victims",
    _("Victims"),
    CrimeVictim,
    (
        "name",
        "relative_name",
        "sex",
        "age",
        "nationality",
        "religion",
        "category",
        "occupation",
        "address",
        "injury",
        "weapon",
    ),
)
_SIGNED = (_("First panch"), _("Second panch"), _("Investigating officer"))

CRIME = Book(
    name="crime",
    title=_("Crime details"),
    one=_("Crime details form"),
    form=FORM,
    model=CrimeDetails,
    view="case.view",
    of_case=True,
    once=True,
    columns=("minor_head", "place_type", "happened_at"),
    allow=gate.of_case,
    enter=Step(
        name="enter",
        event="crime.described",
        act="case.investigate",
        title=_("Describe the crime and its scene"),
        told=_("The crime is described"),
        stage="described",
        law="BNSS 176, 105",
        parts=_PARTS,
        rows=(_PANCHES, _VICTIMS),
        wants=_WANTS,
        rule=first_problems,
        diary=GdKind.INVESTIGATION,
        tells="FIR {fir_number}: scene of crime visited, panchnama made",
        refs=gate.fir_of,
        also=_headed,
    ),
    steps=(
        Step(
            name="revise",
            event="crime.revised",
            act="case.investigate",
            title=_("Revise the description"),
            told=_("The new description is entered"),
            start=("described",),
            stage="described",
            law=FORM,
            intro=_("Panchnama and witnesses stay as they are; the earlier version is kept."),
            parts=(_HEADS, _FEATURES, _PROPERTY, _SCENE),
            wants=tuple(one for one in _WANTS if one != "panchnama_ended_at"),
            rule=crime_problems,
            refs=gate.fir_of,
            also=_headed,
        ),
    ),
    papers=(
        Paper(
            "form",
            _("Crime details form"),
            "BNSS 176",
            parts=_PARTS,
            rows=(_VICTIMS, _PANCHES),
            signatures=_SIGNED,
        ),
        Paper(
            "panchnama",
            _("Scene of crime panchnama"),
            "BNSS 176, 105",
            parts=(_SCENE, _PANCHNAMA, scene.RECORDING),
            rows=(_PANCHES,),
            text=_(
                "The scene of crime was inspected in the presence of the panches named above and"
                " found as described. What is written here was read over to them and accepted as"
                " correct."
            ),
            signatures=_SIGNED,
        ),
    ),
)
