"""Many officers at once, and acts of different transactions: numbers, double submits, guards."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import IntegrityError, connection

from cctns.cases.actions import CannotRegister, DraftChanged, register_fir, save_draft, start_draft
from cctns.cases.codes import FirKind
from cctns.cases.models import Case, Fir, FirDraft, Party
from cctns.journal.models import JournalEntry
from cctns.offices.models import Posting
from cctns.registers.models import GeneralDiaryEntry

from .made import draft_of, registered

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(acts: list[Callable[[], Any]]) -> list[Any]:
    """Results of acts in threads of their own; an error stands in place of its result."""

    def run(act: Callable[[], Any]) -> Any:
        try:
            return act()
        except (CannotRegister, DraftChanged) as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=8) as pool:
        return list(pool.map(run, acts))


def test_numbers_have_no_gap_when_many_register_at_once(sho: Posting) -> None:
    good = [draft_of(sho) for _ in range(16)]
    bad = [draft_of(sho, narrative="") for _ in range(8)]
    mixed = [draft for pair in zip(good[::2], good[1::2], bad, strict=True) for draft in pair]
    at_once([lambda draft=draft: register_fir(by=sho, draft=draft) for draft in mixed])
    assert sorted(Fir.objects.values_list("serial", flat=True)) == list(range(1, 17))
    diary = GeneralDiaryEntry.objects.order_by("serial")
    assert [one.serial for one in diary] == list(range(1, 17))
    times = [one.recorded_at for one in diary]
    assert times == sorted(times)
    seqs = sorted(JournalEntry.objects.values_list("seq", flat=True))
    assert seqs == list(range(48))


def test_a_draft_submitted_eight_times_at_once_is_one_fir(sho: Posting) -> None:
    draft = draft_of(sho)
    firs = at_once([lambda: register_fir(by=sho, draft=draft)] * 8)
    assert {one.pk for one in firs} == {draft.pk}
    assert Fir.objects.count() == Case.objects.count() == GeneralDiaryEntry.objects.count() == 1


def test_of_two_tabs_the_older_is_told(sho: Posting) -> None:
    draft = start_draft(by=sho, kind=FirKind.ORDINARY)
    told = at_once(
        [
            lambda name=name: save_draft(by=sho, draft=draft, answers={"place": name}, revision=0)
            for name in ("first tab", "second tab")
        ]
    )
    assert sorted(type(one).__name__ for one in told) == ["DraftChanged", "FirDraft"]
    assert FirDraft.objects.get(pk=draft.pk).revision == 1


def test_a_tab_left_open_does_not_write_into_a_registered_fir(sho: Posting) -> None:
    draft = draft_of(sho)
    register_fir(by=sho, draft=draft)
    with pytest.raises(DraftChanged):
        save_draft(by=sho, draft=draft, answers={"place": "late"}, revision=draft.revision)


def test_a_person_is_not_added_to_an_fir_later(sho: Posting) -> None:
    fir = registered(sho)
    late = Party(fir=fir, state=fir.state, ordinal=9, role="accused", name="Added later")
    with pytest.raises(IntegrityError, match="has no entry of this act"):
        late.save()
    with pytest.raises(IntegrityError, match=r"has no entry of this act|is written once"):
        Party.objects.filter(fir=fir, ordinal=1).delete()
    assert fir.parties.count() == 2
