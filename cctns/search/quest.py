"""One question on its way: what was read for it, and whether to read on."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf, log
from operator import itemgetter
from uuid import UUID

from . import candidates, probes
from .candidates import Candidate, Filters, Wanted
from .question import Question
from .scoring import Scorer

SURE = 3.0  # a score so near the most there can be is not looked beyond
ODDS = 2.0  # logarithm of the odds at which somebody is held to be the one meant
NAMESAKES = 0.015  # chance of a key that may hold more of the same name

Ranked = tuple[float, UUID, Candidate]  # the negative of the score: the best sort first


class Quest:
    """Stage by stage, the best keys first; the later ones only while nobody fits in all parts."""

    def __init__(self, question: Question) -> None:
        self.question, self.scorer = question, Scorer(question)
        self.chosen = probes.choose(question)
        self.stages = [*probes.stages(self.chosen.keys)]
        if neighbours := probes.neighbours(question):
            self.stages.append(neighbours)
        if self.chosen.crowded:
            self.stages.append(self.chosen.crowded)
        self.seen = dict[UUID, Ranked]()
        self.best = -inf
        self._at = 0

    def next(self) -> Wanted | None:
        """What to read next; None when all is read, or enough."""
        rest = self.stages[self._at :]
        if not rest or is_found(self.question, self.best, [one for part in rest for one in part]):
            return None
        self._at += 1
        sift = rest[0] is self.chosen.crowded and self.question.sifts
        most = probes.crowd(self.question) if sift else probes.most_rows(rest[0])
        return Wanted(self.question, [one.key for one in rest[0]], most, sift)

    def meet(self, one: Candidate) -> None:
        """Score a mention that was read."""
        if one.id not in self.seen:
            score = self.scorer.score(one)
            self.seen[one.id] = (-score, one.id, one)
            self.best = max(self.best, score)

    def ranked(self) -> list[Ranked]:
        """All that were met, the best first."""
        return sorted(self.seen.values(), key=itemgetter(0, 1))

    def equals(self, within: float) -> int:
        """How many score within so much of the best."""
        return sum(score <= within - self.best for score, _, _ in self.seen.values())


def read_all(quests: Sequence[Quest], only: Filters) -> None:
    """Read for all of them side by side, a stage of each at a time."""
    with candidates.by_index() as cursor:
        going = list(quests)
        while going:
            asking = [(one, wanted) for one in going if (wanted := one.next())]
            going = [one for one, _ in asking]
            for number, met in candidates.read(cursor, [one for _, one in asking], only):
                going[number].meet(met)


def is_found(question: Question, best: float, rest: Sequence[probes.Probe]) -> bool:
    """Whether to read on would hardly show anybody more like the one who is meant.

    The score is the logarithm of a likelihood ratio: less that of all persons, of whom he is one,
    it is the logarithm of the odds that the best is he.
    """
    if question.is_narrow:
        odds = log(question.known.persons) + ODDS
        return best >= (odds if question.has_initials else min(question.most - SURE, odds))
    return best >= question.most - SURE and all(one.chance < NAMESAKES for one in rest)
