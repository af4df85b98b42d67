"""What an officer writes into the General Diary by hand."""

from __future__ import annotations

from datetime import datetime

from cctns.lib.clock import now
from cctns.lib.text import clean
from cctns.offices import access
from cctns.offices.models import Posting

from .. import diary
from ..codes import WRITTEN_BY_HAND, GdKind
from ..models import GeneralDiaryEntry
from ..rules import (
    NotPossible,
    Problem,
    by_hand_problems,
    correction_problems,
    entry_problems,
)


@access.action
def write_diary_entry(
    *, by: Posting, kind: GdKind, text: str, occurred_at: datetime
) -> GeneralDiaryEntry:
    """Enter an event of the station, timed in UTC. Raises Refused, NotPossible, BadText."""
    access.require(by, "gd.write", by.office)
    text = clean(text)
    found = by_hand_problems(known=kind in WRITTEN_BY_HAND)
    _refuse(found + entry_problems(text=text, occurred_at=occurred_at, now=now()))
    told = diary.entry(by=by, kind=GdKind(kind), text=text, occurred_at=occurred_at)
    return diary.enter(told, by=by)


@access.action
def correct_diary_entry(*, by: Posting, entry: GeneralDiaryEntry, text: str) -> GeneralDiaryEntry:
    """Correct an entry by a later one that refers to it; the old one stays as it was."""
    access.require(by, "gd.write", entry.office)
    text = clean(text)
    found = correction_problems(is_correction=entry.kind == GdKind.CORRECTION)
    _refuse(found + entry_problems(text=text, occurred_at=now(), now=now()))
    told = diary.entry(by=by, kind=GdKind.CORRECTION, text=text, corrects=entry)
    return diary.enter(told, by=by)


def _refuse(found: list[Problem]) -> None:
    if found:
        raise NotPossible(found)
