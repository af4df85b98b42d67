"""Numbers on paper that were never entered, and the system's own serials."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection

from cctns.analytics.dashboard import dashboard
from cctns.analytics.gaps import Gaps, gaps
from cctns.lib.clock import IST, now
from cctns.lib.ids import uuid7
from cctns.offices.codes import Role
from cctns.offices.models import Posting
from cctns.registers.actions import make_entry, take_step
from cctns.registers.books.ncr import NCR
from cctns.registers.books.paper import PAPER
from cctns.registers.models import Ncr
from cctns.registers.rules import NotPossible
from tests.cases.made import registered
from tests.offices.land import Land
from tests.registers.test_ncr import told


def year() -> int:
    return now().astimezone(IST).year


def in_use(by: Posting, **changes: Any) -> Any:
    details = {"register": "ncr", "paper_year": year(), "first": 1, "last": 6, **changes}
    return make_entry(by=by, book=PAPER, entry_id=uuid7(), details=details)


def from_paper(by: Posting, number: int, **changes: Any) -> Any:
    details = told(paper_number=number, paper_year=year(), **changes)
    return make_entry(by=by, book=NCR, entry_id=uuid7(), details=details)


def missing(found: Gaps) -> list[tuple[str, str, int, int]]:
    return [(one.office.name, one.register, one.first, one.last) for one in found.paper]


def test_complaint_6_a_number_never_entered_is_seen_and_entered_late(
    land: Land, sho: Posting, sp: Posting
) -> None:
    """CAG Odisha: 29 stations had 9,642 NCRs on paper that nobody ever entered."""
    in_use(sho)
    for number in (1, 2, 5):
        from_paper(sho, number)
    assert missing(gaps(by=sp, office=sp.office)) == [
        ("bazaar", "ncr", 3, 4),
        ("bazaar", "ncr", 6, 6),
    ]
    assert dashboard(by=sp, office=sp.office).missing == 3
    late = from_paper(sho, 4, happened_at=now() - timedelta(days=12, hours=1))
    found = gaps(by=sp, office=sp.office)
    assert [one[2:] for one in missing(found)] == [(3, 3), (6, 6)]
    assert late.late_days == 12
    newest = found.late[0]
    assert (newest.id, newest.paper, newest.days) == (late.pk, f"4/{year()}", 12)
    assert dashboard(by=sp, office=sp.office).missing == 2


def test_a_register_goes_on(sho: Posting) -> None:
    register = in_use(sho, last=2)
    from_paper(sho, 1)
    take_step(by=sho, book=PAPER, entry=register, step="extend", details={"last": 4})
    assert [one[2:] for one in missing(gaps(by=sho, office=sho.office))] == [(2, 4)]


def test_an_entry_made_here_is_no_number_of_the_paper(sho: Posting) -> None:
    in_use(sho, last=1)
    made = make_entry(by=sho, book=NCR, entry_id=uuid7(), details=told())
    assert made.late_days is None
    assert gaps(by=sho, office=sho.office).missing == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"paper_number": 3, "paper_year": None},
        {"paper_number": None, "paper_year": 2026},
        {"paper_number": 3, "paper_year": 26},
        {"paper_number": 3, "paper_year": 2199},
    ],
)
def test_number_and_year_go_together(sho: Posting, changes: Any) -> None:
    with pytest.raises(NotPossible, match=r"paper register|four digits"):
        make_entry(by=sho, book=NCR, entry_id=uuid7(), details=told(**changes))


def test_a_number_is_entered_once(land: Land, sho: Posting) -> None:
    from_paper(sho, 3)
    with pytest.raises(NotPossible, match="is entered"):
        from_paper(sho, 3)
    from_paper(land.post(Role.SHO, "fort"), 3)


@pytest.mark.parametrize("changes", [{"first": 5, "last": 4}, {"last": 30_000}, {"first": 0}])
def test_a_register_has_an_order(sho: Posting, changes: Any) -> None:
    with pytest.raises(NotPossible):
        in_use(sho, **changes)


def test_the_same_register_is_not_entered_twice(sho: Posting) -> None:
    in_use(sho)
    with pytest.raises(NotPossible, match="is known"):
        in_use(sho)


def test_the_system_s_own_numbers_have_no_gap(sho: Posting, duty_officer: Posting) -> None:
    for _twice in range(2):
        registered(sho)
        from_paper(sho, 1 + Ncr.objects.count())
    assert gaps(by=sho, office=sho.office).serials == []


def test_a_serial_taken_out_behind_the_pages_is_seen(sho: Posting) -> None:
    """Only the owner of the database can do that; the journal tells it too."""
    made = [from_paper(sho, number) for number in (1, 2, 3)]
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET session_replication_role = replica")
        cursor.execute("DELETE FROM registers_ncr WHERE id = %s", [made[1].pk])
        cursor.execute("SET session_replication_role = origin")
    found = gaps(by=sho, office=sho.office).serials
    assert [(one.register, one.first, one.last) for one in found] == [("ncr", 2, 2)]
