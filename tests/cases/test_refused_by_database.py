"""What PostgreSQL itself refuses, on every way in: raw SQL, `.update()`, bulk inserts, deletes.

Odisha's auditors found 412 FIRs dated before their diary entry, and arrests and seizures before
the FIR; no program wrote those on purpose.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import F

from cctns.cases.models import Case, Fir, Party
from cctns.journal.models import new_id
from cctns.journal.write import record
from cctns.lib.clock import now
from cctns.offices.codes import Role
from cctns.offices.models import Posting
from cctns.registers import diary
from cctns.registers.codes import GdKind
from tests.offices.land import Land

from .made import registered

Settle = Callable[[], None]


def refused(act: Callable[[], object], settle: Settle) -> str:
    try:
        with transaction.atomic():
            act()
            settle()
    except IntegrityError as error:
        return str(error)
    pytest.fail("the database let it pass")


def run(sql: str, *values: Any) -> Callable[[], None]:
    def act() -> None:
        with connection.cursor() as cursor:
            cursor.execute(sql, values)

    return act


def copy_of(fir: Fir, **changes: Any) -> Fir:
    """Another FIR of the same station, one number further, not saved."""
    other = Fir.objects.get(pk=fir.pk)
    other.pk, other.version, other.serial = new_id(), 0, fir.serial + 1
    for name, value in changes.items():
        setattr(other, name, value)
    return other


def write(fir: Fir, by: Posting) -> Callable[[], object]:
    return lambda: record(fir, kind="fir.registered", by=by)


MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize(
    ("changes", "constraint"),
    [
        ({"registered_at": -MINUTE}, "fir_after_general_diary"),
        ({"gd_entry": None}, "fir_after_general_diary"),
        ({"serial": None}, "fir_complete"),
        ({"narrative": ""}, "fir_complete"),
        ({"attestation": ""}, "fir_complete"),
        ({"read_over": False}, "fir_complete"),
        ({"received_at": None}, "fir_complete"),
        ({"serial": 0}, "fir_serial_from_one"),
        ({"received_at": +MINUTE}, "fir_received_before_registered"),
        ({"occurred_from": +MINUTE, "occurred_to": None}, "fir_occurred_before_received"),
        ({"occurred_from": None, "occurred_to": +MINUTE}, "fir_ended_before_received"),
        ({"series": "legacy"}, "fir_series_honest"),
    ],
)
def test_an_fir_out_of_order_is_refused(
    sho: Posting, settle: Settle, changes: dict[str, Any], constraint: str
) -> None:
    fir = registered(sho)
    moved = {
        name: fir.registered_at + value if isinstance(value, timedelta) else value
        for name, value in changes.items()
    }
    assert constraint in refused(write(copy_of(fir, **moved), sho), settle)


def test_it_cannot_end_before_it_began(sho: Posting, settle: Settle) -> None:
    fir = registered(sho)
    assert fir.occurred_from is not None
    other = copy_of(fir, occurred_to=fir.occurred_from - MINUTE)
    assert "fir_occurrence_in_order" in refused(write(other, sho), settle)


def test_a_number_is_given_once(sho: Posting, settle: Settle) -> None:
    fir = registered(sho)
    assert "fir_serial_once" in refused(write(copy_of(fir, serial=fir.serial), sho), settle)


def test_the_diary_entrys_own_time_counts_not_what_the_fir_says(
    sho: Posting, settle: Settle
) -> None:
    fir = registered(sho)
    assert fir.gd_recorded_at is not None
    early = copy_of(fir, gd_recorded_at=fir.gd_recorded_at - MINUTE)
    assert "General Diary entry is not of this office and time" in refused(
        write(early, sho), settle
    )


def test_the_diary_entry_of_another_station_does_not_count(
    land: Land, sho: Posting, settle: Settle
) -> None:
    fir = registered(sho)
    fort = land.post(Role.SHO, "fort")
    elsewhere = diary.enter(diary.entry(by=fort, kind=GdKind.FREE, text="Patrol"), by=fort)
    other = copy_of(fir, gd_entry=elsewhere, gd_recorded_at=elsewhere.recorded_at)
    other.registered_at = other.registered_at + MINUTE
    assert "not of this office" in refused(write(other, sho), settle)


def test_an_old_record_may_lack_what_old_registers_lack(sho: Posting, settle: Settle) -> None:
    old = Fir(
        state=sho.office.state_id,
        office=sho.office,
        series="legacy",
        year=2009,
        registered_at=now(),
        legacy=True,
        legacy_number="12/09",
        kind="ordinary",
    )
    record(old, kind="fir.imported", by=sho)
    settle()
    assert Fir.objects.get(pk=old.pk).number == "12/09"


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE cases_fir SET narrative = 'changed'",
        "UPDATE cases_fir SET registered_at = registered_at - interval '1 day'",
        "UPDATE cases_fir SET version = version + 1",
        "DELETE FROM cases_fir",
        "UPDATE cases_party SET name = 'Somebody else'",
        "DELETE FROM cases_party",
        "DELETE FROM cases_partypaper",
        "UPDATE cases_firsection SET number = '303(2)'",
        "DELETE FROM cases_firproperty",
        "UPDATE cases_case SET sensitive = true, version = version + 1",
        "DELETE FROM cases_case",
        "UPDATE registers_generaldiaryentry SET text = 'nothing happened'",
        "UPDATE registers_generaldiaryentry SET recorded_at = recorded_at - interval '1 day'",
        "DELETE FROM registers_generaldiaryentry",
        "TRUNCATE cases_fir CASCADE",
    ],
)
def test_what_was_registered_is_not_changed_by_raw_sql(
    sho: Posting, settle: Settle, sql: str
) -> None:
    registered(sho)
    settle()
    refused(run(sql), settle)


def test_an_fir_is_not_changed_even_with_an_entry_for_it(sho: Posting, settle: Settle) -> None:
    fir = registered(sho)
    settle()
    fir.narrative = "Something else"
    assert "is written once" in refused(lambda: record(fir, kind="fir.changed", by=sho), settle)


def test_a_diary_entry_is_not_changed_even_with_an_entry_for_it(
    sho: Posting, settle: Settle
) -> None:
    entry = diary.enter(diary.entry(by=sho, kind=GdKind.FREE, text="Patrol left"), by=sho)
    settle()
    entry.text = "Nobody left"
    assert "written once" in refused(lambda: record(entry, kind="gd.changed", by=sho), settle)


def test_the_models_own_update_is_refused_too(sho: Posting, settle: Settle) -> None:
    registered(sho)
    settle()
    refused(lambda: Fir.objects.update(year=F("year") - 1), settle)
    refused(lambda: Case.objects.update(sensitive=True), settle)
    refused(lambda: Party.objects.all().delete(), settle)


def test_an_fir_without_its_journal_entry_is_refused(sho: Posting, settle: Settle) -> None:
    fir = registered(sho)
    settle()
    other = copy_of(fir)
    other.version = 1
    assert "has no entry" in refused(lambda: Fir.objects.bulk_create([other]), settle)


def test_a_diary_entry_of_the_future_is_refused(sho: Posting, settle: Settle) -> None:
    early = diary.entry(by=sho, kind=GdKind.FREE, text="x", occurred_at=now() + MINUTE)
    assert "gd_event_before_entry" in refused(lambda: diary.enter(early, by=sho), settle)


def test_a_diary_number_is_given_once(sho: Posting, settle: Settle) -> None:
    first = diary.enter(diary.entry(by=sho, kind=GdKind.FREE, text="x"), by=sho)
    second = diary.entry(by=sho, kind=GdKind.FREE, text="y")
    second.serial = first.serial
    assert "gd_serial_once" in refused(lambda: diary.enter(second, by=sho), settle)
