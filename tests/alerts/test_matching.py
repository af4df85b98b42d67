"""Records meet lookouts, in both directions, once, with reasons, where they may be told."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from cctns.alerts.books import LOOKOUT
from cctns.alerts.follower import FOLLOWER
from cctns.alerts.matching import match
from cctns.alerts.met import of_mention
from cctns.alerts.models import Alert, Delivery, Notice
from cctns.journal import follow
from cctns.lib.clock import now
from cctns.offices.codes import Role
from cctns.offices.models import Posting
from cctns.search import vocabulary
from cctns.search.mentions import MentionRow
from tests.cases.made import accused, registered
from tests.offices.land import Land
from tests.registers.entering import go_on

from .conftest import Follows
from .raised import CAR, PERSON, PLATE, in_force, seen

MET = {
    "name": "Ramesh Kumar Verma",
    "relation": "father",
    "relative_name": "Shyam Lal",
    "sex": "male",
    "age": 36,
    "knowledge": "known",
    "features": {},
}


def fir_naming(by: Posting, io: Posting, **person: Any) -> Any:
    from tests.cases.made import complainant

    told = accused(**{**MET, **person})
    return registered(by, investigating_officer=io.officer.username, persons=[complainant(), told])


@pytest.fixture
def far_io(land: Land) -> Posting:
    return land.post(Role.IO, "mills")


def test_an_fir_that_names_the_person_alerts_both_offices(
    sho: Posting, io: Posting, far: Posting, far_io: Posting, follows: Follows
) -> None:
    lookout = in_force(io, sho, PERSON)
    follows()
    fir = fir_naming(far, far_io)
    (alert,) = follows()
    assert (alert.kind, alert.lookout_id, alert.matched_record) == ("hit", lookout.pk, fir.pk)
    assert {one.office_id for one in Delivery.objects.all()} == {sho.office_id, far.office_id}
    assert alert.due_at == alert.raised_at + timedelta(minutes=10)
    parts = {part for part, *_rest in alert.reasons}
    assert {"word", "relative", "year", "sex"} <= parts


def test_a_lookout_meets_what_was_known_before_it(
    sho: Posting, io: Posting, far: Posting, far_io: Posting, follows: Follows
) -> None:
    fir = fir_naming(far, far_io)
    seen(far, PLATE)
    assert follows() == []
    in_force(io, sho, PERSON)
    in_force(io, sho, CAR, PLATE)
    found = {(one.matched_kind, one.matched_record) for one in follows()}
    assert ("fir", fir.pk) in found
    assert {kind for kind, _id in found} == {"fir", "sighting"}


@pytest.mark.parametrize(
    ("name", "relative"),
    [
        ("रमेश कुमार वर्मा", "श्याम लाल"),
        ("Rameshkumar Varma", "Shyamlal"),
        ("Verma Ramesh Kumaar", "Sham Lal"),
    ],
)
def test_another_script_or_spelling_meets_it_too(
    sho: Posting, io: Posting, far: Posting, far_io: Posting, follows: Follows,
    name: str, relative: str,
) -> None:  # fmt: skip
    in_force(io, sho, PERSON)
    follows()
    fir_naming(far, far_io, name=name, relative_name=relative)
    assert [one.kind for one in follows()] == ["hit"]


@pytest.mark.parametrize(
    "changes",
    [
        {"relative_name": "Mohan Singh", "age": 19, "district_name": "West"},
        {"name": "Suresh Kumar Verma", "age": 60},
        {"sex": "female", "age": 70, "relative_name": "Bansi"},
    ],
)
def test_a_namesake_does_not(
    sho: Posting, io: Posting, far: Posting, far_io: Posting, follows: Follows,
    changes: dict[str, Any],
) -> None:  # fmt: skip
    in_force(io, sho, PERSON)
    follows()
    fir_naming(far, far_io, **changes)
    assert follows() == []


def test_many_lookouts_for_namesakes_cost_no_more_queries_than_one(
    sho: Posting, io: Posting, far: Posting, follows: Follows, django_assert_num_queries: Any
) -> None:
    row = MentionRow(
        state=far.office.state_id, id=uuid4(), record_kind="fir", record_id=uuid4(),
        office_id=far.office_id, role="accused", name="Ramesh Kumar Verma", told_at=now(),
        relative_name="Shyam Lal", birth_from=now().year - 36, birth_to=now().year - 36,
    )  # fmt: skip
    for age in (36, 37):
        in_force(io, sho, PERSON, age=age)
        in_force(io, sho, PERSON, age=age, relative_name="Shyamlal")
        follows()
        vocabulary.held()
        with django_assert_num_queries(5):  # keys, new words, lookouts, offices, those that met
            met = match([of_mention(row)])
        assert len(met) == Notice.objects.count()


def test_the_own_ground_is_no_hit(
    sho: Posting, io: Posting, far: Posting, far_io: Posting, follows: Follows
) -> None:
    fir = fir_naming(far, far_io)
    in_force(io, sho, PERSON, record_id=fir.pk)
    assert follows() == []


def test_a_plate_that_was_seen_meets_it_once(
    sho: Posting, io: Posting, far: Posting, follows: Follows
) -> None:
    in_force(io, sho, CAR, PLATE)
    follows()
    seen(far, {"kind": "registration", "number": "dl 01 ab 1234"})
    seen(far, {"kind": "registration", "number": "DL01AB1235"})
    (alert,) = follows()
    assert alert.reasons == [["number", "", "dl 01 ab 1234", "same", "0"]]
    assert follows() == [alert]


@pytest.mark.parametrize(("reach", "areas", "met"), [
    ("nation", "", True), ("state", "", True), ("neighbours", "Elsewhere", False),
])  # fmt: skip
def test_it_is_matched_within_its_reach(
    sho: Posting, io: Posting, far: Posting, follows: Follows, reach: str, areas: str, met: bool
) -> None:
    from cctns.offices.models import District

    District.objects.create(code=9901, state_id=99, name="Elsewhere")
    in_force(io, sho, CAR, PLATE, reach=reach, areas=areas)
    follows()
    seen(far, PLATE)
    assert bool(follows()) is met


def test_a_silent_watch_is_told_to_its_own_office_alone(
    sho: Posting, io: Posting, far: Posting, follows: Follows
) -> None:
    in_force(io, sho, CAR, PLATE, handling="silent")
    follows()
    seen(far, PLATE)
    follows()
    assert [one.office_id for one in Delivery.objects.all()] == [sho.office_id]


def test_what_was_cancelled_meets_nothing_more(
    sho: Posting, io: Posting, far: Posting, follows: Follows
) -> None:
    made = in_force(io, sho, CAR, PLATE)
    follows()
    go_on(io, LOOKOUT, made, "cancel", end_reason="Recovered")
    follows()
    seen(far, PLATE)
    assert follows() == []


def test_rebuilding_finds_the_same_alerts(
    sho: Posting, io: Posting, far: Posting, far_io: Posting, follows: Follows
) -> None:
    in_force(io, sho, PERSON)
    in_force(io, sho, CAR, PLATE)
    seen(far, PLATE)
    fir_naming(far, far_io)
    found = {one.pk for one in follows()}
    assert len(found) == 2
    follow.rebuild(FOLLOWER)
    follows()
    assert {one.pk for one in Alert.objects.all()} == found
    assert Delivery.objects.count() == 4
