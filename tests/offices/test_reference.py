"""The packaged States and districts, beside the table they were taken from where it is at hand."""

from __future__ import annotations

import csv
import unicodedata
from pathlib import Path

import pytest

from cctns.offices import reference
from cctns.offices.models import District, State

SOURCE = Path(__file__).parents[2].parent / "shared" / "data" / "reference"


@pytest.mark.django_db
def test_loading_twice_is_loading_once() -> None:
    assert reference.load() == (36, 763)
    State.objects.filter(code=9).update(name="spoilt")
    assert reference.load() == (36, 763)
    assert (State.objects.count(), District.objects.count()) == (36, 763)
    assert State.objects.get(code=9).name == "Uttar Pradesh"


@pytest.mark.django_db
def test_every_state_has_its_codes_and_its_hindi_name(django_assert_max_num_queries) -> None:  # type: ignore[no-untyped-def]
    with django_assert_max_num_queries(6):
        reference.load()
    for state in State.objects.all():
        assert state.iso.startswith("IN-")
        assert len(state.vehicle_code) == 2
        assert unicodedata.name(state.name_hi[0]).startswith("DEVANAGARI")
        assert unicodedata.is_normalized("NFC", state.name_hi)
        assert state.district_set.exists()
    assert {state.vehicle_code for state in State.objects.all()} >= {"UP", "DL", "TG", "OD"}


@pytest.mark.django_db
def test_hindi_speaking_states_name_every_district_in_hindi() -> None:
    reference.load()
    belt = State.objects.filter(language="hi").exclude(code=35)  # not the Andaman Islands
    assert belt.count() == 10
    assert not District.objects.filter(state__in=belt, name_hi="").exists()
    agra = District.objects.get(code=118)
    assert (agra.name, agra.name_hi) == ("Agra", "आगरा")


@pytest.mark.django_db
@pytest.mark.skipif(not SOURCE.exists(), reason="the reference data is not at hand")
def test_codes_are_those_of_the_directory() -> None:
    reference.load()
    with (SOURCE / "districts.csv").open(encoding="utf-8") as file:
        wanted = {
            (int(row["lgd_district_code"]), int(row["lgd_state_code"]))
            for row in csv.DictReader(file)
        }
    assert set(District.objects.values_list("code", "state_id")) == wanted
    with (SOURCE / "states.csv").open(encoding="utf-8") as file:
        states = {
            (int(row["lgd_state_code"]), row["state_name"], row["iso_3166_2"])
            for row in csv.DictReader(file)
        }
    assert set(State.objects.values_list("code", "name", "iso")) == states
