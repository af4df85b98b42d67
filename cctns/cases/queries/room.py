"""Where each exhibit of a station is, and which of them nobody can account for."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db.models import Case, F, OuterRef, Q, QuerySet, Subquery, Value, When

from cctns.lib.clock import now
from cctns.offices import access
from cctns.offices.models import Posting

from ..models import Movement, SeizedItem, StockLine
from ..models.room import ENDS, INSIDE, OUT, MovementKind, StockFinding

# Our own marks: the Act says "forthwith" (BNSS 106(3)); a laboratory's report takes its time.
TO_BE_BROUGHT_IN = timedelta(hours=24)
BACK_BY = timedelta(days=90)

_FROM: dict[str, tuple[str, ...]] = {
    "": (MovementKind.IN,),
    **dict.fromkeys(INSIDE, (*OUT, *ENDS)),
    **dict.fromkeys(OUT, (MovementKind.BACK, *ENDS)),
    **dict.fromkeys(ENDS, ()),
}


def next_kinds(item_id: UUID) -> tuple[str, ...]:
    """The movements that an exhibit can make from where it is; the database knows the same."""
    last = Movement.objects.filter(item=item_id).order_by("-id").values_list("kind", flat=True)
    return _FROM[last.first() or ""]


def _placed() -> QuerySet[Any]:
    """Exhibits with their last movement and what the last count found after it."""
    last = Movement.objects.filter(item=OuterRef("pk")).order_by("-id")
    found = StockLine.objects.filter(item=OuterRef("pk")).order_by("-stocktaking_id")
    return SeizedItem.objects.annotate(
        last_kind=Subquery(last.values("kind")[:1]),
        last_place=Subquery(last.values("place")[:1]),
        last_at=Subquery(last.values("happened_at")[:1]),
        last_id=Subquery(last.values("id")[:1]),
        finding=Subquery(found.values("finding")[:1]),
        found_by=Subquery(found.values("stocktaking_id")[:1]),
        seized_at=F("seizure__happened_at"),
    ).select_related("seizure__case__fir")


# Whoever wrote the movement after the count saw the exhibit again.
_MISSING = Q(finding=StockFinding.MISSING) & (Q(last_id=None) | Q(last_id__lt=F("found_by")))


def inside(office_id: UUID) -> list[Any]:
    """What lies in the room by the register, by number; missing exhibits are still due."""
    found = _placed().filter(seizure__office=office_id, last_kind__in=INSIDE)
    return list(found.order_by("seizure_id", "ordinal"))


def due_at(office_id: UUID) -> int:
    return _placed().filter(seizure__office=office_id, last_kind__in=INSIDE).count()


def words(item: Any) -> str:
    return f"{item.register_number}: {item.description} ({item.seizure.case.fir.number})"


def _why_red() -> Case:
    """Why nobody can account for an exhibit: "missing", "waiting" (never brought in), "away"."""
    moment = now()
    return Case(
        When(_MISSING, then=Value("missing")),
        When(last_kind=None, seized_at__lt=moment - TO_BE_BROUGHT_IN, then=Value("waiting")),
        When(last_kind__in=OUT, last_at__lt=moment - BACK_BY, then=Value("away")),
        default=Value(""),
    )


@access.query
def property_room(*, by: Posting, show: str = "", after: str = "") -> list[Any]:
    """The exhibits in one's reach, a page of them, each with where it is and why it is red.

    `show` is "red", "inside", "out", "gone" or empty for all; `after` the id of the last one seen.
    Exhibits have `red`: "missing", "waiting" (never brought in), "away" (out too long) or "".
    """
    access.require(by, "register.view", by.office)
    asked = {
        "red": ~Q(red=""),
        "inside": Q(last_kind__in=INSIDE),
        "out": Q(last_kind__in=OUT),
        "gone": Q(last_kind__in=ENDS),
    }
    found = _placed().annotate(red=_why_red()).filter(asked.get(show, Q()))
    if after:
        found = found.filter(id__lt=after)
    return list(found.order_by("-id")[:PAGE])


PAGE = 50


@access.query
def red_exhibits(*, by: Posting) -> int:
    """How many exhibits of one's own station nobody can account for."""
    access.require(by, "register.view", by.office)
    red = _placed().annotate(red=_why_red()).exclude(red="")
    count: int = red.filter(seizure__office=by.office).count()
    return count
