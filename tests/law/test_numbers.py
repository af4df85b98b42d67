"""Section numbers as people write them."""

import pytest

from cctns import law
from cctns.law import numbers


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("303", "303"),
        ("303(2)", "303(2)"),
        (" 303 (2) ", "303(2)"),
        ("u/s 303(2)", "303(2)"),
        ("U/s. 379", "379"),
        ("under section 379", "379"),
        ("Section 498a", "498A"),
        ("498-A", "498A"),
        ("धारा ३०३(२)", "303(2)"),
        ("376(2)(n)", "376(2)(n)"),
        ("376 D", "376D"),
        ("25(1B)(a)", "25(1B)(a)"),
        ("376 2", ""),
        ("379,411", ""),
        ("theft", ""),
        ("", ""),
        ("12345", ""),
        ("303(2", ""),
        ("\ud800", ""),
    ],
)
def test_a_number_without_its_dress(written: str, number: str) -> None:
    assert numbers.clean(written) == number


@pytest.mark.parametrize(
    ("act", "written", "number"),
    [
        ("IPC", "354(B)", "354B"),
        ("IPC", "354(d)", "354D"),
        ("IPC", "120(B)", "120B"),
        ("IPC", "304(A)", "304A"),
        ("IPC", "376(2)(n)", "376(2)(n)"),
        ("BNS", "326(f)", "326(f)"),
        ("BNS", "58(a)", "58(a)"),
    ],
)
def test_letters_in_brackets_are_read_as_the_act_numbers_them(
    act: str, written: str, number: str
) -> None:
    section = law.find_section(act, written)
    assert section is not None
    assert section.number == number


def test_search_lists_sub_sections_in_order() -> None:
    found = [one.number for one in law.search_sections("BNS", "309")]
    assert found == ["309", "309(4)", "309(5)", "309(6)"]
    assert [one.number for one in law.search_sections("IPC", "37", limit=3)] == [
        "37",
        "370",
        "370A",
    ]
    assert law.search_sections("NOSUCH", "1") == []
