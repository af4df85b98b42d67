"""Persons and bodies found whom nobody knows: where, with whom, as old as it looks, kept."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from cctns.lib.clock import now
from cctns.offices.access import Refused
from cctns.offices.codes import Role
from cctns.offices.models import Posting
from cctns.registers.books.body import BODY
from cctns.registers.books.found import FOUND
from cctns.registers.models import Body, FoundPerson
from tests.offices.land import Land

from .entering import enter, go_on, refused_fields


def person(by: Posting, **changes: Any) -> FoundPerson:
    told = {
        "place": "Railway station, platform 2",
        "custodian": "Shelter home, Rampur",
        "custodian_contact": "9000012345",
        "sex": "female",
        "age_from": 60,
        "age_to": 70,
        "no_photo": "to_come",
    }
    made = enter(by, FOUND, **{**told, **changes})
    assert isinstance(made, FoundPerson)
    return made


def body(by: Posting, **changes: Any) -> Body:
    found = now() - timedelta(hours=5)
    told = {
        "happened_at": found,
        "place": "Canal bank, km 12",
        "gps": "28.613900, 77.209000",
        "sex": "male",
        "age_from": 30,
        "age_to": 40,
        "photo": "Roll 7, 1-4",
        "prints": "Slip 12/2026",
        "dna_sample": "Femur, FTA 9",
        "kept_at": "District hospital",
        "kept_until": found + timedelta(hours=72),
        "features": {"height_cm": 168, "tattoo": "right forearm, Om"},
    }
    made = enter(by, BODY, **{**told, **changes})
    assert isinstance(made, Body)
    return made


@pytest.mark.parametrize("missing", ["place", "custodian", "custodian_contact"])
def test_a_person_found_has_a_place_and_a_custodian(duty_officer: Posting, missing: str) -> None:
    """Complaint 35: 2,930 matches of children were useless without where they were found."""
    assert refused_fields(lambda: person(duty_officer, **{missing: ""})) == [missing]


def test_the_database_wants_place_and_custodian_too(duty_officer: Posting) -> None:
    made = person(duty_officer)
    rows = FoundPerson.objects.filter(pk=made.pk)
    with pytest.raises(IntegrityError, match="found_place_and_custodian"), transaction.atomic():
        rows.update(custodian="", version=made.version + 1)


def test_a_child_goes_home_by_order_of_the_committee(duty_officer: Posting) -> None:
    child = person(duty_officer, age_from=9, age_to=11)
    known = {"name": "Rani", "identified_by": "Her mother, by a photograph"}
    go_on(duty_officer, FOUND, child, "identify", **known, identified_at=now())
    home = {"handed_to": "Her mother", "handed_at": now()}
    assert refused_fields(lambda: go_on(duty_officer, FOUND, child, "hand_over", **home)) == [
        "committee_order"
    ]
    child.refresh_from_db()
    go_on(duty_officer, FOUND, child, "hand_over", **home, committee_order="CWC 14/2026")
    assert FoundPerson.objects.get().stage == "handed"


@pytest.mark.parametrize(("age_from", "age_to"), [(35, 35), (40, 30), (None, 40), (30, None)])
def test_the_age_of_a_body_is_a_range(
    duty_officer: Posting, age_from: int | None, age_to: int | None
) -> None:
    """Complaint 34: ages guessed at inquests hid bodies from those who searched."""
    found = refused_fields(lambda: body(duty_officer, age_from=age_from, age_to=age_to))
    assert {"age_from", "age_to"} & set(found)


def test_no_photograph_wants_its_reason(duty_officer: Posting) -> None:
    assert refused_fields(lambda: body(duty_officer, photo="")) == ["no_photo"]
    assert body(duty_officer, photo="", no_photo="decayed").stage == "recorded"


def test_a_position_is_read_or_refused(duty_officer: Posting) -> None:
    assert body(duty_officer).position == (28.6139, 77.209)
    assert refused_fields(lambda: body(duty_officer, gps="near the mill")) == ["gps"]


def test_a_body_is_kept_for_72_hours(duty_officer: Posting, sho: Posting) -> None:
    soon = now() + timedelta(hours=24)
    assert refused_fields(lambda: body(duty_officer, kept_until=soon)) == ["kept_until"]
    made = body(duty_officer)
    end = {"disposal": "cremated", "disposed_at": now()}
    assert refused_fields(lambda: go_on(sho, BODY, made, "dispose", **end)) == ["early_reason"]
    made.refresh_from_db()
    rows = Body.objects.filter(pk=made.pk)
    with pytest.raises(IntegrityError, match="body_kept_long_enough"), transaction.atomic():
        rows.update(stage="disposed", disposed_at=now(), version=made.version + 1)


def test_an_identified_body_goes_to_the_family(duty_officer: Posting, sho: Posting) -> None:
    made = body(duty_officer)
    known = {"name": "Ram Lal", "identified_by": "Brother, by tattoo", "identified_at": now()}
    go_on(duty_officer, BODY, made, "identify", **known)
    end = {"disposal": "handed", "disposed_at": now(), "early_reason": "Claimed by the family"}
    assert refused_fields(lambda: go_on(sho, BODY, made, "dispose", **end)) == ["handed_to"]
    made.refresh_from_db()
    go_on(sho, BODY, made, "dispose", **end, handed_to="Shyam Lal, brother")
    assert Body.objects.get().stage == "disposed"


def test_who_may_not(duty_officer: Posting, land: Land) -> None:
    made = body(duty_officer)
    end = {"disposal": "cremated", "disposed_at": now(), "early_reason": "x"}
    with pytest.raises(Refused):
        go_on(duty_officer, BODY, made, "dispose", **end)
    with pytest.raises(Refused):
        body(land.post(Role.CONSTABLE, "bazaar"))
