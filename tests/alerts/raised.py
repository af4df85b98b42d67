"""Lookouts, sightings and crimes ready to be entered, changed in what a test is about."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from cctns.alerts.books import LOOKOUT, SIGHTING
from cctns.alerts.models import Lookout, Sighting
from cctns.cases.books.crime import CRIME
from cctns.lib.clock import now
from cctns.offices import access
from cctns.offices.models import Posting
from tests.registers.entering import enter, go_on

PERSON = {
    "subject": "person",
    "ground": "warrant",
    "stands_on": "41 of 20-11-2026, JMFC Rampur",
    "name": "Ramesh Kumar Verma",
    "relation": "father",
    "relative_name": "Shyam Lal",
    "sex": "male",
    "age": 36,
    "district_name": "East",
    "why": "Non-bailable warrant; scar on the left cheek",
    "handling": "arrest",
    "urgency": "urgent",
    "reach": "nation",
}
CAR = {
    "subject": "vehicle",
    "ground": "fir",
    "stands_on": "FIR 0142/2026, bazaar",
    "why": "Used in the robbery",
    "handling": "seize",
    "urgency": "routine",
    "reach": "nation",
}
PLATE = {"kind": "registration", "number": "DL-01 AB 1234"}
ROBBERY = {
    "subject": "method",
    "ground": "fir",
    "stands_on": "FIR 0142/2026, bazaar",
    "why": "Chain snatched from a motor cycle",
    "handling": "trace",
    "urgency": "routine",
    "reach": "nation",
}


def in_days(days: int) -> Any:
    return access.today() + timedelta(days=days)


def raised(by: Posting, what: dict[str, Any], *numbers: dict[str, Any], **changes: Any) -> Lookout:
    """A lookout that waits for a second officer."""
    told = {**what, "expires_on": in_days(60), **changes}
    made = enter(by, LOOKOUT, {"numbers": list(numbers)}, **told)
    assert isinstance(made, Lookout)
    return made


def in_force(
    by: Posting, second: Posting, what: dict[str, Any], *numbers: dict[str, Any], **changes: Any
) -> Lookout:
    """A lookout that another officer has checked."""
    made = raised(by, what, *numbers, **changes)
    go_on(second, LOOKOUT, made, "check")
    return made


def seen(by: Posting, *numbers: dict[str, Any], **changes: Any) -> Sighting:
    told = {
        "place": "Toll plaza, NH 44",
        "seen_by": "HC Suresh 1123",
        "description": "A white car, two men in it",
        **changes,
    }
    made = enter(by, SIGHTING, {"numbers": list(numbers)}, **told)
    assert isinstance(made, Sighting)
    return made


__all__ = ["CRIME", "go_on", "in_force", "now", "raised", "seen"]
