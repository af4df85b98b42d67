"""Missing persons: a child wants an FIR first, and an entry holds what a search needs."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from cctns.cases.books.missing import MISSING
from cctns.cases.models import Missing
from cctns.journal.models import JournalEntry
from cctns.lib.clock import now
from cctns.offices.access import Refused
from cctns.offices.codes import Role
from cctns.offices.models import Posting
from tests.offices.land import Land
from tests.registers.entering import enter, go_on, refused_fields
from tests.registers.test_found import body

from .made import registered


def missing(by: Posting, **changes: Any) -> Missing:
    told = {
        "happened_at": now() - timedelta(hours=20),
        "name": "Ramesh",
        "relation": "father",
        "relative_name": "Suresh",
        "sex": "male",
        "age": 34,
        "house": "14",
        "village": "Rampur",
        "district_name": "East",
        "place": "Bus stand, Rampur",
        "reason": "unknown",
        "photo": "File 3",
        "informant_name": "Suresh",
        "features": {"height_cm": 168},
    }
    made = enter(by, MISSING, **{**told, **changes})
    assert isinstance(made, Missing)
    return made


@pytest.mark.parametrize("child", [{"age": 9}, {"age": 17}, {"age": None, "appears_child": True}])
def test_complaint_5_a_missing_child_is_not_recorded_without_its_fir(
    duty_officer: Posting, sho: Posting, child: dict[str, Any]
) -> None:
    """CAG Odisha: 5,566 complaints of missing children without an FIR (Bachpan Bachao, 2013)."""
    assert refused_fields(lambda: missing(duty_officer, **child)) == ["fir"]
    assert not Missing.objects.exists()
    fir = registered(sho)
    made = missing(duty_officer, **child, fir_id=fir.pk)
    assert JournalEntry.objects.get(kind="missing.child_reported").refs[0] == fir.pk
    rows = Missing.objects.filter(pk=made.pk)
    with pytest.raises(IntegrityError, match="missing_child_has_fir"), transaction.atomic():
        rows.update(fir=None, version=made.version + 1)


def test_complaint_5_an_adult_who_turns_out_a_child_wants_the_fir_then(
    duty_officer: Posting,
) -> None:
    made = missing(duty_officer)
    again = refused_fields(lambda: go_on(duty_officer, MISSING, made, "describe", age=16))
    assert again == ["fir"]
    rows = Missing.objects.filter(pk=made.pk)
    with pytest.raises(IntegrityError, match="missing_child_has_fir"), transaction.atomic():
        rows.update(age=16, version=made.version + 1)


def test_the_fir_is_one_of_the_same_station(duty_officer: Posting, land: Land) -> None:
    elsewhere = registered(land.post(Role.SHO, "fort"))
    with pytest.raises(IntegrityError, match="another station"):
        missing(duty_officer, age=9, fir_id=elsewhere.pk)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"photo": ""}, "no_photo"),
        ({"relative_name": ""}, "no_relative"),
        ({"house": "", "village": "X", "district_name": ""}, "village"),
        ({"age": None}, "age"),
        ({"name": ""}, "name"),
        ({"informant_name": ""}, "informant_name"),
        ({"place": ""}, "place"),
        ({"reason": ""}, "reason"),
    ],
)
def test_complaint_18_what_a_search_needs_is_asked(
    duty_officer: Posting, changed: dict[str, Any], field: str
) -> None:
    """Telangana: 13,269 of 23,163 without photograph, fathers blank, addresses of a word."""
    assert field in refused_fields(lambda: missing(duty_officer, **changed))


def test_a_newborn_has_an_age(duty_officer: Posting, sho: Posting) -> None:
    assert missing(duty_officer, age=0, fir_id=registered(sho).pk).age == 0


def test_its_life_from_report_to_home(duty_officer: Posting, sho: Posting) -> None:
    made = missing(duty_officer, age=15, fir_id=registered(sho).pk)
    go_on(duty_officer, MISSING, made, "unit", unit_told_at=now())
    back = {"traced_condition": "alive", "traced_at": now(), "traced_place": "Jaipur"}
    go_on(duty_officer, MISSING, made, "trace", **back)
    home = {"handed_to": "Father", "handed_at": now()}
    assert refused_fields(lambda: go_on(duty_officer, MISSING, made, "hand_over", **home)) == [
        "committee_order"
    ]
    made = Missing.objects.get()
    go_on(duty_officer, MISSING, made, "hand_over", **home, committee_order="CWC 3/2026")
    with pytest.raises(Refused):
        go_on(duty_officer, MISSING, made, "close", end_reason="Home again")
    made = Missing.objects.get()
    go_on(sho, MISSING, made, "close", end_reason="Home again")
    assert Missing.objects.get().stage == "closed"


def test_whoever_is_dead_has_a_body(duty_officer: Posting) -> None:
    made, lies = missing(duty_officer), body(duty_officer)
    end = {"traced_condition": "dead", "traced_at": now(), "traced_place": "Canal bank"}
    assert refused_fields(lambda: go_on(duty_officer, MISSING, made, "trace", **end)) == ["body"]
    made = Missing.objects.get()
    go_on(duty_officer, MISSING, made, "trace", **end, body_id=lies.pk)
    assert lies.pk in JournalEntry.objects.get(kind="missing.traced").refs
    rows = Missing.objects.filter(pk=made.pk)
    with pytest.raises(IntegrityError, match="missing_dead_has_body"), transaction.atomic():
        rows.update(body=None, version=made.version + 1)


def test_the_anti_trafficking_unit_is_for_children(duty_officer: Posting) -> None:
    made = missing(duty_officer)
    told = refused_fields(lambda: go_on(duty_officer, MISSING, made, "unit", unit_told_at=now()))
    assert told == ["unit_told_at"]


def test_traced_before_gone_is_refused(duty_officer: Posting) -> None:
    made = missing(duty_officer)
    early = {"traced_at": now() - timedelta(days=3), "traced_place": "Jaipur"}
    back = {**early, "traced_condition": "alive"}
    assert refused_fields(lambda: go_on(duty_officer, MISSING, made, "trace", **back)) == [
        "traced_at"
    ]


def test_another_station_takes_no_step(duty_officer: Posting, land: Land) -> None:
    made = missing(duty_officer)
    back = {"traced_condition": "alive", "traced_at": now(), "traced_place": "Jaipur"}
    with pytest.raises(Refused):
        go_on(land.post(Role.DUTY_OFFICER, "fort"), MISSING, made, "trace", **back)
