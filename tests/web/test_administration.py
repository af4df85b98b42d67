"""Administration of offices, postings and logins, page by page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from cctns.offices.codes import OfficeKind, Role
from cctns.offices.models import Leave, Office, Officer, Posting, Supervision
from tests.offices.land import Land

from .conftest import SignIn, Terminal, on
from .html import Page

Days = Callable[[int], date]


@pytest.fixture
def admin(sign_in: SignIn) -> Terminal:
    return sign_in(Role.NODE_ADMIN, "hq")


def shown(terminal: Terminal, name: str, *args: object, **query: object) -> str:
    """The page's text; it is whole, and there."""
    answer = terminal.get(reverse(name, args=args), query)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert Page(page).faults == []
    return page


def main(page: str) -> str:
    return page.split("<main")[1]


def test_offices_are_found_by_name_or_code(admin: Terminal) -> None:
    everything = main(shown(admin, "office_list"))
    assert "bazaar</a>" in everything
    assert "fort</a>" in everything
    found = main(shown(admin, "office_list", words="BAZAAR"))
    assert "bazaar</a>" in found
    assert "fort</a>" not in found
    assert "No office" in main(shown(admin, "office_list", words="nowhere"))


def test_a_district_s_administrator_sees_the_district_only(sign_in: SignIn, land: Land) -> None:
    west = sign_in(Role.NODE_ADMIN, "west")
    assert "bazaar</a>" not in main(shown(west, "office_list"))
    assert west.get(reverse("office_page", args=[land["bazaar"].pk])).status_code == 403
    assert shown(west, "office_page", land["mills"].pk)


def test_an_office_is_opened_renamed_moved_and_closed(
    admin: Terminal, land: Land, in_days: Days
) -> None:
    shown(admin, "office_open", land["circle"].pk)
    told = {"name": "Ghat", "name_hi": "घाट", "kind": "police_station", "code": "९९०१००९"}
    told |= {"gd_reset": "daily", **on("opened_on", in_days(0))}
    answer = admin.post(reverse("office_open", args=[land["circle"].pk]), told)
    office = Office.objects.get(name="Ghat")
    assert answer.url == reverse("office_page", args=[office.pk])
    assert office.code == "9901009"
    page = main(shown(admin, "office_page", office.pk))
    assert "घाट" in page
    shown(admin, "office_rename", office.pk)
    admin.post(
        reverse("office_rename", args=[office.pk]),
        {"name": "Ghat Road", "name_hi": "घाट", "gd_reset": "yearly"},
    )
    assert Office.objects.get(pk=office.pk).name == "Ghat Road"
    shown(admin, "office_move", office.pk)
    moved = {"supervisor": "sub", **on("from_date", in_days(1))}
    admin.post(reverse("office_move", args=[office.pk]), moved)
    assert Supervision.objects.get(office=office, to_date=None).supervisor == land["sub"]
    shown(admin, "office_close", office.pk)
    admin.post(reverse("office_close", args=[office.pk]), on("on", in_days(1)))
    assert Office.objects.get(pk=office.pk).closed_on == in_days(1)
    assert "Open an office" not in main(shown(admin, "office_page", office.pk))


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"name": ""}, "id_name"),
        ({"code": "BAZAAR"}, "id_code"),
        ({"kind": "court"}, "id_kind"),
        ({"opened_on_day": "32"}, "id_opened_on_day"),
    ],
)
def test_an_office_that_cannot_be_opened(
    admin: Terminal, land: Land, in_days: Days, wrong: dict[str, str], field: str
) -> None:
    told = {"name": "Ghat", "kind": "police_station", "code": "G1", "gd_reset": "daily"}
    told |= {**on("opened_on", in_days(0)), **wrong}
    answer = admin.post(reverse("office_open", args=[land["circle"].pk]), told)
    page = answer.content.decode()
    assert answer.status_code == 400
    assert f'href="#{field}"' in page
    assert Page(page).faults == []


def test_a_problem_without_a_field_stands_over_the_form(
    admin: Terminal, land: Land, in_days: Days
) -> None:
    answer = admin.post(reverse("office_close", args=[land["circle"].pk]), on("on", in_days(0)))
    assert answer.status_code == 400
    assert "Other offices still stand under this one" in answer.content.decode()
    missing = {"supervisor": "nowhere", **on("from_date", in_days(0))}
    answer = admin.post(reverse("office_move", args=[land["bazaar"].pk]), missing)
    assert "No office of this State has this code" in answer.content.decode()


def test_a_court_is_opened_under_nobody(admin: Terminal, land: Land, in_days: Days) -> None:
    clerk = land.post(Role.COURT, "court").officer
    shown(admin, "office_open_partner")
    told = {"name": "Sessions", "kind": "court", "code": "C9", "administrator": "nobody"}
    told |= on("opened_on", in_days(0))
    assert admin.post(reverse("office_open_partner"), told).status_code == 400
    answer = admin.post(reverse("office_open_partner"), {**told, "administrator": clerk.username})
    assert answer.status_code == 302
    assert not Supervision.objects.filter(office__code="C9").exists()


def test_the_tree_is_checked(admin: Terminal, land: Land) -> None:
    assert "All is well" in shown(admin, "office_check")
    land.open("lonely", OfficeKind.STATION)
    page = main(shown(admin, "office_check"))
    assert "lonely" in page
    assert "0 reach headquarters" in page


