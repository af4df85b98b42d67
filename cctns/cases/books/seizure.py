"""Search and seizure, IIF-IV: two witnesses, seals, the recording, the Magistrate told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from cctns.lib.wording import noop as _
from cctns.registers.book import Book, Paper, Part, Rows, Step
from cctns.registers.books.parts import ADDRESS, PERSON
from cctns.registers.codes import GdKind
from cctns.registers.rules import Problem

from ..models import SeizedItem, Seizure, SeizureWitness
from ..models.present import PRESENT
from . import gate, scene

LAW = "BNSS 103, 105, 106"


def seizure_problems(sheet: Any, _now: datetime) -> Iterator[Problem]:
    yield from scene.before_fir_problems(sheet, LAW)
    yield from scene.recording_problems(sheet)
    if sheet.name and not sheet.copy_to:
        yield Problem(
            "copy_to", _("The person gets a copy of the list: say who took it"), "BNSS 103(6), (7)"
        )


def sending_problems(sheet: Any, now: datetime) -> Iterator[Problem]:
    yield from scene.later_problems(sheet, ("recording_sent_at",), now, "BNSS 105")


def superior_problems(sheet: Any, now: datetime) -> Iterator[Problem]:
    yield from scene.later_problems(sheet, ("superior_told_at",), now, "NDPS 42(2), 57")


def report_problems(sheet: Any, now: datetime) -> Iterator[Problem]:
    yield from scene.later_problems(sheet, ("reported_at",), now, "BNSS 106(3)")


_WHERE = Part(
    _("Seizure"),
    ("nature", "happened_at", "place", "place_description", "before_fir_reason", "grounds"),
)
_FROM = Part(_("Person from whom seized"), (*PERSON.fields, "professional_receiver"))
_AFTER = Part(_("Property"), ("perishable", "valuable", "identification_needed", "copy_to"))
_SEAL = Part(_("Seal"), ("seal", "seal_with"))
_SENT = Part(_("Recording sent"), ("recording", "recording_sent_at", "recording_sent_to"))
_REPORT = Part(_("Report to the Magistrate"), ("reported_at", "reported_to"))
_SUPERIOR = Part(_("Superior officer"), ("superior_told_at", "superior"))
_WITNESSES = Rows("witnesses", _("Witnesses"), SeizureWitness, PRESENT, least=2)
_ITEMS = Rows(
    "items",
    _("Property seized"),
    SeizedItem,
    (
        "property_class",
        "description",
        "quantity",
        "value",
        "identification",
        "register_number",
        "packet",
    ),
    least=1,
)
_SIGNED = (
    _("First witness"),
    _("Second witness"),
    _("Person from whom seized, copy received"),
    _("Investigating officer"),
)

SEIZURE = Book(
    name="seizure",
    title=_("Seizures"),
    one=_("Seizure"),
    form="IIF-IV",
    model=Seizure,
    view="case.view",
    of_case=True,
    columns=("nature", "place", "happened_at", "stage"),
    allow=gate.of_case,
    enter=Step(
        name="enter",
        event="seizure.recorded",
        act="case.investigate",
        title=_("Record a seizure"),
        told=_("The seizure is recorded"),
        stage="seized",
        law=LAW,
        parts=(_WHERE, _FROM, ADDRESS, _AFTER, _SEAL, scene.RECORDING),
        rows=(_WITNESSES, _ITEMS),
        wants=("nature", "place", "grounds", "seal"),
        rule=seizure_problems,
        diary=GdKind.SEIZURE,
        tells="FIR {fir_number}: property seized at {place}, seizure {number}",
        refs=gate.fir_of,
    ),
    steps=(
        Step(
            name="send",
            event="seizure.recording_sent",
            act="case.investigate",
            title=_("Enter that the recording was sent to the Magistrate"),
            told=_("The dispatch of the recording is entered"),
            start=("seized", "reported"),
            stage="",
            law="BNSS 105",
            parts=(_SENT,),
            wants=("recording", "recording_sent_at", "recording_sent_to"),
            rule=sending_problems,
            diary=GdKind.SEIZURE,
            tells="FIR {fir_number}: recording of seizure {number} sent to {recording_sent_to}",
            refs=gate.fir_of,
        ),
        Step(
            name="report",
            event="seizure.reported",
            act="case.investigate",
            title=_("Enter the report to the Magistrate"),
            told=_("The report to the Magistrate is entered"),
            start=("seized",),
            stage="reported",
            law="BNSS 106(3)",
            parts=(_REPORT,),
            wants=("reported_at", "reported_to"),
            rule=report_problems,
            diary=GdKind.SEIZURE,
            tells="FIR {fir_number}: seizure {number} reported to {reported_to}",
            refs=gate.fir_of,
        ),
        Step(
            name="superior",
            event="seizure.superior_told",
            act="case.investigate",
            title=_("Enter the report to the superior officer (narcotic drugs)"),
            told=_("The report to the superior officer is entered"),
            start=("seized", "reported"),
            stage="",
            law="NDPS 42(2), 57",
            parts=(_SUPERIOR,),
            wants=("superior_told_at", "superior"),
            rule=superior_problems,
            refs=gate.fir_of,
        ),
    ),
    papers=(
        Paper(
            "form",
            _("Property search and seizure form"),
            LAW,
            parts=(_WHERE, _FROM, ADDRESS, _AFTER, _SEAL, scene.RECORDING, _SENT, _REPORT),
            rows=(_WITNESSES, _ITEMS),
            signatures=_SIGNED,
        ),
        Paper(
            "memo",
            _("Seizure memo"),
            "BNSS 103(5)",
            parts=(Part("", ("happened_at", "place", "name", "grounds")), _SEAL),
            rows=(_ITEMS, _WITNESSES),
            text=_(
                "The property listed above was seized in the presence of the witnesses, packed and"
                " sealed on the spot with the seal whose specimen stands above. A copy of this"
                " list, signed by the witnesses, was delivered to: {copy_to}."
            ),
            signatures=_SIGNED,
        ),
        Paper(
            "seal",
            _("Specimen seal slip"),
            "IIF-IV 13",
            parts=(_SEAL,),
            rows=(_ITEMS,),
            text=_(
                "Specimen of the seal used in the case of FIR {fir_number}, for the laboratory and"
                " the court to compare with the seals on the packets."
            ),
            signatures=(_("Impression of the seal"), _("Investigating officer")),
        ),
        Paper(
            "report",
            _("Report of seizure to the Magistrate"),
            "BNSS 106(3)",
            parts=(Part("", ("happened_at", "place", "name", "grounds")),),
            rows=(_ITEMS,),
            text=_(
                "To {reported_to}. In the case of FIR {fir_number} the property listed above was"
                " seized at {place} and lies in the property room of this station. The recording"
                " of the seizure is {recording}. Orders on its custody are asked for."
            ),
            signatures=(_("Investigating officer"),),
        ),
    ),
)
