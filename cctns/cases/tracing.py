"""The daily comparison of missing persons with bodies and found persons, both ways.

Runs under the worker's role, which sees the records of every office this node holds.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max, Q

from cctns.journal.models import JournalEntry
from cctns.lib import tracing
from cctns.lib.clock import IST, now
from cctns.lib.tracing import ALIVE, DEAD, MISSING, Described, Pair
from cctns.registers.models import Body, FoundPerson

from .models import Missing, TraceCandidate

_OPEN = (
    ("missing", MISSING, Missing, "reported"),
    ("found", ALIVE, FoundPerson, "recorded"),
    ("body", DEAD, Body, "recorded"),
)
_MARKS = ("marks", "deformity", "burn_mark", "leucoderma", "mole", "scar", "tattoo")
_LOOKS = ("hair", "build", "complexion")


def run(since: datetime | None = None) -> int:
    """Compare what changed since the last run (or `since`) with all of the other side.

    Gives the number of pairs proposed. Run twice it proposes the same.
    """
    started = now()
    since = since or TraceCandidate.objects.aggregate(at=Max("made_at"))["at"]
    changed = _changed(since)
    open_now = {
        str(one.pk): (book, one)
        for book, _condition, model, stage in _OPEN
        for one in model._base_manager.filter(stage=stage).select_related("office")
    }
    conditions = {book: condition for book, condition, _model, _stage in _OPEN}
    said = [
        described(one, conditions[book], started if since is None or one.pk in changed else None)
        for book, one in open_now.values()
    ]
    missing = [one for one in said if one.condition == MISSING]
    found = [one for one in said if one.condition != MISSING]
    pairs = tracing.match_all(missing, found, started)
    rows = [row for pair in pairs for row in _both_sides(pair, open_now, started)]
    with transaction.atomic():
        old = TraceCandidate.objects.all()
        if since is not None:
            old = old.filter(Q(record_id__in=changed) | Q(other_id__in=changed))
        old.delete()
        TraceCandidate.objects.bulk_create(rows, batch_size=1000)
    return len(pairs)


def _changed(since: datetime | None) -> set[UUID]:
    """Records entered, described or closed since then."""
    if since is None:
        return set()
    kinds = [book for book, *_rest in _OPEN]
    found = JournalEntry.objects.filter(record_type__in=kinds, recorded_at__gte=since)
    return set(found.values_list("record_id", flat=True))


def described(record: Any, condition: str, changed_at: datetime | None = None) -> Described:
    """A record of one of the three registers, as it is compared."""
    sheet = record.features or {}
    height = sheet.get("height_cm")
    marks = [f"{name.replace('_', ' ')} {sheet[name]}" for name in _MARKS if sheet.get(name)]
    latitude, longitude = record.position or (None, None)
    return Described(
        id=str(record.pk),
        condition=condition,
        day=record.happened_at.astimezone(IST).date(),
        sex=record.sex,
        age_from=record.age if condition == MISSING else record.age_from,
        age_to=record.age if condition == MISSING else record.age_to,
        height_from=height,
        height_to=height,
        marks=", ".join(marks),
        dress=", ".join(one for one in (record.dress, sheet.get("dress", "")) if one),
        place=record.place,
        latitude=latitude,
        longitude=longitude,
        district=str(record.office.district_id or ""),
        changed_at=changed_at,
        **{name: sheet.get(name, "") for name in _LOOKS},
    )


def _both_sides(
    pair: Pair, records: dict[str, tuple[str, Any]], made_at: datetime
) -> Iterator[TraceCandidate]:
    reasons = [[one.sentence, dict(one.values)] for one in pair.reasons]
    for own, other in ((pair.missing, pair.found), (pair.found, pair.missing)):
        _book, mine = records[own]
        book, theirs = records[other]
        yield TraceCandidate(
            state=mine.state,
            office=mine.office,
            record_id=mine.pk,
            other_id=theirs.pk,
            other_office=theirs.office,
            other_book=book,
            other_number=theirs.number,
            other_place=theirs.place,
            other_at=theirs.happened_at,
            score=pair.score,
            reasons=reasons,
            made_at=made_at,
        )
