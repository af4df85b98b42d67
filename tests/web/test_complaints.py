"""Complaints at the desk: taken in once, checked first, enquired into, ended with a reason."""

from __future__ import annotations

import html
from typing import Any

import pytest
from django.urls import reverse

from cctns.lib.clock import now
from cctns.lib.ids import uuid7
from cctns.offices.codes import Role
from cctns.registers.models import Complaint

from .conftest import SignIn, Terminal, at, pages_own_role
from .html import Page


def told(**changed: Any) -> dict[str, Any]:
    answers = {
        "id": str(uuid7()),
        "text": "My bicycle was taken from the market",
        "subject": "Bicycle taken",
        "intake": "desk",
        "name": "सीता देवी",
        "sex": "female",
        "age": "४२",
        "mobile": "९८७६५ ४३२१०",
        "village": "Rampur",
        **at("received_at", now()),
    }
    return {**answers, **changed}


def take_in(terminal: Terminal, **changed: Any) -> Any:
    return terminal.post(reverse("complaint_new"), {**told(**changed), "step": "save"})


def taken(terminal: Terminal, **changed: Any) -> Complaint:
    take_in(terminal, **changed)
    return Complaint.objects.latest("id")


def test_the_answers_are_checked_before_the_complaint_is_entered(sign_in: SignIn) -> None:
    desk = sign_in(Role.DUTY_OFFICER, "bazaar")
    assert Page(desk.get(reverse("complaint_new")).content.decode()).faults == []
    answers = told()
    checked = desk.post(reverse("complaint_new"), {**answers, "step": "check"}).content.decode()
    assert "Bicycle taken" in checked
    assert Page(checked).faults == []
    assert not Complaint.objects.exists()
    again = desk.post(reverse("complaint_new"), {**answers, "step": "change"}).content.decode()
    assert "सीता देवी" in again
    assert "There is a problem" not in again


def test_a_complaint_gets_number_diary_entry_and_receipt(sign_in: SignIn) -> None:
    desk = sign_in(Role.DUTY_OFFICER, "bazaar")
    answer = take_in(desk)
    kept = Complaint.objects.get()
    assert (kept.name, kept.age, kept.mobile) == ("सीता देवी", 42, "98765 43210")
    receipt = desk.get(answer.url).content.decode()
    assert kept.number in receipt
    assert Page(receipt).faults == []
    diary = desk.get(reverse("gd_today"), follow=True).content.decode()
    assert "Complaint 1/" in diary


def test_two_clicks_take_it_in_once(sign_in: SignIn) -> None:
    desk, answers = sign_in(Role.SHO, "bazaar"), {**told(), "step": "save"}
    first = desk.post(reverse("complaint_new"), answers)
    second = desk.post(reverse("complaint_new"), answers)
    assert first.url == second.url
    assert Complaint.objects.count() == 1


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"name": ""}, "id_name"),
        ({"text": " "}, "id_text"),
        ({"subject": ""}, "id_subject"),
        ({"village": ""}, "id_village"),
        ({"age": "two"}, "id_age"),
        ({"received_at_year": "9999"}, "id_received_at_day"),
        ({"intake": "pigeon"}, "id_intake_0"),
        ({"mobile": "1" * 21}, "id_mobile"),
    ],
)
def test_what_is_wrong_stands_at_its_field(
    sign_in: SignIn, wrong: dict[str, str], field: str
) -> None:
    answer = take_in(sign_in(Role.SHO, "bazaar"), **wrong)
    page = answer.content.decode()
    assert answer.status_code == 400
    assert f'href="#{field}"' in page
    assert Page(page).faults == []
    assert not Complaint.objects.exists()


def test_the_list_finds_by_number_name_and_status(sign_in: SignIn) -> None:
    sho = sign_in(Role.SHO, "bazaar")
    first, second = taken(sho), taken(sho, name="Ram Lal", subject="Noise at night")
    listed = reverse("complaint_list")
    everything = sho.get(listed).content.decode()
    assert "Bicycle taken" in everything
    assert "Noise at night" in everything
    for query in ({"number": second.number}, {"number": "२"}, {"name": "ram"}):
        page = sho.get(listed, query).content.decode()
        assert "Noise at night" in page
        assert "Bicycle taken" not in page
        assert Page(page).faults == []
    assert "No complaint fits" in sho.get(listed, {"status": "closed"}).content.decode()
    assert "No complaint fits" in sho.get(listed, {"number": "x/y"}).content.decode()
    assert first.number != second.number


def test_the_list_goes_on_over_the_page(sign_in: SignIn, monkeypatch: Any) -> None:
    monkeypatch.setattr("cctns.registers.queries.lists.PAGE", 1)
    sho = sign_in(Role.SHO, "bazaar")
    taken(sho)
    taken(sho, subject="Noise at night")
    first = sho.get(reverse("complaint_list")).content.decode()
    assert "Bicycle taken" not in first
    more = next(link for link in Page(first).links if "before=" in link)
    assert "Bicycle taken" in sho.get(more).content.decode()


