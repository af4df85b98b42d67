"""Code lists of IIF-II: crime heads, methods, features of the crime, kinds of place and motive.

NCRB's code books are not public: these lists are our own, in English and Hindi, in
`law/data/crime/`. Codes are stable, for statistics and for linking crimes; minor heads and methods
begin with their major head ("theft.phone"), so that they cannot fall under another one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.utils.functional import lazy
from django.utils.translation import get_language

from cctns.law.tables import rows

Choices = list[tuple[Any, Any]]


def major_of(code: str) -> str:
    """The major head of a minor head or a method."""
    return code.partition(".")[0]


def major_heads() -> Choices:
    return _listed("major_heads")


def minor_heads() -> Choices:
    return _grouped("minor_heads")


def methods() -> Choices:
    return _grouped("methods")


def conveyances() -> Choices:
    return _listed("conveyances")


def characters() -> Choices:
    return _listed("characters")


def languages() -> Choices:
    return _listed("languages")


def features() -> Choices:
    return _listed("features")


def places() -> Choices:
    return _listed("places")


def property_types() -> Choices:
    return _listed("property_types")


def motives() -> Choices:
    return _listed("motives")


def _listed(name: str) -> Choices:
    return [(row["code"], _words(row)) for row in rows(f"crime/{name}.csv")]


def _grouped(name: str) -> Choices:
    """Under the words of their major heads, as lists to pull down show them."""
    found = _listed(name)
    return [
        (words, [(code, told) for code, told in found if major_of(code) == major])
        for major, words in major_heads()
    ]


def _words(row: dict[str, str]) -> Any:
    """In the reader's language when the words are shown: Hindi, or English."""
    return _lazily(lambda: row["hi" if (get_language() or "").startswith("hi") else "en"])


def _lazily(tell: Callable[[], str]) -> Any:
    return lazy(tell, str)()
