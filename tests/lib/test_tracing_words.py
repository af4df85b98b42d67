"""Marks and dress as people write them: one description, however it is spelt."""

from __future__ import annotations

import csv
from importlib import resources

import pytest

from cctns.lib.tracing import words


def keys(tokens: words.Tokens) -> set[str]:
    return set(tokens)


@pytest.mark.parametrize(
    ("written", "same"),
    [
        ("mole on left cheek", "बाएं गाल पर तिल"),
        ("mole on left cheek", "baayen gaal par til"),
        ("mole on left cheek", "बायें गाल पर तिल का निशान"),
        ("black moles on the lt. cheek", "left cheek mole"),
        ("old cut mark on forehead", "माथे पर चोट का निशान"),
        ("scar on forehead", "mathe pe purani chot ka nishaan"),
        ("burn mark on right thigh", "दाहिनी जाँघ पर जले का निशान"),
        ("tattoo of Om on right hand", "दाहिने हाथ पर गोदना ॐ"),
        ("tattoo of heart on chest", "chhati par dil ka godna"),
        ("left hand finger missing", "बाएँ हाथ की ऊँगली कटी हुई"),
        ("limps", "langda"),
        ("white patches on neck", "gardan par safed daag"),
        ("operation scar on abdomen", "पेट पर ऑपरेशन का निशान"),
    ],
)
def test_marks_meet_across_scripts_and_spellings(written: str, same: str) -> None:
    assert keys(words.marks(written)) == keys(words.marks(same)) != set()


@pytest.mark.parametrize(
    ("written", "same"),
    [
        ("blue shirt and black pant", "नीली शर्ट, काली पैंट"),
        ("blue shirt black pant", "neeli shirt kala paint"),
        ("shirt blue", "blue shirt"),
        ("red saree", "लाल साड़ी"),
        ("maroon sari", "mehroon saadi"),
        ("yellow T-shirt", "peeli tshirt"),
        ("checked lungi; slippers", "चेकदार लुंगी व चप्पल"),
    ],
)
def test_dress_meets_across_scripts_and_spellings(written: str, same: str) -> None:
    assert keys(words.dress(written)) == keys(words.dress(same)) != set()


@pytest.mark.parametrize(
    "mistyped", ["mole on left chek", "moel on left cheek", "mole on lleft cheeek"]
)
def test_one_wrong_letter_is_forgiven(mistyped: str) -> None:
    assert keys(words.marks(mistyped)) == keys(words.marks("mole on left cheek"))


@pytest.mark.parametrize("text", ["", "nil", "no visible mark", "कोई नहीं", "koi nishan nahi", "?"])
def test_no_marks_are_no_marks(text: str) -> None:
    assert words.marks(text) == {}


def test_each_mark_keeps_its_own_part() -> None:
    apart = keys(words.marks("mole on left cheek, scar on right knee"))
    assert {"mole about head", "scar about leg", "head left", "leg right"} <= apart
    assert "mole about leg" not in apart
    assert "leg left" not in apart


@pytest.mark.parametrize(
    "text", ["mole on cheek scar on knee", "gaal par til ghutne par chot ka nishan"]
)
def test_each_mark_keeps_its_own_part_without_a_comma(text: str) -> None:
    found = keys(words.marks(text))
    assert {"mole about head", "scar about leg"} <= found
    assert not {"mole about leg", "scar about head"} & found


def test_a_second_place_is_of_the_same_mark() -> None:
    assert "scar about leg" in keys(words.marks("scar on cheek and right knee"))


def test_a_name_in_a_tattoo_is_kept() -> None:
    assert "tattoo reads ramesh" in keys(words.marks("tattoo of name RAMESH on arm"))
    assert "tattoo reads ramesh" not in keys(words.marks("mole on arm, brother Ramesh"))


def test_a_rarer_mark_weighs_more() -> None:
    def total(text: str) -> float:
        return words.total(words.marks(text))

    assert total("finger missing") > total("tattoo on finger") > total("mole on finger")
    assert total("mole on left cheek") > total("mole on cheek") > total("mole")


def test_a_token_knows_where_it_was_said() -> None:
    found = words.marks("Mole on cheek, काला तिल")
    assert found[words.Token("mole")] == ["mole on cheek", "काला तिल"]


def test_places_are_compared_by_their_names() -> None:
    assert words.place("near Charbagh Railway Station, P.S. Naka") == {"charbagh", "naka"}


def test_every_word_of_the_vocabulary_is_understood_as_what_it_stands_for() -> None:
    """An expression that another row shadows would never be found."""
    text = resources.files("cctns.lib.tracing").joinpath("words.csv").read_text(encoding="utf-8")
    seen: dict[tuple[str, str], str] = {}
    for row in csv.DictReader(text.splitlines()):
        for one in row["words"].split(";"):
            if row["role"] != "filler" and one.strip():
                assert seen.setdefault((row["field"], one.strip()), row["code"]) == row["code"], one
