"""How the one box reads what officers type; pure, so that the table may be long."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cctns.search.box import LONGEST, Reading, understand
from cctns.search.lexemes import asked, words_of
from cctns.search.numbers import found_in, key_of

READ = [
    ("142/2024", "fir", {"value": "142/2024"}),
    ("१४२/२०२४", "fir", {"value": "142/2024"}),
    ("FIR No. 12 of 2024", "fir", {"value": "12 of 2024"}),
    ("मुकदमा संख्या 12/2024", "fir", {"value": "12/2024"}),
    ("KA 34 EQ 4521", "vehicle", {"value": "KA34EQ4521"}),
    ("dl-01-ab-1234", "vehicle", {"value": "DL01AB1234"}),
    ("22 BH 1234 AA", "vehicle", {"value": "22BH1234AA"}),
    ("+91 98765-43210", "phone", {"value": "9876543210"}),
    ("09876543210", "phone", {"value": "9876543210"}),
    ("356938035643809", "imei", {"value": "356938035643809"}),
    ("abcde1234f", "identity", {"value": "ABCDE1234F"}),
    ("DL04 2011 0012345", "identity", {"value": "DL0420110012345"}),
    ("1234 5678 9012", "aadhaar", {}),
    ("BNS 303(2)", "section", {"act": "BNS", "value": "303(2)"}),
    ("u/s 302 IPC", "section", {"act": "IPC", "value": "302"}),
    ("धारा 302", "section", {"act": "", "value": "302"}),
    ("मोहम्मद रफ़ीक s/o abdul, about 35, Ballari", "person",
     {"value": "मोहम्मद रफ़ीक s/o abdul", "age": 35, "within": 5, "place": "Ballari"}),
    ("Raju, M/30, r/o Delhi", "person", {"sex": "male", "age": 30, "place": "Delhi"}),
    ("Sunita, महिला, लगभग 34 वर्ष, 98765 43210", "person",
     {"sex": "female", "age": 34, "phone": "9876543210"}),
    ("Ramesh aged 35 years s/o Suresh", "person", {"value": "Ramesh s/o Suresh", "age": 35}),
    ("Md Rafiq, 30-36 yrs", "person", {"age": 33, "within": 5}),
    ("Raju, औरत, scar on left cheek, Delhi, तिल on chin", "person",
     {"sex": "female", "place": "Delhi", "marks": "scar on left cheek; तिल on chin"}),
    ("Anil, born 1990", "person", {"born": 1990}),
    ("Anil, 400", "person", {"age": None, "place": "400"}),
    ("!!!", "nothing", {}),
    ("", "nothing", {}),
    ("77/88/99", "thing", {}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "reading", "told"), READ)
def test_the_box_reads(text: str, reading: str, told: dict[str, Any]) -> None:
    read = understand(text)
    assert read.reading == Reading(reading)
    assert {name: getattr(read, name) for name in told} == told


@given(st.text(max_size=600))
def test_the_box_never_fails_and_reads_no_more_than_its_length(text: str) -> None:
    assert len(understand(text).value) <= LONGEST
    asked(text)


def test_words_are_whole_in_every_script_and_no_operator_gets_through() -> None:
    assert words_of("सोने की चेन। ज़मीन, Café 12") == ["12", "cafe", "की", "चेन", "जमीन", "सोने"]
    assert asked("चेन' & | ! (x:*") == "'चेन':* & 'x':*"


def test_numbers_are_found_in_descriptions() -> None:
    told = "Bajaj Pulsar DL 01 AB 1234, engine JC65E-1234567; phone 356938035643809"
    assert [(str(kind), key_of(one)) for kind, one in found_in(told)] == [
        ("registration", "DL01AB1234"),
        ("imei", "356938035643809"),
        ("serial", "JC65E1234567"),
    ]
