"""For which offences BNSS 173(3) allows an enquiry before the FIR."""

from __future__ import annotations

import pytest

from cctns.law.flags import enquiry_possible


@pytest.mark.parametrize(
    ("number", "possible"),
    [
        ("303(2)", True),  # theft: three years, five the second time
        ("316(2)", True),  # criminal breach of trust: five years
        ("318(4)", False),  # cheating and delivery of property: seven years
        ("103(1)", False),  # murder
        ("115(2)", False),  # hurt: one year
        ("9999", None),
    ],
)
def test_three_years_or_more_but_less_than_seven(number: str, possible: bool | None) -> None:
    assert enquiry_possible("BNS", number) is possible
