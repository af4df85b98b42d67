"""The Acts that this system knows, each with the days on which it was in force."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from .tables import rows


@dataclass(frozen=True)
class Act:
    """An Act; `in_force_until` is its last day, None while it is in force.

    `version` names the edition of our table of the Act; it changes when a row of it changes.
    `state` is the State's code for a State Act. `whole`: every section of the Act is listed.
    """

    code: str
    title: str
    title_hi: str
    short: str
    short_hi: str
    in_force_from: date
    in_force_until: date | None
    version: str
    kind: str
    state: str
    whole: bool
    note: str

    def in_force(self, on: date) -> bool:
        return self.in_force_from <= on and (self.in_force_until or on) >= on


def act(code: str) -> Act:
    """KeyError for an Act that is not in our table."""
    return _all()[code]


def acts(on: date, *, state: str = "") -> list[Act]:
    """The Acts in force on a day: the central ones and those of one State, most used first."""
    return [one for one in _all().values() if one.in_force(on) and one.state in ("", state)]


def codes() -> list[str]:
    return list(_all())


def known(code: str) -> bool:
    return code in _all()


def version(code: str) -> str:
    """Which edition of the Act's table is in use, at most ten characters; KeyError if unknown."""
    return act(code).version


@cache
def _all() -> dict[str, Act]:
    return {row["code"]: _act(row) for row in rows("acts.csv")}


def _act(row: dict[str, str]) -> Act:
    return Act(
        code=row["code"],
        title=row["title"],
        title_hi=row["title_hi"],
        short=row["short"],
        short_hi=row["short_hi"],
        in_force_from=date.fromisoformat(row["in_force_from"]),
        in_force_until=_day(row["in_force_until"]),
        version=row["edition"],
        kind=row["kind"],
        state=row["state"],
        whole=row["whole"] == "yes",
        note=row["note"],
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
