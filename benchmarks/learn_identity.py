"""Learns cctns/identity/resolve/weights.csv: the evidence of each level, in bits.

`python -m benchmarks.learn_identity`: logistic regression on labelled pairs of an invented
population that meet under a key, so that what goes together in families (surname, father, village,
telephone) is not counted several times over. The bench measures on another population.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.invented.persons import Told, mentions
from cctns.identity.resolve import duck
from cctns.identity.resolve import settings as told
from cctns.identity.resolve.rows import Facts, rows
from cctns.identity.resolve.settings import COMPARED, PRIOR, TERMS, Weight, level_names

SEED, ROWS = 7, 16_000
WEIGHTS = Path(told.__file__).with_name("weights.csv")
GROUND = ("initials", "fit")  # a level of a comparison that every pair has
FIRM = 1.0  # how far weights are held back (L2): a level that was never seen says nothing
Key = tuple[str, str]


def facts(one: Told) -> Facts:
    """What the matcher is told of an invented mention."""
    return Facts(
        id=str(one.id),
        name=one.name,
        relative=one.relative,
        sex=one.sex,
        born_from=one.birth_year,
        place=one.village,
        district=one.district,
        phones=one.phones,
        identities=one.identities,
    )


def features() -> list[Key]:
    """Prior, every level that may speak, and the rarity of names as ("plain", "term") at last."""
    levels = [(name, level) for name in COMPARED for level in level_names(name)[:-1]]
    return [PRIOR, *levels, *((name, "term") for name in dict.fromkeys(name for name, _l in TERMS))]


def matrix(columns: dict[str, Any]) -> np.ndarray:
    """One line a pair, one column a feature; `columns` are Splink's, an array each."""
    place = {key: at for at, key in enumerate(features())}
    lines = np.zeros((len(columns["id_l"]), len(place)), dtype=np.float32)
    lines[:, 0] = 1
    for name in COMPARED:
        levels, held = level_names(name), columns[f"gamma_{name}"]
        for number, level in enumerate(levels[:-1]):
            at = held == number
            lines[at, place[name, level]] = 1
            if (name, level) in TERMS:
                column = TERMS[name, level]
                most = np.maximum(columns[f"tf_{column}_l"][at], columns[f"tf_{column}_r"][at])
                lines[at, place[name, "term"]] = -np.log2(most)
    return lines


def regress(lines: np.ndarray, same: np.ndarray) -> np.ndarray:
    """Weights in bits, by Newton's method (IRLS)."""
    x, bits = lines.astype(np.float64), np.zeros(lines.shape[1])
    for _step in range(30):
        p = 1 / (1 + np.exp2(-np.clip(x @ bits, -60, 60)))
        slope = x.T @ (same - p) - FIRM * bits
        bend = (x * (p * (1 - p))[:, None]).T @ x * np.log(2) + FIRM * np.eye(len(bits))
        change = np.linalg.solve(bend, slope)
        bits += change
        if np.abs(change).max() < 1e-4:
            break
    return bits


def grounded(bits: dict[Key, float]) -> dict[Key, float]:
    """The same sums with GROUND at nothing: that initials fit must not read as against it."""
    name, ground = GROUND[0], bits[GROUND]
    moved = {key: one - ground if key[0] == name else one for key, one in bits.items()}
    return moved | {PRIOR: bits[PRIOR] + ground}


def learn(count: int = ROWS) -> dict[Key, Weight]:
    made = mentions(count, SEED)
    persons = {str(one.id): one.person for one in made}
    # A term of next to nothing: Splink then tells frequencies without using them.
    blank = dict.fromkeys(features(), Weight(0.0)) | dict.fromkeys(TERMS, Weight(0.0, 1e-9))
    pairs = duck.columns(rows(map(facts, made)), told.settings(blank))
    ids = zip(pairs["id_l"], pairs["id_r"], strict=True)
    same = np.array([persons[one] == persons[other] for one, other in ids], float)
    bits = grounded(dict(zip(features(), regress(matrix(pairs), same), strict=True)))
    return {
        key: Weight(bits[key], bits[key[0], "term"] if key in TERMS else 0.0)
        for key in features()
        if key[1] != "term"
    }


def main() -> None:
    learned = learn()
    with WEIGHTS.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("comparison", "level", "bits", "term"))
        for (name, level), one in learned.items():
            writer.writerow((name, level, f"{one.bits:.2f}", f"{one.term:.2f}"))
    print(WEIGHTS.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
