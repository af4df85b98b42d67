"""Emergency calls: their times stand in order, each has an outcome, a numbered one its number."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from cctns.lib.clock import now
from cctns.offices.access import Refused
from cctns.offices.codes import Role
from cctns.offices.models import Posting
from cctns.registers.books.call import CALL
from cctns.registers.models import Call
from tests.offices.land import Land

from .entering import enter, go_on, refused_fields


def call(by: Posting, **changes: Any) -> Call:
    told = {"channel": "erss", "event_id": "E-77", "place": "Fort gate", "told": "A fight"}
    made = enter(by, CALL, **{**told, **changes})
    assert isinstance(made, Call)
    return made


def acted(**changes: Any) -> dict[str, Any]:
    told = {
        "unit": "PRV 12",
        "dispatched_at": now() - timedelta(minutes=50),
        "arrived_at": now() - timedelta(minutes=40),
        "action": "Both were parted",
        "outcome": "diary",
    }
    return {**told, **changes}


def test_its_life(duty_officer: Posting) -> None:
    made = call(duty_officer)
    assert made.gd_entry is not None
    assert "E-77" in made.gd_entry.text
    go_on(duty_officer, CALL, made, "act", **acted())
    assert Call.objects.get().stage == "acted"


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"dispatched_at": now() - timedelta(hours=9)}, "dispatched_at"),
        ({"arrived_at": now() - timedelta(hours=9)}, "arrived_at"),
        ({"arrived_at": now() + timedelta(hours=9)}, "arrived_at"),
        ({"dispatched_at": None}, "dispatched_at"),
        ({"outcome": ""}, "outcome"),
        ({"outcome": "fir"}, "reference"),
        ({"outcome": "ncr", "reference": "12"}, "reference"),
    ],
)
def test_what_is_refused(duty_officer: Posting, changed: dict[str, Any], field: str) -> None:
    made = call(duty_officer)
    found = refused_fields(lambda: go_on(duty_officer, CALL, made, "act", **acted(**changed)))
    assert field in found


def test_the_database_wants_an_outcome(duty_officer: Posting) -> None:
    made = call(duty_officer)
    rows = Call.objects.filter(pk=made.pk)
    with pytest.raises(IntegrityError, match="call_outcome_told"), transaction.atomic():
        rows.update(stage="acted", version=made.version + 1)


def test_no_other_station_acts_on_it(duty_officer: Posting, land: Land) -> None:
    made = call(duty_officer)
    with pytest.raises(Refused):
        go_on(land.post(Role.SHO, "fort"), CALL, made, "act", **acted())
