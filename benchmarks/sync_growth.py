"""What does not grow with a nation: idle looks, look-ups of heads, and the follower of an entry."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from typing import Any

from . import sync_made

_ROUNDS = 5

_MANY = """
WITH made AS (
    INSERT INTO offices_office (id, state_id, kind, name, name_hi, code, opened_on, gd_reset)
    SELECT gen_random_uuid(), %(state)s, 'station', 'Bench ' || one, '', 'B' || one, '2020-01-01',
        'daily'
    FROM generate_series(1, %(count)s) one RETURNING id
), heads AS (
    INSERT INTO journal_head (state, office_id, epoch, size, ready, moved, halted, frontier,
        home_node, closed)
    SELECT %(state)s, id, 1, 0, 0, 1, '', '', 'cctns.in/bench.many', false FROM made
)
SELECT count(*) FROM made
"""


def grown(back: Callable[[], None], offices: Sequence[int]) -> dict[str, float]:
    """What an idle look, a head's look-up and a new entry cost, with few and many offices.

    In turns, since the machine's speed changes; of each the median.
    """
    rounds = [{count: _with(back, count) for count in offices} for _ in range(_ROUNDS)]
    least, most = (
        _median([told[count] for told in rounds]) for count in (min(offices), max(offices))
    )
    return {
        "offices": float(max(offices)),
        **{f"{name}_growth": most[name] / least[name] for name in least},
        **{f"{name}_us": 1e6 * value for name, value in most.items()},
    }


def _median(told: Sequence[dict[str, float]]) -> dict[str, float]:
    return {name: statistics.median(one[name] for one in told) for name in told[0]}


def _with(back: Callable[[], None], count: int) -> dict[str, float]:
    from django.db import connection

    from cctns.journal import follow
    from cctns.journal.models import JournalHead
    from cctns.offices.models import Posting

    back()
    by = Posting.objects.filter(role="sho").select_related("office").first()
    assert by is not None
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute(_MANY, {"count": count, "state": by.office.state_id})
        cursor.execute("SET session_replication_role = origin")
        cursor.execute("ANALYZE journal_head, journal_cursor")
    sync_made.append(1, by)
    handled: list[int] = []
    follower = "bench"

    def look() -> None:
        follow.follow(follower, lambda entries: handled.append(len(entries)))

    look()  # the first look of a process reads all heads
    idle = _best(look, 200)
    key = (by.office.state_id, by.office_id, 1)
    head = _best(lambda: JournalHead.objects.get(pk=key), 200)
    entry = _best(lambda: (sync_made.append(1, by), look()), 50) - _best(
        lambda: sync_made.append(1, by), 50
    )
    return {"idle_poll": idle, "head_lookup": head, "follower": max(entry, 1e-6)}


def _best(work: Any, times: int) -> float:
    """Seconds, the median of so many runs."""
    taken = []
    for _ in range(times):
        begun = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken)
