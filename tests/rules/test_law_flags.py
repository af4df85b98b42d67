"""What follows from a section, case by case."""

import pytest

from cctns import law


@pytest.mark.parametrize(
    ("act", "number", "masked", "woman_officer", "not_uploaded"),
    [
        ("BNS", "63", False, False, True),
        ("BNS", "64", True, True, True),
        ("BNS", "64(2)(m)", True, True, True),
        ("BNS", "65(1)", True, True, True),
        ("BNS", "71", True, True, True),
        ("BNS", "72", False, False, True),
        ("BNS", "74", False, True, True),
        ("BNS", "78(2)", False, True, True),
        ("BNS", "79", False, True, True),
        ("BNS", "80(2)", False, False, False),
        ("BNS", "85", False, False, False),
        ("BNS", "103(1)", False, False, False),
        ("BNS", "113(2)(a)", False, False, True),
        ("BNS", "124(1)", False, True, False),
        ("BNS", "124(2)", False, True, False),
        ("BNS", "125", False, False, False),
        ("BNS", "६४", True, True, True),
        ("IPC", "302", False, False, False),
        ("IPC", "326A", False, True, False),
        ("IPC", "326(A)", False, True, False),
        ("IPC", "326", False, False, False),
        ("IPC", "354", False, True, True),
        ("IPC", "354(D)", False, True, True),
        ("IPC", "376", True, True, True),
        ("IPC", "376(2)(n)", True, True, True),
        ("IPC", "376 D", True, True, True),
        ("IPC", "376DB", True, True, True),
        ("IPC", "509", False, True, True),
        ("POCSO", "8", True, False, True),
        ("POCSO", "21", True, False, True),
        ("UAPA", "16", False, False, True),
        ("NDPS", "20", False, False, False),
        ("MV", "185", False, False, False),
        ("NOSUCH", "64", False, False, False),
        ("BNS", "", False, False, False),
    ],
)
def test_flags(
    act: str, number: str, masked: bool, woman_officer: bool, not_uploaded: bool
) -> None:
    assert law.victim_masked(act, number) is masked
    assert law.needs_woman_officer(act, number) is woman_officer
    assert law.exempt_from_upload(act, number) is not_uploaded


@pytest.mark.parametrize(
    ("act", "number", "seven"),
    [
        ("BNS", "103(1)", True),
        ("BNS", "117(2)", True),
        ("BNS", "309(4)", True),
        ("BNS", "303(2)", False),
        ("BNS", "115(2)", False),
        ("BNS", "85", False),
        ("BNS", "61(2)(a)", None),
        ("BNS", "45", None),
        ("BNS", "359", None),
        ("IPC", "302", True),
        ("IPC", "379", False),
    ],
)
def test_seven_years_or_more_brings_the_forensic_expert(
    act: str, number: str, seven: bool | None
) -> None:
    assert law.at_least_seven_years(act, number) is seven
