"""Fixtures: a small State, and days counted from today."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from cctns.offices import access, tree
from cctns.offices.codes import OfficeKind
from cctns.offices.models import State

from .land import Land


@pytest.fixture
def land(db: None) -> Land:
    kind = OfficeKind
    state = State.objects.create(
        code=99, name="Testland", kind="state", iso="IN-ZZ", vehicle_code="ZZ", language="hi"
    )
    made = Land(state)
    made.open("hq", kind.STATE_HQ)
    made.open("range", kind.RANGE, "hq")
    made.open("east", kind.DISTRICT, "range")
    made.open("west", kind.DISTRICT, "range")
    made.open("sub", kind.SUBDIVISION, "east")
    made.open("circle", kind.CIRCLE, "sub")
    made.open("bazaar", kind.STATION, "circle")
    made.open("fort", kind.STATION, "circle")
    made.open("mills", kind.STATION, "west")
    made.open("scrb", kind.SCRB, "hq")
    for partner in (kind.COURT, kind.PROSECUTION, kind.PRISON, kind.FSL):
        made.open(partner.value, partner)
    made.open("ncrb", kind.NCRB)
    tree.flatten(access.today())
    return made


@pytest.fixture
def in_days() -> Callable[[int], date]:
    return lambda days: access.today() + timedelta(days=days)
