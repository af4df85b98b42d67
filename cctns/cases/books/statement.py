"""Statements of witnesses: to the police, unsigned and sealed; and before the Magistrate."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from cctns import law
from cctns.lib.wording import noop as _
from cctns.people.codes import Sex
from cctns.registers.book import Book, Paper, Part, Step
from cctns.registers.books.parts import ADDRESS, PERSON
from cctns.registers.rules import Problem

from ..models import MagistrateStatement, Statement
from . import gate, scene

LAW = "BNSS 179, 180"
_YOUNG, _OLD = 15, 60
_VICTIMS = ("complainant", "injured")


def stays_home(sheet: Any) -> bool:
    """BNSS 179(1): a woman, whoever is under 15 or above 60, disabled or acutely ill."""
    aged = sheet.age is not None and not _YOUNG <= sheet.age <= _OLD
    return bool(sheet.disabled or sheet.sex == Sex.FEMALE or aged)


def wants_woman_officer(case: Any) -> bool:
    """BNS 64 to 71, 74 to 79, 124: a woman hears the woman (BNSS 173(1), 180(3), 183(6))."""
    return any(law.needs_woman_officer(one.act, one.number) for one in case.fir.sections.all())


def statement_problems(sheet: Any, _now: datetime) -> Iterator[Problem]:
    if sheet.where == "station" and stays_home(sheet) and not sheet.willing:
        yield Problem(
            "where",
            _("This person is heard where they live, unless they came of own will"),
            "BNSS 179(1)",
        )
    victim = sheet.witness_kind in _VICTIMS and sheet.sex == Sex.FEMALE
    if victim and not sheet.woman_officer and wants_woman_officer(sheet.case):
        yield Problem(
            "woman_officer", _("A woman officer records this statement: name her"), "BNSS 180(3)"
        )


def magistrate_problems(sheet: Any, now: datetime) -> Iterator[Problem]:
    yield from scene.later_problems(sheet, ("heard_at", "copy_received_at"), now, "BNSS 183")
    told = sheet.woman_magistrate or sheet.no_woman_reason
    if sheet.sex == Sex.FEMALE and not told and wants_woman_officer(sheet.case):
        yield Problem(
            "no_woman_reason",
            _("A woman Magistrate records this as far as possible: say why not"),
            "BNSS 183(6)",
        )


_WITNESS = Part(PERSON.title, ("witness_kind", *PERSON.fields, "disabled"))
_HOW = Part(
    _("How it was recorded"),
    ("happened_at", "where", "willing", "language", "interpreter", "woman_officer", "recording"),
)
_TEXT = Part(_("Statement"), ("text",))

STATEMENT = Book(
    name="statement",
    title=_("Statements of witnesses"),
    one=_("Statement"),
    model=Statement,
    view="case.view",
    of_case=True,
    columns=("witness_kind", "name", "happened_at"),
    allow=gate.sealed,
    enter=Step(
        name="enter",
        event="statement.recorded",
        act="case.investigate",
        title=_("Record the statement of a witness"),
        told=_("The statement is recorded"),
        stage="recorded",
        law=LAW,
        intro=_("The person does not sign it (BNSS 181)."),
        parts=(_WITNESS, ADDRESS, _HOW, _TEXT),
        wants=("witness_kind", "name", "where", "language", "text"),
        rule=statement_problems,
        refs=gate.fir_of,
    ),
    papers=(
        Paper(
            "statement",
            _("Statement of a witness"),
            "BNSS 180",
            parts=(_WITNESS, ADDRESS, _HOW, _TEXT),
            text=_("Not signed by the person who made it (BNSS 181(1))."),
            signatures=(_("Officer who recorded the statement"),),
        ),
    ),
)

_ASKED = Part(_("Application to the Magistrate"), ("kind", "happened_at", "magistrate"))
_RECORDED = Part(
    _("Before the Magistrate"),
    ("heard_at", "woman_magistrate", "no_woman_reason", "recording", "copy_received_at"),
)

MAGISTRATE = Book(
    name="magistrate",
    title=_("Statements before the Magistrate"),
    one=_("Statement before the Magistrate"),
    model=MagistrateStatement,
    view="case.view",
    of_case=True,
    columns=("kind", "name", "stage"),
    allow=gate.sealed,
    enter=Step(
        name="enter",
        event="statement.magistrate_asked",
        act="case.investigate",
        title=_("Ask the Magistrate to record a statement"),
        told=_("The application is entered"),
        stage="asked",
        law="BNSS 183",
        parts=(_ASKED, PERSON, ADDRESS),
        wants=("kind", "magistrate", "name"),
        refs=gate.fir_of,
    ),
    steps=(
        Step(
            name="record",
            event="statement.magistrate",
            act="case.investigate",
            title=_("Enter that the Magistrate recorded it"),
            told=_("The Magistrate's record is entered"),
            start=("asked",),
            stage="recorded",
            law="BNSS 183",
            parts=(_RECORDED,),
            wants=("heard_at",),
            rule=magistrate_problems,
            refs=gate.fir_of,
        ),
    ),
    papers=(
        Paper(
            "application",
            _("Application to record a statement"),
            "BNSS 183",
            parts=(_ASKED, PERSON, ADDRESS),
            text=_(
                "To {magistrate}. In the case of FIR {fir_number} under {fir_sections} the person"
                " named above is to be heard. It is prayed that the statement be recorded under"
                " section 183 of the Bharatiya Nagarik Suraksha Sanhita, 2023, and a copy given to"
                " the investigating officer."
            ),
            signatures=(_("Investigating officer"),),
        ),
    ),
)
