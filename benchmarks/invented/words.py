"""Names of a region, common ones first: those of names.csv, then stems with endings, and surnames.

The scripts of northern and southern India lie in parallel blocks of Unicode, so that a stem written
in Devanagari is written in Telugu or Bengali by moving its letters.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

# Start of each script's block; regions without one keep to names.csv.
_BLOCKS = {
    "hi": 0x900, "mr": 0x900, "bn": 0x980, "pa": 0xA00, "gu": 0xA80, "or": 0xB00, "te": 0xC00,
    "kn": 0xC80, "ml": 0xD00,
}  # fmt: skip
# Letters that a script does not have, by one that it has.
_LACKS = {
    "bn": {"व": "ब", "ळ": "ल", "़": ""},
    "pa": {"ळ": "ल", "ऋ": "रि", "ृ": "्रि", "ष": "श", "ण": "न"},
    "or": {"व": "ब", "़": ""},
    "gu": {"़": ""}, "te": {"़": ""}, "kn": {"़": ""}, "ml": {"़": ""},
}  # fmt: skip


@dataclass(frozen=True)
class Word:
    """A name in Latin letters and in the script of its region ("" when it has none of its own)."""

    latin: str
    native: str


@cache
def names(region: str, part: str, sex: str = "") -> tuple[Word, ...]:
    """Given names or surnames ("given", "last") of a region."""
    own = [
        Word(one["latin"], one["native"])
        for one in _rows("names.csv")
        if (one["region"], one["part"], one["sex"]) == (region, part, sex)
    ]
    made = list(_made(region, part, sex)) if region in _BLOCKS else []
    Random(f"{region}{part}{sex}").shuffle(made)
    return tuple(dict.fromkeys([*own, *made]))


def community(region: str, words: Sequence[Word]) -> str:
    """Which community such a name is commonly taken for, "other" when none stands out.

    It is for the audit alone: the product holds no such table, and no name proves it of anybody.
    """
    told = {word.latin for word in words} | {""}
    return next(
        (
            one["community"]
            for one in _rows("communities.csv")
            if one["region"] in ("", region) and one["word"] in told
        ),
        "other",
    )


def _made(region: str, part: str, sex: str) -> Iterator[Word]:
    if part == "last":
        for one in _told("last"):
            yield Word(one.latin, _moved(one.native, region))
        return
    for stem in _told("stem"):
        for ending in _told(f"ending-{sex}"):
            yield Word(stem.latin + ending.latin, _moved(stem.native + ending.native, region))


@cache
def _told(part: str) -> tuple[Word, ...]:
    rows = (one for one in _rows("stems.csv") if one["part"] == part)
    return tuple(Word(one["latin"], one["native"]) for one in rows)


def _moved(text: str, region: str) -> str:
    for old, new in _LACKS.get(region, {}).items():
        text = text.replace(old, new)
    shift = _BLOCKS[region] - 0x900
    return "".join(chr(ord(one) + shift) for one in text)


@cache
def _rows(name: str) -> tuple[dict[str, str], ...]:
    with Path(__file__).with_name(name).open(encoding="utf-8") as file:
        return tuple(csv.DictReader(file))
