"""A new lookout is held against what was known before it: persons, numbers, sightings, methods."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.db import connection, transaction

from cctns.cases.models import CrimeDetails
from cctns.lib.clock import now
from cctns.search import sources
from cctns.search.models import Thing
from cctns.search.people import Asked, find
from cctns.search.rows import ThingRow

from . import met, mo, outbox, raising
from .matching import match
from .met import Met
from .models import Lookout, Notice, Sighting, Watch

MOST = 50  # persons that one lookout is held against, the likeliest first
_SEEN = """
SELECT DISTINCT trace.sighting_id FROM alerts_watch watch
JOIN alerts_trace trace ON trace.key = watch.key AND trace.text = watch.text
WHERE watch.notice_id = %s
"""


def run() -> int:
    """Hold every lookout that waits against what the search knows; how many there were.

    The search catches up first: what it had not followed when the lookout came into force was held
    against the watch table by then, or is found now.
    """
    waiting = list(Notice.objects.filter(looked_back=False)[:100])
    if not waiting:
        return 0
    sources.catch_up()
    for notice in waiting:
        with transaction.atomic():
            found = match(list(_known(notice)), only=notice.pk)
            outbox.send_alerts(raising.raise_all(found))
            Notice.objects.filter(pk=notice.pk, version=notice.version).update(looked_back=True)
    return len(waiting)


def _known(notice: Notice) -> Iterator[Met]:
    if notice.method is not None:
        yield from _crimes(notice)
        return
    yield from _persons(notice)
    yield from _things(notice)
    with connection.cursor() as cursor:
        cursor.execute(_SEEN, [notice.pk])
        seen = [one for (one,) in cursor.fetchall()]
    rows = Sighting.objects.filter(pk__in=seen).prefetch_related("numbers")
    yield from (met.of_sighting(one) for one in rows)


def _persons(notice: Notice) -> Iterator[Met]:
    for asked in _questions(notice):
        hits = find(asked, limit=MOST).hits
        yield from (met.of_mention(one.mention) for one in hits if one.mention.closed != "sealed")


def _questions(notice: Notice) -> Iterator[Asked]:
    """By name and by telephone. Of a protected person only the own node knows the name."""
    told = notice.person
    if told is None:
        mine = Lookout.objects.filter(pk=notice.pk, subject="person").first()
        if mine is not None:
            yield Asked(mine.name, relative=mine.relative_name, place=mine.district_name)
    else:
        yield Asked(**told)
    watched = Watch.objects.filter(notice_id=notice.pk, part="p").values_list("text", flat=True)
    yield from (Asked("", phone=number) for number in watched)


def _things(notice: Notice) -> Iterator[Met]:
    numbers = Watch.objects.filter(notice_id=notice.pk, part="n").values_list("text", flat=True)
    names = [one for one in ThingRow.__dataclass_fields__]
    for values in Thing.objects.filter(key__in=list(numbers)).values_list(*names):
        row = ThingRow(**dict(zip(names, values, strict=True)))
        one = met.of_thing(row) if row.closed != "sealed" else None
        if one is not None:
            yield one


def _crimes(notice: Notice) -> Iterator[Met]:
    assert notice.method is not None
    since = now() - timedelta(days=mo.LONGEST_DAYS)
    rows = CrimeDetails.objects.filter(
        minor_head=notice.method["crime_head"], happened_at__gte=since
    )
    yield from (met.of_crime(one, one.case.fir.number) for one in rows.select_related("case__fir"))
