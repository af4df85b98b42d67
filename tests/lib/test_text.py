"""Text from keyboards, files and lines of every quality."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cctns.lib.text import BadText, ascii_digits, clean, clean_all, clean_line, search_key


@pytest.mark.parametrize("text", ["a\x00b", "half \ud83d", "\udcff"])
def test_what_no_database_can_hold_is_refused(text: str) -> None:
    with pytest.raises(BadText):
        clean(text)


def test_refusal_reaches_into_lists_and_keys() -> None:
    with pytest.raises(BadText):
        clean_all({"persons": [{"name": "a\x00"}]})
    with pytest.raises(BadText):
        clean_all({"na\x00me": "a"})


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  line one\r\nline two\r", "line one\nline two"),
        ("bell\x07 and escape\x1b[31m", "bell and escape[31m"),
        ("\ufeffबीओएम", "बीओएम"),
        ("क\u094d\u200dष", "क\u094d\u200dष"),
        ("cafe\u0301", "café"),
        ("tab\tstays", "tab\tstays"),
    ],
)
def test_text_is_kept_as_meant(typed: str, kept: str) -> None:
    assert clean(typed) == kept


def test_a_name_is_one_line_and_cannot_turn_its_direction() -> None:
    assert clean_line("  Ram \n  Lal\u202egnis ") == "Ram Lalgnis"


@pytest.mark.parametrize(
    ("typed", "number"),
    [("१४२/२०२६", "142/2026"), ("௧௨", "12"), ("٣٤", "34"), ("12a", "12a"), ("½", "½"), ("²", "²")],
)
def test_digits_of_every_script_are_numbers(typed: str, number: str) -> None:
    assert ascii_digits(typed) == number


@pytest.mark.parametrize(
    "spelling", ["Ram  Kumar", "RAM KUMAR", "ram kumar ", "R\u0061m Kumar", "Ram. Kumar"]
)
def test_one_name_has_one_search_key(spelling: str) -> None:
    assert search_key(spelling) == "ram kumar"


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00")))
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert search_key(search_key(text)) == search_key(text)
