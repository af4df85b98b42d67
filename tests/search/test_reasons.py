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
