"""Search and seizure, IIF-IV: witnesses, seals, the recording, the Magistrate told."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from cctns.cases.books.seizure import SEIZURE
from cctns.cases.models import Seizure
from cctns.journal.models import JournalEntry
from cctns.lib.clock import now
from cctns.offices.access import Refused
from cctns.offices.models import Posting
from cctns.registers.models import GeneralDiaryEntry
from cctns.registers.queries import entry_at
from cctns.registers.rules import NotPossible

from .investigating import go_on, opened
from .scene import CHAIN, PRESENT, seizure_of


def test_a_seizure_holds_its_property_and_witnesses(sho: Posting, io: Posting) -> None:
    case = opened(sho, io)
    seizure = seizure_of(io, case)
    found, lists = entry_at(by=io, book=SEIZURE, entry_id=seizure.pk)
    assert found.number == "1/2026" or found.number.startswith("1/")
    assert [one.description for one in lists["items"]] == [CHAIN["description"]]
    assert [one.name for one in lists["witnesses"]] == ["Mohan Lal", "Iqbal Ahmed"]
    assert GeneralDiaryEntry.objects.filter(subject_id=case.fir_id, kind="seizure").exists()
    assert case.fir_id in JournalEntry.objects.get(kind="seizure.recorded").refs


def test_its_way_to_the_magistrate(sho: Posting, io: Posting) -> None:
    """BNSS 105 and 106(3): the recording and the report, each at its time, in either order."""
    seizure = seizure_of(io, opened(sho, io))
    go_on(io, SEIZURE, seizure, "report", reported_at=now(), reported_to="JMFC, Rampur")
    sent = {"recording_sent_at": now(), "recording_sent_to": "JMFC, Rampur"}
    go_on(io, SEIZURE, seizure, "send", **sent)
    go_on(io, SEIZURE, seizure, "superior", superior_told_at=now(), superior="SDPO, East")
    assert Seizure.objects.get().stage == "reported"
    kinds = JournalEntry.objects.filter(record_id=seizure.pk).order_by("seq")
    assert [one.kind for one in kinds] == [
        "seizure.recorded",
        "seizure.reported",
        "seizure.recording_sent",
        "seizure.superior_told",
    ]
    assert len(Seizure.objects.get().items.all()) == 1


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"recording": ""}, "recording"),
        ({"recording": "", "no_recording": "other"}, "no_recording_detail"),
        ({"nature": ""}, "nature"),
        ({"nature": "found"}, "nature"),
        ({"seal": ""}, "seal"),
        ({"grounds": " "}, "grounds"),
        ({"copy_to": ""}, "copy_to"),
        ({"happened_at": now() - timedelta(days=2)}, "before_fir_reason"),
    ],
)
def test_what_the_law_asks_first(
    sho: Posting, io: Posting, changed: dict[str, Any], field: str
) -> None:
    with pytest.raises(NotPossible) as error:
        seizure_of(io, opened(sho, io), **changed)
    assert field in [one.field for one in error.value.problems]
    assert not Seizure.objects.exists()


@pytest.mark.parametrize(
    ("lists", "field"),
    [
        ({"witnesses": PRESENT[:1]}, "witnesses"),
        ({"witnesses": [PRESENT[0], {"name": "Ramu"}]}, "witnesses"),
        ({"items": []}, "items"),
        ({"items": [{**CHAIN, "packet": ""}]}, "items"),
        ({"items": [{**CHAIN, "property_class": "moon"}]}, "items"),
    ],
)
def test_lists_are_whole_too(sho: Posting, io: Posting, lists: dict[str, Any], field: str) -> None:
    with pytest.raises(NotPossible) as error:
        seizure_of(io, opened(sho, io), lists)
    assert [one.field for one in error.value.problems] == [field]


def test_without_a_recording_there_is_a_reason(sho: Posting, io: Posting) -> None:
    seizure = seizure_of(io, opened(sho, io), recording="", no_recording="danger")
    with pytest.raises(NotPossible, match="wants an answer"):
        go_on(io, SEIZURE, seizure, "send", recording_sent_at=now(), recording_sent_to="SDM")


def test_it_is_not_reported_before_it_was_made(sho: Posting, io: Posting) -> None:
    seizure = seizure_of(io, opened(sho, io))
    early = seizure.happened_at - timedelta(hours=1)
    with pytest.raises(NotPossible, match="too early"):
        go_on(io, SEIZURE, seizure, "report", reported_at=early, reported_to="JMFC")


def test_the_database_refuses_a_seizure_before_the_fir(sho: Posting, io: Posting) -> None:
    """CAG Odisha: seizures recorded before the FIR."""
    seizure = seizure_of(io, opened(sho, io))
    moved, early = Seizure.objects.filter(pk=seizure.pk), now() - timedelta(days=3)
    with pytest.raises(IntegrityError, match="before the FIR"), transaction.atomic():
        moved.update(happened_at=early, version=seizure.version + 1)


def test_the_duty_officer_records_no_seizure(
    sho: Posting, io: Posting, duty_officer: Posting
) -> None:
    case = opened(sho, io)
    with pytest.raises(Refused):
        seizure_of(duty_officer, case)
