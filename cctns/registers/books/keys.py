"""Keys of arms, property room, lock-up and cash: counted by two, both named (malkhana thefts)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from cctns.lib.wording import noop as _
from cctns.offices import access
from cctns.offices.models import Posting

from ..book import Book, Paper, Part, Step
from ..codes import GdKind
from ..models import KeyHandover
from ..rules import Problem

LAW = "General Diary"


def key_problems(entry: Any, _now: datetime) -> Iterator[Problem]:
    if entry.giver_id and entry.giver_id == entry.taker_id:
        yield Problem("taker", _("Two officers hand over: choose another one"), LAW)
    for name in ("due", "counted"):
        if getattr(entry, name) is None:
            yield Problem(name, _("Write how many, 0 for none"), LAW)
    if entry.due != entry.counted and not entry.difference:
        yield Problem("difference", _("The count differs: say what and why"), LAW)


def colleagues(_by: Posting, entry: Any) -> list[tuple[str, str]]:
    """Who is posted at the station today."""
    found = Posting.objects.current(access.today()).filter(office=entry.office)
    rows = {one.officer_id: str(one.officer) for one in found.select_related("officer")}
    return sorted(((str(pk), name) for pk, name in rows.items()), key=lambda pair: pair[1])


_HANDED = Part(
    "",
    ("happened_at", "key", "giver", "taker", "due", "counted", "difference", "both_present"),
)

KEYS = Book(
    name="keys",
    title=_("Keys handed over"),
    one=_("Handing over of keys"),
    model=KeyHandover,
    view="register.view",
    columns=("key", "giver", "taker", "happened_at"),
    choose={"giver": colleagues, "taker": colleagues},
    enter=Step(
        name="enter",
        event="keys.handed",
        act="register.enter",
        title=_("Enter a handing over of keys"),
        told=_("The handing over is entered"),
        stage="handed",
        law=LAW,
        parts=(_HANDED,),
        wants=("key", "giver", "taker", "both_present"),
        rule=key_problems,
        diary=GdKind.KEYS,
        tells="Key of {key} from {giver} to {taker}; {counted} of {due} counted",
    ),
    papers=(
        Paper(
            "receipt",
            _("Receipt for keys"),
            "",
            parts=(_HANDED,),
            signatures=(_("Handed over by"), _("Taken over by")),
        ),
    ),
)
