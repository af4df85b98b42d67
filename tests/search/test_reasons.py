"""Every part of a score is told, and what is told adds up."""

from __future__ import annotations

import pytest

from cctns.search import people
from cctns.search.question import Asked

pytestmark = pytest.mark.django_db


def test_every_part_of_the_evidence_is_told_with_its_weight(crowd: None) -> None:
    asked = Asked("Mohammed Rafiq", relative="Abdul", birth_year=1990, place="Ballari")
    best = people.find(asked).hits[0]
    assert {(one.part, one.level) for one in best.reasons} >= {
        ("word", "same"),
        ("relative", "spelt"),
        ("year", "1"),
        ("place", "same"),
    }
    assert best.score == pytest.approx(sum(one.weight for one in best.reasons), abs=0.001)
    assert all(one.weight > 0 for one in best.reasons if one.level == "same")


@pytest.mark.parametrize(
    "asked",
    [
        Asked("Mohammed Rafiq", relative="Karim", birth_year=1950, place="Kolar"),
        Asked("Rafiq Khan @ Pappu", sex="female"),
        Asked("K. Chinnaswamy", relative="Muthu"),
    ],
)
def test_what_speaks_against_somebody_is_what_his_reasons_say_against_him(
    crowd: None, asked: Asked
) -> None:
    """Alerts look at that sum alone, before reasons are made."""
    hits = people.find(asked).hits
    assert any(one.weight < 0 for hit in hits for one in hit.reasons)
    for hit in hits:
        against = sum(min(one.weight, 0) for one in hit.reasons)
        assert hit._scorer.against(hit._candidate) == pytest.approx(against, abs=0.001)
