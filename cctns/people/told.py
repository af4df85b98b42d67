"""A person as told, in the form in which mentions are compared: years, telephones, marks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from cctns.lib.text import ascii_digits

from .features import told_features

LONGEST = 200  # letters of a place
LONGEST_MARKS = 500
_SHORTEST_PHONE = 6


def named(one: Any) -> dict[str, Any]:
    """Name, relative, sex, place and telephones of a `Mention`."""
    return {
        "name": one.name,
        "alias": one.alias,
        "relation": one.relation,
        "relative_name": one.relative_name,
        "sex": one.sex,
        "place": ", ".join(part for part in (one.street, one.village, one.area) if part)[:LONGEST],
        "phones": phones(one.phone, one.mobile),
    }


def born(one: Any, year: int) -> tuple[int | None, int | None]:
    """The first and the last year of birth that what is told allows; ages are of `year`."""
    if one.born_on:
        return one.born_on.year, one.born_on.year
    if one.birth_year:
        return one.birth_year, one.birth_year
    return born_by(one.age, one.age, year)


def born_by(least: int | None, most: int | None, year: int) -> tuple[int | None, int | None]:
    """Of an age in whole years from `least` to `most`, told in `year`."""
    if least is None or most is None:
        return None, None
    return year - most - 1, year - least


def phones(*numbers: str) -> tuple[str, ...]:
    """The last ten digits of each: with +91, with 0 or bare it is the same telephone."""
    digits = ("".join(one for one in ascii_digits(told) if one.isdigit()) for told in numbers)
    return tuple(dict.fromkeys(one[-10:] for one in digits if len(one) >= _SHORTEST_PHONE))


def marks(features: dict[str, Any] | None) -> str:
    """The feature sheet on one line, in English."""
    told = "; ".join(f"{name}: {value}" for name, value in told_features(features or {}))
    return told[:LONGEST_MARKS]


def translated_marks(line: str, translate: Callable[[str], str]) -> str:
    """That line in another language: the sheet's own words; what an officer wrote stays."""
    pieces = (one.split(": ", 1) for one in line.split("; "))
    return "; ".join(": ".join(translate(word) if word else "" for word in one) for one in pieces)
