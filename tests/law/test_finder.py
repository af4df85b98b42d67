"""Sections by plain words: the right one stands among the first three."""

import csv
from datetime import date
from pathlib import Path

import pytest

from cctns import law
from cctns.law import numbers

TODAY, BEFORE = date(2025, 1, 1), date(2023, 1, 1)
with (Path(__file__).parent / "phrases.csv").open(encoding="utf-8") as _file:
    PHRASES = list(csv.DictReader(_file))


def _missed(sets: set[str], column: str, on: date) -> tuple[list[str], int]:
    """The phrases whose section is not among the first three, and how many were asked."""
    asked = [row for row in PHRASES if row["set"] in sets and row[column]]
    return [row["phrase"] for row in asked if not _hit(row["phrase"], row[column], on)], len(asked)


def _hit(phrase: str, wanted: str, on: date) -> bool:
    return bool(set(_first_three(phrase, on)) & set(wanted.split(";")))


def _first_three(phrase: str, on: date) -> list[str]:
    found = law.find_by_words(phrase, on=on, limit=3)
    return [f"{one.section.act} {numbers.parents(one.section.number)[-1]}" for one in found]


def test_the_list_is_long_and_mixed() -> None:
    languages = [row["language"] for row in PHRASES]
    assert len(PHRASES) == len({row["phrase"] for row in PHRASES}) >= 220
    assert min(languages.count(one) for one in ("en", "hi", "hinglish")) >= 60


@pytest.mark.parametrize(("column", "on"), [("sections", TODAY), ("before_july_2024", BEFORE)])
def test_the_phrases_we_worked_on_all_find_their_section(column: str, on: date) -> None:
    missed, asked = _missed({"tuned", "held", "fresh"}, column, on)
    assert asked >= 280
    assert missed == []


def test_phrases_never_worked_on_find_theirs_seven_times_in_ten() -> None:
    missed, asked = _missed({"unseen"}, "sections", TODAY)
    assert asked == 40
    assert len(missed) <= 0.3 * asked, missed


@pytest.mark.parametrize(
    ("words", "since", "before"),
    [
        ("chain snatching", "BNS 304", "IPC 379"),
        ("mobile chori", "BNS 303", "IPC 379"),
        ("dowry harassment", "BNS 85", "IPC 498A"),
        ("हत्या", "BNS 103", "IPC 302"),
    ],
)
def test_the_day_picks_the_code(words: str, since: str, before: str) -> None:
    assert since in _first_three(words, TODAY)
    assert before in _first_three(words, BEFORE)
    assert not [one for one in _first_three(words, TODAY) if one.startswith("IPC")]
    assert not [one for one in _first_three(words, BEFORE) if one.startswith("BNS")]


@pytest.mark.parametrize(
    "spelling", ["chori", "choree", "chorri", "चोरी", "CHORI", "mobile chorii", "chori!!"]
)
def test_one_word_in_many_spellings(spelling: str) -> None:
    assert "BNS 303" in _first_three(spelling, TODAY)


@pytest.mark.parametrize("slip", ["snaching of chain", "extorsion", "kidnaping", "murdar case"])
def test_a_slip_of_the_pen_is_forgiven(slip: str) -> None:
    wanted = {"snaching of chain": 304, "extorsion": 308, "kidnaping": 137, "murdar case": 103}
    assert f"BNS {wanted[slip]}" in _first_three(slip, TODAY)


def test_every_hit_says_which_words_matched() -> None:
    best = law.find_by_words("chain snatching near the temple", on=TODAY)[0]
    assert best.section.number == "304(2)"
    assert "chain" in best.why
    assert "snatching" in best.why


def test_a_bare_number_finds_the_section_and_what_took_its_place() -> None:
    hits = law.find_by_words("302", on=TODAY)
    found = {f"{one.section.act} {one.section.number}": one.why for one in hits}
    assert "BNS 302" in found
    assert found["BNS 103(1)"] == "IPC 302"
    old = [one.section.act for one in law.find_by_words("धारा ३०२", on=BEFORE)]
    assert old[0] == "IPC"


@pytest.mark.parametrize(
    "words", ["", "   ", "of the and", "zzzzqqqq", "\x00", "\ud800", "<b>", "।"]
)
def test_words_without_sense_find_nothing(words: str) -> None:
    assert law.find_by_words(words, on=TODAY) == []


def test_at_most_so_many_and_no_section_twice() -> None:
    found = law.find_by_words("theft", on=TODAY, limit=4)
    assert len(found) == 4
    assert len({numbers.parents(one.section.number)[-1] for one in found}) == 4
    scores = [one.score for one in law.find_by_words("house theft at night", on=TODAY)]
    assert scores == sorted(scores, reverse=True)
