"""Candidates for one record, and the daily run over the new ones; both directions alike."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from heapq import heapreplace, nsmallest
from operator import itemgetter

from . import telling
from .described import MISSING, Candidate, Described, Pair
from .weighing import REST_AT_MOST, Prepared, prepare, same_sex_possible, score, where_and_when
from .words import Token

LIMIT = 20  # as many as an officer looks through in one sitting
Ranked = tuple[float, Prepared]
_REST = REST_AT_MOST + 1e-6  # sums in another order differ by less


class Pool:
    """One side, prepared once: all missing persons, or everybody found.

    Raises ValueError when the two sides are mixed.
    """

    def __init__(self, records: Iterable[Described]) -> None:
        self._by_day = sorted(map(prepare, records), key=lambda one: (one.day, one.said.id))
        self._days = [one.day for one in self._by_day]
        if len({_is_missing(one) for one in self._by_day}) > 1:
            raise ValueError("a pool holds missing persons or found ones, not both")
        self._saying: dict[Token, list[int]] = defaultdict(list)
        for at, one in enumerate(self._by_day):
            for token in (*one.marks, *one.dress):
                self._saying[token].append(at)

    def __len__(self) -> int:
        return len(self._by_day)

    def candidates(self, one: Described, limit: int = LIMIT) -> list[Candidate]:
        """Who of the pool may be this one, likeliest first, at most `limit`.

        Empty when all are impossible or more speaks against each than for. Raises ValueError when
        `one` is of the pool's own side.
        """
        asked = prepare(one)
        best = nsmallest(limit, self._scored(asked, limit), key=_order)
        return [_candidate(asked, other, total) for total, other in best]

    def _scored(self, asked: Prepared, limit: int) -> list[Ranked]:
        """All that can be among the best, with what they score, in no order.

        Whoever can score most comes first; once the best are better than the others can be, the
        others need no look.
        """
        best: list[float] = [0.0] * limit
        scored = []
        for at_most, other in self._promising(asked):
            if at_most < best[0]:
                break
            total = score(*_sides(asked, other))
            if total > 0 and total >= best[0]:
                heapreplace(best, total)
                scored.append((total, other))
        return scored

    def _promising(self, asked: Prepared) -> list[Ranked]:
        """Everybody possible with the most that they can score, the highest first.

        Place, day and shared words are weighed, the rest is taken for as good as it can be.
        """
        shared = self._shared(asked)
        by_day, asked_is_missing = self._by_day, _is_missing(asked)
        ranked = []
        for at in self._possible_days(asked):
            other = by_day[at]
            if same_sex_possible(asked, other):
                sides = (asked, other) if asked_is_missing else (other, asked)
                ranked.append((where_and_when(*sides) + shared[at] + _REST, other))
        return sorted(ranked, key=itemgetter(0), reverse=True)

    def _shared(self, asked: Prepared) -> list[float]:
        """What the words in common with each of the pool weigh."""
        shared = [0.0] * len(self._by_day)
        for token in (*asked.marks, *asked.dress):
            if token.weight:
                for at in self._saying.get(token, ()):
                    shared[at] += token.weight
        return shared

    def _possible_days(self, asked: Prepared) -> range:
        """Places in the pool: nobody is found before they were last seen."""
        if self._by_day and _is_missing(asked) == _is_missing(self._by_day[0]):
            raise ValueError("missing persons are compared with found ones, not with each other")
        if _is_missing(asked):
            return range(bisect_left(self._days, asked.day), len(self._days))
        return range(bisect_right(self._days, asked.day))


def candidates(one: Described, others: Iterable[Described], limit: int = LIMIT) -> list[Candidate]:
    """Who of the others may be this one. To ask about several, make one Pool and ask that."""
    return Pool(others).candidates(one, limit)


def match_all(
    missing: Iterable[Described],
    found: Iterable[Described],
    new_since: datetime | None = None,
    limit: int = LIMIT,
) -> list[Pair]:
    """The daily run: each record changed at or after `new_since` (None: each record) against all
    of the other side. Every pair once, likeliest first. A record without `changed_at` is not new.
    """
    missing, found = list(missing), list(found)
    pairs: dict[tuple[str, str], Pair] = {}
    of_missing, of_found = Pool(missing), Pool(found)
    for one in _new(missing, new_since):
        for other in of_found.candidates(one, limit):
            pairs[one.id, other.id] = Pair(one.id, other.id, other.score, other.reasons)
    for one in _new(found, new_since):
        for other in of_missing.candidates(one, limit):
            pairs[other.id, one.id] = Pair(other.id, one.id, other.score, other.reasons)
    return sorted(pairs.values(), key=lambda pair: (-pair.score, pair.missing, pair.found))


def _new(records: Iterable[Described], since: datetime | None) -> list[Described]:
    if since is None:
        return list(records)
    return [one for one in records if one.changed_at and one.changed_at >= since]


def _candidate(asked: Prepared, other: Prepared, total: float) -> Candidate:
    return Candidate(other.said.id, total, telling.reasons(*_sides(asked, other)))


def _sides(asked: Prepared, other: Prepared) -> tuple[Prepared, Prepared]:
    return (asked, other) if _is_missing(asked) else (other, asked)


def _is_missing(one: Prepared) -> bool:
    return one.said.condition == MISSING


def _order(ranked: Ranked) -> tuple[float, str]:
    return -ranked[0], ranked[1].said.id
