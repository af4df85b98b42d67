"""A person of an FIR's draft, as the search is asked for them."""

from __future__ import annotations

from cctns.cases.answers import Person
from cctns.identity.known import known_already
from cctns.offices.models import Posting
from cctns.search.people import Asked, Hit


def on_record(by: Posting, person: Person) -> list[Hit]:
    """Who within reach may be this person already, the likeliest first."""
    born = person.born_on.year if person.born_on else person.birth_year
    asked = Asked(
        f"{person.name} @ {person.alias}" if person.alias else person.name,
        relative=person.relative_name,
        birth_year=born,
        age=person.age,
        sex="" if person.sex == "unknown" else person.sex,
        place=person.village or person.district_name,
        phone=person.mobile or person.phone,
    )
    return known_already(by=by, asked=asked)
