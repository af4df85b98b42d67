"""The clocks of hit confirmation and the points of a way of working, as tables."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from cctns.alerts import mo, rules
from cctns.alerts.codes import Standing, Step
from cctns.alerts.mo import Pattern
from cctns.alerts.rules import Said

RAISED = datetime(2026, 11, 26, 10, 0, tzinfo=UTC)
LATER = RAISED + timedelta(hours=5)
RAISER, OTHER = True, False


@pytest.mark.parametrize(
    ("urgency", "said", "standing", "due"),
    [
        ("urgent", [], "new", RAISED + timedelta(minutes=10)),
        ("routine", [], "new", RAISED + timedelta(hours=1)),
        ("urgent", [("noted", OTHER)], "new", RAISED + timedelta(minutes=10)),
        ("urgent", [("acknowledged", OTHER)], "acknowledged", RAISED + timedelta(minutes=10)),
        ("urgent", [("acknowledged", RAISER)], "acknowledged", RAISED + timedelta(minutes=10)),
        ("urgent", [("acknowledged", RAISER, LATER)], "acknowledged", LATER),
        ("urgent", [("acknowledged", OTHER, LATER)], "acknowledged",
         RAISED + timedelta(minutes=10)),
        ("urgent", [("confirmed", RAISER)], "confirmed", None),
        ("urgent", [("excluded", RAISER)], "excluded", None),
        ("urgent", [("excluded", RAISER), ("acknowledged", OTHER)], "excluded", None),
        ("routine", [("confirmed", RAISER), ("acted", OTHER), ("cleared", RAISER)], "cleared",
         None),
    ],
)  # fmt: skip
def test_by_when_the_raising_office_answers(
    urgency: str, said: list[tuple[Any, ...]], standing: str, due: datetime | None
) -> None:
    told = [Said(*one) for one in said]
    assert rules.standing_of(told) == standing
    assert rules.due_at(RAISED, urgency, told) == due


@pytest.mark.parametrize(
    ("standing", "raiser", "steps"),
    [
        ("new", True, "acknowledged confirmed excluded noted"),
        ("new", False, "acknowledged noted"),
        ("acknowledged", True, "confirmed excluded noted"),
        ("confirmed", True, "excluded noted acted cleared"),
        ("confirmed", False, "noted acted"),
        ("excluded", True, "confirmed noted cleared"),
        ("excluded", False, "noted"),
        ("acted", True, "noted acted cleared"),
        ("cleared", True, ""),
    ],
)
def test_who_may_say_what_when(standing: str, raiser: bool, steps: str) -> None:
    found = rules.open_steps(Standing(standing), raiser=raiser, confirmable=True)
    assert [str(one.value) for one in found] == steps.split()


def test_another_unit_is_noted_and_cleared_by_each() -> None:
    found = rules.open_steps(Standing.NEW, raiser=False, confirmable=False)
    assert found == [Step.ACKNOWLEDGED, Step.NOTED, Step.CLEARED]


@pytest.mark.parametrize(("days", "stale"), [(0, 0), (89, 0), (90, 90), (119, 119)])
def test_from_when_a_lookout_is_stale(days: int, stale: int) -> None:
    assert rules.stale_days(RAISED, RAISED + timedelta(days=days)) == stale


def test_it_lapses_after_its_last_day_or_without_validation() -> None:
    soon = rules.until(date(2026, 12, 1), RAISED)
    assert soon == datetime(2026, 12, 1, 18, 30, tzinfo=UTC)  # midnight in India
    assert rules.until(date(2028, 1, 1), RAISED) == RAISED + timedelta(days=120)


ONE = Pattern(
    "robbery.road",
    ("robbery.firearm",),
    ("masked", "helmet"),
    "highway",
    "28.600000",
    "77.200000",
    "2026-11-20T20:00:00+05:30",
)


@pytest.mark.parametrize(
    ("changes", "points"),
    [
        ({}, 15),
        ({"crime_head": "robbery.house"}, 0),
        ({"crime_head": ""}, 0),
        ({"methods": ("robbery.blade",)}, 12),
        ({"features": ("masked",)}, 13),
        ({"features": ()}, 11),
        ({"place_type": "house"}, 14),
        ({"latitude": "28.800000"}, 14),  # 22 km
        ({"latitude": "29.600000"}, 13),  # 111 km
        ({"latitude": "", "longitude": ""}, 13),
        ({"at": "2026-11-05T20:00:00+05:30"}, 14),
        ({"at": "2026-09-01T20:00:00+05:30"}, 13),
        ({"at": ""}, 13),
        ({"methods": (), "features": (), "place_type": "", "latitude": "", "at": ""}, 3),
    ],
)
def test_points_of_a_way_of_working(changes: dict[str, Any], points: int) -> None:
    other = replace(ONE, **changes)
    assert mo.total(mo.alike(ONE, other)) == points
    assert mo.total(mo.alike(other, ONE)) == points


def test_the_head_alone_tells_nobody() -> None:
    bare = Pattern("robbery.road")
    assert mo.total(mo.alike(bare, ONE)) < mo.ENOUGH


def test_nothing_of_who_did_it_counts() -> None:
    told = {part for part, _level in mo.points()}
    assert told == {"crime_head", "method", "feature", "place_type", "distance", "days"}
