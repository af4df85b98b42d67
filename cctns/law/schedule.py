"""How an offence is classed: cognizable, bailable, which court (BNSS, CrPC, First Schedules)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from .tables import rows

BOOLEAN = {"yes": True, "no": False}


@dataclass(frozen=True)
class Class:
    """One row of a Schedule; a section can have several, the ordinary case comes first.

    `cognizable` and `bailable` are "yes", "no", "depends" (on the principal offence, or on who
    informs) or "unknown". `longest` is the longest term in years, "life", "death", or empty.
    """

    number: str
    offence: str
    punishment: str
    cognizable: str
    bailable: str
    triable_by: str
    longest: str
    source: str
    unverified: bool


def classes(act: str, number: str) -> tuple[Class, ...]:
    """The rows for exactly this section or sub-section; empty when the Schedule has none."""
    return _table().get(act, {}).get(number, ())


def below(act: str, number: str) -> tuple[Class, ...]:
    """The first row of each sub-section of a section."""
    start = number + "("
    return tuple(one[0] for key, one in _table().get(act, {}).items() if key.startswith(start))


def numbers(act: str) -> tuple[str, ...]:
    """Every section and sub-section with a row, in the Act's order."""
    return tuple(_table().get(act, {}))


@cache
def _table() -> dict[str, dict[str, tuple[Class, ...]]]:
    table: dict[str, dict[str, tuple[Class, ...]]] = {}
    for row in rows("classification.csv"):
        sections = table.setdefault(row["act"], {})
        sections[row["section"]] = (*sections.get(row["section"], ()), _class(row))
    return table


def _class(row: dict[str, str]) -> Class:
    return Class(
        number=row["section"],
        offence=row["offence"],
        punishment=row["punishment"],
        cognizable=row["cognizable"],
        bailable=row["bailable"],
        triable_by=row["triable_by"],
        longest=row["max_years"],
        source=row["source"],
        unverified=row["unverified"] == "yes",
    )
