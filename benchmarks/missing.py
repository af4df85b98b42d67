"""Missing persons against 20,000 found ones: 1,000 of them are the same people, told badly.

The pairs and their noise are invented (tests/lib/tracing_pairs.py). Peer: what a search form does
today: the same sex, age and height within five of what is told, found since, soonest first.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from itertools import islice

from cctns.lib.tracing import Described, Pool
from tests.lib import tracing_pairs

from . import ground

_RECORDS = 20_000
_PAIRS = 1_000
_BACKWARDS = {"small": 100, "full": 1_000}
_TOLERANCE = 5
_DEEP = 200  # as far as ranks are counted
_MORE_THAN_DEEP = _DEEP + 1

Find = Callable[[Described, int], list[str]]  # whom, how many


def run(size: str) -> ground.Result:
    sample = tracing_pairs.make(_PAIRS, _RECORDS)
    begun = time.perf_counter()
    pool = Pool(sample.found)
    prepare_s = time.perf_counter() - begun
    ranks, taken = _ask(_finder(pool), sample.missing, sample.truth)
    peer_ranks, peer_taken = _ask(_filter(sample.found), sample.missing, sample.truth)
    figures = {
        "recall_at_20": _recall(ranks.values(), 20),
        "p95_ms": _p95(taken),
        "recall_at_1": _recall(ranks.values(), 1),
        "mean_rank": sum(ranks.values()) / len(ranks),
        "prepare_s": prepare_s,
        **_hard(ranks, sample),
        "recall_backwards_at_20": _backwards(_BACKWARDS[size]),
    }
    name = f"sex, age ±{_TOLERANCE}, height ±{_TOLERANCE}, by date"
    peers: dict[str, ground.Peer] = {
        "recall_at_20": {"name": name, "value": _recall(peer_ranks.values(), 20)},
        "recall_at_1": {"name": name, "value": _recall(peer_ranks.values(), 1)},
        "mean_rank": {"name": name, "value": sum(peer_ranks.values()) / len(peer_ranks)},
        "p95_ms": {"name": name, "value": _p95(peer_taken)},
    }
    return figures, peers


def _ask(
    find: Find, asked: list[Described], truth: dict[str, str]
) -> tuple[dict[str, int], list[float]]:
    """The rank of the right one for each id that is asked about, and milliseconds of each."""
    ranks, taken = {}, []
    for one in asked:
        begun = time.perf_counter()
        found = find(one, 20)
        taken.append((time.perf_counter() - begun) * 1000)
        right = truth[one.id]
        found = found if right in found else find(one, _DEEP)
        ranks[one.id] = found.index(right) + 1 if right in found else _MORE_THAN_DEEP
    return ranks, taken


def _finder(pool: Pool) -> Find:
    return lambda one, limit: [each.id for each in pool.candidates(one, limit)]


def _recall(ranks: Iterable[int], within: int) -> float:
    told = list(ranks)
    return sum(rank <= within for rank in told) / len(told)


def _p95(taken: list[float]) -> float:
    return sorted(taken)[int(len(taken) * 0.95) - 1]


def _hard(ranks: dict[str, int], sample: tracing_pairs.Sample) -> dict[str, float]:
    """Recall at 20 of the pairs in which a side tells of no marks, or the sex is not known."""
    found = {one.id: one for one in sample.found}
    both = [(one, found[sample.truth[one.id]]) for one in sample.missing]
    unmarked = [one.id for one, other in both if not (_marked(one) and _marked(other))]
    unknown = [one.id for one, other in both if "unknown" in (one.sex, other.sex)]
    return {
        "recall_without_marks": _recall([ranks[one] for one in unmarked], 20),
        "pairs_without_marks": len(unmarked),
        "recall_sex_unknown": _recall([ranks[one] for one in unknown], 20),
        "pairs_sex_unknown": len(unknown),
    }


def _marked(one: Described) -> bool:
    return one.marks not in tracing_pairs.NO_MARKS


def _backwards(pairs: int) -> float:
    """Found ones against as many missing persons."""
    sample = tracing_pairs.make(pairs, pairs, seed=21, other_missing=_RECORDS - pairs)
    pool = Pool(sample.missing)
    truth = {found: missing for missing, found in sample.truth.items()}
    ranks, _ = _ask(_finder(pool), sample.found, truth)
    return _recall(ranks.values(), 20)


def _filter(found: list[Described]) -> Find:
    soonest = sorted(found, key=lambda each: (each.day, each.id))

    def find(one: Described, limit: int) -> list[str]:
        return [each.id for each in islice((e for e in soonest if _fits(one, e)), limit)]

    return find


def _fits(one: Described, other: Described) -> bool:
    return (
        other.day >= one.day
        and (one.sex == other.sex or other.sex == "unknown")
        and _overlap(one.age_from, one.age_to, other.age_from, other.age_to)
        and _overlap(one.height_from, one.height_to, other.height_from, other.height_to)
    )


def _overlap(least: int | None, most: int | None, low: int | None, high: int | None) -> bool:
    if least is None or most is None or low is None or high is None:
        return True
    return least - _TOLERANCE <= high and low <= most + _TOLERANCE
