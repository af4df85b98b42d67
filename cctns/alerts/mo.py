"""The same way of working: points for each part that is alike, out of one table. Pure.

Only what was done, how, where and when counts; nothing of who did it or whom it befell
(caste, religion, community, sex: no column of this module). points.csv is ours, not learned:
a later model is measured against it.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import Any

ENOUGH = 7  # points from which officers are told: the head, and more than one part besides
LONGEST_DAYS = 180
_KM_A_DEGREE = 111.32
_NEAR_KM, _DAY_KM = 5, 50


@dataclass(frozen=True)
class Pattern:
    """How one crime was done, in the codes of IIF-II item 4; `at` is ISO 8601, or empty."""

    crime_head: str
    methods: tuple[str, ...] = ()
    features: tuple[str, ...] = ()
    place_type: str = ""
    latitude: str = ""
    longitude: str = ""
    at: str = ""


@dataclass(frozen=True)
class Part:
    """One part that is alike: its name, the level met, what both say, its points."""

    part: str
    level: str
    told: str
    points: int


@cache
def points() -> dict[tuple[str, str], int]:
    text = files(__package__).joinpath("points.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return {(row["part"], row["level"]): int(row["points"]) for row in rows}


def alike(one: Pattern, other: Pattern) -> list[Part]:
    """The parts in which two crimes are alike; nothing when the head of crime is another."""
    if not one.crime_head or one.crime_head != other.crime_head:
        return []
    return list(_parts(one, other))


def total(parts: list[Part]) -> int:
    return sum(part.points for part in parts)


def _parts(one: Pattern, other: Pattern) -> Iterator[Part]:
    yield _part("crime_head", "same", one.crime_head)
    for method in sorted({*one.methods} & {*other.methods})[:1]:
        yield _part("method", "same", method)
    for feature in sorted({*one.features} & {*other.features})[:2]:
        yield _part("feature", "same", feature)
    if one.place_type and one.place_type == other.place_type:
        yield _part("place_type", "same", one.place_type)
    km = apart(one, other)
    if km is not None and km <= _DAY_KM:
        yield _part("distance", "near" if km <= _NEAR_KM else "day", f"{km:.0f}")
    if one.at and other.at:
        days = abs((datetime.fromisoformat(one.at) - datetime.fromisoformat(other.at)).days)
        if days <= 30:
            yield _part("days", "week" if days <= 7 else "month", str(days))


def _part(part: str, level: str, told: str) -> Part:
    return Part(part, level, told, points()[part, level])


def apart(one: Pattern, other: Pattern) -> float | None:
    """Kilometres as the crow flies; None when either place was not measured."""
    if not (one.latitude and other.latitude and one.longitude and other.longitude):
        return None
    a, b = math.radians(float(one.latitude)), math.radians(float(other.latitude))
    north = (a - b) * 180 / math.pi * _KM_A_DEGREE
    east = (float(one.longitude) - float(other.longitude)) * _KM_A_DEGREE * math.cos((a + b) / 2)
    return math.hypot(north, east)


def pattern_of(one: Any) -> Pattern:
    """Of a lookout, or of the crime details of a case: both keep the codes of item 4."""
    methods = ("method", "method_1", "method_2", "method_3")
    features = ("feature_1", "feature_2", "feature_3")
    return Pattern(
        crime_head=getattr(one, "crime_head", "") or getattr(one, "minor_head", ""),
        methods=tuple(_told(one, methods)),
        features=tuple(_told(one, features)),
        place_type=one.place_type,
        latitude="" if one.latitude is None else str(one.latitude),
        longitude="" if one.longitude is None else str(one.longitude),
        at=one.happened_at.isoformat(),
    )


def _told(one: Any, names: tuple[str, ...]) -> Iterator[str]:
    yield from (value for name in names if (value := getattr(one, name, "")))


def of_json(told: dict[str, Any]) -> Pattern:
    lists = {name: tuple(told[name]) for name in ("methods", "features")}
    return Pattern(**{**told, **lists})
