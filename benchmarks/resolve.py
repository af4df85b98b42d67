"""Who is one person among mentions: our settings of Splink, and Splink as it comes, on one set.

The set is invented (benchmarks/invented) or made of a file's persons (`--persons FILE`); weights
were learned on another population. Febrl 4 is the set that every tool is measured on.
"""

from __future__ import annotations

import logging
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.invented import febrl, from_file
from benchmarks.invented import persons as population
from benchmarks.invented.persons import Told
from benchmarks.learn_identity import facts
from benchmarks.resolve_peers import plain, spark_equal
from cctns.identity.codes import LIKELY
from cctns.identity.resolve import duck
from cctns.identity.resolve.rows import rows

SEED = 2026
SIZES = {"small": 4_000, "full": 20_000}
ON_SPARK = {"small": 1_000, "full": 4_000}
JOINED = 0.5  # a link of the clusters that are measured: likelier than not
LEAST = 0.02
Figures = dict[str, float]
Pairs = dict[tuple[str, str], float]


@dataclass(frozen=True)
class Set:
    """Mentions and, apart from them, who they are."""

    mentions: list[Told]

    @property
    def truth(self) -> dict[str, int]:
        return {str(one.id): one.person for one in self.mentions}

    @property
    def true_pairs(self) -> int:
        return sum(len(one) * (len(one) - 1) // 2 for one in self._groups().values())

    def _groups(self) -> dict[int, list[Told]]:
        groups: dict[int, list[Told]] = defaultdict(list)
        for one in self.mentions:
            groups[one.person].append(one)
        return groups

    def rates(self, found: Iterable[tuple[str, str]], by: str = "") -> dict[str, tuple[int, ...]]:
        """Right, found and true pairs, of all ("") and of each region or script (`by`)."""
        of = {str(one.id): getattr(one, by) if by else "" for one in self.mentions}
        truth = self.truth
        counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
        for first, second in found:
            for part in {of[first], of[second]}:
                counts[part][0] += truth[first] == truth[second]
                counts[part][1] += 1
        for group in self._groups().values():
            for at, one in enumerate(group):
                for other in group[at + 1 :]:
                    for part in {of[str(one.id)], of[str(other.id)]}:
                        counts[part][2] += 1
        return {part: tuple(told) for part, told in counts.items()}


def run(size: str, persons: Path | None = None) -> tuple[Figures, dict[str, Any]]:
    """`persons` is a file of persons to make mentions of, in the place of invented ones."""
    logging.getLogger("splink").setLevel(logging.WARNING)
    count = SIZES[size]
    made = from_file.mentions(persons, count, SEED) if persons else None
    whole = Set(made or population.mentions(count, SEED))
    begun = time.monotonic()
    lines = rows(map(facts, whole.mentions))
    scored = duck.score(lines, least=LEAST)
    seconds = time.monotonic() - begun
    pairs = {(one.first, one.second): one.score for one in scored}
    figures = {"mentions": len(whole.mentions), "seconds": seconds, **measured(whole, pairs)}
    out_of_the_box = best_f1(whole, plain(whole.mentions))
    figures["margin"] = figures["pair_f1"] - out_of_the_box
    figures["spark_equal"] = spark_equal(lines[: ON_SPARK[size]])
    figures["febrl4_f1"] = best_f1(Set(febrl.mentions()), febrl_pairs())
    figures |= parts(whole, pairs)
    peer = {"name": "Splink's own comparisons, trained by EM, at its best threshold"}
    return figures, {"pair_f1": {**peer, "value": out_of_the_box}}


def febrl_pairs() -> Pairs:
    found = duck.score(rows(map(facts, febrl.mentions())), least=LEAST)
    return {(one.first, one.second): one.score for one in found}


def measured(whole: Set, pairs: Pairs) -> Figures:
    """At the best threshold, at that of suggestions, and as clusters."""
    likely = [pair for pair, score in pairs.items() if score >= LIKELY]
    right, found, true = whole.rates(likely)[""]
    met = whole.rates(pairs)[""]
    joined = clusters(whole, [pair for pair, score in pairs.items() if score >= JOINED])
    return {
        "pair_f1": best_f1(whole, pairs),
        "cluster_f1": b_cubed(whole.truth, joined),
        "suggestion_precision": right / max(found, 1),
        "suggestion_recall": right / true,
        "reviewed_recall": met[0] / true,
        "true_pairs": true,
    }


def best_f1(whole: Set, pairs: Pairs) -> float:
    """Over all thresholds: each matcher at its best."""
    truth, true = whole.truth, whole.true_pairs
    best, right = 0.0, 0
    for place, (pair, _score) in enumerate(sorted(pairs.items(), key=lambda one: -one[1]), 1):
        right += truth[pair[0]] == truth[pair[1]]
        best = max(best, 2 * right / (place + true))
    return best


def clusters(whole: Set, links: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Connected components, by their least id."""
    of = {str(one.id): str(one.id) for one in whole.mentions}

    def root(one: str) -> str:
        while of[one] != one:
            of[one] = of[of[one]]
            one = of[one]
        return one

    for first, second in links:
        a, b = sorted((root(first), root(second)))
        of[b] = a
    return {one: root(one) for one in of}


def b_cubed(truth: dict[str, int], found: dict[str, str]) -> float:
    """F1 of B-cubed (Bagga and Baldwin 1998): each mention's own precision and recall, averaged."""
    both: dict[tuple[int, str], int] = defaultdict(int)
    of_person: dict[int, int] = defaultdict(int)
    of_cluster: dict[str, int] = defaultdict(int)
    for one, person in truth.items():
        both[person, found[one]] += 1
        of_person[person] += 1
        of_cluster[found[one]] += 1
    precision = sum(n * n / of_cluster[cluster] for (_p, cluster), n in both.items()) / len(truth)
    recall = sum(n * n / of_person[person] for (person, _c), n in both.items()) / len(truth)
    return 2 * precision * recall / (precision + recall)


def parts(whole: Set, pairs: Pairs) -> Figures:
    """By region and by community: what is shown for review, is likelier than not, is likely."""
    figures: Figures = {}
    for by in ("region", "community"):
        shown = whole.rates(pairs, by)
        half, likely = (
            whole.rates([pair for pair, score in pairs.items() if score >= least], by)
            for least in (JOINED, LIKELY)
        )
        for part, (right, _found, true) in sorted(shown.items()):
            figures |= {f"pairs_{part}": true, f"recall_{part}": right / max(true, 1)}
            for name, rates in (("half_", half), ("likely_", likely)):
                met, called, _true = rates.get(part, (0, 0, 0))
                figures[f"{name}precision_{part}"] = met / max(called, 1)
                figures[f"{name}recall_{part}"] = met / max(true, 1)
    return figures
