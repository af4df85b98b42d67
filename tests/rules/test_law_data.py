"""The tables of the law fit together."""

import csv
import re
from collections import Counter
from datetime import date

import pytest

from cctns import law
from cctns.law import numbers, tables
from tests.shared import SHARED

REFERENCE = SHARED / "data" / "reference"
CHAPTERS = {  # BNS: last section of each chapter
    **{1: 3, 2: 13, 3: 44, 4: 62, 5: 99, 6: 146, 7: 158, 8: 168, 9: 177, 10: 188},
    **{11: 197, 12: 205, 13: 226, 14: 269, 15: 297, 16: 302, 17: 334, 18: 350, 19: 357, 20: 358},
}
ACTS = [row["code"] for row in tables.rows("acts.csv")]


def _sections(code: str) -> tuple[dict[str, str], ...]:
    return tables.rows(f"sections/{code}.csv") if tables.exists(f"sections/{code}.csv") else ()


def test_all_358_sections_of_the_bns_stand_in_their_chapters() -> None:
    rows = [row for row in _sections("BNS") if row["number"].isdigit()]
    assert [int(row["number"]) for row in rows] == list(range(1, 359))
    for row in rows:
        chapter = int(row["chapter"])
        assert CHAPTERS.get(chapter - 1, 0) < int(row["number"]) <= CHAPTERS[chapter]


def test_the_other_codes_are_whole() -> None:
    assert len(_sections("IPC")) == 575
    assert [int(row["number"]) for row in _sections("BNSS")] == list(range(1, 532))
    assert [int(row["number"]) for row in _sections("BSA")] == list(range(1, 171))


def test_every_offence_of_the_bns_has_a_row_in_the_schedule() -> None:
    missing = [
        row["number"]
        for row in _sections("BNS")
        if row["offence"] == "yes" and not _section("BNS", row["number"]).classes
    ]
    assert missing == []


def _section(code: str, number: str) -> law.Section:
    found = law.find_section(code, number)
    assert found is not None, f"{code} {number}"
    return found


@pytest.mark.parametrize("code", ACTS)
def test_no_section_twice_and_each_number_well_formed(code: str) -> None:
    written = [row["number"] for row in _sections(code)]
    assert [one for one, times in Counter(written).items() if times > 1] == []
    assert [one for one in written if numbers.clean(one) != one] == []
    assert all(row["heading"].strip() for row in _sections(code))


def test_every_act_that_claims_to_be_whole_has_sections() -> None:
    assert [code for code in ACTS if law.act(code).whole and not _sections(code)] == []
    assert law.act("BNS").whole


def test_acts_are_named_once_in_both_languages() -> None:
    assert len(ACTS) == len(set(ACTS))
    rows = tables.rows("acts.csv")
    assert all(row["title_hi"] and row["short_hi"] for row in rows)
    assert all(
        not row["in_force_until"] or row["in_force_until"] > row["in_force_from"] for row in rows
    )


def test_classes_belong_to_known_sections_and_use_known_words() -> None:
    seen: set[tuple[str, str, str]] = set()
    for row in tables.rows("classification.csv"):
        key = (row["act"], row["section"], row["variant"])
        assert key not in seen
        seen.add(key)
        assert law.find_section(row["act"], row["section"]), key
        assert {row["cognizable"], row["bailable"]} <= {"yes", "no", "depends", "unknown"}
        assert re.fullmatch(r"\d*|life|death", row["max_years"])
        assert row["offence"]
        assert row["source"]
        assert row["unverified"] in ("yes", "no")


def test_variants_count_from_nought() -> None:
    variants: dict[tuple[str, str], list[int]] = {}
    for row in tables.rows("classification.csv"):
        variants.setdefault((row["act"], row["section"]), []).append(int(row["variant"]))
    assert all(found == list(range(len(found))) for found in variants.values())


def test_each_correspondence_points_at_sections_that_exist() -> None:
    pairs = [
        ((row["old_act"], row["old"]), (row["new_act"], row["new"]))
        for row in tables.rows("correspondence.csv")
    ]
    assert len(pairs) == len(set(pairs))
    for old, new in pairs:
        assert old[0] == "IEA" or law.find_section(*old), old
        assert law.find_section(*new), new


@pytest.mark.parametrize(
    ("old", "new"),
    [
        *(("302", "103(1)"), ("307", "109"), ("376", "64"), ("379", "303(2)"), ("420", "318(4)")),
        *(("498A", "85"), ("304B", "80"), ("354", "74"), ("392", "309(4)"), ("395", "310(2)")),
        *(("406", "316(2)"), ("411", "317(2)"), ("506", "351(2)"), ("34", "3(5)"), ("149", "190")),
        *(("120B", "61(2)"), ("188", "223"), ("279", "281"), ("323", "115(2)"), ("500", "356(2)")),
    ],
)
def test_well_known_pairs(old: str, new: str) -> None:
    assert new in [one.number for one in law.corresponding("IPC", old)]
    assert old in [one.number for one in law.corresponding("BNS", new)]


@pytest.mark.parametrize("gone", ["377", "497", "2", "264"])
def test_what_the_bns_left_out_has_no_match(gone: str) -> None:
    assert law.corresponding("IPC", gone) == []


def test_flags_point_at_sections_that_exist() -> None:
    for row in tables.rows("flags.csv"):
        assert row["source"]
        assert row["section"] == "*" or law.find_section(row["act"], row["section"]), row


def test_the_vocabulary_points_at_sections_in_force() -> None:
    days = {"sections": date(2025, 9, 1), "before": date(2024, 6, 30)}
    for row in tables.rows("words.csv"):
        for column, day in days.items():
            for target in filter(None, row[column].split(";")):
                act, number = target.split(" ", 1)
                if act not in ("FOREIGNERS", "BNSS", "CRPC"):
                    decision = law.check_section_for_date(act, number, day)
                    assert (decision.ok, decision.reason) == (True, ""), (row["en"], column)


def test_police_relevant_sections_of_the_bns_have_hindi_headings() -> None:
    offences = [row for row in _sections("BNS") if row["offence"] == "yes"]
    named = [row for row in offences if row["heading_hi"]]
    assert len(named) >= 0.88 * len(offences)
    assert all(row["heading_hi"] for row in offences if int(row["number"][:3]) in range(303, 320))


@pytest.mark.skipif(not REFERENCE.exists(), reason="reference data not at hand")
def test_chapters_are_those_of_the_published_code() -> None:
    with (REFERENCE / "bns_sections.csv").open(encoding="utf-8") as file:
        published = {row["section"]: row["chapter_no"] for row in csv.DictReader(file)}
    ours = {row["number"]: row["chapter"] for row in _sections("BNS") if row["number"].isdigit()}
    assert ours == published


@pytest.mark.skipif(not REFERENCE.exists(), reason="reference data not at hand")
def test_the_transcribed_part_of_the_schedule_is_taken_over_without_a_change() -> None:
    with (REFERENCE / "bnss_first_schedule_tail.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            ours = _section("BNS", row["bns_section"]).classes[int(row["variant"])]
            assert (ours.cognizable, ours.bailable) == (row["cognizable"], row["bailable"])
            assert ours.triable_by == row["triable_by"]
            assert not ours.unverified
