"""How good a row of old records is, 0 to 100, and why: each lack costs points, none is hidden.

The weights are our own judgement: what an officer needs first to work on the case costs most.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from cctns.lib.wording import noop as _


class Lack(StrEnum):
    """What is missing or odd in a row that is kept all the same."""

    SECTIONS = "sections_missing"
    ACT_UNKNOWN = "act_unknown"
    SECTION_UNKNOWN = "section_unknown"
    WRONG_CODE = "wrong_code_for_date"
    NARRATIVE = "narrative_missing"
    COMPLAINANT = "complainant_missing"
    PLACE = "place_missing"
    PLACE_WITHHELD = "place_withheld"
    HOUR = "hour_missing"
    OCCURRED = "occurrence_missing"
    REVERSED = "occurrence_reversed"
    REGISTERED_EARLY = "registered_before_it_happened"
    RECEIVED_LATE = "received_after_registration"
    OTHER_YEAR = "number_of_another_year"
    OFFICER = "officer_missing"
    HEAD = "crime_head_missing"
    INFORMATION = "information_unknown"
    COORDINATES = "coordinates_missing"
    COORDINATES_ODD = "coordinates_odd"
    COORDINATES_CROSSED = "coordinates_crosswise"
    FAR = "distance_odd"
    COUNTS = "counts_unreadable"
    SHORTENED = "text_shortened"


COSTS: dict[Lack, int] = {
    Lack.SECTIONS: 25,
    Lack.ACT_UNKNOWN: 5,
    Lack.SECTION_UNKNOWN: 5,
    Lack.WRONG_CODE: 15,
    Lack.NARRATIVE: 10,
    Lack.COMPLAINANT: 10,
    Lack.PLACE: 10,
    Lack.PLACE_WITHHELD: 5,
    Lack.HOUR: 5,
    Lack.OCCURRED: 10,
    Lack.REVERSED: 15,
    Lack.REGISTERED_EARLY: 15,
    Lack.RECEIVED_LATE: 10,
    Lack.OTHER_YEAR: 10,
    Lack.OFFICER: 5,
    Lack.HEAD: 3,
    Lack.INFORMATION: 2,
    Lack.COORDINATES: 3,
    Lack.COORDINATES_ODD: 5,
    Lack.COORDINATES_CROSSED: 2,
    Lack.FAR: 3,
    Lack.COUNTS: 5,
    Lack.SHORTENED: 5,
}

SENTENCES: dict[Lack, str] = {
    Lack.SECTIONS: _("No section is recorded"),
    Lack.ACT_UNKNOWN: _("An Act is not in our tables; it is kept as written"),
    Lack.SECTION_UNKNOWN: _("A section is not in our tables; it is kept as written"),
    Lack.WRONG_CODE: _("A section was not law on the day of the offence"),
    Lack.NARRATIVE: _("The contents of the FIR are missing"),
    Lack.COMPLAINANT: _("The complainant is missing"),
    Lack.PLACE: _("The place of occurrence is missing"),
    Lack.PLACE_WITHHELD: _("The place of occurrence was withheld by the exporting system"),
    Lack.HOUR: _("The hour of registration is missing"),
    Lack.OCCURRED: _("The time of the offence is missing"),
    Lack.REVERSED: _("The offence is recorded to end before it began; the end is left out"),
    Lack.REGISTERED_EARLY: _("The FIR is recorded as registered before the offence ended"),
    Lack.RECEIVED_LATE: _("The information is recorded as received after the registration"),
    Lack.OTHER_YEAR: _("The number belongs to another year than the registration"),
    Lack.OFFICER: _("The investigating officer is missing"),
    Lack.HEAD: _("The crime head is missing"),
    Lack.INFORMATION: _("How the information came is missing or unknown"),
    Lack.COORDINATES: _("The coordinates are missing"),
    Lack.COORDINATES_ODD: _("The coordinates lie outside India and are left out"),
    Lack.COORDINATES_CROSSED: _("Latitude and longitude stood crosswise"),
    Lack.FAR: _("The distance from the station is improbable"),
    Lack.COUNTS: _("A number of persons cannot be read"),
    Lack.SHORTENED: _("A text was longer than the field and is shortened; the row keeps it whole"),
}


def score(lacks: Iterable[Lack]) -> int:
    """100 for a row that lacks nothing, never below 0; each lack counts once."""
    return max(0, 100 - sum(COSTS[one] for one in set(lacks)))
