"""Summonses and warrants: tried, served or not, and back to the court with a report."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from cctns.lib.clock import now
from cctns.offices.models import Posting
from cctns.registers.books.process import PROCESS
from cctns.registers.models import Process

from .entering import enter, go_on, refused_fields


def process(by: Posting, **changes: Any) -> Process:
    told = {
        "kind": "witness",
        "court_name": "JMFC, Rampur",
        "process_number": "41 of 20-11-2026",
        "server_name": "Ct. Suresh",
        "name": "Sunita Devi",
        "sex": "female",
    }
    made = enter(by, PROCESS, **{**told, **changes})
    assert isinstance(made, Process)
    return made


def tried(by: Posting, entry: Process) -> Any:
    attempt = {"at": now(), "place": "14, Gali 3", "result": "House locked"}
    return go_on(by, PROCESS, entry, "try", {"attempts": [attempt]})


def test_a_summons_is_tried_served_and_returned(duty_officer: Posting) -> None:
    made = process(duty_officer)
    tried(duty_officer, made)
    tried(duty_officer, made)
    assert made.attempts.count() == 2
    served = {"served_at": now(), "served_how": "person", "served_to": "Sunita Devi herself"}
    go_on(duty_officer, PROCESS, made, "serve", **served)
    go_on(duty_officer, PROCESS, made, "return", returned_at=now())
    assert Process.objects.get().stage == "returned"


def test_it_is_not_given_up_before_it_was_tried(duty_officer: Posting) -> None:
    made = process(duty_officer)
    why = {"unserved_why": "Left the town a year ago"}
    assert refused_fields(lambda: go_on(duty_officer, PROCESS, made, "fail", **why)) == [
        "unserved_why"
    ]
    tried(duty_officer, made)
    go_on(duty_officer, PROCESS, made, "fail", **why)
    assert Process.objects.get().stage == "unserved"


@pytest.mark.parametrize(
    ("kind", "changed", "field"),
    [
        ("witness", {"served_how": "arrested"}, "served_how"),
        ("non_bailable", {"served_how": "person"}, "served_how"),
        ("non_bailable", {"served_how": "bond"}, "served_how"),
        ("accused", {"served_how": "family"}, "served_witness"),
        ("witness", {"served_at": now() + timedelta(days=1)}, "served_at"),
        ("witness", {"served_to": ""}, "served_to"),
    ],
)
def test_how_it_may_be_served(
    duty_officer: Posting, kind: str, changed: dict[str, Any], field: str
) -> None:
    made = process(duty_officer, kind=kind)
    told = {"served_at": now(), "served_how": "person", "served_to": "Sunita Devi", **changed}
    assert field in refused_fields(lambda: go_on(duty_officer, PROCESS, made, "serve", **told))


def test_the_database_refuses_a_service_without_how(duty_officer: Posting) -> None:
    made = process(duty_officer)
    rows = Process.objects.filter(pk=made.pk)
    with pytest.raises(IntegrityError, match="process_served_how"), transaction.atomic():
        rows.update(stage="served", version=made.version + 1)
