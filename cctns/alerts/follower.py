"""The follower of the journals that raises alerts.

Two passes, so that nothing falls between them: lookouts are put into the watch table before the
records of the same batch are held against it, and a lookout that is new is held later, once,
against all that the search has followed by then (lookback.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from uuid import UUID

from cctns.cases.models import CrimeDetails
from cctns.journal import follow
from cctns.journal.models import JournalEntry
from cctns.search import sources
from cctns.search.tables import Lookup

from . import answering, met, outbox, raising, rows, telling
from .matching import match
from .met import Met
from .models import Alert, Answer, Delivery, Heard, Lookout, Notice, Sighting, Trace, Watch

FOLLOWER = "alerts"


def register() -> None:
    follow.register(FOLLOWER, handle, forget=_forget)


def handle(entries: Sequence[JournalEntry]) -> None:
    lookouts = _of_kind(entries, "lookout")
    if lookouts:
        _put(lookouts)
    found = list(_met(entries))
    if found:
        outbox.send_alerts(raising.raise_all(match(found)))
    lookups = _of_kind(entries, "lookup")
    if lookups:
        told = Lookup.objects.filter(pk__in=lookups).prefetch_related("shown")
        outbox.send_alerts(raising.same_work(list(told)))
    answers = _of_kind(entries, "alert_answer")
    if answers:
        rows = Answer.objects.filter(pk__in=answers).select_related("office").order_by("id")
        outbox.send_answers(answering.hear(rows))


def _of_kind(entries: Sequence[JournalEntry], kind: str) -> set[UUID]:
    return {one.record_id for one in entries if one.record_type == kind}


def _put(lookouts: set[UUID]) -> None:
    """Those that were ever in force: one that ended keeps its end, for what comes late."""
    rows = Lookout.objects.filter(pk__in=lookouts, validated_at__isnull=False)
    for one in rows.select_related("office").prefetch_related("numbers"):
        document = telling.document(one)
        if telling.put(document):
            outbox.send_lookout(document)


def _met(entries: Sequence[JournalEntry]) -> Iterator[Met]:
    for told in sources.told_by(entries):
        yield from met.of_told(told)
    sightings = _of_kind(entries, "sighting")
    if sightings:
        yield from _sightings(sightings)
    crimes = _of_kind(entries, "crime")
    if crimes:
        rows = CrimeDetails.objects.filter(pk__in=crimes).select_related("case__fir")
        yield from (met.of_crime(one, one.case.fir.number) for one in rows)
    lookups = _of_kind(entries, "lookup")
    if lookups:
        told_by = (met.of_lookup(one) for one in Lookup.objects.filter(pk__in=lookups))
        yield from (one for one in told_by if one is not None)


def _sightings(ids: set[UUID]) -> Iterator[Met]:
    seen = Sighting.objects.filter(pk__in=ids).prefetch_related("numbers")
    found = [met.of_sighting(one) for one in seen]
    rows.add(
        [
            Trace(sighting_id=one.id, state=state, key=key.key, part=key.part, text=key.text)
            for one, state in zip(found, (row.state for row in seen), strict=True)
            for key in one.keys
        ]
    )
    yield from found


def _forget() -> None:
    """What other nodes told stays: it stands in no journal of this node."""
    Trace.objects.all().delete()
    own = Notice.objects.filter(trail=[])
    Watch.objects.filter(notice__in=own).delete()
    own.delete()
    Heard.objects.filter(trail=[]).delete()
    mine = Alert.objects.filter(trail=[])
    Delivery.objects.filter(alert__in=mine).delete()
    mine.delete()
