"""Records held against the watch table: a few index look-ups each, a whole batch at once.

A machine proposes. What it proposes carries its reasons, goes to the offices that may act on it,
and changes nothing by itself.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID, uuid5

from django.db import connection

from cctns.offices.models import Office
from cctns.search import vocabulary
from cctns.search.vocabulary import Vocabulary

from . import keys, mo, persons
from .met import Met
from .models import Notice

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


class Sought(NamedTuple):
    """What of a `Notice` a pair is judged by: few of those that are read are told of."""

    id: UUID
    office_id: UUID
    everywhere: bool
    states: list[int]
    districts: list[int]
    closed: str
    ground_ids: list[UUID]
    person: dict[str, Any] | None
    method: dict[str, Any] | None
    until: datetime


Weighed = tuple[float, list[list[str]]]  # score and reasons


def match(found: Sequence[Met], *, only: UUID | None = None) -> list[Match]:
    """The lookouts that these may meet, `only` one of them when it is named."""
    pairs = list(_watched(found, only))
    if not pairs:
        return []
    known = vocabulary.held()
    sought = _sought({notice for _met, notice, _parts in pairs})
    places = _places({met.office_id for met, _notice, _parts in pairs})
    judged = [
        (notice, met, weighed)
        for met, notice, parts in pairs
        if notice in sought
        and _holds(sought[notice], met, places)
        and (weighed := _judged(sought[notice], met, parts, known)) is not None
    ]
    notices = Notice.objects.in_bulk({notice for notice, _met, _weighed in judged})
    return [
        Match(notices[notice], met, *weighed)
        for notice, met, weighed in judged
        if notice in notices
    ]


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


def _sought(notices: set[UUID]) -> dict[UUID, Sought]:
    rows = Notice.objects.filter(pk__in=notices).values_list(*Sought._fields)
    return {row[0]: Sought(*row) for row in rows}


def _places(offices: set[UUID]) -> dict[UUID, tuple[int, int | None]]:
    rows = Office.objects.filter(pk__in=offices).values_list("pk", "state_id", "district_id")
    return {office: (state, district) for office, state, district in rows}


def _holds(notice: Sought, met: Met, places: dict[UUID, tuple[int, int | None]]) -> bool:
    """In force when the record was written, within reach, and not its own ground."""
    if notice.until <= met.at or {met.record_id, met.case_id} & {*notice.ground_ids}:
        return False
    if notice.everywhere or met.office_id == notice.office_id:
        return True
    state, district = places.get(met.office_id, (0, None))
    return state in notice.states or district in notice.districts


def _judged(notice: Sought, met: Met, parts: list[str], known: Vocabulary) -> Weighed | None:
    """With score and reasons; None when more speaks against it than for it."""
    if notice.method is not None:
        return _by_method(notice.method, met)
    if notice.person and met.person and "n" not in parts:
        return _by_person(notice.person, met, known)
    level = "same"
    held = "" if notice.closed or met.closed else met.shown
    reasons = [[keys.NAMES[part], "", held, level, "0"] for part in sorted(parts)]
    return float(sum(keys.POINTS[part] for part in parts)), reasons


def _by_method(method: dict[str, Any], met: Met) -> Weighed | None:
    if met.pattern is None:
        return None
    parts = mo.alike(mo.of_json(method), met.pattern)
    points = mo.total(parts)
    if points < mo.ENOUGH:
        return None
    return float(points), [[one.part, one.told, "", one.level, str(one.points)] for one in parts]


def _by_person(person: dict[str, Any], met: Met, known: Vocabulary) -> Weighed | None:
    told = persons.held_against(person, met, known)
    if told is None:
        return None
    hidden = bool(met.closed)
    reasons = [
        [one.part, one.asked, "" if hidden else one.held, one.level, f"{one.weight:.1f}"]
        for one in told
    ]
    return round(sum(one.weight for one in told), 2), reasons
