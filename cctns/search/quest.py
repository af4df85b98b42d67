"""One question on its way: what was read for it, and whether to read on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count, islice
from math import inf, log
from operator import itemgetter

from . import candidates, probes
from .candidates import Candidate, Filters, Wanted
from .question import Question
from .scoring import Scorer

SURE = 3.0  # a score so near the most there can be is not looked beyond
ODDS = 2.0  # logarithm of the odds at which somebody is held to be the one meant
NAMESAKES = 0.015  # chance of a key that may hold more of the same name
FITTING = 1_200  # rows of a crowd that fit in two keys, of which the likeliest are scored
SIFTED = 3  # rows that the server looks at for each that would be read unsifted
UNSIFTED = 600  # rows of a crowd of which nothing is told but names
# Rows that are scored of those that the server sifts. Who has a rare name, or two common keys, is
# met before: what a broad portion adds is little, and the crowd is the last resort.
OF_PORTION = 40
OF_BOTH = 110
OF_CROWD = 200

Ranked = tuple[float, str, Candidate]  # the negative of the score: the best sort first
Met = tuple["Quest", Candidate]


@dataclass(frozen=True, slots=True)
class Stage:
    """What is read at once, and the chance of its likeliest key."""

    wanted: Wanted
    chance: float


class Quest:
    """Stage by stage, the best keys first; the later ones only while nobody fits in all parts."""

    def __init__(self, question: Question) -> None:
        self.question, self.scorer = question, Scorer(question)
        self.chosen = probes.choose(question)
        self.stages = [*_stages(question, self.chosen)]
        self.seen = dict[str, Ranked]()
        self.best, self.fits = -inf, False

    def wants(self, at: int) -> bool:
        """Whether its stage `at` is to be read: there is one, and nobody was found before it."""
        rest = self.stages[at:]
        return bool(rest) and not (self.fits and is_found(self.question, self.best, rest))

    def meet(self, one: Candidate) -> None:
        """Score a mention that was read."""
        if one.id not in self.seen:
            score = self.scorer.score(one)
            self.seen[one.id] = (-score, one.id, one)
            if score > self.best:
                self.best, self.fits = score, self.scorer.fits(one)

    def ranked(self) -> list[Ranked]:
        """All that were met, the best first."""
        return sorted(self.seen.values(), key=itemgetter(0, 1))

    def equals(self, within: float) -> int:
        """How many score within so much of the best."""
        return sum(score <= within - self.best for score, _, _ in self.seen.values())


def read_all(quests: Sequence[Quest], only: Filters) -> None:
    """Read for all of them side by side, a stage of each at a time.

    Where somebody waits for one answer, the next stage is asked for before the one that came is
    scored: the server reads meanwhile. What it read when nobody was wanted any more is not looked
    at; a long list has both processors at work as it is.
    """
    hurries = len(quests) == 1
    with candidates.by_index():
        going = [one for one in quests if one.wants(0)]
        asked = _ask(going, 0, only)
        for at in count():
            ahead = _ask(going, at + 1, only) if hurries else None
            for one, met in asked():
                one.meet(met)
            going = [one for one in going if one.wants(at + 1)]
            if not going:
                return
            asked = ahead or _ask(going, at + 1, only)


def _ask(going: Sequence[Quest], at: int, only: Filters) -> Callable[[], Iterator[Met]]:
    """Ask for stage `at` of all that have one; what is called then waits for the answer."""
    asking = [one for one in going if at < len(one.stages)]
    cursors = candidates.ask([one.stages[at].wanted for one in asking], only)
    return lambda: ((asking[number], met) for number, met in candidates.met(cursors))


def _stages(question: Question, chosen: probes.Chosen) -> Iterator[Stage]:
    """The rarest keys; whoever has two common ones, or one and lives there; the others; a crowd.

    Of many rows the server gives the likeliest, where year or place is told. Of rare keys it gives
    twice the rows that are expected: a wrong year and place hide hardly anybody there.
    """
    portions = (_portion(question, one) for one in probes.stages(chosen.keys))
    yield from islice(portions, 1)
    beside = [*_keys(chosen.related), *question.homes]
    if chosen.named and beside:
        yield _common(question, chosen.named, beside, OF_BOTH)
    yield from portions
    if chosen.crowded:
        yield _common(question, chosen.crowded, [*question.homes], OF_CROWD)


def _portion(question: Question, keys: Sequence[probes.Probe]) -> Stage:
    rows = sum(one.rows for one in keys)
    most, likeliest = probes.most_rows(rows), 0
    if question.sifts:
        likeliest = OF_PORTION if rows > probes.PORTION else most
        most = min(FITTING, SIFTED * most)
    return Stage(Wanted(question, _keys(keys), most, likeliest=likeliest), _chance(keys))


def _common(
    question: Question, keys: Sequence[probes.Probe], beside: Sequence[int], likeliest: int
) -> Stage:
    most, likeliest = (FITTING, likeliest) if question.sifts else (UNSIFTED, 0)
    return Stage(Wanted(question, _keys(keys), most, beside, likeliest), _chance(keys))


def _keys(portion: Sequence[probes.Probe]) -> list[int]:
    return [one.key for one in portion]


def _chance(portion: Sequence[probes.Probe]) -> float:
    return max(one.chance for one in portion)


def is_found(question: Question, best: float, rest: Sequence[Stage]) -> bool:
    """Whether to read on would hardly show anybody more like the one who is meant.

    The score is the logarithm of a likelihood ratio: less that of all persons, of whom he is one,
    it is the logarithm of the odds that the best is he.
    """
    sure = best >= question.most - SURE and all(one.chance < NAMESAKES for one in rest)
    if question.is_narrow:
        odds = log(question.known.persons) + ODDS
        return best >= odds or (sure and not question.has_initials)
    return sure
