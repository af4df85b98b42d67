"""Crime details, IIF-II: heads that depend on each other, one form a case, revised later."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import translation

from cctns.cases import heads
from cctns.cases.books.crime import CRIME
from cctns.cases.models import CrimeDetails
from cctns.journal.models import JournalEntry
from cctns.offices.models import Posting
from cctns.registers.rules import NotPossible

from .investigating import go_on, opened
from .scene import PRESENT, crime_of

LISTS = (
    heads.major_heads,
    heads.minor_heads,
    heads.methods,
    heads.conveyances,
    heads.characters,
    heads.languages,
    heads.features,
    heads.places,
    heads.property_types,
    heads.motives,
)


def _flat(listed: list[tuple[Any, Any]]) -> list[tuple[str, Any]]:
    nested = isinstance(listed[0][1], list)
    return [pair for _major, group in listed for pair in group] if nested else listed


@pytest.mark.parametrize("listed", LISTS, ids=lambda one: one.__name__)
def test_every_code_is_stable_and_said_in_two_languages(listed: Any) -> None:
    pairs = _flat(listed())
    codes = [code for code, _words in pairs]
    assert len(codes) == len(set(codes))
    assert all(len(code) <= 40 and code.replace(".", "_").isidentifier() for code in codes)
    with translation.override("en"):
        english = [str(words) for _code, words in pairs]
    with translation.override("hi"):
        hindi = [str(words) for _code, words in pairs]
    assert all(english)
    assert all(any("\u0900" <= one <= "\u097f" for one in words) for words in hindi)


def test_every_major_head_has_minor_heads_and_methods() -> None:
    majors = {code for code, _words in heads.major_heads()}
    for listed in (heads.minor_heads(), heads.methods()):
        assert {heads.major_of(code) for code, _words in _flat(listed)} == majors


def test_the_major_head_follows_from_the_minor(sho: Posting, io: Posting) -> None:
    crime = crime_of(io, opened(sho, io))
    assert crime.major_head == "snatching"
    assert str(crime.get_minor_head_display()) == "Of a chain or jewellery"
    with translation.override("hi"):
        assert str(crime.get_minor_head_display()) == "चेन या गहनों की"
    assert JournalEntry.objects.filter(kind="crime.described").exists()


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"minor_head": "snatching.moon"}, "minor_head"),
        ({"minor_head": ""}, "minor_head"),
        ({"method_2": "burglary.lock"}, "method_2"),
        ({"feature_1": ""}, "feature_1"),
        ({"recording": ""}, "recording"),
        ({"latitude": "128.6"}, "latitude"),
    ],
)
def test_what_the_form_asks(sho: Posting, io: Posting, changed: dict[str, Any], field: str) -> None:
    with pytest.raises(NotPossible) as error:
        crime_of(io, opened(sho, io), **changed)
    assert field in [one.field for one in error.value.problems]


def test_two_panches_at_least(sho: Posting, io: Posting) -> None:
    with pytest.raises(NotPossible, match="at least"):
        crime_of(io, opened(sho, io), {"panches": PRESENT[:1]})


def test_an_expert_visits_the_scene_of_a_grave_offence(sho: Posting, io: Posting) -> None:
    """BNSS 176(3): seven years or more; or it is said why nobody came."""
    case = opened(sho, io, offences=[{"act": "BNS", "number": "309(4)"}])
    with pytest.raises(NotPossible, match="seven years"):
        crime_of(io, case)
    crime_of(io, case, no_expert_reason="The mobile unit is in another district")


def test_one_of_a_case_and_revised_later(sho: Posting, io: Posting) -> None:
    case = opened(sho, io)
    crime = crime_of(io, case)
    with pytest.raises(NotPossible, match="revise it"):
        crime_of(io, case)
    revised = {"minor_head": "robbery.road", "method_1": "robbery.blade"}
    go_on(io, CRIME, crime, "revise", **revised)
    found = CrimeDetails.objects.get()
    assert (found.major_head, found.version, found.panches.count()) == ("robbery", 2, 2)


def test_the_database_refuses_a_head_of_another_major(sho: Posting, io: Posting) -> None:
    crime = crime_of(io, opened(sho, io))
    found = CrimeDetails.objects.filter(pk=crime.pk)
    with pytest.raises(IntegrityError, match="crime_head_of_its_major"), transaction.atomic():
        found.update(major_head="theft", version=crime.version + 1)
