"""Numbers, dates, places and counts as clerks in many stations have typed them."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from cctns.cases.legacy import dates, digits, places
from cctns.cases.legacy.digits import OldNumber


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("0001/2016", OldNumber(1, 2016, False)),
        ("12345/2024", OldNumber(12345, 2024, False)),
        ("0/0012/2023", OldNumber(12, 2023, True)),
        ("Cr.No. 7-2009", OldNumber(7, 2009, False)),
        ("FIR No. 12 of 2009", OldNumber(12, 2009, False)),
        ("१२/२०२०", OldNumber(12, 2020, False)),
        ("೧೨/೨೦೨೦", OldNumber(12, 2020, False)),
        ("17/98", OldNumber(17, 1998, False)),
        ("17/07", OldNumber(17, 2007, False)),
        ("142", OldNumber(142, 2015, False)),
    ],
)
def test_a_number_is_read_in_any_dress(written: str, read: OldNumber) -> None:
    assert digits.fir_number(written, year=2015) == read


@pytest.mark.parametrize(
    "written",
    ["", "abc", "0/2016", "12/1700", "12/2020x", "2147483648/2020", "-5/2020x", "12//2020"],
)
def test_what_is_no_number_is_not_guessed(written: str) -> None:
    assert digits.fir_number(written, year=2015) is None


def test_a_bare_number_needs_a_year_from_elsewhere() -> None:
    assert digits.fir_number("142", year=None) is None


@pytest.mark.parametrize(
    ("written", "number"),
    [("", 0), ("3", 3), ("३", 3), ("2.0", 2), ("two", None), ("-1", None), ("2.5", None)],
)
def test_counts_of_persons(written: str, number: int | None) -> None:
    assert digits.count(written) == number


@pytest.mark.parametrize(
    ("written", "formats", "utc", "timed"),
    [
        ("2016-01-05 11:00:00", ["iso"], datetime(2016, 1, 5, 5, 30, tzinfo=UTC), True),
        ("2016-01-05", ["iso"], datetime(2016, 1, 4, 18, 30, tzinfo=UTC), False),
        ("2016-01-05T11:00:00Z", ["iso"], datetime(2016, 1, 5, 11, tzinfo=UTC), True),
        ("05/01/2016", ["iso", "%d/%m/%Y"], datetime(2016, 1, 4, 18, 30, tzinfo=UTC), False),
        ("05/01/2016 13:45", ["%d/%m/%Y %H:%M"], datetime(2016, 1, 5, 8, 15, tzinfo=UTC), True),
        ("०५/०१/२०१६", ["%d/%m/%Y"], datetime(2016, 1, 4, 18, 30, tzinfo=UTC), False),
    ],
)
def test_a_date_without_zone_is_indian_time(
    written: str, formats: list[str], utc: datetime, timed: bool
) -> None:
    assert dates.moment(written, formats) == dates.Moment(utc, timed)


@pytest.mark.parametrize("written", ["31/02/2016", "2016-13-01", "yesterday", "0", "20160"])
def test_what_no_calendar_has_is_refused(written: str) -> None:
    with pytest.raises(dates.NotADate):
        dates.moment(written, ["iso", "%d/%m/%Y"])


@pytest.mark.parametrize(
    ("written", "direction", "km"),
    [
        ("13KM TOWARDS EAST FROM PS", "E", "13.00"),
        ("NORTH WEST 22 KM FROM PS", "NW", "22.00"),
        ("2 KM from South East from PS", "SE", "2.00"),
        ("Northeast 3 km", "NE", "3.00"),
        ("To words west 1/2 km", "W", "0.50"),
        ("HALF KM TOWARDS SOUTH", "S", "0.50"),
        ("500 Mtr TOWARDS EAST FROM PS", "E", "0.50"),
        ("75 FEET TOWARDS NORTH FROM PS", "N", "0.02"),
        ("1 Forlong From PS to North Side", "N", "0.20"),
        ("Towerds North 7 K M From PS", "N", "7.00"),
        ("WEAST FROM PS 12 KM", "W", "12.00"),
        ("५ कि.मी. उत्तर", "N", "5.00"),
        ("Towards 10 KM From PS", "", "10.00"),
        ("SOUTH TOWARDS 14", "S", None),  # of what?
        ("between north and south", "", None),
        ("near the temple", "", None),
        ("", "", None),
    ],
)
def test_the_way_from_the_station(written: str, direction: str, km: str | None) -> None:
    assert places.way(written) == places.Way(direction, Decimal(km) if km else None)


@pytest.mark.parametrize(
    ("latitude", "longitude", "swapped"),
    [("16.092257", "75.867214", False), ("75.867214", "16.092257", True)],
)
def test_a_point_in_india_is_found_even_crosswise(
    latitude: str, longitude: str, swapped: bool
) -> None:
    found = places.point(latitude, longitude)
    assert found == places.Point(Decimal("16.092257"), Decimal("75.867214"), swapped)


@pytest.mark.parametrize(
    ("latitude", "longitude"),
    [("0", "0"), ("49.34", "6.96"), ("16.1", ""), ("NaN", "75"), ("Infinity", "75"), ("x", "y")],
)
def test_a_point_elsewhere_is_no_point(latitude: str, longitude: str) -> None:
    assert places.point(latitude, longitude) is None


def test_a_place_told_twice_is_told_once() -> None:
    assert places.once("MARKET ROAD, MARKET ROAD") == "MARKET ROAD"
    assert places.once("A, B, A, B") == "A, B"
    assert places.once("MARKET ROAD, STATION ROAD") == "MARKET ROAD, STATION ROAD"
    assert places.once(", ") == ", "
