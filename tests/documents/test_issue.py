"""An officer prints: within jurisdiction, masked by the law, with a place in the journal."""

from __future__ import annotations

from datetime import datetime

import pytest

from cctns.cases.models import Case
from cctns.documents import queries, verify
from cctns.documents.verify import Status
from cctns.lib.clock import IST, now
from cctns.offices.access import Refused
from cctns.offices.codes import Role
from cctns.offices.models import Posting
from cctns.registers.actions import write_diary_entry
from cctns.registers.codes import GdKind
from tests.cases.made import registered
from tests.offices.conftest import in_days, land
from tests.offices.land import Land

from .reading import text

__all__ = ["in_days", "land"]


@pytest.fixture
def sho(land: Land, db: None) -> Posting:
    return land.post(Role.SHO, "bazaar")


@pytest.mark.parametrize("language", ["en", "hi"])
def test_a_registered_fir_is_printed_and_verified(sho: Posting, language: str) -> None:
    fir = registered(sho)
    data = queries.fir_pdf(by=sho, fir_id=fir.id, language=language)
    answer = verify.verify_file(data)
    assert answer.status == Status.VERIFIED
    assert answer.kind == "First Information Report"
    assert fir.number in text(data)
    assert sho.officer.name in text(data)


def test_another_station_cannot_print_it(sho: Posting, land: Land, as_app: None) -> None:
    fir = registered(sho)
    elsewhere = land.post(Role.SHO, "mills")
    with pytest.raises((Case.DoesNotExist, Refused)):
        queries.fir_pdf(by=elsewhere, fir_id=fir.id, language="en")


def test_the_diary_of_a_day_holds_every_entry(sho: Posting) -> None:
    for number in range(60):
        write_diary_entry(by=sho, kind=GdKind.FREE, text=f"Patrol {number}", occurred_at=now())
    today = datetime.now(IST).date()
    data = queries.diary_pdf(by=sho, office=sho.office, day=today, language="en")
    told = text(data)
    assert all(f"Patrol {number} " in told for number in range(60))
    assert verify.verify_file(data).status == Status.VERIFIED


def test_a_day_without_entries_says_so_and_cannot_be_verified(sho: Posting) -> None:
    day = datetime(2026, 1, 1, tzinfo=IST).date()
    data = queries.diary_pdf(by=sho, office=sho.office, day=day, language="en")
    assert "No entry was made on this day." in text(data)
    assert "this print cannot be verified" in text(data)
    assert verify.verify_file(data).status == Status.UNKNOWN
