"""Medico-legal cases: what the hospital told, its certificate, and an FIR or a reason."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from cctns.lib.clock import now
from cctns.offices.access import Refused
from cctns.offices.models import Posting
from cctns.registers.books.mlc import MLC
from cctns.registers.models import Injury, Mlc

from .entering import enter, go_on, refused_fields

WOUND = {"kind": "cut", "place": "Left forearm", "size": "4 cm"}


def mlc(by: Posting, injuries: Any = (WOUND,), **changes: Any) -> Mlc:
    told = {
        "hospital": "CHC Rampur",
        "hospital_number": "MLC 88",
        "name": "Raju",
        "sex": "male",
        "age": 30,
        "history": "Struck with a knife at the fair",
    }
    made = enter(by, MLC, {"injuries": list(injuries)}, **{**told, **changes})
    assert isinstance(made, Mlc)
    return made


def certified(by: Posting, made: Mlc, gravity: str = "simple") -> None:
    told = {"certificate": "C 5", "certified_at": now(), "doctor": "Dr. Rao", "gravity": gravity}
    go_on(by, MLC, made, "answer", **told)


def test_its_life_to_the_fir(duty_officer: Posting, sho: Posting) -> None:
    made = mlc(duty_officer)
    assert Injury.objects.get().get_kind_display() == "Incised wound"
    certified(duty_officer, made, "grievous")
    go_on(sho, MLC, made, "close", fir_number="0003/2026")
    assert Mlc.objects.get().stage == "closed"
    assert Injury.objects.count() == 1


@pytest.mark.parametrize("missing", ["hospital", "hospital_number", "name", "history"])
def test_what_is_missing_is_named(duty_officer: Posting, missing: str) -> None:
    assert refused_fields(lambda: mlc(duty_officer, **{missing: ""})) == [missing]


def test_injuries_are_told_one_by_one(duty_officer: Posting) -> None:
    assert refused_fields(lambda: mlc(duty_officer, injuries=())) == ["injuries"]
    assert refused_fields(lambda: mlc(duty_officer, injuries=({"kind": "cut"},))) == ["injuries"]


def test_an_arrest_has_its_time(duty_officer: Posting) -> None:
    assert refused_fields(lambda: mlc(duty_officer, arrested=True)) == ["arrested_at"]


def test_grievous_hurt_is_not_closed_without_an_fir(duty_officer: Posting, sho: Posting) -> None:
    made = mlc(duty_officer)
    certified(duty_officer, made, "grievous")
    told = refused_fields(lambda: go_on(sho, MLC, made, "close", end_reason="Settled"))
    assert told == ["fir_number"]


def test_it_ends_in_an_fir_or_with_a_reason(duty_officer: Posting, sho: Posting) -> None:
    made = mlc(duty_officer)
    assert refused_fields(lambda: go_on(sho, MLC, made, "close")) == ["end_reason"]
    made = Mlc.objects.get()
    rows = Mlc.objects.filter(pk=made.pk)
    with pytest.raises(IntegrityError, match="mlc_closed_with_reason"), transaction.atomic():
        rows.update(stage="closed", version=made.version + 1)
    go_on(sho, MLC, made, "close", end_reason="Fell from a tree")
    assert Mlc.objects.get().stage == "closed"


def test_only_the_officer_in_charge_closes(duty_officer: Posting) -> None:
    made = mlc(duty_officer)
    with pytest.raises(Refused):
        go_on(duty_officer, MLC, made, "close", end_reason="x")
