"""Followers: whatever is derived from records reads their journals in order, office by office.

At least once: an entry is marked as handled only after the handler returned, so a handler must not
mind seeing one twice; it goes by record id and version. Writing never waits for a follower.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import connection, models, transaction

from . import spans
from .models import JournalCursor, JournalEntry
from .spans import Span

Handle = Callable[[Sequence[JournalEntry]], None]
BATCH = 500


@dataclass(frozen=True)
class Follower:
    """`kinds` are the events it is shown (None: all), `forget` empties what it has derived.

    `made` rises when the same records give something else: what was derived before is then old.
    """

    name: str
    handle: Handle
    kinds: frozenset[str] | None
    forget: Callable[[], None]
    made: int


_known: dict[str, Follower] = {}


class UnknownFollower(LookupError):
    """No app of this program has registered a follower of that name."""


def register(
    name: str,
    handle: Handle,
    *,
    forget: Callable[[], None],
    kinds: Collection[str] | None = None,
    made: int = 1,
) -> None:
    """Make a follower known, once, when its app is ready."""
    wanted = None if kinds is None else frozenset(kinds)
    _known[name] = Follower(name, handle, wanted, forget, made)


def names() -> list[str]:
    return sorted(_known)


def outdated() -> list[str]:
    """Followers of which an older program derived something: `rebuild` makes it anew."""
    cursors = JournalCursor.objects.filter(follower__in=_known)
    oldest = cursors.values_list("follower").annotate(oldest=models.Min("made"))
    return sorted(name for name, made in oldest if made < _known[name].made)


def is_anything_new() -> bool:
    """Whether any journal has moved since every follower of this process last looked."""
    seen = [_horizons.get(name, 0) for name in _known]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT FROM journal_head WHERE moved >= %s)", [min(seen, default=0)]
        )
        new: bool = cursor.fetchone()[0]
    return new


def run_all() -> int:
    """Let every registered follower catch up; returns how many entries were shown."""
    return sum(follow(one.name, one.handle, kinds=one.kinds) for one in _known.values())


def follow(
    name: str, handle: Handle, *, kinds: Collection[str] | None = None, batch: int = BATCH
) -> int:
    """Show `handle` what it has not seen, in order within each office; returns how many entries.

    Each batch is one transaction: a handler that raises leaves the cursor where it was. Journals
    of which little is new share a batch, so that many offices cost no more than one. Those that
    have not moved since this process looked last are not looked at.
    """
    shown = 0
    behind, horizon = _behind(name)
    for some in spans.together(behind, batch):
        shown += _show(name, some, handle, kinds, batch)
    _horizons[name] = horizon
    return shown


def unseen(name: str, offices: Collection[UUID], *, most: int = BATCH) -> list[UUID]:
    """Ids of the records that a follower's next entries tell of and point at, at most so many.

    For whoever shows what the follower derives, and cannot wait until it has caught up.
    """
    with connection.cursor() as cursor:
        cursor.execute(_UNSEEN, {"name": name, "offices": list(offices), "most": most})
        return [one for (one,) in cursor.fetchall()]


_UNSEEN = """
SELECT DISTINCT unnest(refs || record_id) FROM (
    SELECT entry.refs, entry.record_id FROM journal_head head
    LEFT JOIN journal_cursor cursor ON cursor.follower = %(name)s AND cursor.state = head.state
        AND cursor.office_id = head.office_id AND cursor.epoch = head.epoch
    JOIN journal_entry entry ON entry.state = head.state AND entry.office_id = head.office_id
        AND entry.epoch = head.epoch AND entry.seq >= coalesce(cursor.next, 0)
    WHERE head.office_id = ANY(%(offices)s) AND head.size > coalesce(cursor.next, 0)
    ORDER BY entry.recorded_at DESC LIMIT %(most)s
) news
"""


def rebuild(name: str) -> int:
    """Empty what a follower derived and show it every journal from the start. UnknownFollower."""
    if name not in _known:
        raise UnknownFollower(name)
    follower = _known[name]
    with transaction.atomic():
        follower.forget()
        JournalCursor.objects.filter(follower=name).update(next=0, made=follower.made)
    _horizons.pop(name, None)
    return follow(name, follower.handle, kinds=follower.kinds)


# Up to which transaction a follower has seen every move of a journal, in this process.
_horizons: dict[str, int] = {}

_BEHIND = """
SELECT head.state, head.office_id, head.epoch, coalesce(cursor.next, 0), head.ready
FROM journal_head head
LEFT JOIN journal_cursor cursor ON cursor.follower = %(name)s AND cursor.state = head.state
    AND cursor.office_id = head.office_id AND cursor.epoch = head.epoch
WHERE head.moved >= %(since)s AND head.ready > coalesce(cursor.next, 0)
ORDER BY head.office_id, head.epoch
"""


def _behind(name: str) -> tuple[list[Span], int]:
    """What stands ready and was not shown, and how far this look reaches.

    Whatever a transaction that was running before the look has moved is looked at again.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
        (horizon,) = cursor.fetchone()
    since = _horizons.get(name, 0)
    return spans.told(_BEHIND, {"name": name, "since": since}), horizon


def _show(
    name: str, some: Sequence[Span], handle: Handle, kinds: Collection[str] | None, batch: int
) -> int:
    """These journals to their ends; one that cannot be shown keeps none before it back."""
    shown = 0
    try:
        while (done := _step(name, some, handle, kinds, batch)) is not None:
            shown += done
    except Exception:
        if len(some) == 1:
            raise
        return shown + sum(_show(name, [one], handle, kinds, batch) for one in some)
    return shown


_OPEN = """
INSERT INTO journal_cursor (follower, state, office_id, epoch, next, made)
SELECT %s, state, office_id, epoch, 0, %s
FROM json_to_recordset(%s::json) AS span(state int, office_id uuid, epoch int)
ON CONFLICT DO NOTHING
"""
_LOCK = """
SELECT cursor.state, cursor.office_id, cursor.epoch, cursor.next,
    least(cursor.next + %s, head.ready)
FROM json_to_recordset(%s::json) AS span(state int, office_id uuid, epoch int)
JOIN journal_cursor cursor ON cursor.follower = %s AND cursor.state = span.state
    AND cursor.office_id = span.office_id AND cursor.epoch = span.epoch
JOIN journal_head head ON head.state = cursor.state AND head.office_id = cursor.office_id
    AND head.epoch = cursor.epoch
ORDER BY cursor.office_id, cursor.epoch FOR UPDATE OF cursor
"""
_MOVE = """
UPDATE journal_cursor cursor SET next = span."end"
FROM json_to_recordset(%s::json) AS span(state int, office_id uuid, epoch int, "end" bigint)
WHERE cursor.follower = %s AND cursor.state = span.state
    AND cursor.office_id = span.office_id AND cursor.epoch = span.epoch
"""


def _step(
    name: str, some: Sequence[Span], handle: Handle, kinds: Collection[str] | None, batch: int
) -> int | None:
    """One batch of these journals: how many were shown, None when there is nothing new."""
    made, told = _known[name].made if name in _known else 1, spans.as_json(some)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_OPEN, [name, made, told])
        news = spans.told(_LOCK, [batch, told, name])
        if not news:
            return None
        wanted = [one for one in spans.entries(news) if kinds is None or one.kind in kinds]
        if wanted:
            handle(wanted)
        cursor.execute(_MOVE, [spans.as_json(news), name])
        return len(wanted)
