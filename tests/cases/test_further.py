"""Further investigation after the report (BNSS 193(9)), and the supplementary report."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from cctns.cases.books.answers import ACKNOWLEDGEMENT, APPROVAL, DISPOSAL, VETTING
from cctns.cases.books.further import FURTHER
from cctns.cases.books.report import REPORT
from cctns.cases.codes import CaseStage, CaseStatus
from cctns.cases.models import Case, FinalReport, FurtherInvestigation
from cctns.cases.queries import clocks_of, stage_of
from cctns.journal.write import Write, record_all
from cctns.lib.clock import now
from cctns.lib.ids import uuid7
from cctns.offices.access import Refused, today
from cctns.offices.models import Posting
from cctns.registers.models import GeneralDiaryEntry
from cctns.registers.rules import NotPossible

from .entries import DAY
from .investigating import another_accused, arrest_of, go_on, write
from .made import case_of
from .test_final_report import CNR, Hands, answered, arrested_case, hands, in_court, prepared

__all__ = ["hands"]


@pytest.fixture
def report(travel: Any, hands: Hands) -> FinalReport:
    """A charge sheet on the court's file."""
    sent = in_court(hands, arrested_case(hands))
    answered(hands.court, ACKNOWLEDGEMENT, sent, receipt="consumed", cnr=CNR)
    return sent


@pytest.fixture
def case(report: FinalReport) -> Case:
    return case_of(report.case.fir)


def further(by: Posting, case: Case, **changes: Any) -> FurtherInvestigation:
    details = {
        "reason": "A second man was seen on the film of the shop",
        "court_name": "JMFC, Rampur",
        **changes,
    }
    made = write(by, FURTHER, case, **details)
    assert isinstance(made, FurtherInvestigation)
    return made


def stage(case: Case) -> str:
    return str(stage_of(case_of(case.fir)))


def test_the_case_is_investigated_again_and_a_supplementary_report_ends_it(
    travel: Any,
    hands: Hands,
    report: FinalReport,
    case: Case,
    settle: Callable[[], None],
) -> None:
    assert stage(case) == CaseStage.ON_FILE
    travel.shift(DAY)
    further(hands.sho, case)
    settle()
    assert stage(case) == CaseStage.FURTHER
    travel.shift(DAY)
    again = case_of(case.fir)
    other = another_accused(hands.io, again)
    arrest_of(hands.io, again, accused_id=other.pk)
    more = prepared(hands.io, again)
    assert (more.part, more.supplements_id) == ("supplementary", report.pk)
    assert more.serial == report.serial + 1
    assert more.facts == "A second man was seen on the film of the shop"
    told = [one.what for one in more.documents.all()]
    assert told[0] == f"Report {report.number}, with its documents"
    assert len([one for one in told if one.startswith("IIF-III")]) == 1  # the new arrest alone
    assert stage(case) == CaseStage.PREPARED
    go_on(hands.io, REPORT, more, "submit")
    answered(hands.prosecutor, VETTING, more, opinion="fit")
    go_on(hands.sho, REPORT, more, "forward")
    assert stage(case) == CaseStage.FORWARDED
    answered(hands.sp, APPROVAL, more, decision="approved")
    go_on(hands.sho, REPORT, more, "transmit", transmitted_at=now())
    settle()
    assert stage(case) == CaseStage.TRANSMITTED
    assert FurtherInvestigation.objects.get().stage == "reported"
    answered(hands.court, ACKNOWLEDGEMENT, more, receipt="consumed", cnr=CNR)
    assert stage(case) == CaseStage.ON_FILE
    answered(
        hands.court,
        DISPOSAL,
        report,
        {"verdicts": [{"who": "A1", "verdict": "convicted"}]},
        presiding="J. Rao",
        case_number="CC 12",
        judgment_on=today(),
    )
    assert stage(case) == CaseStage.DISPOSED


def test_only_the_officer_in_charge_and_only_after_the_report(hands: Hands) -> None:
    case = arrested_case(hands)
    with pytest.raises(Refused, match="not with the court"):
        further(hands.sho, case)


def test_an_investigating_officer_does_not_begin_it(hands: Hands, case: Case) -> None:
    with pytest.raises(Refused):
        further(hands.io, case)


def test_in_a_trial_the_court_gives_leave_and_ninety_days(
    travel: Any,
    hands: Hands,
    case: Case,
) -> None:
    with pytest.raises(NotPossible, match="gives its permission"):
        further(hands.sho, case, trial=True)
    begun = further(hands.sho, case, trial=True, leave="Order 7 of today")
    assert clock(hands.io, case).due_at.date() == (now() + 90 * DAY).date()
    travel.shift(80 * DAY)
    go_on(hands.sho, FURTHER, begun, "extend", extension="Order 9", extended_to=today() + 30 * DAY)
    assert clock(hands.io, case).due_at.date() == (now() + 90 * DAY).date()
    assert GeneralDiaryEntry.objects.filter(text__contains="extended until").exists()


def test_before_the_trial_the_court_is_told_and_no_clock_runs(
    hands: Hands,
    case: Case,
) -> None:
    begun = further(hands.sho, case)
    assert "further" not in {one.rule.id for one in clocks_of(by=hands.io, case=case)}
    with pytest.raises(NotPossible, match="permitted in a trial"):
        go_on(hands.sho, FURTHER, begun, "extend", extension="Order", extended_to=today())


def clock(by: Posting, case: Case) -> Any:
    return {one.rule.id: one for one in clocks_of(by=by, case=case)}["further"]


def test_a_supplementary_report_wants_a_further_investigation(hands: Hands) -> None:
    case = arrested_case(hands)
    with pytest.raises(NotPossible, match="ends a further investigation"):
        prepared(hands.io, case, part="supplementary")


def test_the_database_reopens_nothing_by_itself(
    hands: Hands,
    case: Case,
    settle: Callable[[], None],
) -> None:
    settle()
    case.status = CaseStatus.INVESTIGATION
    record_all([Write(case, "case.further")], by=hands.sho)
    with pytest.raises(IntegrityError, match="nothing reopens it"):
        settle()


def test_the_database_takes_no_second_original(report: FinalReport) -> None:
    copy = FinalReport.objects.get(pk=report.pk)
    copy.pk, copy.serial, copy.stage = uuid7(), 99, "draft"
    with pytest.raises(IntegrityError, match="one ends a further"):
        copy.save(force_insert=True)


def test_the_database_wants_leave_in_a_trial(hands: Hands, case: Case) -> None:
    begun = further(hands.sho, case)
    assert isinstance(begun.happened_at, datetime)
    assert case_of(case.fir).status == CaseStatus.INVESTIGATION
    with pytest.raises(IntegrityError, match="further_in_trial_by_leave"), transaction.atomic():
        FurtherInvestigation.objects.filter(pk=begun.pk).update(trial=True)