def test_an_officer_is_enrolled_gets_a_password_once_and_is_posted_on(
    admin: Terminal, land: Land, in_days: Days
) -> None:
    shown(admin, "staff_enrol", land["bazaar"].pk)
    told = {"username": "PIS१२३४", "name": "Asha Rao", "name_hi": "आशा राव", "rank": "SI"}
    told |= {"role": "io", **on("from_date", in_days(0))}
    admin.post(reverse("staff_enrol", args=[land["bazaar"].pk]), told)
    posting = Posting.objects.get(officer__username="PIS1234")
    shown(admin, "staff_page", posting.pk)
    shown(admin, "staff_login_reset", posting.pk)
    given = admin.post(reverse("staff_login_reset", args=[posting.pk])).content.decode()
    password = given.split('class="cctns-secret">')[1].split("<")[0]
    assert Officer.objects.get(username="PIS1234").check_password(password)
    assert password not in shown(admin, "staff_page", posting.pk)
    shown(admin, "staff_post", land["fort"].pk)
    post = {"officer": "PIS1234", "role": "io", **on("from_date", in_days(1))}
    admin.post(reverse("staff_post", args=[land["fort"].pk]), post)
    assert Posting.objects.filter(officer=posting.officer, office=land["fort"]).exists()
    shown(admin, "staff_end", posting.pk)
    admin.post(reverse("staff_end", args=[posting.pk]), on("on", in_days(1)))
    assert Posting.objects.get(pk=posting.pk).to_date == in_days(1)


def test_nobody_is_posted_whom_nobody_knows(admin: Terminal, land: Land, in_days: Days) -> None:
    post = {"officer": "PIS-NOBODY", "role": "io", **on("from_date", in_days(1))}
    answer = admin.post(reverse("staff_post", args=[land["fort"].pk]), post)
    assert answer.status_code == 400
    assert "No officer has this police number" in answer.content.decode()


def test_leave_is_granted_and_ended(sign_in: SignIn, in_days: Days) -> None:
    sho, io = sign_in(Role.SHO, "bazaar"), sign_in(Role.IO, "bazaar")
    assert str(io.posting.officer.name) in shown(sho, "staff_list")
    grant = reverse("staff_leave", args=[io.posting.pk])
    shown(sho, "staff_leave", io.posting.pk)
    told = {"kind": "leave", **on("from_date", in_days(0)), **on("to_date", in_days(3))}
    wrong = {**told, **on("to_date", in_days(-1))}
    assert sho.post(grant, wrong).status_code == 400
    sho.post(grant, told)
    leave = Leave.objects.get(officer=io.posting.officer)
    assert "Away" in shown(sho, "staff_list")
    assert io.get("/").url.startswith("/account/login/")
    end = reverse("staff_leave_end", args=[io.posting.pk, leave.pk])
    shown(sho, "staff_leave_end", io.posting.pk, leave.pk)
    sho.post(end, on("back_on", in_days(0)))
    assert "Away" not in shown(sho, "staff_list")
    suspend = {**told, "kind": "suspension"}
    assert sho.post(grant, suspend).status_code == 403


def test_a_superintendent_finds_the_staff_of_a_station_by_its_code(sign_in: SignIn) -> None:
    io, sp = sign_in(Role.IO, "bazaar"), sign_in(Role.SP, "east")
    assert io.posting.officer.name in shown(sp, "staff_list", code="bazaar")
    assert "No office of this State" in shown(sp, "staff_list", code="nowhere")
    assert sp.get(reverse("staff_list"), {"code": "mills"}).status_code == 403


def test_an_account_is_closed_and_terminals_are_allowed(admin: Terminal, land: Land) -> None:
    posting = land.post(Role.IO, "bazaar")
    shown(admin, "staff_login_many", posting.pk)
    admin.post(reverse("staff_login_many", args=[posting.pk]))
    assert Officer.objects.get(pk=posting.officer_id).many_sessions
    assert "One terminal only" in shown(admin, "staff_login_many", posting.pk)
    shown(admin, "staff_login_close", posting.pk)
    admin.post(reverse("staff_login_close", args=[posting.pk]))
    assert not Officer.objects.get(pk=posting.officer_id).is_active


def test_nobody_administers_without_being_posted_for_it(sign_in: SignIn, land: Land) -> None:
    io, sho = land.post(Role.IO, "bazaar"), sign_in(Role.SHO, "bazaar")
    for name in ("staff_login_reset", "staff_login_close", "staff_login_many"):
        assert sho.get(reverse(name, args=[io.pk])).status_code == 403
        assert sho.post(reverse(name, args=[io.pk])).status_code == 403
    for name in ("office_list", "office_check", "office_open_partner"):
        assert sho.get(reverse(name)).status_code == 403
    for name in ("office_open", "office_rename", "office_move", "office_close", "staff_enrol"):
        assert sho.get(reverse(name, args=[land["bazaar"].pk])).status_code == 403


def test_the_administrator_cannot_reset_their_own_login(admin: Terminal) -> None:
    answer: Any = admin.post(reverse("staff_login_reset", args=[admin.posting.pk]))
    assert answer.status_code == 400
    assert "Nobody does this for themselves" in answer.content.decode()
