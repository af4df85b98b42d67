"""What Splink compares, level by level: one settings object for DuckDB and for Spark.

Every condition is plain SQL that both understand, so no function of one engine decides. How much a
level says stands in `weights.csv`, in bits of evidence; benchmarks/learn_identity.py learns it. The
sum is Fellegi and Sunter's (1969), as Splink adds it up (Linacre et al., 2022); a name that many
have says less (`term`: how much of its rarity counts).
"""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from math import log2
from typing import Any

from splink import SettingsCreator, block_on
from splink.comparison_level_library import (
    AbsoluteDifferenceLevel,
    And,
    ArrayIntersectLevel,
    ArraySubsetLevel,
    CustomLevel,
    ElseLevel,
    ExactMatchLevel,
    NullLevel,
)
from splink.comparison_library import CustomComparison
from splink.internals.comparison_level_creator import ComparisonLevelCreator

SHOWN = 0.30  # below it nobody is asked

Levels = dict[str, ComparisonLevelCreator]


def _name(column: str) -> Levels:
    """Words in any order: a surname written first is the same name. The strongest comes first."""
    plain, fine, words = (f"{column}{part}" for part in ("plain", "fine", "words"))
    longer = f"greatest(length({plain}_l), length({plain}_r))"
    near = f"levenshtein({plain}_l, {plain}_r) * 6 <= {longer}"
    return {
        "none": NullLevel(plain),
        "spelling": ExactMatchLevel(plain),
        "sound": ExactMatchLevel(fine),
        "near": CustomLevel(near),
        "part_of_two": And(ArraySubsetLevel(words), ArrayIntersectLevel(words, 2)),
        "part": And(ArraySubsetLevel(words), ArrayIntersectLevel(words, 1)),
        "two_words": ArrayIntersectLevel(words, 2),
        "word": ArrayIntersectLevel(words, 1),
        "other": ElseLevel(),
    }


def _shared(column: str) -> Levels:
    one = ArrayIntersectLevel(column, 1)
    return {"none": NullLevel(column), "shared": one, "other": ElseLevel()}


def _years() -> Levels:
    near = {f"within_{years}": AbsoluteDifferenceLevel("birth_year", years) for years in (1, 3, 6)}
    equal = ExactMatchLevel("birth_year")
    return {"none": NullLevel("birth_year"), "equal": equal, **near, "other": ElseLevel()}


def _place() -> Levels:
    same = CustomLevel("place_l = place_r AND district_l = district_r")
    return {
        "none": NullLevel("district"),
        "village": same,
        "district": ExactMatchLevel("district"),
        "other": ElseLevel(),
    }


def _initials() -> Levels:
    """First sounds of all words: "N. Patil" is not Lakhan Patil."""
    return {
        "none": NullLevel("initials"),
        "fit": ArraySubsetLevel("initials"),
        "other": ElseLevel(),
    }


def _sex() -> Levels:
    return {"none": NullLevel("sex"), "equal": ExactMatchLevel("sex"), "other": ElseLevel()}


# Made anew for each settings object: Splink configures them in place.
COMPARED: dict[str, Callable[[], Levels]] = {
    "name": lambda: _name(""),
    "initials": _initials,
    "relative": lambda: _name("relative_"),
    "birth_year": _years,
    "sex": _sex,
    "place": _place,
    "phone": lambda: _shared("phones"),
    "identity": lambda: _shared("identities"),
}
# The column whose frequency tells how rare the name is.
TERMS = {
    ("name", "spelling"): "plain",
    ("name", "sound"): "fine",
    ("relative", "spelling"): "relative_plain",
    ("relative", "sound"): "relative_fine",
}


PRIOR = ("prior", "")
_U = 2.0**-20  # any: only the ratio m / u counts


@dataclass(frozen=True)
class Weight:
    """Evidence of a level in bits, and how much of the rarity of its term is added."""

    bits: float
    term: float = 0.0

    @property
    def ratio(self) -> float:
        """m / u as Splink asks for it: it multiplies by (u / frequency) ** term itself."""
        return float(2.0 ** (self.bits - self.term * log2(_U)))


@cache
def weights() -> dict[tuple[str, str], Weight]:
    """(comparison, level) to its weight; PRIOR is that of two mentions that meet under a key."""
    text = resources.files(__package__).joinpath("weights.csv").read_text(encoding="utf-8")
    return {
        (one["comparison"], one["level"]): Weight(float(one["bits"]), float(one["term"] or 0))
        for one in csv.DictReader(text.splitlines())
    }


def settings(learned: dict[tuple[str, str], Weight] | None = None, **more: Any) -> SettingsCreator:
    """The one settings object; with other weights than those of `weights.csv` to learn them."""
    told = weights() if learned is None else learned
    odds = 2.0 ** told.get(PRIOR, Weight(0.0)).bits
    return SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="id",
        probability_two_random_records_match=odds / (1 + odds),
        blocking_rules_to_generate_predictions=[block_on("keys", arrays_to_explode=["keys"])],
        comparisons=[_comparison(name, make(), told) for name, make in COMPARED.items()],
        retain_matching_columns=True,  # else Splink does not say which level held
        retain_intermediate_calculation_columns=True,
        **more,
    )


def _comparison(name: str, levels: Levels, told: dict[tuple[str, str], Weight]) -> CustomComparison:
    for label, level in levels.items():
        level.configure(label_for_charts=label)
        if label == "none":
            continue
        weight = told.get((name, label), Weight(0.0))
        level.configure(m_probability=_U * weight.ratio, u_probability=_U)
        if weight.term:
            level.configure(
                tf_adjustment_column=TERMS[name, label],
                tf_adjustment_weight=weight.term,
                disable_tf_exact_match_detection=True,
            )
    return CustomComparison(list(levels.values()), output_column_name=name)


def level_names(comparison: str) -> list[str]:
    """Levels in the order of Splink's numbers: the last, "other", is 0; "none" is -1."""
    told = [one for one in COMPARED[comparison]() if one != "none"]
    return [*reversed(told), "none"]
