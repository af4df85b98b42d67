"""Missing persons: reported, traced, handed over, closed; a child's entry wants its FIR first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from cctns.lib.wording import noop as _
from cctns.offices.models import Posting
from cctns.registers.book import Book, Paper, Part, Step
from cctns.registers.books.parts import ADDRESS, looks_problems
from cctns.registers.codes import GdKind
from cctns.registers.models import Body, FoundPerson
from cctns.registers.rules import Problem

from ..models import Fir, Missing

LAW = "Bachpan Bachao Andolan (2013) 10 SCC 484"
_LATELY = 60
_SHORTEST_ADDRESS = 10


def report_problems(entry: Any, now: datetime) -> Iterator[Problem]:
    """The child's FIR; and what entries without a use lacked: photograph, relative, address."""
    if entry.age is None and not entry.appears_child:
        yield Problem("age", _("Give the age, as far as it is known"), LAW)
    if entry.is_child and not entry.fir_id:
        yield Problem("fir", _("A missing child wants an FIR: register it first"), LAW)
    if not entry.relative_name and not entry.no_relative:
        yield Problem("no_relative", _("Name a relative, or say why none is named"), LAW)
    if len(entry.address) < _SHORTEST_ADDRESS:
        yield Problem("village", _("Give the address as far as it is known"), LAW)
    yield from looks_problems(entry, LAW)


def unit_problems(entry: Any, now: datetime) -> Iterator[Problem]:
    if not entry.is_child:
        yield Problem("unit_told_at", _("Only a child's entry goes to this unit"), LAW)


def trace_problems(entry: Any, now: datetime) -> Iterator[Problem]:
    if entry.traced_at and not entry.happened_at <= entry.traced_at <= now:
        yield Problem("traced_at", _("This is before the person went, or in the future"), LAW)
    if entry.traced_condition == "dead" and not (entry.body_id or entry.elsewhere):
        yield Problem("body", _("Choose the body, or write where it is entered"), "BNSS 194")


def handing_problems(entry: Any, now: datetime) -> Iterator[Problem]:
    """JJ Act 31: a child found is produced before the Child Welfare Committee within a day."""
    if entry.is_child and entry.traced_condition == "alive" and not entry.committee_order:
        yield Problem(
            "committee_order",
            _("A child is handed over by order of the Child Welfare Committee"),
            "JJ Act 31, 37",
        )


def firs_of(by: Posting, entry: Any) -> list[tuple[str, str]]:
    """The station's last FIRs, and the one that is entered already."""
    own = Fir.objects.filter(office=entry.office, serial__isnull=False)
    lately = list(own.order_by("-registered_at", "-id")[:_LATELY])
    known = list(own.filter(pk=entry.fir_id)) if entry.fir_id else []
    found = {one.pk: one for one in [*known, *lately]}
    return [(str(one.pk), one.number) for one in found.values()]


def bodies(by: Posting, entry: Any) -> list[tuple[str, str]]:
    found = _within_reach(Body, entry.body_id)
    return [(str(one.pk), f"{one.number}, {one.place}") for one in found]


def persons_found(by: Posting, entry: Any) -> list[tuple[str, str]]:
    found = _within_reach(FoundPerson, entry.found_id)
    return [(str(one.pk), f"{one.number} {one.known_as}, {one.place}") for one in found]


def _within_reach(model: Any, known: UUID | None) -> list[Any]:
    """Row-level security leaves those of one's own reach; the newest, and the one entered."""
    recent = list(model.objects.exclude(pk=known).order_by("-id")[:_LATELY])
    return [*model.objects.filter(Q(pk=known)), *recent]


def _refs(entry: Any) -> list[UUID]:
    return [one for one in (entry.fir_id, entry.body_id, entry.found_id) if one]


