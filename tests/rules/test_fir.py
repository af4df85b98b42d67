"""What the law asks of an FIR, as tables; no database."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from cctns.cases import rules
from cctns.cases.answers import from_json, to_json
from tests.cases.made import accused, complainant, hours_ago, ready_answers

NOW = datetime(2031, 5, 4, 6, 0, tzinfo=UTC)


def ready(**changes: Any) -> dict[str, Any]:
    times = {
        "received_at": hours_ago(1, since=NOW),
        "occurred_from": hours_ago(2, since=NOW),
        "occurred_to": hours_ago(2, since=NOW),
        "investigating_officer": "PIS1",
    }
    return ready_answers(**{**times, **changes})


def fields(**changes: Any) -> set[str]:
    return {one.field for one in rules.problems(from_json(ready(**changes)), now=NOW)}


def test_nothing_is_missing_from_a_whole_fir() -> None:
    assert fields() == set()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"persons": []}, "name"),
        ({"persons": [complainant(name="")]}, "name"),
        ({"persons": [complainant(village="", street="", house="")]}, "village"),
        ({"persons": [complainant(mobile="call me")]}, "mobile"),
        ({"persons": [complainant(pin="01234")]}, "pin"),
        ({"persons": [complainant(age=200)]}, "age"),
        ({"persons": [complainant(born_on="2032-01-01")]}, "born_on"),
        ({"persons": [complainant(papers=[{"kind": "aadhaar", "number": "12"}])]}, "papers"),
        ({"persons": [complainant(), accused(knowledge="")]}, "knowledge"),
        ({"persons": [complainant(), accused(name="", knowledge="known")]}, "name"),
        ({"persons": [complainant(), accused(features={"height_cm": 900})]}, "height_cm"),
        ({"persons": [complainant(), accused(features={"wings": "two"})]}, "wings"),
        ({"received_at": None}, "received_at"),
        ({"received_at": hours_ago(-1, since=NOW)}, "received_at"),
        ({"occurred_from": None, "occurred_to": None}, "occurred_from"),
        ({"occurred_to": hours_ago(3, since=NOW)}, "occurred_to"),
        ({"occurred_to": hours_ago(0.5, since=NOW)}, "occurred_to"),
        ({"occurred_from": "1900-01-01T00:00:00+00:00", "delay_code": "fear"}, "occurred_from"),
        ({"occurred_from": hours_ago(30, since=NOW), "occurred_to": None}, "delay_code"),
        ({"place": "", "village": ""}, "place"),
        ({"outside_limits": True}, "outside_limits"),
        ({"latitude": "91", "longitude": "77"}, "latitude"),
        ({"latitude": "28.6"}, "latitude"),
        ({"offences": []}, "offences"),
        ({"offences": [{"act": "IPC", "number": "379"}]}, "offences"),
        ({"narrative": "  "}, "narrative"),
        ({"narrative": "x" * 100_001}, "narrative"),
        ({"action": ""}, "action"),
        ({"action": "transfer"}, "action"),
        ({"action": "refuse"}, "action_detail"),
        ({"investigating_officer": ""}, "investigating_officer"),
        ({"kind": "zero", "action": "transfer"}, "outside_station"),
        ({"kind": "court", "information": "court"}, "court_order"),
        ({"kind": "suo_motu"}, "information"),
        ({"sensitive": True}, "sensitive_reason"),
        ({"read_over": False}, "read_over"),
        ({"attestation": ""}, "attestation"),
        ({"things": [{"property_class": "phone", "description": ""}]}, "description"),
        (
            {
                "things": [
                    {"property_class": "phone", "description": "x", "particulars": {"imei1": "9"}}
                ]
            },
            "imei1",
        ),
    ],
)
def test_what_is_missing_is_named_at_its_field(changes: dict[str, Any], field: str) -> None:
    assert field in fields(**changes)


def test_a_woman_victim_of_a_listed_offence_is_heard_by_a_woman_officer() -> None:
    told = {
        "persons": [complainant(also_victim=True)],
        "offences": [{"act": "BNS", "number": "64(1)"}],
    }
    assert "woman_officer" in fields(**told)
    assert "woman_officer" not in fields(**told, woman_officer="SI Meena")


def test_a_disabled_informant_is_heard_with_an_interpreter_on_film() -> None:
    told = {"informant_disabled": True, "offences": [{"act": "BNS", "number": "64(1)"}]}
    assert {"recorded_where", "interpreter", "video_reference"} <= fields(**told)


@pytest.mark.parametrize(
    ("persons", "expected"),
    [
        ([complainant(), accused()], ("", "")),
        ([complainant(), accused(age=17)], ("", "child")),
        ([complainant(), accused(child_in_conflict=True)], ("", "child")),
        ([complainant(), {"role": "victim", "name": "K", "age": 9}], ("child", "child")),
        ([complainant(), {"role": "victim", "name": "K", "birth_year": 2000}], ("", "")),
        ([complainant(), {"role": "witness", "name": "B", "protected": True}], ("", "witness")),
    ],
)
def test_who_is_hidden_and_why(persons: list[dict[str, Any]], expected: tuple[str, ...]) -> None:
    assert rules.withheld(from_json(ready(persons=persons))) == expected


@pytest.mark.parametrize(
    "answers",
    [
        {"nonsense": 1},
        {"narrative": 5},
        {"persons": [{"nme": "x"}]},
        {"persons": ["x"]},
        {"received_at": "yesterday"},
        {"received_at": "2031-05-04T06:00:00"},
        {"distance_km": "NaN"},
        {"distance_km": 1.5},
        {"read_over": "yes"},
    ],
)
def test_what_no_page_of_ours_sends_is_a_value_error(answers: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"has no|cannot be|is not a set"):
        from_json(answers)


def test_answers_survive_their_way_to_the_database_and_back() -> None:
    answers = from_json(ready())
    assert from_json(to_json(answers)) == answers


@pytest.mark.parametrize(("hours", "due"), [(23, 0), (24, 1), (48, 2), (72, 3), (500, 3)])
def test_reminders_of_an_efir(hours: int, due: int) -> None:
    assert rules.reminders_due(submitted_at=NOW - timedelta(hours=hours), now=NOW) == due
