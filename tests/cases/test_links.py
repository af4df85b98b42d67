"""A case clubbed under a main one, counter cases, and what their final reports say of it."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from cctns.cases.books.answers import APPROVAL, VETTING
from cctns.cases.books.links import LINKS, within_reach
from cctns.cases.books.report import REPORT
from cctns.cases.models import Case, CaseLink
from cctns.cases.queries import links_of
from cctns.journal.models import JournalEntry
from cctns.lib.clock import now
from cctns.lib.ids import uuid7
from cctns.offices.access import Refused, act_for
from cctns.offices.codes import Rank, Role
from cctns.offices.models import Posting
from cctns.registers.models import GeneralDiaryEntry
from cctns.registers.rules import NotPossible
from tests.offices.land import Land
from tests.web.conftest import pages_own_role

from .entries import DAY
from .investigating import go_on, opened, write
from .made import case_of
from .test_final_report import Hands, answered, arrested_case, hands, prepared

__all__ = ["hands"]

pytestmark = pytest.mark.usefixtures("travel")


@pytest.fixture
def main(sho: Posting, io: Posting) -> Case:
    return opened(sho, io)


@pytest.fixture
def second(sho: Posting, io: Posting) -> Case:
    return opened(sho, io)


def linked(by: Posting, case: Case, other: Case | None, **changes: Any) -> CaseLink:
    details = {
        "relation": "clubbed_under",
        "other_fir_id": other and other.fir_id,
        "reason": "One occurrence, told by two persons",
        **changes,
    }
    made = write(by, LINKS, case, **details)
    assert isinstance(made, CaseLink)
    return made


def unlinked(by: Posting, link: CaseLink) -> None:
    go_on(by, LINKS, link, "unlink", unlinked_at=now(), unlinked_why="Two occurrences after all")


def told(case: Case) -> str:
    return f"{case.fir.number}, {case.office.name}"


def test_a_case_is_clubbed_and_both_cases_tell_it(
    travel: Any, sho: Posting, main: Case, second: Case
) -> None:
    link = linked(sho, second, main, order_reference="DCP 12 of today")
    assert link.other_told == told(main)
    (here,) = links_of(by=sho, case=second)
    (there,) = links_of(by=sho, case=main)
    assert (here.relation, here.told) == ("clubbed_under", told(main))
    assert (there.relation, there.told) == ("main", told(second))
    assert here.opens
    assert there.opens
    assert GeneralDiaryEntry.objects.filter(text__contains="clubbed under").exists()
    travel.shift(DAY)
    unlinked(sho, link)
    assert links_of(by=sho, case=main) == links_of(by=sho, case=second) == []
    events = JournalEntry.objects.filter(record_id=link.pk).order_by("version")
    assert [one.kind for one in events] == ["link.linked", "link.unlinked"]
    linked(sho, second, main)  # and it may be clubbed again


def test_a_counter_case_is_one_from_both_sides(sho: Posting, main: Case, second: Case) -> None:
    linked(sho, main, second, relation="counter")
    assert [one.relation for one in links_of(by=sho, case=second)] == ["counter"]


def test_a_case_out_of_reach_is_written(sho: Posting, main: Case) -> None:
    with pytest.raises(NotPossible, match="within your reach"):
        linked(sho, main, None, other_number="7/2026")
    linked(sho, main, None, other_number="7/2026", other_station="PS Mills")
    assert [one.told for one in links_of(by=sho, case=main)] == ["7/2026, PS Mills"]


def test_not_to_itself(sho: Posting, main: Case) -> None:
    with pytest.raises(NotPossible, match="not linked to itself"):
        linked(sho, main, main)
    own = {"other_number": main.fir.number, "other_station": main.office.name.upper()}
    with pytest.raises(NotPossible, match="not linked to itself"):
        linked(sho, main, None, **own)


def test_clubbed_once_and_without_chains(
    sho: Posting, io: Posting, main: Case, second: Case
) -> None:
    third = opened(sho, io)
    linked(sho, second, main)
    with pytest.raises(NotPossible, match="clubbed already"):
        linked(sho, second, third)
    with pytest.raises(NotPossible, match="itself clubbed"):
        linked(sho, third, second)
    with pytest.raises(NotPossible, match="Other cases are clubbed"):
        linked(sho, main, third)
    linked(sho, third, second, relation="same_transaction")


def test_only_the_officer_in_charge_of_its_station(
    land: Land, sho: Posting, io: Posting, main: Case, second: Case
) -> None:
    superintendent = land.post(Role.SP, "east", rank=Rank.SP)
    for other in (io, superintendent, land.post(Role.SHO, "mills")):
        with pytest.raises(Refused):
            linked(other, second, main)


def test_unlinking_says_when_and_why(sho: Posting, main: Case, second: Case) -> None:
    link = linked(sho, second, main)
    with pytest.raises(NotPossible, match="wants an answer"):
        go_on(sho, LINKS, link, "unlink", unlinked_at=now())
    with pytest.raises(NotPossible, match="before they were linked"):
        go_on(sho, LINKS, link, "unlink", unlinked_at=now() - DAY, unlinked_why="An error")


def test_the_report_goes_with_the_main_case(hands: Hands, main: Case) -> None:
    second = arrested_case(hands)
    draft = prepared(hands.io, second)
    link = linked(hands.sho, second, main)
    with pytest.raises(NotPossible, match="clubbed under FIR"):
        prepared(hands.io, second)
    with pytest.raises(NotPossible, match="clubbed under FIR"):
        go_on(hands.io, REPORT, draft, "submit")
    unlinked(hands.sho, link)
    go_on(hands.io, REPORT, draft, "submit")


def test_a_case_clubbed_after_its_report_was_approved_is_not_sent_either(
    hands: Hands, main: Case
) -> None:
    case = arrested_case(hands)
    report = prepared(hands.io, case)
    go_on(hands.io, REPORT, report, "submit")
    answered(hands.prosecutor, VETTING, report, opinion="fit")
    go_on(hands.sho, REPORT, report, "forward")
    answered(hands.sp, APPROVAL, report, decision="approved")
    linked(hands.sho, case, main)
    with pytest.raises(NotPossible, match="goes to court with"):
        go_on(hands.sho, REPORT, report, "transmit", transmitted_at=now())


def test_the_report_of_the_main_case_names_the_others(hands: Hands, second: Case) -> None:
    main = arrested_case(hands)
    linked(hands.sho, second, main)
    linked(
        hands.sho,
        main,
        None,
        relation="counter",
        other_number="7/2026",
        other_station="PS Mills",
    )
    report = prepared(hands.io, main)
    assert set(report.linked_cases.splitlines()) == {
        f"Clubbed with this case: FIR {told(second)}",
        "Counter case: FIR 7/2026, PS Mills",
    }


def test_row_level_security_keeps_the_cases_of_another_station(
    land: Land, sho: Posting, main: Case
) -> None:
    """What is not within reach is neither offered nor taken; both stations read the link."""
    mills = land.post(Role.SHO, "mills")
    theirs = opened(mills, mills)
    blank = CaseLink(case=main, state=main.state, office=main.office)
    with pages_own_role():
        act_for(sho)
        assert within_reach(sho, blank) == []
        with pytest.raises(NotPossible, match="within your reach"):
            linked(sho, main, theirs)
        free = {"other_number": theirs.fir.number, "other_station": "PS Mills"}
        hidden = linked(sho, main, None, relation="counter", **free)
    with pages_own_role():
        act_for(mills)
        assert not CaseLink.objects.filter(pk=hidden.pk).exists()
    linked(sho, main, theirs, relation="same_transaction")
    with pages_own_role():
        act_for(mills)
        (seen,) = links_of(by=mills, case=theirs)
        assert (seen.relation, seen.told) == ("same_transaction", told(main))
        assert not seen.opens


def test_the_database_refuses(sho: Posting, io: Posting, main: Case, second: Case) -> None:
    third = opened(sho, io)
    link = linked(sho, second, main)

    def copy(**changes: Any) -> None:
        one = CaseLink.objects.get(pk=link.pk)
        one.pk, one.serial = uuid7(), 99
        for name, value in changes.items():
            setattr(one, name, value)
        with transaction.atomic():
            one.save(force_insert=True)

    with pytest.raises(IntegrityError, match="link_clubbed_under_one"):
        copy()
    with pytest.raises(IntegrityError, match="not the FIR of its case"):
        copy(case_id=third.pk)
    of_third = {"case_id": third.pk, "fir_id": third.fir_id}
    with pytest.raises(IntegrityError, match="not clubbed itself"):
        copy(**of_third, other_fir_id=second.fir_id)
    with pytest.raises(IntegrityError, match="link_not_to_itself"):
        copy(**of_third, other_fir_id=third.fir_id)
    changed = CaseLink.objects.filter(pk=link.pk)
    with pytest.raises(IntegrityError, match="link_ended_with_day"), transaction.atomic():
        changed.update(stage="unlinked")
    assert case_of(second.fir).pk == link.case_id
