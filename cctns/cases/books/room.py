"""The property room: exhibits in, out and back between two persons, and the room counted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from cctns.lib.wording import noop as _
from cctns.offices.models import Posting
from cctns.registers.book import Book, Paper, Part, Rows, Step
from cctns.registers.books.keys import colleagues
from cctns.registers.codes import GdKind
from cctns.registers.rules import Problem

from ..models import Movement, StockLine, Stocktaking
from ..models.room import ENDS, OUT
from ..queries import room
from . import gate
from .forensic import items_of

LAW = "BNSS 106(3), 497, 503"


def movement_problems(sheet: Any, now: datetime) -> Iterator[Problem]:
    """Two persons, the seal, a photograph, the order; in before out, out before back."""
    if sheet.giver and sheet.giver == sheet.taker:
        yield Problem("taker", _("Two persons hand over: name the other one"), LAW)
    if sheet.seal not in ("", "intact") and not sheet.seal_remark:
        yield Problem("seal_remark", _("Say what is wrong with the seal, and why"), LAW)
    if not sheet.photo and not sheet.no_photo_reason:
        yield Problem("photo", _("Give the photograph, or why there is none"), LAW)
    if sheet.kind in ENDS and not sheet.order_number:
        yield Problem("order_number", _("Property leaves for good by order of a court"), "BNSS 503")
    if sheet.kind in OUT and not sheet.road_certificate:
        yield Problem("road_certificate", _("What goes out has a road certificate"), LAW)
    if sheet.item_id and sheet.kind and sheet.kind not in room.next_kinds(sheet.item_id):
        yield Problem("kind", _("The exhibit is not where this movement begins"), LAW)


_MOVED = Part(
    "",
    (
        *("item", "kind", "happened_at", "place", "giver", "taker"),
        *("seal", "seal_remark", "photo", "no_photo_reason", "order_number", "road_certificate"),
    ),
)

MOVEMENT = Book(
    name="movement",
    title=_("Property room: movements"),
    one=_("Movement of an exhibit"),
    model=Movement,
    view="case.view",
    of_case=True,
    columns=("item", "kind", "place", "happened_at"),
    allow=gate.of_any_case,
    choose={"item": items_of},
    enter=Step(
        name="enter",
        event="movement.{kind}",
        act="malkhana.move",
        title=_("Move an exhibit"),
        told=_("The movement is entered"),
        stage="moved",
        law=LAW,
        parts=(_MOVED,),
        wants=("item", "kind", "place", "giver", "taker", "seal"),
        rule=movement_problems,
        diary=GdKind.PROPERTY,
        tells="FIR {fir_number}: {item}: {kind}, {place}; {giver} to {taker}, seal {seal}",
        refs=gate.fir_of,
    ),
    papers=(
        Paper(
            "road",
            _("Road certificate"),
            LAW,
            parts=(_MOVED,),
            text=_(
                "The exhibit named above goes under the seal described above to {place}. The"
                " receiver examines the seal, signs, and sends this sheet back."
            ),
            signatures=(_("Handed over by"), _("Taken over by")),
        ),
        Paper(
            "label",
            _("Label of an exhibit"),
            LAW,
            parts=(Part("", ("item", "place")),),
            text="FIR {fir_number}, {station}",
            signatures=(),
        ),
    ),
)


def count_problems(entry: Any, _now: datetime) -> Iterator[Problem]:
    """Two persons, and a count that the findings explain."""
    if entry.giver_id and entry.giver_id == entry.taker_id:
        yield Problem("taker", _("Two officers count: choose another one"), LAW)
    if entry.counted is None:
        yield Problem("counted", _("Write how many, 0 for none"), LAW)
        return
    entry.due = room.due_at(entry.office_id)
    gone = sum(line.finding == "missing" for line in entry.lines)
    if entry.counted + gone != entry.due:
        told = {"due": str(entry.due), "counted": str(entry.counted), "gone": str(gone)}
        yield Problem(
            "counted",
            _(
                "%(due)s exhibits are due, %(counted)s were counted and %(gone)s are named as not"
                " there: name each that is missing"
            ),
            LAW,
            told,
        )


def items_inside(by: Posting, _entry: Any) -> list[tuple[str, str]]:
    """What lies in the room by the register."""
    return [(str(one.pk), room.words(one)) for one in room.inside(by.office_id)]


_COUNT = Part("", ("happened_at", "reason", "giver", "taker", "counted"))
_FINDINGS = Rows("findings", _("Not as it should be"), StockLine, ("item", "finding", "remark"))

STOCK = Book(
    name="stock",
    title=_("Property room: counts"),
    one=_("Count of the property room"),
    model=Stocktaking,
    view="register.view",
    columns=("reason", "happened_at", "due", "counted"),
    choose={"giver": colleagues, "taker": colleagues, "findings.item": items_inside},
    enter=Step(
        name="enter",
        event="stock.counted",
        act="malkhana.verify",
        title=_("Count the property room"),
        told=_("The count is entered"),
        stage="counted",
        law=LAW,
        parts=(_COUNT,),
        rows=(_FINDINGS,),
        wants=("reason", "giver", "taker"),
        rule=count_problems,
        diary=GdKind.PROPERTY,
        tells="Property room counted by {giver} and {taker}: {counted} of {due}",
    ),
    papers=(
        Paper(
            "list",
            _("Count of the property room"),
            LAW,
            parts=(_COUNT, Part("", ("due",))),
            rows=(_FINDINGS,),
            signatures=(_("Handed over by"), _("Taken over by")),
        ),
    ),
)
