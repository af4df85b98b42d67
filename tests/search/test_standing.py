"""What became of an accused is what a search says of them, from the FIR to the appeal."""

from __future__ import annotations

from typing import Any

import pytest

from cctns.cases.books.answers import ACKNOWLEDGEMENT, APPEAL, DISPOSAL
from cctns.cases.models import Case, FinalReport
from cctns.cases.telling import label_of
from cctns.offices.access import today
from cctns.search.codes import CLEARED
from tests.cases.investigating import go_on
from tests.cases.test_final_report import CNR, Hands, answered, arrested_case, hands, in_court

from .conftest import Seeks

__all__ = ["hands"]


def tried(hands: Hands, verdict: str) -> tuple[Case, FinalReport]:
    """A case that a court has decided; the accused is named by the code alone."""
    case = arrested_case(hands)
    report = in_court(hands, case)
    answered(hands.court, ACKNOWLEDGEMENT, report, receipt="consumed", cnr=CNR)
    lines = {"verdicts": [{"who": "A1", "verdict": verdict, "sentence": "1 year"}]}
    judged = {"presiding": "JMFC", "case_number": "CC 12/2026", "judgment_on": today()}
    answered(hands.court, DISPOSAL, report, lines, **judged)
    return case, report


def appealed(hands: Hands, report: FinalReport, by_whom: str, decision: str) -> None:
    told = {"appeal_number": "CrA 3/2026", "against": "A1", "filed_on": today()}
    filed = answered(hands.court, APPEAL, report, by_whom=by_whom, **told)
    go_on(hands.court, APPEAL, filed, "decide", decision=decision, decided_on=today())


def standing(hands: Hands, seeks: Seeks) -> tuple[str, str]:
    found = seeks(hands.sho, "Vikram").people
    assert found is not None
    (hit,) = found.hits
    return hit.mention.role, hit.mention.standing


def test_complaint_47_an_acquittal_changes_the_label_with_the_next_run_of_the_worker(
    hands: Hands, seeks: Seeks
) -> None:
    """Half of those whom a survey of 2018 swept in had been acquitted (Deccan Chronicle)."""
    case = arrested_case(hands)
    assert standing(hands, seeks) == ("accused", "arrested")
    report = in_court(hands, case)
    assert standing(hands, seeks) == ("accused", "charge_sheeted")
    answered(hands.court, ACKNOWLEDGEMENT, report, receipt="consumed", cnr=CNR)
    lines = {"verdicts": [{"who": "A1", "verdict": "acquitted"}]}
    judged = {"presiding": "JMFC", "case_number": "CC 12/2026", "judgment_on": today()}
    answered(hands.court, DISPOSAL, report, lines, **judged)
    role, stands = standing(hands, seeks)
    assert (role, stands) == ("cleared", "acquitted")
    assert label_of(role, stands) == "Acquitted"


@pytest.mark.parametrize("code", sorted(CLEARED))
def test_complaint_47_nobody_cleared_is_called_an_accused(code: str) -> None:
    for role in ("accused", "suspect", "cleared"):
        assert "ccused" not in label_of(role, code)


@pytest.mark.parametrize(
    ("verdict", "by_whom", "decision", "expected"),
    [
        ("convicted", "", "", ("accused", "convicted")),
        ("convicted", "accused", "allowed", ("cleared", "set_aside")),
        ("convicted", "accused", "dismissed", ("accused", "convicted")),
        ("acquitted", "state", "allowed", ("accused", "reversed")),
        ("discharged", "", "", ("cleared", "discharged")),
        ("convicted", "accused", "retrial", ("accused", "retrial")),
    ],
)
def test_verdict_and_appeal_together_say_how_an_accused_stands(
    hands: Hands, seeks: Seeks, verdict: str, by_whom: str, decision: str, expected: Any
) -> None:
    _case, report = tried(hands, verdict)
    if by_whom:
        appealed(hands, report, by_whom, decision)
    assert standing(hands, seeks) == expected
