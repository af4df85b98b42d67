"""Acts and sections out of old records."""

import csv
import re

import pytest

from cctns import law
from cctns.law import written
from tests.shared import SHARED

CRIME = SHARED / "data" / "crime"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "IPC 1860 U/s: 306,363 KARNATAKA POLICE ACT, 1963 U/s: 87",
            [("IPC", ("306", "363")), ("", ("87",))],
        ),
        ("379/411/34 IPC & 25 Arms Act", [("IPC", ("379", "411", "34")), ("ARMS", ("25",))]),
        ("u/s 303(2), 317(2) BNS", [("BNS", ("303(2)", "317(2)"))]),
        ("BNS 303(2)", [("BNS", ("303(2)",))]),
        ("धारा 379, 411 भादवि", [("IPC", ("379", "411"))]),
        ("IPC 1860 U/s: 354(B),304(A)", [("IPC", ("354B", "304A"))]),
        ("8/20 NDPS Act", [("NDPS", ("8", "20"))]),
        ("u/s 376 IPC r/w 3/4 POCSO Act", [("IPC", ("376",)), ("POCSO", ("3", "4"))]),
        (
            "IPC 1860 U/s: 279 MV Act U/s: 187 IPC 1860 U/s: 338",
            [("IPC", ("279", "338")), ("MV", ("187",))],
        ),
        ("IPC 1860 U/s: 379,379", [("IPC", ("379",))]),
        ("JUVENILE JUSTICE ACT, 1986 U/s: 23", [("", ("23",))]),
        ("THE CENTRAL MOTOR VEHICLES RULES, 1989 U/s: 15", [("", ("15",))]),
        ("NDPS Act U/s: 8(a),8B,20(C)", [("NDPS", ("8(a)", "8B", "20(C)"))]),
        ("IPC 1860 U/s: 376 2F", [("IPC", ("376 2F",))]),
        ("379", [("", ("379",))]),
        ("theft of a bicycle", []),
        ("", []),
    ],
)
def test_parse(text: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    assert [(one.act, one.sections) for one in written.parse(text)] == expected


def test_the_act_is_kept_as_written() -> None:
    found = written.parse("IPC 1860 U/s: 380 KARNATAKA POLICE ACT, 1963 U/s: 98")
    assert [one.act_as_written for one in found] == ["IPC 1860", "KARNATAKA POLICE ACT, 1963"]


def test_a_long_text_without_sense_takes_no_time() -> None:
    assert written.parse("x" * 100_000) == []
    assert len(written.parse("379 " * 5_000 + "IPC")[0].sections) == 1


@pytest.mark.skipif(not CRIME.exists(), reason="real records not at hand")
def test_real_combinations_keep_every_section() -> None:
    with (CRIME / "karnataka_act_section_combinations.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    whole = [row for row in rows if _kept(row)]
    assert len(whole) >= 0.998 * len(rows)


def _kept(row: dict[str, str]) -> bool:
    found = written.parse(f"{row['act_name_as_written']} U/s: {row['sections_as_written']}")
    wanted = [_bare(one) for one in re.split("[,/]", row["sections_as_written"])]
    kept = [_bare(section) for one in found for section in one.sections]
    return len(found) == 1 and kept == list(dict.fromkeys(wanted))


def _bare(section: str) -> str:
    return re.sub(r"[\s()\[\]-]", "", section).upper()


@pytest.mark.skipif(not CRIME.exists(), reason="real records not at hand")
def test_no_act_of_the_real_records_is_taken_for_another() -> None:
    with (CRIME / "karnataka_acts_seen.csv").open(encoding="utf-8") as file:
        names = [row["act_name_as_written"] for row in csv.DictReader(file)]
    known = {name: written.act_code(name) for name in names if written.act_code(name)}
    assert len(known) >= 45
    assert not [name for name in known if "KARNATAKA" in name.upper()]
    for name, code in known.items():
        years = set(re.findall(r"\b(?:18|19|20)\d\d\b", name))
        allowed = _AMENDED.get(code, set()) | {re.findall(r"\d{4}", law.act(code).title)[-1]}
        assert years <= allowed, (name, code)


_AMENDED = {
    "IT": {"2008"},
    "SCST": {"2015"},
    "COTPA": {"2015"},
    "CHILDLABOUR": {"2016"},
    "RPA": {"1950", "1988", "1989"},
}
