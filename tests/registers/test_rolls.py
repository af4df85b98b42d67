"""Strangers whose home station answers in its own journal; sheets upon a finding alone."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from cctns.journal.models import JournalEntry
from cctns.lib.clock import IST, now
from cctns.offices.access import Refused
from cctns.offices.codes import Role
from cctns.offices.models import Posting
from cctns.registers import queries
from cctns.registers.books.character import CHARACTER
from cctns.registers.books.stranger import ANSWER, STRANGER
from cctns.registers.models import Character, CharacterCheck, Stranger, StrangerAnswer
from tests.offices.land import Land

from .entering import enter, go_on, refused_fields


def stranger(by: Posting, **changes: Any) -> Stranger:
    told = {
        "name": "Mohan",
        "sex": "male",
        "stays_at": "Hotel Raj",
        "purpose": "Looks for work",
        "suspicion": "No papers, many telephones",
    }
    made = enter(by, STRANGER, **{**told, **changes})
    assert isinstance(made, Stranger)
    return made


def answered(by: Posting, made: Stranger, **changes: Any) -> StrangerAnswer:
    told = {"stranger_id": made.pk, "answer": "wanted", "remarks": "FIR 0003/2025"}
    answer = enter(by, ANSWER, **{**told, **changes})
    assert isinstance(answer, StrangerAnswer)
    return answer


def test_the_home_station_reads_the_roll_and_answers(duty_officer: Posting, land: Land) -> None:
    there = land.post(Role.DUTY_OFFICER, "fort")
    made = stranger(duty_officer, to_office_id=there.office_id)
    assert queries.entry_at(by=there, book=STRANGER, entry_id=made.pk)[0].pk == made.pk
    answer = answered(there, made)
    said = JournalEntry.objects.get(kind="stranger.answered")
    assert said.office_id == there.office_id
    assert made.pk in said.refs
    [(_book, seen)] = queries.answers(by=duty_officer, book=STRANGER, entry=made)
    assert seen.pk == answer.pk
    go_on(duty_officer, STRANGER, made, "close", result="wanted", end_reason="Handed to them")
    assert Stranger.objects.get().stage == "closed"


def test_no_other_station_answers_or_reads(duty_officer: Posting, land: Land) -> None:
    made = stranger(duty_officer, to_office_id=land["fort"].pk)
    other = land.post(Role.SHO, "mills")
    for nobody in (other, duty_officer):
        with pytest.raises(Refused):
            answered(nobody, made)
    with pytest.raises(Refused):
        queries.entry_at(by=other, book=STRANGER, entry_id=made.pk)


def test_a_home_station_is_named_and_is_another(duty_officer: Posting) -> None:
    assert refused_fields(lambda: stranger(duty_officer)) == ["to_office"]
    own = duty_officer.office_id
    assert refused_fields(lambda: stranger(duty_officer, to_office_id=own)) == ["to_office"]
    made = stranger(duty_officer, home_station="PS Kotwali, another State")
    rows = Stranger.objects.filter(pk=made.pk)
    with pytest.raises(IntegrityError, match="stranger_has_home"), transaction.atomic():
        rows.update(home_station="", version=made.version + 1)


def sheet(by: Posting, **changes: Any) -> Character:
    told = {
        "name": "Kallu",
        "age": 33,
        "sex": "male",
        "roll": "a",
        "ground": "conviction",
        "court_name": "CJM East",
        "order_number": "CC 12/2020 of 1/2/2024",
        "reason": "Third conviction for burglary",
        "review_on": now().astimezone(IST).date() + timedelta(days=180),
    }
    made = enter(by, CHARACTER, **{**told, **changes})
    assert isinstance(made, Character)
    return made


def check(at: str) -> dict[str, Any]:
    return {"at": now(), "found_at": at, "livelihood": "Mason", "checked_by": "HC 12 Lal"}


def test_checks_are_added_one_after_the_other(sho: Posting) -> None:
    made = sheet(sho)
    next_time = {"review_on": made.review_on}
    for at in ("Home", "Delhi"):
        go_on(sho, CHARACTER, made, "check", {"checks": [check(at)]}, **next_time)
    found = CharacterCheck.objects.filter(character=made)
    assert [(one.ordinal, one.found_at) for one in found] == [(1, "Home"), (2, "Delhi")]
    go_on(sho, CHARACTER, made, "close", end_reason="Acquitted in appeal")
    assert Character.objects.get().stage == "closed"
    assert CharacterCheck.objects.count() == 2


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"court_name": ""}, "court_name"),
        ({"order_number": ""}, "order_number"),
        ({"reason": ""}, "reason"),
        ({"ground": ""}, "ground"),
        ({"ground": "suspicion"}, "ground"),
        ({"age": 16}, "age"),
        ({"review_on": now().date() + timedelta(days=900)}, "review_on"),
    ],
)
def test_no_sheet_without_a_finding(sho: Posting, changed: dict[str, Any], field: str) -> None:
    assert field in refused_fields(lambda: sheet(sho, **changed))


def test_the_database_wants_the_finding_too(sho: Posting) -> None:
    made = sheet(sho)
    rows = Character.objects.filter(pk=made.pk)
    with pytest.raises(IntegrityError, match="character_upon_a_finding"), transaction.atomic():
        rows.update(order_number="", version=made.version + 1)


def test_only_the_officer_in_charge_and_above_see_a_sheet(
    sho: Posting, io: Posting, duty_officer: Posting, land: Land
) -> None:
    made = sheet(sho)
    for nobody in (io, duty_officer, land.post(Role.CONSTABLE, "bazaar")):
        with pytest.raises(Refused):
            queries.entry_at(by=nobody, book=CHARACTER, entry_id=made.pk)
        with pytest.raises(Refused):
            sheet(nobody)
    assert queries.entry_at(by=land.post(Role.SDPO, "sub"), book=CHARACTER, entry_id=made.pk)
