"""Finds persons by what is known of them. No access control: that is the caller's transaction.

Three steps: keys are chosen (probes.py), their rows read by stages from one index under a budget
(quest.py, candidates.py), and scored (scoring.py). No step reads the table through.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from uuid import UUID

from django.db import connection

from cctns.lib.clock import now

from . import probes, vocabulary
from .candidates import Candidate, Filters
from .mentions import FIELDS, MentionRow, mention_of
from .quest import Quest, Ranked, read_all
from .question import Asked, Question
from .reasons import Reason, explain
from .scoring import Scorer

EQUAL = 1.0  # scores within this of the best cannot be told apart by what was asked
TOO_MANY = 200  # candidates as good as the best, from which more should be asked

__all__ = ["Asked", "Filters", "Found", "Hit", "Reason", "find", "find_each"]


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


_MENTIONS = (
    f"SELECT {', '.join(f'person.{one}' for one in FIELDS)} "  # noqa: S608 - our own field names
    "FROM unnest(%s::int2[], %s::uuid[]) AS found (state, id) "
    "JOIN search_person_seen person ON person.state = found.state AND person.id = found.id"
)


def find(
    asked: Asked,
    *,
    limit: int = 20,
    after: tuple[float, UUID] | None = None,
    only: Filters | None = None,
) -> Found:
    """The persons that answer best. Never raises for what was asked; no scan of the table."""
    (found,) = find_each([asked], limit=limit, after=after, only=only)
    return found


def find_each(
    asked: Sequence[Asked],
    *,
    limit: int = 20,
    after: tuple[float, UUID] | None = None,
    only: Filters | None = None,
) -> list[Found]:
    """The same of many questions, which read side by side: a hundred cost little more queries."""
    known, year = vocabulary.held(), now().year
    quests = [Quest(Question(one, known, year)) for one in asked]
    read_all(quests, only or Filters())
    pages = [_page(one, limit, after) for one in quests]
    held = _mentions([one for page, _ in pages for one in page])
    return [
        Found(
            hits=tuple(_hits(one.scorer, page, held)),
            equals=one.equals(EQUAL),
            candidates=len(one.seen),
            more=(-page[-1][0], UUID(page[-1][1])) if more else None,
            advice=_advice(one),
        )
        for one, (page, more) in zip(quests, pages, strict=True)
    ]


def _page(quest: Quest, limit: int, after: tuple[float, UUID] | None) -> tuple[list[Ranked], bool]:
    """The rows of a page, and whether more come after."""
    ranked, start = quest.ranked(), 0
    if after is not None:
        start = sum((score, key) <= (-after[0], str(after[1])) for score, key, _ in ranked)
    page = ranked[start : start + limit]
    return page, start + limit < len(ranked) and bool(page)


def _mentions(found: Sequence[Ranked]) -> dict[UUID, MentionRow]:
    if not found:
        return {}
    states = {key: one.state for _, key, one in found}
    with connection.cursor() as cursor:
        cursor.execute(_MENTIONS, [[*states.values()], [*states]])
        return {one[1]: mention_of(one) for one in cursor.fetchall()}


def _hits(scorer: Scorer, page: Sequence[Ranked], held: Mapping[UUID, MentionRow]) -> Iterator[Hit]:
    for score, key, one in page:
        if (mention := held.get(UUID(key))) is not None:
            yield Hit(mention, -score, scorer, one)


def _advice(quest: Quest) -> str:
    question, chosen = quest.question, quest.chosen
    if not question.names and not question.phone and not question.identity:
        return "unreadable"
    if not chosen.keys and not chosen.crowded:
        words = any(not one.initial for name in question.names for one in name)
        return "unknown" if words else "only_initials"
    cut_off = sum(one.rows for one in chosen.crowded) > probes.CROWD
    return "too_common" if cut_off or quest.equals(EQUAL) >= TOO_MANY else ""
