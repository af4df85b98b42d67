"""A person of a record held against the person of a lookout.

Of the pairs that meet in two keys most are two persons: namesakes' namesakes. They are let go at
the first that speaks against them, and what is cheapest to find out is asked first: the facts,
then the relative, then the name.
"""

from __future__ import annotations

from functools import cached_property, lru_cache
from threading import Lock
from typing import Any

from cctns.lib.clock import now
from cctns.search.candidates import Candidate
from cctns.search.evidence import weight
from cctns.search.question import Asked, Question
from cctns.search.reasons import Reason, explain
from cctns.search.scoring import Scorer
from cctns.search.vocabulary import Vocabulary
from cctns.search.weighing import Reading, Weigher

from .keys import aligned
from .met import Met

AGAINST = -5.0  # natural log of the odds: what speaks against a pair may weigh no more
_CACHED = 5_000  # names, and as many relatives
_one_at_a_time = Lock()  # threads follow the journals side by side; weighers remember what they met


def held_against(person: dict[str, Any], met: Met, known: Vocabulary) -> list[Reason] | None:
    """What tells that a lookout's `Notice.person` is the person met, and what speaks against it;
    None when that is too much."""
    with _one_at_a_time:
        return _held_against(person, met, known)


def _held_against(person: dict[str, Any], met: Met, known: Vocabulary) -> list[Reason] | None:
    assert met.person is not None
    assert met.mention is not None
    scorer = _Scorer(Question(Asked(**person), known, now().year))
    one = met.person._replace(phone=scorer.question.phone in met.mention.phones)
    against = _facts_against(one, scorer)
    if against <= AGAINST:
        return None
    name, kin, *others = (part.split() for part in one.words.split("|"))
    kin = aligned(kin, _asked(scorer.relatives))
    against += _against(scorer.relatives, scorer.read_relative(kin))
    if against <= AGAINST:
        return None
    asked = _asked(scorer.names)
    name, *others = (aligned(held, asked) for held in (name, *others))
    against += _against(scorer.names, scorer.read_name((name, *others), kin))
    if against <= AGAINST:
        return None
    told = one._replace(words="|".join(map(" ".join, (name, kin, *others))))
    return list(explain(scorer, told))


class _Scorer(Scorer):
    """A scorer of one lookout among very many, whose persons have names and relatives in common."""

    @cached_property
    def names(self) -> Weigher:
        """Weighs names, for all lookouts of that name."""
        return _names(self.question.known, self.question.asked.text)

    @cached_property
    def relatives(self) -> Weigher:
        """Weighs relatives, for all lookouts with that relative."""
        known, asked = self.question.known, self.question.asked
        told = _relatives(known, asked.relative, "")
        return told if told.asked else _relatives(known, "", asked.text)


@lru_cache(maxsize=_CACHED)
def _names(known: Vocabulary, text: str) -> Weigher:
    """A name is read once; its words were counted when it was."""
    return Scorer(Question(Asked(text), known, now().year)).names


@lru_cache(maxsize=_CACHED)
def _relatives(known: Vocabulary, relative: str, text: str) -> Weigher:
    return Scorer(Question(Asked(text, relative=relative), known, now().year)).relatives


def _facts_against(one: Candidate, scorer: Scorer) -> float:
    told = [scorer.birth(one.birth_from, one.birth_to), scorer.place(one.district, one.place)]
    told += [weight(part, level) for part, level in scorer.facts(one)]
    return sum(value for value in told if value < 0)


def _against(weigher: Weigher, read: Reading | None) -> float:
    if read is None:
        return 0.0
    told = [read.plus, *(value for value, _, _ in weigher.parts(read))]
    return sum(value for value in told if value < 0)


def _asked(weigher: Weigher) -> list[str]:
    """The words asked, as they were told."""
    return [one.word for one in weigher.ways[0][0]] if weigher.ways else []
