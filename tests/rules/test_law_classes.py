"""Classes of offences about which nobody doubts."""

import pytest

from cctns import law

ANY, FIRST, SESSION = "Any Magistrate", "Magistrate of the first class", "Court of Session"


@pytest.mark.parametrize(
    ("act", "number", "cognizable", "bailable", "court"),
    [
        ("BNS", "64(1)", True, False, SESSION),
        ("BNS", "70(1)", True, False, SESSION),
        ("BNS", "74", True, False, ANY),
        ("BNS", "78(2)", True, True, ANY),
        ("BNS", "80(2)", True, False, SESSION),
        ("BNS", "82(1)", False, True, FIRST),
        ("BNS", "103", True, False, SESSION),
        ("BNS", "103(1)", True, False, SESSION),
        ("BNS", "105", True, False, SESSION),
        ("BNS", "106(1)", True, True, FIRST),
        ("BNS", "106", True, True, FIRST),
        ("BNS", "108", True, False, SESSION),
        ("BNS", "109(1)", True, False, SESSION),
        ("BNS", "111(2)(a)", True, False, SESSION),
        ("BNS", "113(2)(b)", True, False, SESSION),
        ("BNS", "115(2)", False, True, ANY),
        ("BNS", "117(2)", True, True, ANY),
        ("BNS", "126(2)", True, True, ANY),
        ("BNS", "127(2)", True, True, ANY),
        ("BNS", "137(2)", True, True, FIRST),
        ("BNS", "140(2)", True, False, SESSION),
        ("BNS", "147", True, False, SESSION),
        ("BNS", "189(2)", True, True, ANY),
        ("BNS", "191(2)", True, True, ANY),
        ("BNS", "221", False, True, ANY),
        ("BNS", "281", True, True, ANY),
        ("BNS", "303(2)", True, False, ANY),
        ("BNS", "303", True, False, ANY),
        ("BNS", "304(2)", True, False, ANY),
        ("BNS", "305", True, False, ANY),
        ("BNS", "309(4)", True, False, FIRST),
        ("BNS", "310(2)", True, False, SESSION),
        ("BNS", "316(2)", True, False, FIRST),
        ("BNS", "317(2)", True, False, ANY),
        ("BNS", "318(2)", False, True, ANY),
        ("BNS", "318(4)", True, False, FIRST),
        ("BNS", "324(2)", False, True, ANY),
        ("BNS", "324(4)", False, True, ANY),
        ("BNS", "329(3)", True, True, ANY),
        ("BNS", "331(2)", True, False, ANY),
        ("BNS", "336(2)", False, True, FIRST),
        ("BNS", "336(3)", True, False, FIRST),
        ("BNS", "351(2)", False, True, ANY),
        ("BNS", "352", False, True, ANY),
        ("BNS", "355", False, True, ANY),
        ("BNS", "357", False, True, ANY),
        ("IPC", "147", True, True, ANY),
        ("IPC", "279", True, True, ANY),
        ("IPC", "302", True, False, SESSION),
        ("IPC", "304A", True, True, FIRST),
        ("IPC", "304B", True, False, SESSION),
        ("IPC", "307", True, False, SESSION),
        ("IPC", "323", False, True, ANY),
        ("IPC", "325", True, True, ANY),
        ("IPC", "354", True, False, ANY),
        ("IPC", "376", True, False, SESSION),
        ("IPC", "379", True, False, ANY),
        ("IPC", "392", True, False, FIRST),
        ("IPC", "395", True, False, SESSION),
        ("IPC", "406", True, False, FIRST),
        ("IPC", "420", True, False, FIRST),
        ("IPC", "427", False, True, ANY),
        ("IPC", "494", False, True, FIRST),
        ("IPC", "504", False, True, ANY),
        ("IPC", "506", False, True, ANY),
    ],
)
def test_class_and_court(
    act: str, number: str, cognizable: bool, bailable: bool, court: str
) -> None:
    section = law.find_section(act, number)
    assert section is not None
    assert (section.cognizable, section.bailable) == (cognizable, bailable)
    assert section.triable_by == court


def test_defamation_is_non_cognizable_and_its_court_depends_on_the_victim() -> None:
    section = law.find_section("BNS", "356(2)")
    assert section is not None
    assert (section.cognizable, section.bailable) == (False, True)
    assert {one.triable_by for one in section.classes} == {SESSION, FIRST}


def test_petty_theft_is_the_second_case_of_theft() -> None:
    section = law.find_section("BNS", "303(2)")
    assert section is not None
    assert [one.cognizable for one in section.classes] == ["yes", "no"]


@pytest.mark.parametrize(("act", "number"), [("BNS", "85"), ("IPC", "498A"), ("BNS", "61(2)(a)")])
def test_what_depends_on_something_else_is_neither_yes_nor_no(act: str, number: str) -> None:
    section = law.find_section(act, number)
    assert section is not None
    assert section.cognizable is None
    assert section.classes[0].cognizable == "depends"


def test_a_section_whose_parts_differ_is_neither() -> None:
    cheating = law.find_section("BNS", "318")
    assert cheating is not None
    assert cheating.cognizable is None


def test_a_clause_takes_the_class_of_its_section() -> None:
    clause, section = law.find_section("IPC", "376(2)(n)"), law.find_section("IPC", "376")
    assert clause is not None
    assert section is not None
    assert clause.number == "376(2)(n)"
    assert clause.classes == section.classes


def test_a_sub_section_is_headed_by_its_own_offence() -> None:
    forms = {number: law.find_section("BNS", number) for number in ("309(4)", "309(5)", "309")}
    headings = {number: one.heading for number, one in forms.items() if one}
    assert headings["309(4)"] == "Robbery"
    assert headings["309(5)"] == "Attempting robbery"


def test_what_we_do_not_know_is_marked_and_never_guessed() -> None:
    for code in ("BNS", "IPC", "JJ", "PASSPORTS"):
        for section in law.search_sections(code, "", limit=2000):
            unknown = [
                one for one in section.classes if "unknown" in (one.cognizable, one.bailable)
            ]
            assert all(one.unverified for one in unknown)
