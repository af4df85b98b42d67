"""Keys counted by two; the lock-up: no child, meals and doctors one after the other."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from cctns.lib.clock import now
from cctns.offices.access import Refused
from cctns.offices.codes import Role
from cctns.offices.models import Posting
from cctns.registers.books.keys import KEYS, colleagues
from cctns.registers.books.lockup import LOCKUP
from cctns.registers.models import KeyHandover, Lockup, LockupExamination, Meal
from tests.offices.land import Land

from .entering import enter, go_on, refused_fields


def keys(by: Posting, giver: Posting, taker: Posting, **changes: Any) -> KeyHandover:
    told = {
        "key": "malkhana",
        "giver_id": giver.officer_id,
        "taker_id": taker.officer_id,
        "due": 120,
        "counted": 120,
        "both_present": True,
    }
    made = enter(by, KEYS, **{**told, **changes})
    assert isinstance(made, KeyHandover)
    return made


def test_complaint_38_two_officers_count_and_are_named(duty_officer: Posting, io: Posting) -> None:
    made = keys(duty_officer, duty_officer, io)
    assert made.gd_entry is not None
    assert str(io.officer) in made.gd_entry.text
    assert refused_fields(lambda: keys(duty_officer, io, io)) == ["taker"]
    assert refused_fields(lambda: keys(duty_officer, duty_officer, io, both_present=False)) == [
        "both_present"
    ]
    rows = KeyHandover.objects.filter(pk=made.pk)
    with pytest.raises(IntegrityError, match="keys_two_persons"), transaction.atomic():
        rows.update(taker=made.giver_id, version=made.version + 1)


def test_complaint_38_what_is_missing_is_said(duty_officer: Posting, io: Posting) -> None:
    assert refused_fields(lambda: keys(duty_officer, duty_officer, io, counted=119)) == [
        "difference"
    ]
    told = {"counted": 0, "due": 0}
    assert keys(duty_officer, duty_officer, io, **told).counted == 0
    made = keys(duty_officer, duty_officer, io, counted=119, difference="One phone, at the FSL")
    rows = KeyHandover.objects.filter(pk=made.pk)
    with pytest.raises(IntegrityError, match="keys_difference_told"), transaction.atomic():
        rows.update(difference="", version=made.version + 1)


def test_whoever_is_posted_here_can_be_chosen(
    duty_officer: Posting, io: Posting, land: Land
) -> None:
    land.post(Role.IO, "fort")
    made = keys(duty_officer, duty_officer, io)
    found = {pk for pk, _name in colleagues(duty_officer, made)}
    assert found == {str(duty_officer.officer_id), str(io.officer_id)}


def admitted(by: Posting, **changes: Any) -> Lockup:
    told = {
        "name": "Raju",
        "sex": "male",
        "age": 25,
        "fir_number": "0003/2026",
        "cell": "1",
        "articles": "NIL",
        "condition": "NIL",
        "searched_by": "HC 12 Lal",
        "relative_told": "Mother, by telephone",
        "camera": "Camera 2, disk 7",
    }
    made = enter(by, LOCKUP, **{**told, **changes})
    assert isinstance(made, Lockup)
    return made


@pytest.mark.parametrize("age", [None, 17])
def test_no_child_is_put_in_a_lock_up(duty_officer: Posting, age: int | None) -> None:
    """JJ Act 10(1): neither one of known age, nor one whose age nobody asked."""
    assert refused_fields(lambda: admitted(duty_officer, age=age)) == ["age"]
    made = admitted(duty_officer)
    rows = Lockup.objects.filter(pk=made.pk)
    with pytest.raises(IntegrityError, match="lockup_no_child"), transaction.atomic():
        rows.update(age=age, version=made.version + 1)


@pytest.mark.parametrize("missing", ["articles", "condition", "camera", "relative_told", "cell"])
def test_what_is_missing_is_named(duty_officer: Posting, missing: str) -> None:
    assert refused_fields(lambda: admitted(duty_officer, **{missing: ""})) == [missing]


def test_its_stay_line_by_line(duty_officer: Posting) -> None:
    made = admitted(duty_officer)
    for what in ("Bread", "Rice"):
        meal = {"at": now(), "what": what, "given_by": "Const. 4"}
        go_on(duty_officer, LOCKUP, made, "feed", {"meals": [meal]})
    seen = {"at": now(), "doctor": "Dr. Rao", "result": "Fit"}
    go_on(duty_officer, LOCKUP, made, "examine", {"examinations": [seen]})
    visit = {"at": now(), "visitor": "Adv. Khan"}
    go_on(duty_officer, LOCKUP, made, "visit", {"visits": [visit]})
    out = {"left_for": "court", "articles_back": "NIL", "end_condition": "Fit"}
    go_on(duty_officer, LOCKUP, made, "release", **out, left_at=now())
    assert Lockup.objects.get().stage == "released"
    assert [one.what for one in Meal.objects.filter(lockup=made)] == ["Bread", "Rice"]
    assert LockupExamination.objects.count() == 1
    late = {"meals": [{"at": now(), "what": "Tea", "given_by": "Const. 4"}]}
    assert "stage" in refused_fields(lambda: go_on(duty_officer, LOCKUP, made, "feed", late))


def test_a_meal_wants_its_line(duty_officer: Posting) -> None:
    made = admitted(duty_officer)
    assert refused_fields(lambda: go_on(duty_officer, LOCKUP, made, "feed")) == ["meals"]


def test_out_before_in_is_refused(duty_officer: Posting) -> None:
    made = admitted(duty_officer)
    out = {"left_for": "bail", "articles_back": "NIL", "end_condition": "Fit"}
    early = {**out, "left_at": now() - timedelta(days=3)}
    assert refused_fields(lambda: go_on(duty_officer, LOCKUP, made, "release", **early)) == [
        "left_at"
    ]


def test_a_constable_admits_nobody(land: Land) -> None:
    with pytest.raises(Refused):
        admitted(land.post(Role.CONSTABLE, "bazaar"))
