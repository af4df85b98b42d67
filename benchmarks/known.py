"""Known already? Who is shown when somebody is written down, from which score on.

Three invented lists: the threshold is set on the first and held against the others. A quarter of
the persons of each is on no record at all: for them the page should stay away.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from uuid import UUID

import psycopg

from benchmarks.invented.persons import Told, mentions
from cctns.lib.clock import now
from cctns.lib.ids import uuid7
from cctns.search.mentions import MentionRow
from cctns.search.question import Asked

from . import ground

LISTS = {"set": (2_000, 101), "out": (2_000, 202), "large": (20_000, 303)}  # mentions, seed
SIZES = {"small": ("set", "out"), "full": ("set", "out", "large")}
_ASKED = 400
_SHARE = 0.95  # of those on record, whom the threshold still shows
_OFFICE = UUID(int=1)
_SEX = {"m": "male", "f": "female"}


@dataclass(frozen=True)
class List:
    """What is on record; who is asked for again, with the ids of his mentions; and strangers."""

    stored: list[MentionRow]
    again: list[tuple[Asked, set[UUID]]]
    strangers: list[Asked]


@dataclass(frozen=True)
class Shown:
    """The ten best for one question: their scores, and whether each is the person meant."""

    scores: list[float]
    right: list[bool]

    def above(self, least: float) -> list[bool]:
        pairs = zip(self.scores, self.right, strict=True)
        return [right for score, right in pairs if score >= least]


def run(size: str) -> ground.Result:
    figures, peers = dict[str, float](), dict[str, ground.Peer]()
    with ground.node("worker") as environment:
        from cctns.identity.known import ENOUGH

        for name in SIZES[size]:
            rows, seed = LISTS[name]
            again, strangers = _asked(ground.superuser_dsn(environment), made(rows, seed))
            figures |= {f"{name}_{key}": of for key, of in rates(again, strangers, ENOUGH).items()}
            ten = {"name": "the ten best, without a threshold", "value": found(again, -1e9)}
            peers[f"{name}_shown"] = ten
            if name == "set":
                figures["threshold"] = threshold(again)
    return figures, peers


def made(rows: int, seed: int, *, state: int = 29, office: UUID = _OFFICE) -> List:
    """Of a quarter of the persons nothing is stored; of others all but one mention, asked for."""
    told: dict[int, list[Told]] = {}
    for one in mentions(rows, seed):
        told.setdefault(one.person, []).append(one)
    persons = sorted(told)
    Random(seed).shuffle(persons)
    away = persons[: len(persons) // 4]
    whole = List([], [], [question(told[number][0]) for number in away])
    for number in persons[len(away) :]:
        first, *others = told[number]
        held = [row_of(one, state=state, office=office) for one in others or [first]]
        whole.stored.extend(held)
        if others:
            whole.again.append((question(first), {one.id for one in held}))
    return whole


def row_of(one: Told, *, state: int, office: UUID) -> MentionRow:
    """An invented mention, as one of this office."""
    return MentionRow(
        state=state,
        id=uuid7(),
        record_kind="fir",
        record_id=uuid7(),
        office_id=office,
        role="accused",
        name=one.name,
        told_at=now(),
        relative_name=one.relative,
        sex=_SEX.get(one.sex, "unknown"),
        birth_from=one.birth_year,
        birth_to=one.birth_year,
        district=one.district,
        phones=one.phones,
    )


def question(one: Told) -> Asked:
    """As a form tells of a person."""
    return Asked(
        one.name,
        relative=one.relative,
        birth_year=one.birth_year,
        sex=_SEX.get(one.sex, ""),
        place=one.district,
        phone=one.phones[0] if one.phones else "",
    )


def rates(again: Sequence[Shown], strangers: Sequence[Shown], least: float) -> dict[str, float]:
    """At one threshold."""
    rows = [right for one in again for right in one.above(least)]
    others = [len(one.above(least)) for one in strangers]
    return {
        "shown": found(again, least),
        "right_of_rows": sum(rows) / max(1, len(rows) + sum(others)),
        "strangers_shown_anybody": sum(map(bool, others)) / len(others),
        "rows_of_a_stranger": sum(others) / len(others),
    }


def found(again: Sequence[Shown], least: float) -> float:
    """Of those on record, the share that is shown."""
    return sum(any(one.above(least)) for one in again) / len(again)


def threshold(again: Sequence[Shown]) -> float:
    """The highest whole score at which 95 of 100 of those on record are shown still."""
    return next(float(one) for one in range(20, -40, -1) if found(again, one) >= _SHARE)


def _asked(dsn: str, whole: List) -> tuple[list[Shown], list[Shown]]:
    from cctns.search import vocabulary
    from cctns.search.mentions import store

    with psycopg.connect(dsn, autocommit=True) as server:
        server.execute("TRUNCATE search_person, search_word")
    vocabulary.forget()
    store(whole.stored)
    vocabulary.recount()  # as every night
    again = [_shown(one, meant) for one, meant in whole.again[:_ASKED]]
    return again, [_shown(one, set()) for one in whole.strangers[:_ASKED]]


def _shown(asked: Asked, meant: set[UUID]) -> Shown:
    from cctns.identity.known import MOST
    from cctns.search.people import find

    hits = find(asked, limit=MOST).hits
    return Shown([one.score for one in hits], [one.mention.id in meant for one in hits])
