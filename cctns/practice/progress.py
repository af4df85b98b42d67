"""How far an officer has come: the journal's own entries since the lesson was begun."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from cctns.journal.models import JournalEntry
from cctns.offices import access
from cctns.offices.models import OfficeChange, Officer, Posting

from .lessons import Lesson, Step, lessons

BEGUN = "lesson."  # begins the act under which a beginning is kept
DIRECTS = "leave.grant"  # who directs the station's staff sees how each comes on


@dataclass(frozen=True)
class Did:
    """One entry of the journal, by the officer who practises."""

    event: str
    record_id: UUID
    at: datetime


@dataclass(frozen=True)
class Standing:
    """A lesson with what is done of it; `begun_at` is None before it was begun."""

    lesson: Lesson
    begun_at: datetime | None
    done: tuple[bool, ...]

    @property
    def next_step(self) -> Step | None:
        """The first step that is not done, of a lesson that was begun."""
        if self.begun_at is None:
            return None
        steps = zip(self.lesson.steps, self.done, strict=True)
        return next((step for step, done in steps if not done), None)

    @property
    def finished(self) -> bool:
        return all(self.done)


@dataclass(frozen=True)
class Progress:
    """All lessons of one officer, and the records that they have made, oldest first."""

    standings: tuple[Standing, ...]
    did: tuple[Did, ...]

    def newest(self, event: str) -> UUID | None:
        """The record of the officer's newest entry whose event begins so."""
        found = (one.record_id for one in reversed(self.did) if one.event.startswith(event))
        return next(found, None)


@access.query
def own_progress(*, by: Posting) -> Progress:
    """The officer's own, for two questions to the database."""
    return _progress(_begun([by.officer_id]), _did([by.officer_id]), by.officer_id)


@access.query
def staff_progress(*, by: Posting) -> list[tuple[Officer, tuple[Standing, ...]]]:
    """Everyone at the station who has begun a lesson, by name. Raises Refused."""
    access.require(by, DIRECTS, by.office)
    at_station = Posting.objects.filter(office=by.office).values("officer")
    officers = list(Officer.objects.filter(pk__in=at_station).order_by("name"))
    numbers = [one.pk for one in officers]
    begun, did = _begun(numbers), _did(numbers)
    return [
        (one, _progress(begun, did, one.pk).standings)
        for one in officers
        if any(officer == one.pk for officer, _lesson in begun)
    ]


Begun = dict[tuple[UUID, str], datetime]


def _begun(officers: list[UUID]) -> Begun:
    """When each last began each lesson: beginning again starts anew."""
    kept = OfficeChange.objects.filter(subject_id__in=officers, action__startswith=BEGUN)
    rows = kept.order_by("at").values_list("subject_id", "action", "at")
    return {(officer, action.removeprefix(BEGUN)): at for officer, action, at in rows}


def _did(officers: list[UUID]) -> dict[UUID, list[Did]]:
    entries = JournalEntry.objects.filter(actor__in=officers).order_by("recorded_at", "seq")
    found: dict[UUID, list[Did]] = {}
    for actor, kind, record_id, at in entries.values_list(
        "actor", "kind", "record_id", "recorded_at"
    ):
        found.setdefault(actor, []).append(Did(kind, record_id, at))
    return found


def _progress(begun: Begun, did: dict[UUID, list[Did]], officer: UUID) -> Progress:
    own = did.get(officer, [])
    standings = (_standing(one, begun.get((officer, one.id)), own) for one in lessons())
    return Progress(tuple(standings), tuple(own))


def _standing(lesson: Lesson, since: datetime | None, did: Iterable[Did]) -> Standing:
    events = {one.event for one in did if since is not None and one.at >= since}
    return Standing(lesson, since, tuple(step.event in events for step in lesson.steps))
