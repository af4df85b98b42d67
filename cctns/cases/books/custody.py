"""Remand, bail, proclamation: what is asked of the court for an accused, and what it orders."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from cctns.journal.write import Write
from cctns.lib.wording import noop as _
from cctns.offices.models import Posting
from cctns.registers.book import Book, Paper, Part, Step
from cctns.registers.codes import GdKind
from cctns.registers.rules import Problem

from ..models import Arrest, Bail, Proclamation, Remand
from . import accused, gate

POLICE_CUSTODY_DAYS = 15  # BNSS 187(2): in whole or in parts


def remand_problems(sheet: Any, _now: datetime) -> Iterator[Problem]:
    """BNSS 187(2): fifteen days of police custody in all; a remand ends after it begins."""
    if sheet.from_day and sheet.to_day and sheet.to_day < sheet.from_day:
        yield Problem("to_day", _("The custody ends before it begins"), "BNSS 187")
    if sheet.kind == "police" and sheet.police_days_before + sheet.days > POLICE_CUSTODY_DAYS:
        days = {"days": str(sheet.police_days_before)}
        yield Problem(
            "to_day",
            _("Police custody is fifteen days in all; %(days)s were ordered before"),
            "BNSS 187(2)",
            days,
        )


def arrests(_by: Posting, sheet: Any) -> list[tuple[str, str]]:
    """The arrests of the case, those before it came here too, by accused."""
    found = (
        Arrest.objects.filter(case__in=sheet.case.files).select_related("accused").order_by("id")
    )
    return [(str(one.pk), f"{one.accused}, {one.number}") for one in found]


def _of_arrest(by: Posting, sheet: Any) -> Sequence[Write]:
    """A remand is of the accused whom the arrest names; nobody chooses him again."""
    sheet.accused_id = accused.here(sheet.case, sheet.arrest.accused)
    return ()


def _refs(sheet: Any) -> list[Any]:
    return [*gate.accused_of(sheet), sheet.arrest_id]


def _ordered(by: Posting, sheet: Any) -> Sequence[Write]:
    return accused.brought_in(by, sheet, "police_custody" if sheet.kind == "police" else "jail")


_ASKED = Part(_("Custody asked for"), ("arrest", "kind_asked", "days_asked", "grounds"))
_SENT = Part("", ("diary_sent",))
_ORDER = Part(
    _("Order of the court"),
    ("court_name", "kind", "order_number", "from_day", "to_day", "next_production"),
)

REMAND = Book(
    name="remand",
    title=_("Remands"),
    one=_("Remand"),
    model=Remand,
    view="case.view",
    of_case=True,
    columns=("accused", "kind", "from_day", "to_day", "stage"),
    allow=gate.of_case,
    choose={"arrest": arrests},
    enter=Step(
        name="enter",
        event="remand.asked",
        act="arrest.record",
        title=_("Ask for custody"),
        told=_("The forwarding report is entered"),
        stage="asked",
        law="BNSS 187(1)",
        parts=(_ASKED, _SENT),
        wants=("arrest", "kind_asked", "days_asked", "grounds"),
        refs=_refs,
        also=_of_arrest,
    ),
    steps=(
        Step(
            name="order",
            event="remand.ordered",
            act="arrest.record",
            title=_("Enter the order of remand"),
            told=_("The remand is entered"),
            start=("asked",),
            stage="ordered",
            law="BNSS 187(2)",
            parts=(_ORDER,),
            wants=("court_name", "kind", "order_number", "from_day", "to_day"),
            rule=remand_problems,
            diary=GdKind.INVESTIGATION,
            tells="FIR {fir_number}: {accused_name}, {kind} until {to_day}, {court_name}",
            refs=_refs,
            also=_ordered,
        ),
        Step(
            name="refuse",
            event="remand.refused",
            act="arrest.record",
            title=_("Enter the refusal"),
            told=_("The refusal is entered"),
            start=("asked",),
            stage="refused",
            law="BNSS 187",
            parts=(Part("", ("court_name", "refusal")),),
            wants=("court_name", "refusal"),
            refs=_refs,
        ),
    ),
    papers=(
        Paper(
            "forwarding",
            _("Forwarding report for remand"),
            "BNSS 187(1)",
            parts=(_ASKED, _SENT),
            text=_(
                "To the Magistrate. {accused_name} was arrested in the case of FIR {fir_number}."
                " The investigation cannot be completed within twenty-four hours, and there are"
                " grounds to believe that the accusation is well-founded. A copy of the entries in"
                " the diary is sent herewith. Custody is prayed for {days_asked} days."
            ),
            signatures=(_("Officer not below Sub-Inspector"),),
        ),
    ),
)


def cancel_problems(sheet: Any, _now: datetime) -> Iterator[Problem]:
    if not sheet.granted:
        yield Problem("cancelled_reason", _("This bail was not granted"), "BNSS 480(5)")


def bail_problems(sheet: Any, _now: datetime) -> Iterator[Problem]:
    """What the police themselves grant: nobody is let go under a false name."""
    if sheet.granted and sheet.kind == "police" and sheet.accused_id and not sheet.identified:
        yield Problem("granted", NOT_IDENTIFIED, "IIF-III 10")


NOT_IDENTIFIED = _(
    "Fingerprints, photograph and a search of the records come before the release: enter the check"
    " of the identity with the arrest first"
)


def _bailed(by: Posting, sheet: Any) -> Sequence[Write]:
    return accused.brought_in(by, sheet, "bailed" if sheet.granted else "")


_BAIL = Part(
    _("Decision"),
    ("accused", "kind", "happened_at", "granted", "court_name", "order_number", "opposed"),
)
_BOND = Part(_("Bond"), ("conditions", "sureties", "amount"))

BAIL = Book(
    name="bail",
    title=_("Bail"),
    one=_("Decision on bail"),
    model=Bail,
    view="case.view",
    of_case=True,
    columns=("accused", "kind", "granted", "court_name", "stage"),
    allow=gate.of_any_case,
    choose={"accused": accused.choices},
    enter=Step(
        name="enter",
        event="bail.{decision}",
        act="arrest.record",
        title=_("Enter a decision on bail"),
        told=_("The decision is entered"),
        stage="decided",
        law="BNSS 478 to 483, 187(3), 479",
        parts=(_BAIL, _BOND),
        wants=("accused", "kind", "court_name"),
        rule=bail_problems,
        diary=GdKind.INVESTIGATION,
        tells="FIR {fir_number}: bail of {accused_name}, {court_name}",
        refs=gate.accused_of,
        also=_bailed,
    ),
    steps=(
        Step(
            name="cancel",
            event="bail.cancelled",
            act="arrest.record",
            title=_("Enter the cancellation"),
            told=_("The cancellation is entered"),
            start=("decided",),
            stage="cancelled",
            law="BNSS 480(5), 483(3)",
            parts=(Part("", ("cancelled_reason",)),),
            wants=("cancelled_reason",),
            rule=cancel_problems,
            diary=GdKind.INVESTIGATION,
            tells="FIR {fir_number}: bail of {accused_name} cancelled",
            refs=gate.accused_of,
        ),
    ),
    papers=(
        Paper(
            "bail",
            _("Bail and bond"),
            "BNSS 478 to 483",
            parts=(_BAIL, _BOND),
            signatures=(_("Accused"), _("Sureties"), _("Officer in charge")),
        ),
    ),
)


def _absconding(by: Posting, sheet: Any) -> Sequence[Write]:
    return accused.brought_in(by, sheet, "absconding")


def _proclaimed(by: Posting, sheet: Any) -> Sequence[Write]:
    return accused.brought_in(by, sheet, "proclaimed")


_SEARCH = Part(_("The search"), ("accused", "happened_at", "attempts"))
_WARRANT = Part(_("Warrant"), ("court_name", "warrant_number"))
_PROCLAIMED = Part(_("Proclamation"), ("appear_by", "published", "attached"))

PROCLAMATION = Book(
    name="proclamation",
    title=_("Absconders and proclaimed offenders"),
    one=_("Absconder"),
    model=Proclamation,
    view="case.view",
    of_case=True,
    columns=("accused", "stage"),
    allow=gate.of_any_case,
    choose={"accused": accused.choices},
    enter=Step(
        name="enter",
        event="accused.absconds",
        act="case.investigate",
        title=_("Record that an accused absconds"),
        told=_("The absconder is entered"),
        stage="absconding",
        law="BNSS 84",
        parts=(_SEARCH,),
        wants=("accused", "attempts"),
        diary=GdKind.INVESTIGATION,
        tells="FIR {fir_number}: {accused_name} absconds",
        refs=gate.accused_of,
        also=_absconding,
    ),
    steps=(
        Step(
            name="warrant",
            event="warrant.issued",
            act="case.investigate",
            title=_("Enter the warrant"),
            told=_("The warrant is entered"),
            start=("absconding",),
            stage="warrant",
            law="BNSS 72",
            parts=(_WARRANT,),
            wants=("court_name", "warrant_number"),
            diary=GdKind.INVESTIGATION,
            tells="FIR {fir_number}: warrant {warrant_number} against {accused_name}",
            refs=gate.accused_of,
        ),
        Step(
            name="proclaim",
            event="proclamation.published",
            act="case.investigate",
            title=_("Enter the proclamation"),
            told=_("The proclamation is entered"),
            start=("warrant",),
            stage="proclaimed",
            law="BNSS 84, 85",
            parts=(_PROCLAIMED,),
            wants=("appear_by", "published"),
            diary=GdKind.INVESTIGATION,
            tells="FIR {fir_number}: {accused_name} proclaimed, to appear by {appear_by}",
            refs=gate.accused_of,
            also=_proclaimed,
        ),
        Step(
            name="found",
            event="absconder.found",
            act="case.investigate",
            title=_("Enter that the accused was found"),
            told=_("The search is closed"),
            start=("absconding", "warrant", "proclaimed"),
            stage="found",
            law="BNSS 84",
            parts=(Part("", ("found_how",)),),
            wants=("found_how",),
            diary=GdKind.INVESTIGATION,
            tells="FIR {fir_number}: {accused_name} found, {found_how}",
            refs=gate.accused_of,
        ),
    ),
    papers=(
        Paper(
            "request",
            _("Request for a proclamation"),
            "BNSS 84",
            parts=(_SEARCH, _WARRANT),
            text=_(
                "To the court. A warrant was issued against {accused_name} in the case of FIR"
                " {fir_number}. It could not be executed: the accused absconds or hides. It is"
                " prayed that a written proclamation be published, requiring the accused to appear"
                " not less than thirty days after its publication."
            ),
            signatures=(_("Investigating officer"),),
        ),
    ),
)
