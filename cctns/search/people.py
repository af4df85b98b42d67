"""Finds persons by what is known of them. No access control: that is the caller's transaction.

Three steps: keys are chosen (probes.py), their rows read from one index under a budget
(candidates.py), and scored (scoring.py). No step reads the table through.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import inf, log
from operator import itemgetter
from uuid import UUID

from django.db import connection

from cctns.lib.clock import now

from . import candidates, probes, vocabulary
from .candidates import Candidate, Filters
from .mentions import FIELDS, MentionRow, mention_of
from .question import Asked, Question
from .reasons import Reason, explain
from .scoring import Scorer

EQUAL = 1.0  # scores within this of the best cannot be told apart by what was asked
SURE = 3.0  # a score so near the most there can be is not looked beyond
ODDS = 2.0  # logarithm of the odds at which somebody is held to be the one meant
NAMESAKES = 0.015  # chance of a key that may hold more of the same name
TOO_MANY = 200  # candidates as good as the best, from which more should be asked

__all__ = ["Asked", "Filters", "Found", "Hit", "Reason", "find"]


@dataclass(frozen=True)
class Hit:
    """A mention found and its score (natural logarithm of the odds' ratio)."""

    mention: MentionRow
    score: float
    _scorer: Scorer = field(repr=False, compare=False)
    _candidate: Candidate = field(repr=False, compare=False)

    @cached_property
    def reasons(self) -> tuple[Reason, ...]:
        """What made the score; told when asked for: a list of 100,000 lines never does."""
        return tuple(explain(self._scorer, self._candidate))


@dataclass(frozen=True, slots=True)
class Found:
    """Hits, the best first; `equals` mentions, shown or not, answer as well as the first."""

    hits: tuple[Hit, ...]
    equals: int
    candidates: int
    more: tuple[float, UUID] | None  # `after` of the next page
    advice: str = ""  # unreadable, only_initials, unknown, too_common: what would help


Ranked = tuple[float, UUID, Candidate]  # the negative of the score: the best sort first

_MENTIONS = (
    f"SELECT {', '.join(FIELDS)} FROM search_person_seen "  # noqa: S608 - our own field names
    "WHERE state = ANY(%s) AND id = ANY(%s)"
)


def find(
    asked: Asked,
    *,
    limit: int = 20,
    after: tuple[float, UUID] | None = None,
    only: Filters | None = None,
) -> Found:
    """The persons that answer best. Never raises for what was asked; no scan of the table."""
    question = Question(asked, vocabulary.held(), now().year)
    scorer = Scorer(question)
    chosen = probes.choose(question)
    ranked = _ranked(scorer, chosen, only or Filters())
    start = 0
    if after is not None:
        start = sum((score, key) <= (-after[0], after[1]) for score, key, _ in ranked)
    page = ranked[start : start + limit]
    more = start + limit < len(ranked) and bool(page)
    best = ranked[0][0] if ranked else 0.0
    equals = sum(score <= best + EQUAL for score, _, _ in ranked)
    return Found(
        hits=tuple(_hits(scorer, page)),
        equals=equals,
        candidates=len(ranked),
        more=(-page[-1][0], page[-1][1]) if more else None,
        advice=_advice(question, chosen, equals),
    )


def _ranked(scorer: Scorer, chosen: probes.Chosen, only: Filters) -> list[Ranked]:
    """Stage by stage, the best keys first; the later ones only while nobody fits in all parts."""
    question, seen = scorer.question, dict[UUID, Ranked]()
    best, stages = -inf, [*probes.stages(chosen.keys)]
    if chosen.crowded:
        stages.append(chosen.crowded)
    with candidates.by_index() as cursor:
        for at, stage in enumerate(stages):
            if _is_found(question, best, [one for later in stages[at:] for one in later]):
                break
            sift = stage is chosen.crowded and question.sifts
            most = probes.CROWD if sift else probes.most_rows(stage)
            keys = [one.key for one in stage]
            for one in candidates.read(cursor, keys, question, only, most=most, sift=sift):
                if one.id not in seen:
                    score = scorer.score(one)
                    seen[one.id] = (-score, one.id, one)
                    best = max(best, score)
    return sorted(seen.values(), key=itemgetter(0, 1))


def _is_found(question: Question, best: float, rest: Sequence[probes.Probe]) -> bool:
    """Whether to read on would hardly show anybody more like the one who is meant.

    The score is the logarithm of a likelihood ratio: less that of all persons, of whom he is one,
    it is the logarithm of the odds that the best is he.
    """
    if question.is_narrow:
        sure = question.most - SURE
        return best >= min(sure, log(question.known.persons) + ODDS)
    return best >= question.most - SURE and all(one.chance < NAMESAKES for one in rest)


def _hits(scorer: Scorer, page: Sequence[Ranked]) -> Iterator[Hit]:
    if not page:
        return
    with connection.cursor() as cursor:
        states = sorted({one.state for _, _, one in page})
        cursor.execute(_MENTIONS, [states, [key for _, key, _ in page]])
        held = {one[1]: mention_of(one) for one in cursor.fetchall()}
    for score, key, one in page:
        if key in held:
            yield Hit(held[key], -score, scorer, one)


def _advice(question: Question, chosen: probes.Chosen, equals: int) -> str:
    if not question.names and not question.phone and not question.identity:
        return "unreadable"
    if not chosen.keys and not chosen.crowded:
        words = any(not one.initial for name in question.names for one in name)
        return "unknown" if words else "only_initials"
    cut_off = sum(one.rows for one in chosen.crowded) > probes.CROWD
    return "too_common" if equals >= TOO_MANY or cut_off else ""
