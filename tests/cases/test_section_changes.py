"""Sections added and deleted after the FIR: by the law of the offence's day, with a reason."""

from __future__ import annotations

from typing import Any

import pytest

from cctns.cases.books.sections import SECTIONS
from cctns.cases.models import Case, Fir
from cctns.cases.queries.sections import sections_of
from cctns.offices.access import Refused
from cctns.offices.models import Posting
from cctns.registers.rules import NotPossible

from .investigating import opened, write
from .made import case_of


def change(by: Posting, case: Case, *lines: tuple[str, str, str], **details: Any) -> Any:
    told = [{"kind": kind, "act": act, "number": number} for kind, act, number in lines]
    given = {"reason": "Injury report received", "court_told": "JMFC, today", **details}
    return write(by, SECTIONS, case, {"changed": told}, **given)


def held(case: Case) -> list[str]:
    return [str(one) for one in sections_of(case)]


def test_sections_change_beside_the_fir(sho: Posting, io: Posting) -> None:
    case = opened(sho, io)
    assert held(case) == ["BNS 304(2)"]
    change(io, case, ("add", "BNS", "309(4)"), ("delete", "BNS", "304(2)"))
    assert held(case) == ["BNS 309(4)"]
    assert [str(one) for one in Fir.objects.get().sections.all()] == ["BNS 304(2)"]


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ((("add", "BNS", "304(2)"),), "stands in this case"),
        ((("delete", "BNS", "103(1)"),), "does not stand"),
        ((("add", "IPC", "379"),), "governs offences of that day"),
        ((("add", "BNS", "9999"),), "no such section"),
        ((("delete", "BNS", "304(2)"),), "at least one section"),
        ((), "at least 1 lines"),
    ],
)
def test_what_is_refused(sho: Posting, io: Posting, lines: Any, says: str) -> None:
    with pytest.raises(NotPossible) as error:
        change(io, opened(sho, io), *lines)
    said = [one.message % one.values if one.values else one.message for one in error.value.problems]
    assert says in " ".join(said)


def test_a_victim_whom_the_new_section_hides_is_hidden_from_now(sho: Posting, io: Posting) -> None:
    """Complaint 7: masks follow the sections (BNS 72)."""
    case = opened(sho, io)
    assert not case.victim_masked
    change(io, case, ("add", "BNS", "64(1)"))
    again = case_of(case.fir)
    assert again.victim_masked
    assert again.sensitive


def test_only_the_designated_officer_changes_sections(sho: Posting, io: Posting) -> None:
    case = opened(sho, io)
    with pytest.raises(Refused):
        change(sho, case, ("add", "BNS", "309(4)"))
