"""A non-cognizable report from the informant's words to the FIR it became (BNSS 174)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from cctns.journal.models import JournalEntry
from cctns.journal.write import Stale
from cctns.lib.clock import now
from cctns.lib.ids import uuid7
from cctns.offices.access import Refused
from cctns.offices.codes import Role
from cctns.offices.models import Posting
from cctns.registers.actions import make_entry, take_step
from cctns.registers.books.ncr import NCR
from cctns.registers.models import GeneralDiaryEntry, Ncr
from cctns.registers.rules import NotPossible
from tests.cases.conftest import duty_officer, sho  # noqa: F401
from tests.offices.conftest import land  # noqa: F401
from tests.offices.land import Land


def told(**changes: Any) -> dict[str, Any]:
    details = {
        "happened_at": now() - timedelta(hours=2),
        "place": "Main bazaar",
        "substance": "He abused me before my shop.",
        "offence": "BNS 352",
        "name": "Sunita Devi",
        "village": "Rampur",
    }
    return {**details, **changes}


def recorded(by: Posting, **changes: Any) -> Ncr:
    made = make_entry(by=by, book=NCR, entry_id=uuid7(), details=told(**changes))
    assert isinstance(made, Ncr)
    return made


def test_a_report_gets_its_number_and_its_diary_entry(duty_officer: Posting) -> None:  # noqa: F811
    first, second = recorded(duty_officer), recorded(duty_officer)
    assert (first.serial, second.serial) == (1, 2)
    assert first.gd_entry is not None
    assert first.number in first.gd_entry.text
    assert GeneralDiaryEntry.objects.filter(subject_id=first.pk).count() == 1


def test_sent_twice_it_is_recorded_once(duty_officer: Posting) -> None:  # noqa: F811
    key = uuid7()
    once, again = (
        make_entry(by=duty_officer, book=NCR, entry_id=key, details=told()) for _ in range(2)
    )
    assert once.pk == again.pk
    assert Ncr.objects.count() == 1


@pytest.mark.parametrize("missing", ["name", "place", "substance", "offence"])
def test_what_is_missing_is_named(duty_officer: Posting, missing: str) -> None:  # noqa: F811
    with pytest.raises(NotPossible) as error:
        recorded(duty_officer, **{missing: " "})
    assert [one.field for one in error.value.problems] == [missing]
    assert not Ncr.objects.exists()


def test_what_will_happen_is_no_report(duty_officer: Posting) -> None:  # noqa: F811
    with pytest.raises(NotPossible, match="future"):
        recorded(duty_officer, happened_at=now() + timedelta(hours=1))


def test_its_life_from_referral_to_fir(duty_officer: Posting, sho: Posting) -> None:  # noqa: F811
    report = recorded(duty_officer)
    take_step(
        by=duty_officer,
        book=NCR,
        entry=report,
        step="refer",
        details={"court_name": "JMFC, Rampur", "referred_at": now()},
    )
    assert report.stage == "referred"
    take_step(
        by=sho,
        book=NCR,
        entry=report,
        step="convert",
        details={"fir_number": "0001/2026", "end_reason": "A knife was shown"},
    )
    assert Ncr.objects.get().stage == "converted"


def test_every_report_goes_to_the_magistrate_each_fortnight(
    duty_officer: Posting,  # noqa: F811
    sho: Posting,  # noqa: F811
) -> None:
    """BNSS 174(1): the closed ones as well."""
    report = recorded(duty_officer)
    sent = {"court_name": "JMFC, Rampur", "reported_at": now()}
    take_step(by=duty_officer, book=NCR, entry=report, step="report", details=sent)
    assert report.stage == "recorded"
    take_step(by=sho, book=NCR, entry=report, step="close", details={"end_reason": "Settled"})
    take_step(by=duty_officer, book=NCR, entry=report, step="report", details=sent)
    assert JournalEntry.objects.filter(kind="ncr.reported").count() == 2


def test_an_fir_is_named_with_its_year(sho: Posting) -> None:  # noqa: F811
    report = recorded(sho)
    with pytest.raises(NotPossible, match="with its year"):
        take_step(
            by=sho,
            book=NCR,
            entry=report,
            step="convert",
            details={"fir_number": "12", "end_reason": "Knife"},
        )


def test_a_closed_report_stays_closed(sho: Posting) -> None:  # noqa: F811
    report = recorded(sho)
    take_step(by=sho, book=NCR, entry=report, step="close", details={"end_reason": "Settled"})
    with pytest.raises(NotPossible, match="cannot be taken now"):
        take_step(
            by=sho,
            book=NCR,
            entry=report,
            step="refer",
            details={"court_name": "JMFC", "referred_at": now()},
        )


def test_only_the_officer_in_charge_decides(duty_officer: Posting) -> None:  # noqa: F811
    report = recorded(duty_officer)
    with pytest.raises(Refused):
        take_step(
            by=duty_officer, book=NCR, entry=report, step="close", details={"end_reason": "x"}
        )


def test_no_other_station_takes_a_step(duty_officer: Posting, land: Land) -> None:  # noqa: F811
    report = recorded(duty_officer)
    other = land.post(Role.SHO, "fort")
    with pytest.raises(Refused):
        take_step(by=other, book=NCR, entry=report, step="close", details={"end_reason": "x"})


def test_two_windows_do_not_overwrite_each_other(sho: Posting) -> None:  # noqa: F811
    report = recorded(sho)
    with pytest.raises(Stale):
        take_step(
            by=sho,
            book=NCR,
            entry=report,
            step="close",
            details={"end_reason": "x"},
            version=report.version - 1,
        )


def test_the_database_refuses_a_step_back(sho: Posting) -> None:  # noqa: F811
    report = recorded(sho)
    take_step(by=sho, book=NCR, entry=report, step="close", details={"end_reason": "Settled"})
    back = Ncr.objects.filter(pk=report.pk)
    with pytest.raises(IntegrityError, match="no step leads"), transaction.atomic():
        back.update(stage="recorded", version=report.version + 1)
