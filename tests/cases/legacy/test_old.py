"""A row is kept with its lacks counted, or refused with one reason; nothing is made up."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from cctns.cases.legacy import old, places
from cctns.cases.legacy.people import OldPerson
from cctns.cases.legacy.quality import COSTS, SENTENCES, Lack, score

from .rows import read


def test_a_whole_row_is_worth_a_hundred() -> None:
    fir = read()
    assert fir.quality == 100
    assert fir.lacks == ()
    assert (fir.number.serial, fir.number.year, fir.kind) == (12, 2019, "ordinary")
    assert fir.registered_at == datetime(2019, 3, 2, 5, tzinfo=UTC)
    assert fir.station == ("T1", "Fort PS", "East")
    assert [(one.act, one.number) for one in fir.offences.sections] == [("IPC", "379")]
    assert fir.way == places.Way("E", Decimal("2.00"))
    assert fir.texts["crime_head"] == "THEFT: Of Automobiles"
    assert fir.texts["officer"] == "PSI S. Kumar"


def test_persons_come_by_name_where_there_are_names_and_else_as_counts() -> None:
    assert read(victims_boys="2", accused_count="9").persons == (
        OldPerson(role="complainant", name="Asha Devi", sex="female", age=34),
        OldPerson(role="accused", name="Ramu"),
        OldPerson(role="accused", name="Shyam"),
        OldPerson(role="victim", sex="female", unknown_count=1),
        OldPerson(role="victim", sex="male", unknown_count=2, child=True),
    )


@pytest.mark.parametrize(
    ("changed", "lack"),
    [
        ({"act_section": ""}, Lack.SECTIONS),
        ({"act_section": "SOME LOCAL ACT, 1950 U/s: 4"}, Lack.ACT_UNKNOWN),
        ({"act_section": "IPC 1860 U/s: 00MP"}, Lack.SECTION_UNKNOWN),
        ({"act_section": "BNS 303(2)"}, Lack.WRONG_CODE),
        ({"narrative": ""}, Lack.NARRATIVE),
        ({"complainant_name": ""}, Lack.COMPLAINANT),
        ({"place": ""}, Lack.PLACE),
        ({"registered_at": "2019-03-02"}, Lack.HOUR),
        ({"occurred_from": "", "occurred_to": ""}, Lack.OCCURRED),
        ({"occurred_to": "2019-02-28 09:00:00"}, Lack.REVERSED),
        ({"occurred_to": "2019-03-05 09:00:00"}, Lack.REGISTERED_EARLY),
        ({"received_at": "2019-03-03 09:00:00"}, Lack.RECEIVED_LATE),
        ({"number": "0012/2018"}, Lack.OTHER_YEAR),
        ({"officer_rank": "", "officer_name": ""}, Lack.OFFICER),
        ({"crime_group": "", "crime_head": ""}, Lack.HEAD),
        ({"information": "by pigeon"}, Lack.INFORMATION),
        ({"latitude": ""}, Lack.COORDINATES),
        ({"latitude": "49.3"}, Lack.COORDINATES_ODD),
        ({"latitude": "75.867214", "longitude": "16.092257"}, Lack.COORDINATES_CROSSED),
        ({"way": "500 KM EAST"}, Lack.FAR),
        ({"victims_female": "many"}, Lack.COUNTS),
        ({"crime_head": "x" * 300}, Lack.SHORTENED),
    ],
)
def test_what_is_missing_or_odd_is_kept_and_costs_its_points(
    changed: dict[str, str], lack: Lack
) -> None:
    fir = read(**changed)
    assert fir.lacks == (lack,)
    assert fir.quality == 100 - COSTS[lack]


def test_every_lack_has_a_cost_and_a_sentence() -> None:
    withheld_by_mapping_only = {Lack.PLACE_WITHHELD}
    assert set(COSTS) == set(SENTENCES) == set(Lack)
    assert withheld_by_mapping_only < set(Lack)
    assert score(Lack) == 0
    assert score([Lack.PLACE, Lack.PLACE]) == 90


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"number": ""}, "number_missing"),
        ({"number": "twelve"}, "number_unreadable"),
        ({"registered_at": ""}, "date_missing"),
        ({"registered_at": "2019-02-30"}, "date_unreadable"),
        ({"occurred_from": "31/31/2019"}, "date_unreadable"),
        ({"registered_at": "2031-01-01"}, "date_impossible"),
        ({"registered_at": "1847-01-01"}, "date_impossible"),
        ({"station_code": "", "station_name": ""}, "station_missing"),
    ],
)
def test_what_cannot_be_is_refused(changed: dict[str, str], code: str) -> None:
    with pytest.raises(old.Refused) as caught:
        read(**changed)
    assert caught.value.refusal.code == code


def test_a_reversed_end_is_left_out_and_the_row_keeps_it() -> None:
    fir = read(occurred_to="2019-02-28 09:00:00")
    assert fir.occurred_from is not None
    assert fir.occurred_to is None
    assert fir.row.columns["occurred_to"] == "2019-02-28 09:00:00"


def test_a_mere_day_of_registration_is_compared_by_days() -> None:
    same_day = read(registered_at="2019-03-01", received_at="2019-03-01 09:00:00")
    assert Lack.REGISTERED_EARLY not in same_day.lacks
    assert Lack.RECEIVED_LATE not in same_day.lacks


def test_a_zero_fir_is_known_by_its_number() -> None:
    fir = read(number="0/0007/2019")
    assert (fir.number.zero, fir.kind) == (True, "zero")


@pytest.mark.parametrize(
    ("sections", "masked", "sensitive"),
    [
        ("IPC 1860 U/s: 379", False, False),
        ("IPC 1860 U/s: 376", True, True),
        ("PROTECTION OF CHILDREN FROM SEXUAL OFFENCES ACT 2012 U/s: 12", True, True),
    ],
)
def test_the_law_masks_old_victims_too(sections: str, masked: bool, sensitive: bool) -> None:
    offences = read(act_section=sections).offences
    assert (offences.masked, offences.sensitive) == (masked, sensitive)


@pytest.mark.parametrize(
    "changed",
    [{"victims_girls": "1"}, {"victim_names": "A; B", "victim_ages": "30; 12"}],
)
def test_a_child_among_the_victims_is_noticed(changed: dict[str, str]) -> None:
    assert read(**changed).child
    assert not read().child


def test_text_is_kept_as_written_in_any_script() -> None:
    fir = read(place="पुराना किला  के पास", narrative="<b>#import</b> ] \u202e उलटा")
    assert fir.texts["place"] == "पुराना किला  के पास"
    assert fir.texts["narrative"].startswith("<b>#import</b> ]")
