"""The sections of an Act: heading, class, and the section of the other code that matches it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from . import numbers, schedule
from .enactments import act as act_of
from .schedule import BOOLEAN, Class
from .tables import exists, rows

NOT_YET = date.max  # enacted, not brought into force


@dataclass(frozen=True)
class Section:
    """A section or sub-section; `heading_hi` is empty where we are not certain of it.

    `cognizable` and `bailable` are None when it depends, or is not known; `classes` say which.
    `unverified`: its class must be checked against the Gazette before it is relied on.
    """

    act: str
    number: str
    heading: str
    heading_hi: str
    cognizable: bool | None
    bailable: bool | None
    punishment: str
    triable_by: str
    unverified: bool
    classes: tuple[Class, ...]
    in_force_from: date
    in_force_until: date | None

    def in_force(self, on: date) -> bool:
        return self.in_force_from <= on and (self.in_force_until or on) >= on


def find_section(act: str, number: str) -> Section | None:
    """The section in force or not; a clause nobody classifies takes the class of its section.

    Reads "u/s 303 (2)", "498a", "354(B)" and Devanagari digits. None if the Act has no such
    section in our table.
    """
    number = canonical(act, number)
    return _section(act, number) if number else None


def canonical(act: str, number: str) -> str:
    """The number as the Act writes it; empty when our table of the Act does not have it."""
    number, known = numbers.clean(number), listed(act)
    if number in known:
        return number
    other = numbers.lettered(number)
    if other and numbers.parents(other)[-1] in known and not _classified(act, number):
        number = other
    base = numbers.parents(number)[-1]
    return number if base in known and _has_part(known[base], number) else ""


def search_sections(act: str, prefix: str, *, limit: int = 20) -> list[Section]:
    """Sections whose number begins so, sub-sections included, in the Act's order."""
    start = numbers.clean(prefix)
    found = [number for number in _in_order(act) if number.startswith(start)]
    return [_section(act, number) for number in found[:limit]]


def corresponding(act: str, number: str) -> list[Section]:
    """What the other code has in its place: IPC and BNS, CrPC and BNSS. Empty if nothing."""
    number = canonical(act, number)
    pairs = _pairs().get(act, {})
    for one in numbers.parents(number):
        if one in pairs:
            return [found for pair in pairs[one] if (found := find_section(*pair))]
    inside = [pair for key, each in pairs.items() if key.startswith(number + "(") for pair in each]
    return [found for pair in inside if number and (found := find_section(*pair))]


@cache
def _section(act: str, number: str) -> Section:
    row = next(listed(act)[one] for one in numbers.parents(number) if one in listed(act))
    found = _classes(act, number)
    part = len(found) > 0 and "(" in number and row["number"] != number
    return Section(
        act=act,
        number=number,
        heading=found[0].offence if part and schedule.classes(act, number) else row["heading"],
        heading_hi=row["heading_hi"],
        cognizable=_agreed(act, number, [one.cognizable for one in found]),
        bailable=_agreed(act, number, [one.bailable for one in found]),
        punishment=found[0].punishment if found else "",
        triable_by=found[0].triable_by if found else "",
        unverified=any(one.unverified for one in found),
        classes=found,
        in_force_from=_day(row["in_force_from"]) or act_of(act).in_force_from,
        in_force_until=_day(row["in_force_until"]) or act_of(act).in_force_until,
    )


def _classes(act: str, number: str) -> tuple[Class, ...]:
    for one in numbers.parents(number):
        found = schedule.classes(act, one) or _below(act, one)
        if found:
            return found
    return ()


def _below(act: str, number: str) -> tuple[Class, ...]:
    """The sub-sections' classes, without those that nobody has brought into force."""
    never = {key for key, row in listed(act).items() if _day(row["in_force_from"]) == NOT_YET}
    return tuple(one for one in schedule.below(act, number) if one.number not in never)


def _agreed(act: str, number: str, answers: list[str]) -> bool | None:
    """The ordinary case speaks for a sub-section; the sub-sections of a section must agree."""
    whole = not any(schedule.classes(act, one) for one in numbers.parents(number))
    agreed = not whole or len(set(answers)) == 1
    return BOOLEAN.get(answers[0]) if answers and agreed else None


def _classified(act: str, number: str) -> bool:
    return any(schedule.classes(act, one) for one in numbers.parents(number)[:-1])


def _has_part(row: dict[str, str], number: str) -> bool:
    """Refuses 303(9) where we know that section 303 ends with (2)."""
    part = number[len(row["number"]) :].partition(")")[0].lstrip("(")
    known = row["subsections"]
    return not (part.isdigit() and known and int(known) and int(part) > int(known))


@cache
def listed(act: str) -> dict[str, dict[str, str]]:
    """The rows of an Act's own table by section; empty for an Act without one."""
    name = f"sections/{act}.csv"
    return {row["number"]: row for row in rows(name)} if exists(name) else {}


@cache
def _in_order(act: str) -> list[str]:
    return sorted({*listed(act), *schedule.numbers(act)}, key=numbers.order)


@cache
def _pairs() -> dict[str, dict[str, list[tuple[str, str]]]]:
    found: dict[str, dict[str, list[tuple[str, str]]]] = {}
    for row in rows("correspondence.csv"):
        old, new = (row["old_act"], row["old"]), (row["new_act"], row["new"])
        for here, there in ((old, new), (new, old)):
            found.setdefault(here[0], {}).setdefault(here[1], []).append(there)
    return found


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
