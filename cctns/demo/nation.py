"""What each node of `cctns nation` has of its own before it is enrolled, all invented."""

from __future__ import annotations

from collections.abc import Iterator

from django.contrib.auth.hashers import make_password
from django.db.models import QuerySet

from cctns.offices import demo
from cctns.offices.codes import OfficeKind
from cctns.offices.founding import found
from cctns.offices.models import Officer, Posting, State

from . import life
from .places import DIRECTOR, MOVED, Place

_DAYS = 120
_STATES = {"namuna": demo.NAMUNA, "udaharan": demo.UDAHARAN}


def fill(place: Place, *, cases: int) -> Iterator[None]:
    """Yields once an event. A station's node stays empty: its past comes over the line."""
    for state in (*_STATES.values(), demo.BUREAU):
        demo.land(state)  # every node knows the country's States
    if place.role == "nation":
        _found()
    if place.folder in _STATES:
        demo.demo_roster(_STATES[place.folder])
        yield from life.live(case_count=cases, days=_DAYS)


def _found() -> None:
    found(
        state=State.objects.get(pk=demo.BUREAU.code),
        kind=OfficeKind.NCRB,
        name="National Crime Records Bureau (synthetic)",
        code="NCRB",
        number=DIRECTOR,
        officer_name="Revati Inamdar",
    )
    _give_password(Officer.objects.filter(username=DIRECTOR))


def give_passwords() -> None:
    """At the station's node: passwords never travel, so the demo's is given there again."""
    served = Posting.objects.filter(office__code=MOVED).values("officer")
    above = Posting.objects.filter(role="node_admin").values("officer")
    _give_password(Officer.objects.filter(pk__in=served))
    _give_password(Officer.objects.filter(pk__in=above))


def _give_password(officers: QuerySet[Officer]) -> None:
    officers.update(password=make_password(demo.PASSWORD), must_change_password=False, is_demo=True)
