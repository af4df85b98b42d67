"""Is the person found? Recall by kind of question and language, time, and size of the index.

Protocol: docs/explanation/name-search.md. A question is answered by any record equal in all that
it tells: with all evidence, name and relative by class, year and district; by name alone, the
name. How often a name alone shows the very person is told beside it (ADR 24).
"""

from __future__ import annotations

import random
import statistics
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import psycopg

from . import ground, name_data, name_fair, name_load, name_made, name_peer
from .name_data import Known, Question
from .name_grown import Grown

_LEAST = {"small": 1, "full": 1_000_000}  # persons held, or those that are given if more
_ASKED = {"small": 240, "full": 2_400}  # of the set that is made here
_DEEP = 400  # hits looked through for a name alone, to pass over invented namesakes
_FEW = 20  # questions of a language from which its recall is told
NOWHERE = 10**6


@dataclass(frozen=True, slots=True)
class Answer:
    """Where the person stood (0 is first), how long it took, how many rows were scored."""

    question: Question
    rank: int
    person: int  # where the very person stood, invented namesakes passed over
    ms: float
    candidates: int


def run(
    size: str,
    *,
    persons: Path | None = None,
    queries: Path | None = None,
    hold: int | None = None,
) -> ground.Result:
    people, asked = name_made.held_and_asked(
        persons, queries, made=_ASKED[size], least=_LEAST[size], hold=hold
    )
    fewer = Grown(people.given, max(len(people) // 10, 1))
    with ground.node("worker") as environment:
        dsn = ground.superuser_dsn(environment)
        name_load.load(dsn, fewer)
        before = [one.ms for one in _ask(fewer, _of(fewer, asked), full=True)]
        name_load.load(dsn, people)
        full = _ask(people, asked, full=True)
        name = _ask(people, [one for one in asked if one.kind != "initial"], full=False)
        fair = _ask(people, _of(people, name_fair.of_languages(people.given)), full=True)
        even = _ask(people, _of(people, name_fair.of_communities(people.given)), full=True)
        figures = _figures(full, name) | _sizes(dsn, len(people))
        figures |= _fairness("fair", fair) | _fairness("community", even)
    figures["p95_growth"] = figures["p95_ms"] / max(_p95(before), 0.001)
    figures["person_bound_at_10"] = _bound(people.given, [one.question for one in name])
    drawn = set(name_peer.sample(asked))
    for most in (1, 10):  # the very questions that the peers are asked
        same = [one for one in full if one.question in drawn]
        figures[f"sampled_recall_at_{most}"] = recall(same, most)
    _print_tables(full, name)
    _print_groups("language", fair)
    _print_groups("community", even)
    return figures, name_peer.peers(people, asked)


def _of(people: Sequence[Known], asked: Sequence[Question]) -> list[Question]:
    return [one for one in asked if one.person < len(people)]


def _ask(people: Sequence[Known], asked: Sequence[Question], *, full: bool) -> list[Answer]:
    from cctns.search.people import find

    answers = list[Answer]()
    for question in asked:
        told = name_data.told(question, full=full)
        begun = time.perf_counter()
        found = find(told, limit=50)
        ms = (time.perf_counter() - begun) * 1000
        if not full:  # the same again, deeper: only the first is timed
            found = find(told, limit=_DEEP)
        hits = [people[name_load.place(one.mention.id)] for one in found.hits]
        person = people[question.person]
        very = place_of(person, hits, over_namesakes=not full)
        rank = very if full else place_of_name(person, hits)
        answers.append(Answer(question, rank, very, ms, found.candidates))
    return answers


def place_of_name(person: Known, hits: Sequence[Known]) -> int:
    """Where the first stands who bears the person's name, in whatever order of its words."""
    same = (at for at, one in enumerate(hits) if one.bearer_of == person.bearer_of)
    return next(same, NOWHERE)


def place_of(person: Known, hits: Sequence[Known], *, over_namesakes: bool) -> int:
    """Where the first record equal to the person's stands, or the first but for namesakes."""
    rank = 0
    for one in hits:
        if one.truth == person.truth:
            return rank
        if not (over_namesakes and one.invented and one.bearer_of == person.bearer_of):
            rank += 1
    return NOWHERE


def _figures(full: Sequence[Answer], name: Sequence[Answer]) -> dict[str, float]:
    figures = {
        f"{label}_recall_at_{most}": recall(answers, most)
        for label, answers in (("full", full), ("name", name))
        for most in (1, 10, 50)
    }
    for most in (1, 10, 50):
        figures[f"person_recall_at_{most}"] = sum(one.person < most for one in name) / len(name)
    for label, answers, most in (("full", full, 1), ("full", full, 10), ("name", name, 10)):
        low, high = interval(answers, most)
        figures[f"{label}_recall_at_{most}_low"] = low
        figures[f"{label}_recall_at_{most}_high"] = high
    kinds = by(full, lambda one: one.question.kind)
    figures["full_recall_at_50_least_kind"] = min(recall(one, 50) for one in kinds.values())
    spoken = by(full, lambda one: one.question.language).values()
    figures["language_spread_at_10"] = max(
        abs(recall(one, 10) - figures["full_recall_at_10"])
        for one in (answers for answers in spoken if len(answers) >= _FEW)
    )
    return figures | {
        "p50_ms": statistics.median(one.ms for one in full),
        "p95_ms": _p95([one.ms for one in full]),
        "name_p95_ms": _p95([one.ms for one in name]),
        "candidates_p95": _p95([float(one.candidates) for one in full]),
    }


def _fairness(name: str, asked: Sequence[Answer]) -> dict[str, float]:
    """How far the language or community found least, or most, lies from the mean of all."""
    found = [recall(one, 10) for one in by(asked, lambda one: one.question.language).values()]
    mean = statistics.mean(found) if found else 1.0
    return {
        f"{name}_recall_at_10": mean,
        f"{name}_spread_at_10": max((abs(one - mean) for one in found), default=0.0),
    }


def _bound(given: Sequence[Known], asked: Sequence[Question]) -> float:
    """What no engine can pass: ten of the given namesakes, drawn by lot, hold the one meant."""
    bearers = Counter(one.bearer_of for one in given)
    of = [given[one.person].bearer_of for one in asked]
    return statistics.mean(min(1.0, 10 / bearers[one]) for one in of)


def _sizes(dsn: str, persons: int) -> dict[str, float]:
    with psycopg.connect(dsn) as server:
        row = server.execute(
            "SELECT pg_relation_size('search_by_key'), pg_indexes_size('search_person'), "
            "pg_total_relation_size('search_word')"
        ).fetchone()
    keys, indexes, words = row or (0, 0, 0)
    return {
        "index_bytes_per_person": (keys + words) / persons,
        "all_index_bytes_per_person": (indexes + words) / persons,
        "persons": float(persons),
    }


def by(answers: Sequence[Answer], part: Callable[[Answer], str]) -> dict[str, list[Answer]]:
    """Answers in groups."""
    groups = defaultdict[str, list[Answer]](list)
    for one in answers:
        groups[part(one)].append(one)
    return dict(sorted(groups.items()))


def recall(answers: Sequence[Answer], most: int) -> float:
    """The share of questions whose person is among the first so many."""
    return sum(one.rank < most for one in answers) / max(1, len(answers))


def interval(answers: Sequence[Answer], most: int) -> tuple[float, float]:
    """95 % of a thousand bootstraps by question."""
    choose, found = random.Random(3), [one.rank < most for one in answers]
    drawn = sorted(sum(choose.choices(found, k=len(found))) / len(found) for _ in range(1_000))
    return drawn[25], drawn[974]


def _p95(times: Sequence[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)] if times else 0.0


def _print_tables(full: Sequence[Answer], name: Sequence[Answer]) -> None:
    parts: list[tuple[str, Callable[[Answer], str]]] = [
        ("kind", lambda one: one.question.kind),
        ("language of the record", lambda one: one.question.language),
    ]
    for title, part in parts:
        print(f"{title:<24} asked   full @1   @10   @50   name @1   @10   @50   person @10")
        alone = by(name, part)
        for group, answers in by(full, part).items():
            shares = [recall(answers, most) for most in (1, 10, 50)]
            shares += [recall(alone.get(group, []), most) for most in (1, 10, 50)]
            met = [one.person < 10 for one in alone.get(group, [])]
            shares.append(sum(met) / max(1, len(met)))
            print(f"{group:<24} {len(answers):>5}   " + " ".join(f"{one:7.3f}" for one in shares))


def _print_groups(of: str, asked: Sequence[Answer]) -> None:
    print(f"as many of each {of:<9} asked   full @1   @10   @50   @10: 95 of 100")
    for language, answers in by(asked, lambda one: one.question.language).items():
        shares = [recall(answers, most) for most in (1, 10, 50)]
        shares += interval(answers, 10)
        print(f"{language:<23} {len(answers):>5}   " + " ".join(f"{one:7.3f}" for one in shares))
