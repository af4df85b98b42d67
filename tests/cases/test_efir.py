"""e-FIR: submitted, awaiting its signature for three days, signed and registered, or lapsed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from cctns.cases.actions import (
    CannotRegister,
    lapse_unsigned_efirs,
    register_fir,
    sign_efir,
    submit_efir,
)
from cctns.cases.codes import Attestation, DraftStatus
from cctns.cases.models import FirDraft
from cctns.cases.queries import worklist
from cctns.offices.models import Posting
from cctns.registers.codes import GdKind
from cctns.registers.models import GeneralDiaryEntry

from .made import draft_of

START = datetime(2031, 5, 4, 6, 0, tzinfo=UTC)


@pytest.fixture
def waiting(sho: Posting) -> FirDraft:
    with time_machine.travel(START, tick=False):
        draft = draft_of(
            sho, kind="efir", information="electronic", attestation="", read_over=False
        )
        return submit_efir(by=sho, draft=draft)


def kinds() -> list[str]:
    return list(GeneralDiaryEntry.objects.order_by("recorded_at").values_list("kind", flat=True))


def test_an_efir_is_not_registered_before_it_is_submitted_and_signed(sho: Posting) -> None:
    draft = draft_of(sho, kind="efir", information="electronic")
    with pytest.raises(CannotRegister, match="has not signed"):
        register_fir(by=sho, draft=draft)


def test_submitting_is_told_to_the_diary_once(sho: Posting, waiting: FirDraft) -> None:
    assert waiting.status == DraftStatus.AWAITING_SIGNATURE
    assert waiting.sign_by == START + timedelta(days=3)
    submit_efir(by=sho, draft=waiting)
    assert kinds() == [GdKind.INFORMATION]


def test_signed_in_time_it_is_registered(sho: Posting, waiting: FirDraft) -> None:
    with time_machine.travel(START + timedelta(days=2, hours=23), tick=False):
        with pytest.raises(CannotRegister):
            register_fir(by=sho, draft=waiting)
        signed = sign_efir(by=sho, draft=waiting, attestation=Attestation.ESIGN)
    with time_machine.travel(START + timedelta(days=4), tick=False):
        fir = register_fir(by=sho, draft=signed)
    assert fir.signed_at == START + timedelta(days=2, hours=23)
    assert fir.attestation == Attestation.ESIGN
    assert kinds() == [GdKind.INFORMATION, GdKind.EFIR_SIGNED, GdKind.FIR]


def test_after_three_days_it_cannot_be_signed(sho: Posting, waiting: FirDraft) -> None:
    with (
        time_machine.travel(START + timedelta(days=3, seconds=1), tick=False),
        pytest.raises(CannotRegister, match="within three days"),
    ):
        sign_efir(by=sho, draft=waiting, attestation=Attestation.ESIGN)


def test_an_unsigned_one_lapses_into_the_diary_and_is_kept(sho: Posting, waiting: FirDraft) -> None:
    with time_machine.travel(START + timedelta(days=3, seconds=1), tick=False):
        assert lapse_unsigned_efirs(by=sho) == 1
        assert lapse_unsigned_efirs(by=sho) == 0
    kept = FirDraft.objects.get(pk=waiting.pk)
    assert kept.status == DraftStatus.LAPSED
    assert kept.answers["narrative"]
    assert kinds() == [GdKind.INFORMATION, GdKind.EFIR_LAPSED]
    with pytest.raises(CannotRegister):
        register_fir(by=sho, draft=kept)


def test_one_that_still_has_time_does_not_lapse(sho: Posting, waiting: FirDraft) -> None:
    with time_machine.travel(START + timedelta(days=3), tick=False):
        assert lapse_unsigned_efirs(by=sho) == 0


@pytest.mark.parametrize(("hours", "reminders"), [(1, 0), (24, 1), (47, 1), (48, 2), (72, 3)])
def test_the_worklist_reminds_after_each_day(
    sho: Posting, waiting: FirDraft, hours: int, reminders: int
) -> None:
    with time_machine.travel(START + timedelta(hours=hours), tick=False):
        duty = worklist(by=sho)[0]
    assert (duty.verb, duty.reminders, duty.due_at) == ("sign", reminders, waiting.sign_by)
