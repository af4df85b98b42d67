"""Sightings: what an officer saw or was told of, held at once against the lookouts in force."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from cctns.lib.wording import noop as _
from cctns.registers.book import Book, Part, Rows, Step
from cctns.registers.codes import GdKind
from cctns.registers.rules import Problem

from ..models import Sighting, SightingNumber

NOTHING = _("Name the person, or enter a number that was read")


def problems(entry: Any, _now: datetime) -> Iterator[Problem]:
    if not entry.name and not entry.mobile and not entry.lines:
        yield Problem("name", NOTHING, "")


SIGHTING = Book(
    name="sighting",
    title=_("Sightings"),
    one=_("Sighting"),
    model=Sighting,
    view="lookout.view",
    columns=("happened_at", "place", "name"),
    enter=Step(
        name="enter",
        event="sighting.entered",
        act="sighting.enter",
        title=_("Enter a sighting"),
        told=_("The sighting is entered and held against the lookouts"),
        stage="seen",
        parts=(
            Part(
                _("The sighting"),
                ("happened_at", "place", "latitude", "longitude", "seen_by", "description"),
            ),
            Part(
                _("The person"),
                (
                    "name",
                    "alias",
                    "relation",
                    "relative_name",
                    "sex",
                    "age",
                    "mobile",
                    "district_name",
                ),
                folded=True,
            ),
        ),
        rows=(Rows("numbers", _("Numbers"), SightingNumber, ("kind", "number")),),
        wants=("place", "seen_by", "description"),
        rule=problems,
        diary=GdKind.INFORMATION,
        tells="Sighting {number} at {place}: {description}",
    ),
)
