"""Every clock of the law as a table: an event on Tuesday, 3 November 2026, 10:30 in India."""

from __future__ import annotations

from datetime import datetime

import pytest

from cctns.law import clocks
from cctns.law.enactments import known
from cctns.law.marks import EVERY, marks
from cctns.lib.clock import IST
from cctns.offices.codes import Role

START = datetime(2026, 11, 3, 10, 30, tzinfo=IST)

DUE = {
    "zero_transfer": "2026-11-04 10:30",
    "zero_answer": "2026-11-04 10:30",
    "efir_signature": "2026-11-06 10:30",
    "efir_reminder": "2026-11-04 10:30",
    "free_copy": "2026-11-03 10:30",
    "dispatch": "2026-11-04 10:30",
    "publication": "2026-11-04 10:30",
    "complaint_enquiry": "2026-11-10",
    "complaint_longest": "2026-12-15",
    "preliminary_enquiry": "2026-11-17",
    "ncr_diary": "2026-11-17",
    "no_investigation": "2026-11-17",
    "forensic_visit": "2026-11-04 10:30",
    "statement_183": "2026-11-04 10:30",
    "rape_medical": "2026-11-04 10:30",
    "rape_report": "2026-11-10",
    "appearance_notice": "2026-11-17",
    "no_arrest_reasons": "2026-11-17",
    "search_record": "2026-11-05 10:30",
    "seizure_report": "2026-11-04 10:30",
    "seizure_recording": "2026-11-04 10:30",
    "inquest": "2026-11-04 10:30",
    "custody_death": "2026-11-04 10:30",
    "pocso_report": "2026-11-04 10:30",
    "missing_child_fir": "2026-11-03 10:30",
    "missing_child_unit": "2027-03-03",
    "relative_informed": "2026-11-03 10:30",
    "relative_outer": "2026-11-03 22:30",
    "arrest_medical": "2026-11-04 10:30",
    "custody_medical": "2026-11-05 10:30",
    "control_room": "2026-11-03 22:30",
    "production": "2026-11-04 10:30",
    "child_production": "2026-11-04 10:30",
    "police_custody": "2026-12-12",
    "default_bail_60": "2027-01-01",
    "default_bail_90": "2027-01-31",
    "default_bail_ten": "2027-01-01",
    "default_bail_ndps": "2027-01-01",
    "default_bail_180": "2027-05-01",
    "default_bail_uapa": "2027-01-31",
    "two_months": "2027-01-03",
    "scst_sixty": "2027-01-02",
    "progress": "2027-02-01",
    "vetting": "2026-11-06",
    "consumed": "2026-11-10",
    "further": "2027-02-01",
    "ndps_reasons": "2026-11-06 10:30",
    "ndps_full_report": "2026-11-05 10:30",
    "accident_first": "2026-11-05 10:30",
    "accident_interim": "2026-12-23",
    "accident_detailed": "2027-02-01",
}


@pytest.mark.parametrize("name", DUE)
def test_from_start_to_due(name: str) -> None:
    """A day without a time ends in its last moment."""
    told = DUE[name]
    due = datetime.fromisoformat(told if ":" in told else f"{told} 23:59:59.999999")
    assert clocks.rule(name).due(START) == due.replace(tzinfo=IST)


def test_the_table_above_has_every_rule() -> None:
    assert sorted(DUE) == sorted(one.id for one in clocks.rules())


RULES = pytest.mark.parametrize("rule", clocks.rules(), ids=lambda one: one.id)


@RULES
def test_a_rule_is_whole(rule: clocks.Rule) -> None:
    assert rule.kept in (clocks.JOURNAL, clocks.REGISTER, clocks.NOT_YET)
    assert rule.subject in ("case", "accused", "sheet", "record")
    assert rule.round in ("first", "last")
    assert rule.period.unit in ("hours", "days", "months")
    assert rule.act == "" or known(rule.act)
    assert rule.who in set(Role)
    assert {role for _, role in rule.escalation} <= {"sdpo", "sp"}
    assert rule.source
    assert rule.sentence
    assert any("\u0900" <= letter <= "\u097f" for letter in rule.sentence_hi)
    assert rule.note or not rule.unverified
    assert rule.note or rule.kept != clocks.NOT_YET


@pytest.mark.parametrize("rule", clocks.running(), ids=lambda one: one.id)
def test_what_runs_starts_stops_and_asks_for_marks_that_a_case_can_have(rule: clocks.Rule) -> None:
    assert rule.trigger
    assert rule.satisfied_by + rule.until != ()
    assert (rule.needs | rule.bars) <= EVERY | {"zero", "refused"}
    assert not rule.needs & rule.bars


@RULES
def test_holidays_move_no_hours_and_no_default_bail(rule: clocks.Rule) -> None:
    if rule.period.unit == "hours" or rule.id.startswith("default_bail"):
        assert not rule.period.next_open_day
    if rule.period.to_the_clock:
        assert not rule.period.next_open_day
        assert not rule.period.includes_first


def test_escalation_goes_up_and_not_down() -> None:
    for rule in clocks.rules():
        roles = [role for _, role in sorted(rule.escalation)]
        assert roles in ([], ["sdpo"], ["sp"], ["sdpo", "sp"]), rule.id


@pytest.mark.parametrize(
    ("act", "number", "has", "has_not"),
    [
        ("BNS", "304(2)", "", "years7 years10"),
        ("BNS", "318(4)", "years7", "over7 years10"),
        ("BNS", "309(4)", "years7 over7 years10 over10", "rape"),
        ("BNS", "103(1)", "years10 over10", "rape"),
        ("BNS", "64(2)(m)", "rape two_months years10", ""),
        ("BNS", "69", "", "rape two_months"),
        ("BNS", "74", "statement_before_magistrate", "rape"),
        ("POCSO", "8", "pocso two_months", "years10"),
        ("NDPS", "20(b)(ii)(C)", "ndps ndps_commercial", ""),
        ("NDPS", "20(b)(ii)(B)", "ndps", "ndps_commercial"),
        ("UAPA", "13", "uapa", "years10"),
        ("SCST", "3(1)(r)", "scst", "years10"),
        ("", "12 of the Cattle Act", "", "years7 years10"),
    ],
)
def test_what_a_section_makes_of_a_case(act: str, number: str, has: str, has_not: str) -> None:
    found = marks(act, number)
    assert set(has.split()) <= found
    assert not set(has_not.split()) & found


# One of these, and no more of those that name the right day, runs whatever the sections are.
BAIL = ("default_bail_60", "default_bail_90", "default_bail_180", "default_bail_uapa")


@pytest.mark.parametrize(
    ("sections", "rule"),
    [
        ([("BNS", "304(2)")], "default_bail_60"),
        ([("BNS", "103(1)")], "default_bail_90"),
        ([("BNS", "304(2)"), ("BNS", "103(1)")], "default_bail_90"),
        ([("UAPA", "13")], "default_bail_uapa"),
        ([("UAPA", "18")], "default_bail_90"),
        ([("NDPS", "21(c)"), ("BNS", "103(1)")], "default_bail_180"),
        ([("NDPS", "21(b)")], "default_bail_90"),
        ([], "default_bail_60"),
    ],
)
def test_one_day_of_default_bail_fits_any_sections(
    sections: list[tuple[str, str]], rule: str
) -> None:
    found = frozenset().union(*(marks(*one) for one in sections))
    fits = [
        name
        for name in BAIL
        if clocks.rule(name).needs <= found and not clocks.rule(name).bars & found
    ]
    assert fits == [rule]
