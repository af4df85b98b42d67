"""Which code governs an offence: the day it was committed decides."""

from datetime import date

import pytest

from cctns import law

LAST_OF_IPC, FIRST_OF_BNS = date(2024, 6, 30), date(2024, 7, 1)


@pytest.mark.parametrize(
    ("act", "number", "day", "ok"),
    [
        ("IPC", "379", LAST_OF_IPC, True),
        ("IPC", "379", FIRST_OF_BNS, False),
        ("BNS", "303(2)", FIRST_OF_BNS, True),
        ("BNS", "303(2)", LAST_OF_IPC, False),
        ("BNS", "304", date(2026, 11, 24), True),
        ("IPC", "302", date(2019, 3, 5), True),
        ("IPC", "302", date(1861, 12, 31), False),
        ("CRPC", "154", LAST_OF_IPC, True),
        ("CRPC", "154", FIRST_OF_BNS, False),
        ("BNSS", "173", FIRST_OF_BNS, True),
        ("BNSS", "173", LAST_OF_IPC, False),
        ("NDPS", "20", LAST_OF_IPC, True),
        ("NDPS", "20", FIRST_OF_BNS, True),
        ("NDPS", "20", date(1985, 11, 13), False),
        ("POCSO", "4", date(2012, 11, 13), False),
        ("POCSO", "4", date(2012, 11, 14), True),
        ("FOREIGNERS", "14", date(2025, 8, 31), True),
        ("FOREIGNERS", "14", date(2025, 9, 1), False),
        ("IPC", "354D", date(2013, 2, 2), False),
        ("IPC", "354D", date(2013, 2, 3), True),
        ("IPC", "376DB", date(2018, 4, 20), False),
        ("IPC", "376DB", date(2018, 4, 21), True),
        ("IPC", "161", date(1990, 1, 1), False),
        ("IPC", "497", date(2018, 9, 26), True),
        ("IPC", "497", date(2018, 9, 27), False),
        ("BNS", "106(1)", FIRST_OF_BNS, True),
        ("BNS", "106(2)", date(2026, 11, 24), False),
    ],
)
def test_the_day_of_the_offence_decides(act: str, number: str, day: date, ok: bool) -> None:
    decision = law.check_section_for_date(act, number, day)
    assert decision.ok is ok
    assert ok or decision.reason
    assert decision.source


@pytest.mark.parametrize(
    ("act", "number", "day", "instead"),
    [
        ("IPC", "379", FIRST_OF_BNS, "BNS 303(2)"),
        ("IPC", "302", FIRST_OF_BNS, "BNS 103(1)"),
        ("IPC", "498A", FIRST_OF_BNS, "BNS 85"),
        ("IPC", "354(D)", FIRST_OF_BNS, "BNS 78"),
        ("IPC", "34", FIRST_OF_BNS, "BNS 3(5)"),
        ("BNS", "303(2)", LAST_OF_IPC, "IPC 379"),
        ("BNS", "318(4)", LAST_OF_IPC, "IPC 420"),
        ("CRPC", "154", FIRST_OF_BNS, "BNSS 173"),
        ("BNSS", "193", LAST_OF_IPC, "CRPC 173"),
    ],
)
def test_a_refusal_names_the_code_that_applies_and_its_section(
    act: str, number: str, day: date, instead: str
) -> None:
    decision = law.check_section_for_date(act, number, day)
    assert instead in decision.instead
    assert instead in decision.reason
    assert instead.split()[0] in decision.reason


def test_a_section_without_a_match_still_gets_the_right_code() -> None:
    decision = law.check_section_for_date("IPC", "377", FIRST_OF_BNS)
    assert not decision.ok
    assert decision.instead == ()
    assert "BNS" in decision.reason


@pytest.mark.parametrize(
    ("act", "number"),
    [
        ("NOSUCH", "1"),
        ("", "1"),
        ("BNS", "359"),
        ("BNS", "303(9)"),
        ("BNS", "0"),
        ("BNS", ""),
        ("BNS", "theft"),
        ("BNS", "303; DROP TABLE"),
        ("BNS", "303\x00"),
        ("BNS", "9" * 5000),
        ("POCSO", "99"),
    ],
)
def test_what_no_act_knows_is_refused(act: str, number: str) -> None:
    assert not law.check_section_for_date(act, number, FIRST_OF_BNS).ok
    assert law.find_section(act, number) is None


def test_a_section_missing_from_a_list_that_is_not_whole_is_let_pass_with_a_warning() -> None:
    decision = law.check_section_for_date("ARMS", "12", FIRST_OF_BNS)
    assert decision.ok
    assert "not in our list" in decision.reason


def test_acts_in_force_change_on_the_first_of_july() -> None:
    before = {one.code for one in law.acts(LAST_OF_IPC)}
    since = {one.code for one in law.acts(FIRST_OF_BNS)}
    assert before - since == {"IPC", "CRPC", "IEA"}
    assert since - before == {"BNS", "BNSS", "BSA"}


def test_a_state_act_is_offered_in_its_state_alone() -> None:
    assert "EXCISE-99" not in {one.code for one in law.acts(FIRST_OF_BNS)}
    assert "EXCISE-99" in {one.code for one in law.acts(FIRST_OF_BNS, state="99")}
    assert "EXCISE-99" not in {one.code for one in law.acts(FIRST_OF_BNS, state="29")}


def test_every_act_has_a_version_that_fits_the_record() -> None:
    assert all(0 < len(one.version) <= 10 for one in law.acts(FIRST_OF_BNS, state="99"))
    assert law.version("BNS") == law.act("BNS").version
    with pytest.raises(KeyError):
        law.version("NOSUCH")
