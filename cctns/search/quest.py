"""One question on its way: what was read for it, and whether to read on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
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
FITTING = 1_000  # rows of a crowd that fit in year or place, of which the likeliest are scored
UNSIFTED = 300  # rows of a crowd of which nothing is told but names

Ranked = tuple[float, UUID, Candidate]  # the negative of the score: the best sort first


@dataclass(frozen=True, slots=True)
class Stage:
    """What is read at once, and the chance of its likeliest key."""

    wanted: Wanted
    chance: float
    of_anybody: bool = False  # whatever the name


class Quest:
    """Stage by stage, the best keys first; the later ones only while nobody fits in all parts."""

    def __init__(self, question: Question) -> None:
        self.question, self.scorer = question, Scorer(question)
        self.chosen = probes.choose(question)
        self.stages = [*_stages(question, self.chosen)]
        self.seen = dict[UUID, Ranked]()
        self.best = -inf
        self._at = 0

    def next(self) -> Wanted | None:
        """What to read next; None when all is read, or enough."""
        rest = self.stages[self._at :]
        if not rest or is_found(self.question, self.best, rest):
            return None
        self._at += 1
        return rest[0].wanted

    def meet(self, one: Candidate) -> None:
        """Score a mention that was read."""
        if one.id not in self.seen:
            if self.stages[self._at - 1].of_anybody and self.scorer.words(one.words) <= 0:
                return  # lives there and is of that age; the names speak against him
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


def _stages(question: Question, chosen: probes.Chosen) -> Iterator[Stage]:
    """The name's keys; whoever lives there and was born about then; a crowd, as far as it fits.

    Of a broad portion the server gives the likeliest. One of a rare name comes whole: a wrong year
    and place hide nobody there.
    """
    for portion in probes.stages(chosen.keys):
        most = probes.most_rows(sum(one.rows for one in portion))
        told = Wanted(question, _keys(portion), most, sift=question.sifts)
        yield Stage(told, _chance(portion))
    if expected := probes.neighbours(question):
        told = Wanted(question, [*question.homes], probes.most_rows(expected), [*question.births])
        yield Stage(told, 0.0, of_anybody=True)
    if chosen.crowded:
        chance = _chance(chosen.crowded)
        beside = [*question.homes, *question.births]
        most = FITTING if beside else UNSIFTED
        told = Wanted(question, _keys(chosen.crowded), most, beside, sift=bool(beside))
        yield Stage(told, chance)


def _keys(portion: Sequence[probes.Probe]) -> list[int]:
    return [one.key for one in portion]


def _chance(portion: Sequence[probes.Probe]) -> float:
    return max(one.chance for one in portion)


def is_found(question: Question, best: float, rest: Sequence[Stage]) -> bool:
    """Whether to read on would hardly show anybody more like the one who is meant.

    The score is the logarithm of a likelihood ratio: less that of all persons, of whom he is one,
    it is the logarithm of the odds that the best is he.
    """
    if question.is_narrow:
        odds = log(question.known.persons) + ODDS
        return best >= (odds if question.has_initials else min(question.most - SURE, odds))
    return best >= question.most - SURE and all(one.chance < NAMESAKES for one in rest)