def test_from_enquiry_to_a_reasoned_outcome(sign_in: SignIn) -> None:
    sho, io = sign_in(Role.SHO, "bazaar"), sign_in(Role.IO, "bazaar")
    complaint = taken(sho)
    assign = reverse("complaint_assign", args=[complaint.pk])
    assert Page(sho.get(assign).content.decode()).faults == []
    assert sho.post(assign, {"officer": "nobody"}).status_code == 400
    sho.post(assign, {"officer": str(io.posting.officer_id)})
    assert "Bicycle taken" in io.get("/").content.decode()
    report = reverse("complaint_report", args=[complaint.pk])
    assert sho.post(report, {"report": "x"}).status_code == 400
    assert io.post(report, {"report": ""}).status_code == 400
    assert Page(io.get(report).content.decode()).faults == []
    io.post(report, {"report": "It stood behind the shop"})
    dispose = reverse("complaint_dispose", args=[complaint.pk])
    assert Page(sho.get(dispose).content.decode()).faults == []
    bare = sho.post(dispose, {"outcome": "civil", "reason": ""})
    assert (bare.status_code, 'href="#id_reason"' in bare.content.decode()) == (400, True)
    early = sho.post(dispose, {"outcome": "fir", "reason": "theft"})
    assert (early.status_code, 'href="#id_outcome_0"' in early.content.decode()) == (400, True)
    done = sho.post(dispose, {"outcome": "settled", "reason": "The bicycle was found"})
    page = sho.get(done.url).content.decode()
    assert "The bicycle was found" in page
    assert "It stood behind the shop" in page
    assert "Record the outcome" not in page
    assert Page(page).faults == []
    assert "Bicycle taken" not in io.get("/").content.decode()
    assert sho.post(dispose, {"outcome": "civil", "reason": "again"}).status_code == 400


def test_who_may_not(sign_in: SignIn) -> None:
    complaint = taken(sign_in(Role.SHO, "bazaar"))
    page = reverse("complaint_page", args=[complaint.pk])
    io = sign_in(Role.IO, "bazaar")
    assert io.get(page).status_code == 200
    assert io.get(reverse("complaint_assign", args=[complaint.pk])).status_code == 403
    assert io.post(reverse("complaint_dispose", args=[complaint.pk])).status_code == 403
    assert sign_in(Role.SDPO, "circle").get(page).status_code == 200
    assert sign_in(Role.SHO, "fort").get(page).status_code in (403, 404)
    assert sign_in(Role.CONSTABLE, "bazaar").get(reverse("complaint_list")).status_code == 403
    assert sign_in(Role.NODE_ADMIN, "hq").get(page).status_code in (403, 404)
    assert io.get(reverse("complaint_page", args=[uuid7()])).status_code == 404


def test_what_is_missing_is_said_before_the_answers_are_read_back(sign_in: SignIn) -> None:
    desk = sign_in(Role.SHO, "bazaar")
    empty = {**told(text="", subject="", name="", village=""), "age": "abc", "step": "check"}
    answer = desk.post(reverse("complaint_new"), empty)
    page = html.unescape(answer.content.decode())
    assert answer.status_code == 400
    for message in (
        "Write down the complaint",
        "Say in a few words what it is about",
        "Enter the complainant's name",
        "Enter the complainant's address",
        "Enter a whole number",
    ):
        assert message in page
    assert Page(answer.content.decode()).faults == []


@pytest.mark.parametrize("language", ["en", "hi"])
def test_complaint_29_at_the_desks_of_station_and_circle(sign_in: SignIn, language: str) -> None:
    """Settled: the circle asks the petitioner, who objects; the station takes it up again."""
    sho, sdpo = sign_in(Role.SHO, "bazaar"), sign_in(Role.SDPO, "circle")
    complaint = taken(sho)
    page = reverse("complaint_page", args=[complaint.pk])
    sho.post(
        reverse("complaint_dispose", args=[complaint.pk]),
        {"outcome": "settled", "reason": "They came to terms"},
    )
    ask = f"{reverse('book_new', args=['complaint_review'])}?to={complaint.pk}"
    reply = f"{reverse('book_new', args=['reply'])}?to={complaint.pk}"
    with pages_own_role():
        assert page in sdpo.get("/").content.decode()
        assert ask in sdpo.get(page).content.decode()
        assert ask not in sho.get(page).content.decode()
        form = sdpo.get(ask, headers={"accept-language": language})
        assert Page(form.content.decode()).faults == []
        letter = sho.get(reply, headers={"accept-language": language}).content.decode()
        assert "They came to terms" in letter
        answers = {
            "id": str(uuid7()),
            "do": "save",
            "complaint": str(complaint.pk),
            "contact": "met",
            "said": "I never agreed",
            "decision": "reopened",
            "reason": "He objects",
            **at("happened_at", now()),
        }
        assert sdpo.post(ask, answers).status_code == 302
        told = sho.get(page).content.decode()
        assert Page(told).faults == []
        assert "I never agreed" in told
        reopen = reverse("complaint_reopen", args=[complaint.pk])
        assert reopen in told
        assert sho.post(reopen).status_code == 302
    assert Complaint.objects.get(pk=complaint.pk).outcome == ""
