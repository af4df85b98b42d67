"""Supervision notes: written above the station, read there, answered in the case diary."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from cctns.cases.books.diary import DIARY, notes_of
from cctns.cases.books.supervision import SUPERVISION
from cctns.cases.models import Case, CaseDiaryEntry
from cctns.journal.models import JournalEntry
from cctns.lib.clock import now
from cctns.offices.access import Refused, today
from cctns.offices.codes import Role
from cctns.offices.models import Posting
from cctns.registers.queries import entry_at
from cctns.registers.rules import NotPossible
from tests.offices.land import Land

from .investigating import go_on, opened, write


@pytest.fixture
def sp(land: Land) -> Posting:
    return land.post(Role.SP, "east")


def note_of(by: Posting, case: Case, **changes: Any) -> Any:
    details = {
        "findings": "Two witnesses of the lane are not heard",
        "directions": "Hear them; ask for the camera of the bank",
        "due_on": today() + timedelta(days=7),
        **changes,
    }
    return write(by, SUPERVISION, case, **details)


def test_it_stands_in_the_journal_of_the_office_above(
    sho: Posting, io: Posting, sp: Posting
) -> None:
    case = opened(sho, io)
    note = note_of(sp, case)
    entry = JournalEntry.objects.get(kind="supervision.noted")
    assert (entry.office_id, note.office_id) == (sp.office_id, sp.office_id)
    assert case.fir_id in entry.refs
    for reader in (io, sho, sp):
        assert entry_at(by=reader, book=SUPERVISION, entry_id=note.pk)[0] == note


def test_it_is_sealed_like_the_diary(
    sho: Posting, io: Posting, sp: Posting, duty_officer: Posting, land: Land
) -> None:
    note = note_of(sp, opened(sho, io))
    for stranger in (duty_officer, land.post(Role.SHO, "fort")):
        with pytest.raises(Refused):
            entry_at(by=stranger, book=SUPERVISION, entry_id=note.pk)


def test_the_station_writes_no_note_and_closes_none(sho: Posting, io: Posting, sp: Posting) -> None:
    case = opened(sho, io)
    note = note_of(sp, case)
    for officer in (io, sho):
        with pytest.raises(Refused):
            note_of(officer, case)
        with pytest.raises(Refused):
            go_on(officer, SUPERVISION, note, "close", closing="Done")
    go_on(sp, SUPERVISION, note, "close", closing="Both were heard")


def test_the_investigating_officer_answers_in_the_diary(
    sho: Posting, io: Posting, sp: Posting
) -> None:
    case = opened(sho, io)
    note = note_of(sp, case)
    day = {"day": today(), "began_at": now(), "closed_at": now(), "circumstances": "Both heard"}
    write(io, DIARY, case, answers_id=note.pk, **day)
    entry = CaseDiaryEntry.objects.get()
    assert entry.answers == note
    assert [pk for pk, _words in notes_of(io, entry)] == [str(note.pk)]


def test_the_day_is_still_to_come(sho: Posting, io: Posting, sp: Posting) -> None:
    with pytest.raises(NotPossible, match="past"):
        note_of(sp, opened(sho, io), due_on=today() - timedelta(days=1))
