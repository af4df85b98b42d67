"""Lost, found and unclaimed property: claim, proclamation, order, disposal (BNSS 503)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from cctns.lib.wording import noop as _

from ..book import Book, Paper, Part, Rows, Step
from ..codes import GdKind
from ..models import Property, PropertyItem
from ..rules import Problem
from .parts import ADDRESS, PERSON

LAW = "BNSS 503"


def property_problems(entry: Any, now: datetime) -> Iterator[Problem]:
    """What the station holds lies somewhere."""
    if entry.kind and entry.kind != "lost" and not entry.kept_at:
        yield Problem("kept_at", _("Say where the property is kept"), LAW)


def end_problems(entry: Any, now: datetime) -> Iterator[Problem]:
    if entry.ended_at and entry.ended_at > now:
        yield Problem("ended_at", _("This time is in the future"), LAW)
    claimed = entry.end == "returned" and entry.claimant
    if not claimed and not entry.order_number:
        yield Problem("end", _("Without a claimant it goes only by the order of a Magistrate"), LAW)


_FOUND = Part(_("The property"), ("happened_at", "kind", "place", "circumstances", "kept_at"))
_ITEMS = Rows("items", _("Articles"), PropertyItem, ("description", "quantity", "value"), least=1)
_CLAIM = Part(_("Claim"), ("claimant", "claimed_at", "proof"))
_ORDER = Part(_("Order"), ("court_name", "order_number", "order_text"))
_END = Part(_("Disposal"), ("end", "ended_at", "received_by"))
_OPEN = ("recorded", "claimed", "notified")

PROPERTY = Book(
    name="property",
    title=_("Lost, found and unclaimed property"),
    one=_("Property"),
    model=Property,
    view="register.view",
    columns=("kind", "place", "happened_at", "stage"),
    enter=Step(
        name="enter",
        event="property.recorded",
        act="register.enter",
        title=_("Record lost, found or unclaimed property"),
        told=_("The property is recorded"),
        stage="recorded",
        law=LAW,
        parts=(_FOUND, PERSON, ADDRESS),
        rows=(_ITEMS,),
        wants=("kind", "place", "circumstances"),
        rule=property_problems,
        diary=GdKind.PROPERTY,
        tells="Property {number}, {kind}: {place}",
    ),
    steps=(
        Step(
            name="claim",
            event="property.claimed",
            act="register.enter",
            title=_("Enter a claim"),
            told=_("The claim is entered"),
            start=_OPEN,
            stage="claimed",
            law=LAW,
            parts=(_CLAIM,),
            wants=("claimant", "claimed_at", "proof"),
            diary=GdKind.PROPERTY,
            tells="Property {number} claimed by {claimant}",
        ),
        Step(
            name="notify",
            event="property.notified",
            act="register.enter",
            title=_("Enter the proclamation"),
            told=_("The proclamation is entered"),
            start=("recorded",),
            stage="notified",
            law=LAW,
            intro=_("Whoever has a claim comes before the Magistrate within six months."),
            parts=(Part("", ("court_name", "notified_at")),),
            wants=("court_name", "notified_at"),
            diary=GdKind.PROPERTY,
            tells="Property {number}: proclamation by {court_name}",
        ),
        Step(
            name="order",
            event="property.ordered",
            act="register.decide",
            title=_("Enter the Magistrate's order"),
            told=_("The order is entered"),
            start=_OPEN,
            stage="ordered",
            law=LAW,
            parts=(_ORDER,),
            wants=("court_name", "order_number", "order_text"),
            diary=GdKind.PROPERTY,
            tells="Property {number}: order {order_number} of {court_name}",
        ),
        Step(
            name="dispose",
            event="property.disposed",
            act="register.decide",
            title=_("Enter the disposal"),
            told=_("The disposal is entered"),
            start=("recorded", "claimed", "ordered"),
            stage="disposed",
            law=LAW,
            parts=(_END,),
            wants=("end", "ended_at", "received_by"),
            rule=end_problems,
            diary=GdKind.PROPERTY,
            tells="Property {number}: {end}, {received_by}",
        ),
    ),
    papers=(
        Paper(
            "report",
            _("Report of property to the Magistrate"),
            LAW,
            parts=(_FOUND, PERSON),
            rows=(_ITEMS,),
            signatures=(_("Officer in charge"),),
        ),
        Paper(
            "receipt",
            _("Receipt for property"),
            LAW,
            parts=(_FOUND, _CLAIM, _ORDER, _END),
            rows=(_ITEMS,),
            signatures=(_("Received by"), _("Officer in charge")),
        ),
    ),
)
