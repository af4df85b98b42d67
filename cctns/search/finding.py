"""Things by their numbers and accounts by their words, through the views that keep access."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from cctns.offices import access
from cctns.offices.models import Posting

from . import lexemes
from .codes import Scope
from .looking import Look, Row, begin, keep
from .numbers import SHORTEST, key_of

PAGE = 25


@dataclass(frozen=True)
class ThingHit:
    """One thing with the number that was met."""

    id: UUID
    kind: str
    key: str
    shown: str
    what: str
    role: str
    number: str
    record_kind: str
    record_id: UUID
    office_id: UUID
    told_at: datetime


@dataclass(frozen=True)
class TextHit:
    """One FIR whose account has the words."""

    id: UUID
    number: str
    office_id: UUID
    told_at: datetime


@dataclass(frozen=True)
class Things:
    hits: list[ThingHit]
    more: str  # the `after` of the next page; empty on the last


@dataclass(frozen=True)
class Texts:
    hits: list[TextHit]
    more: str


_THINGS = """
SELECT id, kind, key, shown, what, role, number, record_kind, record_id, office_id, told_at
FROM search_thing_seen
WHERE key LIKE %(key)s AND (%(kinds)s::text[] IS NULL OR kind = ANY(%(kinds)s))
    AND (%(at)s::timestamptz IS NULL OR (told_at, id) < (%(at)s, %(last)s::uuid))
ORDER BY told_at DESC, id DESC LIMIT %(most)s
"""
_TEXTS = """
SELECT id, number, office_id, told_at FROM search_text_seen
WHERE words @@ %(words)s::tsquery
    AND (%(at)s::timestamptz IS NULL OR (told_at, id) < (%(at)s, %(last)s::uuid))
ORDER BY told_at DESC, id DESC LIMIT %(most)s
"""


def find_things(
    *, by: Posting, number: str, look: Look, kinds: tuple[str, ...] = (), after: str = ""
) -> Things:
    """Things whose number begins so, newest first; nothing for fewer than four characters.

    `kinds` are codes of ThingKind, empty for every kind. Raises Refused, PurposeWanted; ValueError
    for a broken cursor.
    """
    run = _logged_things if look.scope == Scope.NATION else _own_things
    return run(by=by, number=number, look=look, kinds=kinds, after=after)


def _things(*, by: Posting, number: str, look: Look, kinds: tuple[str, ...], after: str) -> Things:
    begin(by, look)
    key = key_of(number)
    at, last = cursor_of(after)
    told = {"key": f"{key}%", "kinds": list(kinds) or None, "at": at, "last": last}
    rows = _rows(_THINGS, {**told, "most": PAGE + 1}) if len(key) >= SHORTEST else []
    hits = [ThingHit(*row) for row in rows[:PAGE]]
    asked = {"number": key, "kinds": list(kinds)}
    keep(by, look, "thing", asked, [Row(one.office_id, one.number, one.id) for one in hits])
    return Things(hits, cursor_at(hits[-1]) if len(rows) > PAGE else "")


_own_things = access.query(_things)
_logged_things = access.action(_things)


@access.query
def find_texts(*, by: Posting, text: str, after: str = "") -> Texts:
    """FIRs of one's own jurisdiction whose account has every word, newest first.

    Words match as they begin, in any script. Raises Refused; ValueError for a broken cursor.
    """
    begin(by, Look())
    asked = lexemes.asked(text)
    at, last = cursor_of(after)
    told = {"words": asked, "at": at, "last": last, "most": PAGE + 1}
    rows = _rows(_TEXTS, told) if asked else []
    hits = [TextHit(*row) for row in rows[:PAGE]]
    return Texts(hits, cursor_at(hits[-1]) if len(rows) > PAGE else "")


def _rows(question: str, told: dict[str, Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(question, told)
        return list(cursor.fetchall())


def cursor_at(hit: ThingHit | TextHit) -> str:
    return f"{hit.told_at.isoformat()}~{hit.id}"


def cursor_of(after: str) -> tuple[datetime | None, UUID | None]:
    """The place that a page ended at. Raises ValueError."""
    if not after:
        return None, None
    moment, _, identity = after.partition("~")
    at, last = datetime.fromisoformat(moment), UUID(identity)
    if at.tzinfo is None:
        raise ValueError(f"{after!r} does not say in which zone its time is.")
    return at, last
