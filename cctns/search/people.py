"""Finds persons by what is known of them. No access control: that is the caller's transaction.

Three steps: keys are chosen (probes.py), their rows read from one index under a budget, and
scored (scoring.py). No step reads the table through.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from operator import itemgetter
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from cctns.lib.clock import now

from . import probes, vocabulary
from .evidence import Part, weight
from .mentions import MentionRow
from .question import Asked, Question
from .scoring import Reason, Scorer

EQUAL = 1.0  # scores within this of the best cannot be told apart by what was asked
ADVICE = 200  # candidates as good as the best, from which more should be asked

__all__ = ["Asked", "Filters", "Found", "Hit", "find"]


@dataclass(frozen=True, slots=True)
class Filters:
    """Only mentions of these; an empty field filters nothing."""

    states: tuple[int, ...] = ()
    offices: tuple[UUID, ...] = ()
    roles: tuple[str, ...] = ()
    standings: tuple[str, ...] = ()
    record_kinds: tuple[str, ...] = ()
    sexes: tuple[str, ...] = ()
    districts: tuple[str, ...] = ()
    told_from: datetime | None = None
    told_to: datetime | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A mention found, its score (natural log of the odds' ratio) and what made it."""

    mention: MentionRow
    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """Hits, the best first; `equals` of them and of those not shown answer as well as the first."""

    hits: tuple[Hit, ...]
    equals: int
    candidates: int
    more: tuple[float, UUID] | None  # `after` of the next page
    advice: str = ""  # a code of words.ADVICE: what would help


_ROWS = """
SELECT id, state, words, birth_from, birth_to, district, place, sex,
    phones && %(phones)s::varchar[], identity && %(identity)s::varchar[], marks
FROM search_person WHERE keys && %(keys)s::int[]
"""
# `state + 0` keeps the planner from reading a whole State by the primary key.
_FILTERS = {
    "states": "state + 0 = ANY(%(states)s)",
    "offices": "office_id = ANY(%(offices)s)",
    "roles": "role = ANY(%(roles)s)",
    "standings": "standing = ANY(%(standings)s)",
    "record_kinds": "record_kind = ANY(%(record_kinds)s)",
    "sexes": "sex = ANY(%(sexes)s)",
    "districts": "district = ANY(%(districts)s)",
    "told_from": "told_at >= %(told_from)s",
    "told_to": "told_at <= %(told_to)s",
}
_FIELDS = tuple(MentionRow.__dataclass_fields__)
_MENTIONS = (
    f"SELECT {', '.join(_FIELDS)} FROM search_person "  # noqa: S608 - our own field names
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
    chosen = probes.choose(question)
    rows = _read(question, [one.key for one in chosen], only or Filters()) if chosen else []
    scorer = Scorer(question)
    ranked = sorted(((-_score(scorer, row), row[0], row) for row in rows), key=itemgetter(0, 1))
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


def _read(question: Question, keys: Sequence[int], only: Filters) -> list[tuple[Any, ...]]:
    told = {name: value for name in _FILTERS if (value := getattr(only, name))}
    statement = _ROWS + "".join(f" AND {_FILTERS[name]}" for name in told)
    values = {
        "keys": list(keys),
        "phones": [question.phone] if question.phone else [],
        "identity": [question.identity] if question.identity else [],
        **{name: list(v) if isinstance(v, tuple) else v for name, v in told.items()},
    }
    with _by_index() as cursor:
        cursor.execute(f"{statement} LIMIT {2 * probes.BUDGET}", values)
        return list(cursor.fetchall())


@contextmanager
def _by_index() -> Iterator[Any]:
    """With a limit the planner may hope to be lucky early in a scan; it may not here."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('enable_seqscan', 'off', true), "
            "set_config('enable_indexscan', 'off', true)"
        )
        yield cursor
        cursor.execute(
            "SELECT set_config('enable_seqscan', 'on', true), "
            "set_config('enable_indexscan', 'on', true)"
        )


def _score(scorer: Scorer, row: tuple[Any, ...]) -> float:
    _, _, words, born_from, born_to, district, place, sex, phone, identity, _marks = row
    score = scorer.words(words) + scorer.birth(born_from, born_to) + scorer.place(district, place)
    asked = scorer.question.asked
    if asked.sex and sex != "unknown":
        score += weight(Part.SEX, "same" if asked.sex == sex else "other")
    if scorer.question.phone:
        score += weight(Part.PHONE, "same" if phone else "other")
    if scorer.question.identity:
        score += weight(Part.IDENTITY, "same" if identity else "other")
    return score


def _hits(scorer: Scorer, page: Sequence[tuple[float, UUID, tuple[Any, ...]]]) -> Iterator[Hit]:
    if not page:
        return
    with connection.cursor() as cursor:
        states = sorted({row[1] for _, _, row in page})
        cursor.execute(_MENTIONS, [states, [key for _, key, _ in page]])
        held = {one[1]: _mention(one) for one in cursor.fetchall()}
    for score, key, row in page:
        if key in held:
            yield Hit(held[key], -score, tuple(scorer.reasons(row)))


def _mention(values: Sequence[Any]) -> MentionRow:
    told: dict[str, Any] = dict(zip(_FIELDS, values, strict=True))
    return MentionRow(**{**told, **{one: tuple(told[one]) for one in ("phones", "identity")}})


def _advice(question: Question, chosen: Sequence[probes.Probe], equals: int) -> str:
    if not question.names and not question.phone and not question.identity:
        return "unreadable"
    if not chosen:
        return "only_initials" if not any(one.groups for one in question.names[0]) else "unknown"
    rows = sum(one.rows for one in chosen)
    return "too_common" if equals >= ADVICE or rows > probes.BUDGET else ""
