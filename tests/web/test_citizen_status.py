"""`/status`: an informant asks where a complaint or case stands; nobody else learns anything."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from cctns.cases.actions import give_free_copy, mark_sensitive
from cctns.citizen.models import Asked
from cctns.citizen.services import SERVICES, given
from cctns.offices.access import Refused, today
from cctns.offices.codes import Rank, Role
from cctns.offices.models import District, Office, Posting
from cctns.registers.actions import receive_complaint
from cctns.registers.models import Complaint
from tests.cases.made import case_of, complainant, registered
from tests.offices.land import Land
from tests.registers.test_ncr import recorded as ncr
from tests.registers.test_property import found as property_of
from tests.registers.test_registers import told

from .conftest import pages_own_role
from .html import Page

MOBILE = "98765 43210"


@pytest.fixture
def sho(land: Land) -> Posting:
    district = District.objects.create(code=990, state=land.state, name="Testpur")
    Office.objects.filter(pk=land["bazaar"].pk).update(district=district)
    land["bazaar"].refresh_from_db()
    return land.post(Role.SHO, "bazaar")


def received(by: Posting) -> Complaint:
    return receive_complaint(by=by, details=told(mobile=MOBILE))


def ask(of: Any, **changes: Any) -> Any:
    """The page's answer, under the rights of an installation's pages."""
    office = of.office
    asked = {"what": "complaint", "station": str(office.pk), "serial": of.serial, "year": of.year}
    asked |= {"mobile": MOBILE, **changes}
    with pages_own_role():
        address = f"{reverse('citizen_status')}?district={office.district_id}"
        return Client().post(address, asked)


def said(answer: Any) -> str:
    text: str = answer.content.decode()
    assert Page(text).faults == []
    return text


NOTHING = "Nothing can be told here"


def test_the_complainant_reads_where_it_stands(sho: Posting) -> None:
    complaint = received(sho)
    page = said(ask(complaint, mobile="+91 ९८७६५ ४३२१०"))
    assert complaint.number in page
    assert "Received" in page
    assert complaint.name not in page


def test_the_informant_of_an_fir_reads_where_it_stands(sho: Posting) -> None:
    page = said(ask(registered(sho), what="fir"))
    assert "Under investigation" in page
    assert sho.officer.name in page


@pytest.mark.parametrize(
    "changes", [{"mobile": "9876543211"}, {"serial": 9999}, {"year": 1999}, {"what": "fir"}]
)
def test_whoever_does_not_know_learns_nothing(sho: Posting, changes: dict[str, Any]) -> None:
    """The same words, whether the number does not exist or the telephone is another."""
    complaint = received(sho)
    page = said(ask(complaint, **changes))
    assert NOTHING in page
    assert complaint.subject not in page


def test_complaint_7_a_withheld_case_is_told_to_nobody_here(land: Land, sho: Posting) -> None:
    secret = registered(sho, offences=[{"act": "BNS", "number": "64(1)"}])
    assert NOTHING in said(ask(secret, what="fir"))
    open_one = registered(sho)
    assert NOTHING not in said(ask(open_one, what="fir"))
    above = land.post(Role.SDPO, "circle", rank=Rank.DYSP)
    mark_sensitive(by=above, case=case_of(open_one), sensitive=True, reason="Terror angle")
    assert NOTHING in said(ask(open_one, what="fir"))


def test_the_telephone_of_an_accused_opens_nothing(sho: Posting) -> None:
    persons = [complainant(), {"role": "accused", "name": "Vikram", "knowledge": "known",
                               "mobile": "9000000001"}]  # fmt: skip
    fir = registered(sho, persons=persons)
    assert NOTHING in said(ask(fir, what="fir", mobile="9000000001"))


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"mobile": "12345"}, "ten digits"),
        ({"mobile": ""}, "Enter your telephone number"),
        ({"serial": "x"}, "whole number"),
        ({"serial": str(10**12)}, "less than or equal"),
        ({"station": ""}, "Choose a police station"),
        ({"station": "no"}, "Choose a police station"),
        ({"what": "all"}, "valid choice"),
    ],
)
def test_wrong_answers_say_what_is_wrong(sho: Posting, changes: dict[str, Any], words: str) -> None:
    answer = ask(received(sho), **changes)
    assert answer.status_code == 400
    assert words in said(answer)


@pytest.mark.usefixtures("one_minute")
def test_one_address_asks_ten_times_a_minute(sho: Posting) -> None:
    complaint = received(sho)
    codes = [ask(complaint, mobile="9876543211").status_code for _ in range(11)]
    assert codes == [200] * 10 + [429]


def test_the_pages_role_reads_no_register_by_itself(sho: Posting) -> None:
    """The functions answer for one row; beside them there is nothing."""
    received(sho)
    with pages_own_role(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL cctns.office = ''")
        cursor.execute("SELECT count(*) FROM registers_complaint")
        assert cursor.fetchone() == (0,)


def test_complaint_16_every_service_given_is_counted(land: Land, sho: Posting) -> None:
    """CAG Assam: few services to citizens, poorly used, and nobody could say how often."""
    complaint, fir = received(sho), registered(sho)
    give_free_copy(by=sho, case=case_of(fir), to="Sunita Devi")
    ncr(sho)
    property_of(sho, kind="lost", kept_at="")
    ask(complaint)
    ask(complaint, mobile="9876543211")
    sp = land.post(Role.SP, "east", rank=Rank.SP)
    found = given(by=sp, office=sp.office, since=today(), until=today())
    once = {"complaint", "fir", "copy", "ncr", "lost"}
    assert {one.name: one.given for one in found.counts} == {
        one.name: int(one.name in once) for one in SERVICES
    }
    assert (found.asked, found.answered) == (2, 1)
    assert [(office.pk, count) for office, count in found.by_station] == [(sho.office_id, 5)]
    assert Asked.objects.get().on == today()


def test_services_of_others_are_not_counted_for_one(land: Land, sho: Posting) -> None:
    received(sho)
    other = land.post(Role.SHO, "fort")
    with pytest.raises(Refused):
        given(by=other, office=sho.office, since=today(), until=today())
    found = given(by=other, office=other.office, since=today(), until=today())
    assert not any(one.given for one in found.counts)
    month = today() - timedelta(days=30)
    before = given(by=sho, office=sho.office, since=month, until=today() - timedelta(days=1))
    assert not any(one.given for one in before.counts)


def test_the_page_of_services_says_what_is_not_there(sho: Posting) -> None:
    received(sho)
    terminal = Client()
    terminal.force_login(sho.officer)
    page = said(terminal.get(reverse("figures_services", args=[sho.office_id])))
    assert "Complaint received, with receipt" in page
    assert "Character certificate" in page