_WHO = Part(
    _("The missing person"),
    (
        *("name", "alias", "relation", "relative_name", "no_relative", "sex", "age"),
        *("appears_child", "fir", "occupation", "mobile"),
    ),
)
_WHERE = Part(_("Last seen"), ("happened_at", "place", "gps", "reason", "told"))
_LOOKS = Part(_("Description"), ("dress", "photo", "no_photo", "features"))
_TELLER = Part(
    _("Who reports it"),
    ("informant_name", "informant_relation", "informant_address", "informant_mobile"),
)
_PARTS = (_WHO, ADDRESS, _WHERE, _LOOKS, _TELLER)
_WANTS = ("name", "place", "reason", "informant_name")
_TRACED = Part(
    _("Traced"),
    (
        *("traced_condition", "traced_at", "traced_place", "traced_how"),
        *("body", "found", "elsewhere"),
    ),
)
_HANDED = Part(_("Handed over"), ("handed_to", "handed_at", "committee_order"))

MISSING = Book(
    name="missing",
    title=_("Missing persons"),
    one=_("Missing person"),
    model=Missing,
    view="register.view",
    columns=("name", "age", "sex", "place", "happened_at", "stage"),
    choose={"fir": firs_of, "body": bodies, "found": persons_found},
    enter=Step(
        name="enter",
        event="missing.{entered_as}",
        act="register.enter",
        title=_("Record a missing person"),
        told=_("The missing person is recorded"),
        stage="reported",
        law=LAW,
        intro=_("A child (below 18, or who appears to be) wants an FIR first: choose it here."),
        parts=_PARTS,
        wants=_WANTS,
        rule=report_problems,
        diary=GdKind.MISSING,
        tells="Missing person {number}: {name}, last seen at {place}",
        refs=_refs,
    ),
    steps=(
        Step(
            name="describe",
            event="missing.described",
            act="register.enter",
            title=_("Describe the person better, link the FIR"),
            told=_("The description is entered"),
            start=("reported",),
            stage="",
            law=LAW,
            parts=_PARTS,
            wants=_WANTS,
            rule=report_problems,
            refs=_refs,
        ),
        Step(
            name="unit",
            event="missing.sent_to_unit",
            act="register.enter",
            title=_("Send it to the Anti-Human-Trafficking Unit"),
            told=_("It is entered"),
            start=("reported",),
            stage="",
            law=LAW,
            intro=_("A child not traced within four months: the unit investigates."),
            parts=(Part("", ("unit_told_at", "unit_reference")),),
            wants=("unit_told_at",),
            rule=unit_problems,
            diary=GdKind.MISSING,
            tells="Missing child {number}, {name}: sent to the Anti-Human-Trafficking Unit",
            refs=_refs,
        ),
        Step(
            name="trace",
            event="missing.traced",
            act="register.enter",
            title=_("Enter that the person is traced"),
            told=_("The person is traced"),
            start=("reported",),
            stage="traced",
            law=LAW,
            parts=(_TRACED,),
            wants=("traced_condition", "traced_at", "traced_place"),
            rule=trace_problems,
            diary=GdKind.MISSING,
            tells="Missing person {number}, {name}, traced at {traced_place}: {traced_condition}",
            refs=_refs,
        ),
        Step(
            name="hand_over",
            event="missing.handed_over",
            act="register.enter",
            title=_("Hand the person over"),
            told=_("The person is handed over"),
            start=("traced",),
            stage="handed",
            law="JJ Act 31, 37",
            parts=(_HANDED,),
            wants=("handed_to", "handed_at"),
            rule=handing_problems,
            diary=GdKind.MISSING,
            tells="Missing person {number}, {name}, handed over to {handed_to}",
            refs=_refs,
        ),
        Step(
            name="close",
            event="missing.closed",
            act="register.decide",
            title=_("Close the entry"),
            told=_("The entry is closed"),
            start=("traced", "handed"),
            stage="closed",
            law=LAW,
            parts=(Part("", ("end_reason",)),),
            wants=("end_reason",),
            diary=GdKind.MISSING,
            tells="Missing person {number}, {name}: entry closed",
            refs=_refs,
        ),
    ),
    papers=(
        Paper(
            "report",
            _("Missing person report"),
            LAW,
            parts=_PARTS,
            signatures=(_("Informant's signature or thumb impression"), _("Officer in charge")),
        ),
        Paper("notice", _("Look-out notice"), "", parts=(_WHO, _WHERE, _LOOKS)),
        Paper(
            "receipt",
            _("Receipt for a person traced and handed over"),
            "JJ Act 31, 37",
            parts=(_WHO, _TRACED, _HANDED),
            signatures=(_("Received by"), _("Officer in charge")),
        ),
    ),
)
