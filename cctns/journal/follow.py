"""Followers: whatever is derived from records reads their journals in order, office by office.

At least once: an entry is marked as handled only after the handler returned, so a handler must not
mind seeing one twice; it goes by record id and version. Writing never waits for a follower.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection, models, transaction

from .models import JournalCursor, JournalEntry, JournalHead

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
    that have not moved since this process looked last are not looked at.
    """
    shown = 0
    journals, horizon = _behind(name)
    for journal in journals:
        while (done := _step(name, journal, handle, kinds, batch)) is not None:
            shown += done
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
SELECT head.state, head.office_id, head.epoch FROM journal_head head
LEFT JOIN journal_cursor cursor ON cursor.follower = %(name)s AND cursor.state = head.state
    AND cursor.office_id = head.office_id AND cursor.epoch = head.epoch
WHERE head.moved >= %(since)s AND head.ready > coalesce(cursor.next, 0)
ORDER BY head.office_id, head.epoch
"""


def _behind(name: str) -> tuple[list[tuple[Any, ...]], int]:
    """The journals in which something new stands ready, and how far this look reaches.

    Whatever a transaction that was running before the look has moved is looked at again.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
        (horizon,) = cursor.fetchone()
        cursor.execute(_BEHIND, {"name": name, "since": _horizons.get(name, 0)})
        return cursor.fetchall(), horizon


def _step(
    name: str,
    journal: tuple[Any, ...],
    handle: Handle,
    kinds: Collection[str] | None,
    batch: int,
) -> int | None:
    """One batch of one journal: how many were shown, None when there is nothing new."""
    where = dict(zip(("state", "office_id", "epoch"), journal, strict=True))
    with transaction.atomic():
        made = _known[name].made if name in _known else 1
        JournalCursor.objects.get_or_create(follower=name, **where, defaults={"made": made})
        cursor = JournalCursor.objects.select_for_update().get(follower=name, **where)
        ready = JournalHead.objects.get(**where).ready
        end = min(cursor.next + batch, ready)
        if end <= cursor.next:
            return None
        news = JournalEntry.objects.filter(**where, seq__gte=cursor.next, seq__lt=end)
        wanted = [one for one in news.order_by("seq") if kinds is None or one.kind in kinds]
        if wanted:
            handle(wanted)
        JournalCursor.objects.filter(follower=name, **where).update(next=end)
        return len(wanted)
