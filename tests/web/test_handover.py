"""Complaint 54: what an investigating officer knew is lost with the transfer."""

from __future__ import annotations

from datetime import timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cctns.cases.books.diary import DIARY
from cctns.lib.clock import now
from cctns.offices.access import today
from cctns.offices.codes import Role
from tests.cases.investigating import arrest_of, opened, write

from .conftest import SignIn, Terminal, pages_own_role
from .html import Page


def pack(desk: Terminal, number: str) -> str:
    answer = desk.get(reverse("handover", args=[number]))
    assert answer.status_code == 200
    page = answer.content.decode()
    assert Page(page).faults == []
    return page


def test_complaint_54_the_pack_tells_what_is_known_and_due(sign_in: SignIn) -> None:
    io, sho = sign_in(Role.IO, "bazaar"), sign_in(Role.SHO, "bazaar")
    case = opened(sho.posting, io.posting)
    arrest_of(io.posting, case)
    write(
        io.posting,
        DIARY,
        case,
        day=today(),
        began_at=now() - timedelta(minutes=1),
        closed_at=now(),
        circumstances="Sketch drawn",
        next_steps="Ask for the call records",
    )
    with pages_own_role():
        page = pack(sho, io.posting.officer.username)
        assert pack(io, io.posting.officer.username).count(case.fir.number) >= 1
    for told in (case.fir.number, "BNS 304(2)", "Vikram", "Ask for the call records"):
        assert told in page


def test_it_asks_as_often_for_many_cases_as_for_one(sign_in: SignIn) -> None:
    io, sho = sign_in(Role.IO, "bazaar"), sign_in(Role.SHO, "bazaar")
    number = io.posting.officer.username
    asked = []
    for _more in range(3):
        arrest_of(io.posting, opened(sho.posting, io.posting))
        pack(sho, number)
        with CaptureQueriesContext(connection) as queries:
            pack(sho, number)
        asked.append(len(queries))
    assert asked[0] == asked[-1] <= 15


def test_it_is_for_the_officer_and_whoever_names_officers(sign_in: SignIn) -> None:
    io, sho = sign_in(Role.IO, "bazaar"), sign_in(Role.SHO, "bazaar")
    duty, other = sign_in(Role.DUTY_OFFICER, "bazaar"), sign_in(Role.SHO, "fort")
    number = io.posting.officer.username
    assert sho.get(reverse("handover_choose")).status_code == 200
    assert duty.get(reverse("handover", args=[number])).status_code == 403
    assert other.get(reverse("handover", args=[number])).status_code == 404


def test_an_officer_whose_number_has_a_dot_sees_the_worklist(sign_in: SignIn) -> None:
    """The demo's officers are named so; their worklist leads to their own pack."""
    io = sign_in(Role.IO, "bazaar")
    officer = io.posting.officer
    officer.username = "io.bazaar"
    officer.save(update_fields=["username"])
    home = io.get(reverse("home"))
    assert home.status_code == 200
    own = reverse("handover", args=["io.bazaar"])
    assert own in home.content.decode()
    assert io.get(own).status_code == 200
