"""Whether somebody is known already, asked before a record names them once more.

One person stood under many numbers because nobody looked (CAG, Odisha). It is asked once, when a
person is written down, and hinders nothing: the officer reads it and goes on.
"""

from __future__ import annotations

from typing import Any

from cctns.offices import access
from cctns.offices.models import Posting
from cctns.people.told import marks
from cctns.registers.book import Book
from cctns.search.codes import Scope
from cctns.search.people import Asked, Hit, find
from cctns.search.sight import declare

MOST = 10
# Natural log of the odds as the search scores; below it nobody is shown. The highest whole number
# at which 95 of 100 who are on record are still shown (docs/explanation/identity-model.md).
ENOUGH = -3.0


def asked_of(person: Any) -> Asked:
    """The question that a person makes, as a form, a draft or a record of any book tells of them.

    A register that asks for an age between two takes the middle.
    """

    def told(name: str) -> Any:
        return getattr(person, name, None) or ""

    born = told("born_on")
    ages = [one for one in (told("age_from"), told("age_to")) if one]
    return Asked(
        f"{told('name')} @ {told('alias')}" if told("alias") else told("name"),
        relative=told("relative_name"),
        birth_year=born.year if born else told("birth_year") or None,
        age=told("age") or (sum(ages) // len(ages) if ages else None),
        sex="" if told("sex") == "unknown" else told("sex"),
        place=told("village") or told("district_name"),
        phone=told("mobile") or told("phone"),
        marks=marks(told("features") or {}),
    )


@access.query
def known_already(*, by: Posting, asked: Asked) -> list[Hit]:
    """The likeliest mentions within the own jurisdiction, ten at most. Raises Refused."""
    return _known(by, asked)


@access.query
def known_of(*, by: Posting, book: Book, entry: Any) -> tuple[Any, list[Hit]]:
    """The person of an entry, None when it names none, and who else on record that may be.

    What the record itself gave to the search is left out. Raises Refused.
    """
    person = book.whom(entry)
    if person is None:
        return None, []
    own = {entry.pk, person.pk, getattr(person, "earlier_id", None)}
    found = _known(by, asked_of(person))
    return person, [one for one in found if one.mention.id not in own]


def _known(by: Posting, asked: Asked) -> list[Hit]:
    access.require(by, "case.search", by.office)
    if not asked.text.strip():
        return []
    declare(by, Scope.OWN)
    return [one for one in find(asked, limit=MOST).hits if one.score >= ENOUGH]
