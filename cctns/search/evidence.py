"""What each likeness is worth: log-likelihood ratios in the sense of Fellegi and Sunter (1969).

weights.csv holds for each part and level how often it is met between two mentions of one person
(`match`) and of two persons (`chance`). The chance of a word is not in the table: it is how many
persons bear a word at least as like (term frequency, as in Splink), so that a rare name tells
much and "Kumar" little. `tools/name_weights.py` learns the table from pairs that are known.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from math import log

from cctns.lib.names import likeness


class Part(StrEnum):
    WORD = "word"
    RELATIVE = "relative"
    YEAR = "year"
    PLACE = "place"
    SEX = "sex"
    PHONE = "phone"
    IDENTITY = "identity"
    MARK = "mark"


# How alike two words are, strongest first: the level's name and its least likeness. Two that differ
# in nothing but what one's script does not write (b from p in Tamil: 0.98) are the same.
LEVELS = (
    ("same", 0.98), ("near", 0.93), ("sound", 0.86),
    ("like", 0.78), ("coarse", 0.70), ("slip", 0.0),
)  # fmt: skip
SPELT = "spelt"  # letter by letter the same
YEARS = (0, 1, 2, 3, 5, 10)


@dataclass(frozen=True, slots=True)
class Rate:
    """How often a level is met: between mentions of one person, and of two."""

    match: float
    chance: float | None

    @property
    def weight(self) -> float:
        """Natural logarithm of the ratio; for words, of `match` alone."""
        return log(self.match) if self.chance is None else log(self.match / self.chance)


@cache
def table() -> dict[tuple[str, str], Rate]:
    """weights.csv by part and level."""
    text = files(__package__).joinpath("weights.csv").read_text(encoding="utf-8")
    return {
        (row["part"], row["level"]): Rate(
            float(row["match"]), float(row["chance"]) if row["chance"] else None
        )
        for row in csv.DictReader(text.splitlines())
    }


@cache
def weight(part: str, level: str) -> float:
    """The log-likelihood ratio of a level; of a word's level, without its chance."""
    return table()[part, level].weight


@cache
def unspelt(part: str) -> float:
    """What more a level tells of a word in another script, which cannot be spelt as it is asked.

    The rates are those of all words. Without it whoever is written otherwise than he is asked for
    would stand behind namesakes who are not.
    """
    return -log(1 - table()[part, SPELT].match)


@cache
def years_level(apart: int) -> str:
    """The level of two years of birth so far apart."""
    return next((str(most) for most in YEARS if apart <= most), "more")


def level_of(likeness: float) -> str:
    """The level of two words so alike."""
    for name, least in LEVELS:
        if likeness >= least:
            return name
    raise ValueError(likeness)


def level_between(asked: str, held: str) -> str:
    """The level of two words: letter by letter the same tells more than the same sound."""
    return SPELT if asked == held else level_of(likeness(asked, held))
