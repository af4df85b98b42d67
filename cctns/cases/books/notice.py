"""Notices: Form 1 of the Second Schedule to the accused, to witnesses, for documents."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from cctns.journal.write import Write
from cctns.lib.wording import noop as _
from cctns.offices.models import Posting
from cctns.registers.book import Book, Paper, Part, Rows, Step
from cctns.registers.books.parts import ADDRESS, PERSON
from cctns.registers.codes import GdKind
from cctns.registers.rules import Problem

from ..models import Accused, Appearance, Notice
from . import accused, gate, scene
from .statement import stays_home

LAW = "BNSS 35(3), 94, 179"


def notice_problems(sheet: Any, _now: datetime) -> Iterator[Problem]:
    if sheet.kind == "35" and not sheet.accused_id:
        yield Problem("accused", _("Choose the accused who is to appear"), "BNSS 35(3)")
    if sheet.kind != "35" and sheet.accused_id is None and not sheet.name:
        yield Problem("name", _("Name the person to whom the notice goes"), LAW)
    if sheet.kind == "94" and not sheet.demanded:
        yield Problem("demanded", _("Say what is to be produced"), "BNSS 94")
    if sheet.kind == "179" and sheet.where == "station" and stays_home(sheet):
        yield Problem(
            "where",
            _(
                "Nobody under 15 or above 60, no woman and no disabled or acutely ill person is"
                " called away from where they live"
            ),
            "BNSS 179(1)",
        )
    if sheet.appear_at and sheet.happened_at and sheet.appear_at <= sheet.happened_at:
        yield Problem("appear_at", _("This is not after the notice"), LAW)


def service_problems(sheet: Any, now: datetime) -> Iterator[Problem]:
    yield from scene.later_problems(sheet, ("served_at",), now, LAW)
    if sheet.kind == "35" and sheet.served_how == "electronic":
        yield Problem(
            "served_how",
            _("A notice of appearance is handed over, not sent by electronic means"),
            "Satender Kumar Antil v. CBI (2025)",
        )


def _noticed(by: Posting, sheet: Any) -> list[Write]:
    """An accused is noticed once; whoever was arrested or bailed stays so."""
    if not sheet.accused_id:
        return []
    known = Accused.objects.filter(pk=sheet.accused_id).values_list("stage", flat=True).first()
    moves = sheet.kind == "35" and known in (None, "named")
    return accused.brought_in(by, sheet, "noticed" if moves else "")


def _refs(sheet: Any) -> list[UUID]:
    return gate.accused_of(sheet) if sheet.accused_id else gate.fir_of(sheet)


_NOTICE = Part(_("Notice"), ("kind", "happened_at", "accused", "appear_at", "where", "demanded"))
_PERSON = Part(_("Another person than an accused"), (*PERSON.fields, "disabled"), folded=True)
_SERVICE = Part(_("Service"), ("served_at", "served_how", "served_to", "served_by"))
_ANSWERS = Rows(
    "appearances",
    _("What came of it"),
    Appearance,
    ("day", "answer", "note"),
    least=1,
    grows=True,
)
_SIGNED = (_("Received by"), _("Officer who issues the notice, with seal"))

NOTICE = Book(
    name="notice",
    title=_("Notices"),
    one=_("Notice"),
    model=Notice,
    view="case.view",
    of_case=True,
    columns=("kind", "happened_at", "stage"),
    allow=gate.of_case,
    choose={"accused": accused.choices},
    enter=Step(
        name="enter",
        event="notice.issued",
        act="case.investigate",
        title=_("Issue a notice"),
        told=_("The notice is issued"),
        stage="issued",
        law=LAW,
        parts=(_NOTICE, _PERSON, ADDRESS),
        wants=("kind", "appear_at", "where"),
        rule=notice_problems,
        diary=GdKind.INVESTIGATION,
        tells="FIR {fir_number}: notice {number} issued, {kind}",
        refs=_refs,
        also=_noticed,
    ),
    steps=(
        Step(
            name="serve",
            event="notice.served",
            act="case.investigate",
            title=_("Enter the service of the notice"),
            told=_("The service is entered"),
            start=("issued", "unserved"),
            stage="served",
            law=LAW,
            parts=(_SERVICE,),
            wants=("served_at", "served_how", "served_by"),
            rule=service_problems,
            refs=_refs,
        ),
        Step(
            name="fail",
            event="notice.unserved",
            act="case.investigate",
            title=_("Enter that the notice could not be served"),
            told=_("The attempt is entered"),
            start=("issued",),
            stage="unserved",
            law=LAW,
            parts=(Part("", ("unserved_reason",)),),
            wants=("unserved_reason",),
            refs=_refs,
        ),
        Step(
            name="answer",
            event="notice.answered",
            act="case.investigate",
            title=_("Enter appearance or answer"),
            told=_("The answer is entered"),
            start=("served", "answered"),
            stage="answered",
            law="BNSS 35(4) to (6)",
            intro=_("Each day on which the person came, or did not come, is a line of its own."),
            rows=(_ANSWERS,),
            diary=GdKind.INVESTIGATION,
            tells="FIR {fir_number}: answer to notice {number} entered",
            refs=_refs,
        ),
    ),
    papers=(
        Paper(
            "form1",
            _("Notice for appearance by the police"),
            "BNSS 35(3), Second Schedule, Form 1",
            text=_(
                "Serial No. {number}, Police Station {station}\n"
                "To {addressee}, {addressee_address}, {addressee_phone}\n"
                "In pursuance of sub-section (3) of section 35 of the Bharatiya Nagarik Suraksha"
                " Sanhita, 2023, I hereby inform you that during the investigation of FIR/Case No."
                " {fir_number} dated {fir_date} u/s {fir_sections} registered at Police Station"
                " {station}, it is revealed that there are reasonable grounds to question you to"
                " ascertain facts and circumstances from you, in relation to the present"
                " investigation. Hence you are directed to appear before me at {appear_at} at"
                " Police Station {station}."
            ),
            signatures=_SIGNED,
        ),
        Paper(
            "document",
            _("Order to produce a document or thing"),
            "BNSS 94",
            text=_(
                "To {addressee}, {addressee_address}\n"
                "The production of the following is necessary for the investigation of FIR"
                " {fir_number} under {fir_sections}: {demanded}\n"
                "You are required, under section 94 of the Bharatiya Nagarik Suraksha Sanhita,"
                " 2023, to produce it, or cause it to be produced, on {appear_at}. It may be sent"
                " in electronic form."
            ),
            signatures=_SIGNED,
        ),
        Paper(
            "witness",
            _("Notice to a witness"),
            "BNSS 179",
            text=_(
                "To {addressee}, {addressee_address}\n"
                "You appear to be acquainted with the facts of the case of FIR {fir_number}. Under"
                " section 179 of the Bharatiya Nagarik Suraksha Sanhita, 2023, you are required to"
                " attend before me on {appear_at}: {where}. No male person under fifteen or above"
                " sixty years, no woman, and no disabled or acutely ill person is required to"
                " attend at any place other than where they live."
            ),
            signatures=_SIGNED,
        ),
    ),
)
