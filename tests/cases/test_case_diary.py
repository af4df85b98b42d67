"""The case diary (BNSS 192): by the designated officer alone, locked once signed, sealed."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from cctns.cases.actions import assign_investigating_officer
from cctns.cases.books.diary import DIARY
from cctns.cases.models import Case, CaseDiaryEntry
from cctns.lib.clock import now
from cctns.offices.access import Refused, today
from cctns.offices.models import Posting, RefusedAct
from cctns.registers.queries import entry_at
from cctns.registers.rules import NotPossible

from .investigating import opened, write


def day(by: Posting, case: Case, **changes: Any) -> Any:
    details = {
        "day": today(),
        "began_at": now() - timedelta(minutes=30),
        "closed_at": now(),
        "circumstances": "Visited the place; sketch made; two shopkeepers asked",
        **changes,
    }
    return write(by, DIARY, case, **details)


def test_the_designated_officer_writes_one_entry_a_day(sho: Posting, io: Posting) -> None:
    case = opened(sho, io)
    first = day(io, case)
    with pytest.raises(NotPossible, match="has its entry"):
        day(io, case)
    added = day(io, case, corrects_id=first.pk, circumstances="And the watchman")
    assert added.corrects_id == first.pk


def test_nobody_but_the_designated_officer_writes_it(
    sho: Posting, io: Posting, duty_officer: Posting
) -> None:
    """2,080 charge sheets were filed by officers who were not the IO (CAG Odisha)."""
    case = opened(sho, io)
    for other in (sho, duty_officer):
        with pytest.raises(Refused):
            day(other, case)
    assert RefusedAct.objects.filter(action="case_diary.write").count() == 2
    case = assign_investigating_officer(by=sho, case=case, officer=sho.officer)
    with pytest.raises(Refused):
        day(io, case)
    day(sho, case)


def test_the_database_refuses_another_writer(sho: Posting, io: Posting) -> None:
    case = opened(sho, io)
    entry = day(io, case)
    forged = CaseDiaryEntry.objects.get(pk=entry.pk)
    forged.pk, forged.officer, forged.serial = case.pk, sho.officer, 99
    with pytest.raises(IntegrityError, match="designated"), transaction.atomic():
        forged.save(force_insert=True)


def test_what_is_signed_stays(sho: Posting, io: Posting) -> None:
    entry = day(io, opened(sho, io))
    assert DIARY.steps == ()
    with pytest.raises(IntegrityError), transaction.atomic():
        CaseDiaryEntry.objects.filter(pk=entry.pk).update(stage="draft")


def test_it_is_sealed_from_colleagues(sho: Posting, io: Posting, duty_officer: Posting) -> None:
    entry = day(io, opened(sho, io))
    for reader in (io, sho):
        assert entry_at(by=reader, book=DIARY, entry_id=entry.pk)[0].pk == entry.pk
    with pytest.raises(Refused):
        entry_at(by=duty_officer, book=DIARY, entry_id=entry.pk)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"day": today() + timedelta(days=1)}, "day"),
        ({"day": today() - timedelta(days=9)}, "day"),
        ({"closed_at": now() - timedelta(hours=5)}, "closed_at"),
        ({"circumstances": " "}, "circumstances"),
    ],
)
def test_a_wrong_entry_is_refused(
    sho: Posting, io: Posting, changed: dict[str, Any], field: str
) -> None:
    with pytest.raises(NotPossible) as error:
        day(io, opened(sho, io), **changed)
    assert [one.field for one in error.value.problems] == [field]
