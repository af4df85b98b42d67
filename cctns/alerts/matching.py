"""Records held against the watch table: a few index look-ups each, a whole batch at once.

A machine proposes. What it proposes carries its reasons, goes to the offices that may act on it,
and changes nothing by itself.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID, uuid5

from django.db import connection

from cctns.lib.clock import now
from cctns.offices.models import Office
from cctns.search import vocabulary
from cctns.search.candidates import Candidate
from cctns.search.mentions import MentionRow
from cctns.search.question import Asked, Question
from cctns.search.reasons import explain
from cctns.search.scoring import Scorer
from cctns.search.vocabulary import Vocabulary

from . import keys, mo
from .met import Met
from .models import Notice

AGAINST = -5.0  # natural log of the odds: what speaks against a pair may weigh no more
_CACHED = 2_000

# Texts are compared besides: two numbers may meet in one key.
_WATCHED = """
SELECT asked.place, watch.notice_id, array_agg(DISTINCT watch.part)
FROM json_to_recordset(%s::json) AS asked(place int, key int, text text)
JOIN alerts_watch watch ON watch.key = asked.key AND watch.text = asked.text
WHERE %s::uuid IS NULL OR watch.notice_id = %s
GROUP BY asked.place, watch.notice_id
HAVING count(DISTINCT watch.part) >= %s OR bool_or(watch.part = ANY(%s))
"""
_SURE = [part for part, points in keys.POINTS.items() if points >= keys.ENOUGH]


@dataclass(frozen=True)
class Match:
    """A lookout and what may meet it; reasons are [part, asked, held, level, weight]."""

    notice: Notice
    met: Met
    score: float
    reasons: list[list[str]]

    @property
    def id(self) -> UUID:
        """The same pair is the same alert, however often it is found."""
        return uuid5(self.notice.pk, str(self.met.id))


def match(found: Sequence[Met], *, only: UUID | None = None) -> list[Match]:
    """The lookouts that these may meet, `only` one of them when it is named."""
    pairs = list(_watched(found, only))
    if not pairs:
        return []
    known = vocabulary.held()
    notices = Notice.objects.in_bulk({notice for _met, notice, _parts in pairs})
    places = _places({met.office_id for met, _notice, _parts in pairs})
    matches = (
        _judged(notices[notice], met, parts, known)
        for met, notice, parts in pairs
        if notice in notices and _holds(notices[notice], met, places)
    )
    return [one for one in matches if one is not None]


def _watched(found: Sequence[Met], only: UUID | None) -> Iterator[tuple[Met, UUID, list[str]]]:
    asked = [
        {"place": place, "key": key.key, "text": key.text}
        for place, one in enumerate(found)
        for key in one.keys
    ]
    if not asked:
        return
    with connection.cursor() as cursor:
        cursor.execute(_WATCHED, [json.dumps(asked), only, only, keys.ENOUGH, _SURE])
        for place, notice, parts in cursor.fetchall():
            yield found[place], notice, parts


def _places(offices: set[UUID]) -> dict[UUID, tuple[int, int | None]]:
    rows = Office.objects.filter(pk__in=offices).values_list("pk", "state_id", "district_id")
    return {office: (state, district) for office, state, district in rows}


def _holds(notice: Notice, met: Met, places: dict[UUID, tuple[int, int | None]]) -> bool:
    """In force when the record was written, within reach, and not its own ground."""
    if notice.until <= met.at or {met.record_id, met.case_id} & {*notice.ground_ids}:
        return False
    if notice.everywhere or met.office_id == notice.office_id:
        return True
    state, district = places.get(met.office_id, (0, None))
    return state in notice.states or district in notice.districts


def _judged(notice: Notice, met: Met, parts: list[str], known: Vocabulary) -> Match | None:
    """With score and reasons; None when more speaks against it than for it."""
    if notice.method is not None:
        return _by_method(notice, met)
    if notice.person and met.mention and not {"n"} & {*parts}:
        return _by_person(notice, met, met.mention, known)
    level = "same"
    held = "" if notice.closed or met.closed else met.shown
    reasons = [[keys.NAMES[part], "", held, level, "0"] for part in sorted(parts)]
    return Match(notice, met, float(sum(keys.POINTS[part] for part in parts)), reasons)


def _by_method(notice: Notice, met: Met) -> Match | None:
    if met.pattern is None or notice.method is None:
        return None
    parts = mo.alike(mo.of_json(notice.method), met.pattern)
    points = mo.total(parts)
    if points < mo.ENOUGH:
        return None
    reasons = [[one.part, one.told, "", one.level, str(one.points)] for one in parts]
    return Match(notice, met, float(points), reasons)


def _by_person(notice: Notice, met: Met, row: MentionRow, known: Vocabulary) -> Match | None:
    scorer = _scorer(known, notice.pk, notice.version, *_asked(notice))
    candidate = _candidate(row, met.words, scorer)
    if scorer.against(candidate) <= AGAINST:
        return None
    told = tuple(explain(scorer, candidate))
    hidden = bool(met.closed)
    reasons = [
        [one.part, one.asked, "" if hidden else one.held, one.level, f"{one.weight:.1f}"]
        for one in told
    ]
    return Match(notice, met, round(sum(one.weight for one in told), 2), reasons)


def _asked(notice: Notice) -> tuple[tuple[str, str | int | None], ...]:
    assert notice.person is not None
    return tuple(sorted(notice.person.items()))


@lru_cache(maxsize=_CACHED)
def _scorer(
    known: Vocabulary, _id: UUID, _version: int, *told: tuple[str, str | int | None]
) -> Scorer:
    """A lookout's question is read once; its words were counted when it was."""
    return Scorer(Question(Asked(**dict(told)), known, now().year))  # type: ignore[arg-type]


def _candidate(row: MentionRow, words: str, scorer: Scorer) -> Candidate:
    return Candidate(
        id=str(row.id),
        state=row.state,
        words=_aligned(words, scorer.question),
        birth_from=row.birth_from,
        birth_to=row.birth_to,
        district=row.district,
        place=row.place,
        sex=row.sex,
        phone=bool(scorer.question.phone) and scorer.question.phone in row.phones,
        identity=False,
        marks=row.marks,
    )


def _aligned(words: str, question: Question) -> str:
    """Name, relative and other names, their words parted and joined as the question has them."""
    own = [one.word for one in question.names[0]] if question.names else []
    name, relative, *others = words.split("|")
    kin = [one.word for one in question.relative]
    told = [keys.aligned(name.split(), own), keys.aligned(relative.split(), kin)]
    told += [keys.aligned(one.split(), own) for one in others]
    return "|".join(" ".join(one) for one in told)
