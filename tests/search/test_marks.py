"""Marks as evidence: how descriptions are read, what they weigh, and that a search counts them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cctns.search.evidence import Part, weight
from cctns.search.marks import Mark, marks_in, marks_weight
from cctns.search.people import Asked, find
from cctns.search.sexes import sex_of
from tests.identity.people import known
from tests.offices.conftest import land  # noqa: F401
from tests.offices.land import Land

SHEET = "Scar: left cheek; Tattoo: right forearm, Om"


@pytest.mark.parametrize(
    ("told", "marks"),
    [
        (SHEET, [Mark("scar", "cheek", "left"), Mark("tattoo", "arm", "right")]),
        ("cut mark over right eyebrow and mole on chin",
         [Mark("scar", "eye", "right"), Mark("mole", "chin")]),
        ("बाएं गाल पर चोट का निशान", [Mark("scar", "cheek", "left")]),
        ("burn scar, back", [Mark("burn")]),
        ("tall, dark", []),
        ("", []),
    ],
)  # fmt: skip
def test_a_mark_is_a_kind_and_a_place(told: str, marks: list[Mark]) -> None:
    assert [*marks_in(told)] == marks


@pytest.mark.parametrize(
    ("asked", "level"),
    [
        ("scar on the left cheek", "same"),
        ("scar on cheek", "same"),  # a side left out contradicts nothing
        ("गोदना दाहिने हाथ पर, scar left cheek", "same"),
        ("scar on the right cheek", "other"),
        ("mole on left cheek", "other"),
        ("scar", ""),  # everybody has one somewhere
        ("fair complexion", ""),
        ("", ""),
    ],
)
def test_what_two_descriptions_weigh(asked: str, level: str) -> None:
    expected = weight(Part.MARK, level) if level else 0.0
    assert marks_weight(asked, SHEET) == expected == marks_weight(SHEET, asked)


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_two_texts_are_compared(one: str, other: str) -> None:
    assert marks_weight(one, other) == marks_weight(other, one)


def test_of_two_namesakes_the_one_with_the_mark_comes_first(land: Land) -> None:  # noqa: F811
    known(land["bazaar"], "Ramesh Kumar", marks="Mole: chin")
    scarred = known(land["bazaar"], "Ramesh Kumar", marks=SHEET)
    known(land["bazaar"], "Ramesh Kumar")
    hits = find(Asked("Ramesh Kumar", marks="scar on left cheek")).hits
    assert hits[0].mention.id == scarred.id
    assert hits[0].score == pytest.approx(sum(one.weight for one in hits[0].reasons))
    assert ("mark", "same") in {(one.part, one.level) for one in hits[0].reasons}
    assert [round(hits[0].score - hit.score, 3) for hit in hits[1:]] == [
        pytest.approx(weight(Part.MARK, "same"), abs=0.01),
        pytest.approx(weight(Part.MARK, "same") - weight(Part.MARK, "other"), abs=0.01),
    ]


@pytest.mark.parametrize(
    ("told", "sex"),
    [
        ("M", "male"),
        (" Female.", "female"),
        ("महिला", "female"),
        ("किन्नर", "transgender"),
        ("x", ""),
    ],
)
def test_the_words_of_sex_are_one_table(told: str, sex: str) -> None:
    assert sex_of(told) == sex
