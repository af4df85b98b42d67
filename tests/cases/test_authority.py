"""What no form says is reported to committee and Magistrate; the clocks that ask for it stop."""

from __future__ import annotations

from typing import Any

import pytest

from cctns.cases.books.authority import AUTHORITY
from cctns.cases.models import AuthorityReport, Case
from cctns.journal.models import JournalEntry
from cctns.offices.models import Posting
from cctns.registers.rules import NotPossible

from .asked import magistrate_of, notice_of, write
from .entries import clocks
from .investigating import opened
from .made import case_of, registered


def report(by: Posting, case: Case, **changes: Any) -> Any:
    told = {
        "kind": "committee_told",
        "sent_to": "Child Welfare Committee, East",
        "means": "email",
        "text": "A child of nine was hurt.",
        "proof": "Message 12",
    }
    return write(by, AUTHORITY, case, **{**told, **changes})


def test_a_child_who_was_hurt_is_reported_within_a_day(sho: Posting) -> None:
    """POCSO 19(6): to the Child Welfare Committee and the Special Court, within 24 hours."""
    fir = registered(sho, offences=[{"act": "POCSO", "number": "4"}])
    assert clocks(sho, fir)["pocso_report"].closed_at is None
    made = report(sho, case_of(fir))
    assert clocks(sho, fir)["pocso_report"].closed_at == made.happened_at
    assert JournalEntry.objects.filter(kind="case.committee_told", refs__contains=[fir.pk]).exists()
    assert "committee_told" not in made.gd_entry.text


def test_whoever_got_a_notice_was_not_arrested_and_the_magistrate_hears_why(
    sho: Posting, io: Posting
) -> None:
    """Arnesh Kumar (2014) 8 SCC 273, direction 6."""
    case = opened(sho, io, offences=[{"act": "BNS", "number": "303(2)"}])
    assert "no_arrest_reasons" not in clocks(io, case.fir)
    notice_of(io, case)
    assert clocks(io, case.fir)["no_arrest_reasons"].closed_at is None
    report(io, case, kind="no_arrest_reported", sent_to="Magistrate", text="He lives at home.")
    assert clocks(io, case.fir)["no_arrest_reasons"].closed_at


def test_a_refusal_is_reported_and_only_a_refusal(sho: Posting) -> None:
    fir = registered(sho, action="refuse", action_detail="Civil matter", investigating_officer="")
    assert clocks(sho, fir)["no_investigation"].closed_at is None
    report(sho, case_of(fir), kind="refusal_reported", sent_to="Magistrate")
    assert clocks(sho, fir)["no_investigation"].closed_at
    with pytest.raises(NotPossible) as error:
        report(sho, case_of(registered(sho)), kind="refusal_reported")
    assert [one.field for one in error.value.problems] == ["kind"]
    assert AuthorityReport.objects.count() == 1


def test_the_magistrate_hears_the_victim_of_such_an_offence(sho: Posting, io: Posting) -> None:
    case = opened(sho, io, offences=[{"act": "BNS", "number": "64(1)"}])
    assert clocks(sho, case.fir)["statement_183"].closed_at is None
    assert magistrate_of(io, case).stage == "asked"
    assert clocks(sho, case.fir)["statement_183"].closed_at is None


@pytest.mark.parametrize("empty", ["kind", "sent_to", "means", "text", "proof"])
def test_what_is_missing_is_named(sho: Posting, empty: str) -> None:
    case = case_of(registered(sho))
    with pytest.raises(NotPossible) as error:
        report(sho, case, **{empty: ""})
    assert [one.field for one in error.value.problems] == [empty]
