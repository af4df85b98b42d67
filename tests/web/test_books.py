"""Registers at the desk: every one of them lists, asks, checks, enters, goes on and prints."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from cctns.lib.clock import now
from cctns.lib.ids import uuid7
from cctns.offices.codes import Role
from cctns.offices.matrix import MATRIX
from cctns.registers import book as books
from cctns.registers.book import Book
from cctns.registers.models import Meal, Ncr
from tests.documents.reading import text
from tests.registers.test_keeping import admitted

from .conftest import SignIn, Terminal, at
from .html import Answers, Page

OF_STATION = [one for one in books.all_books() if not one.of_case]


def told(**changed: Any) -> dict[str, Any]:
    answers = {
        "id": str(uuid7()),
        "substance": "He abused me before my shop",
        "offence": "BNS 352",
        "place": "Main bazaar",
        "name": "सीता देवी",
        "sex": "female",
        "age": "४२",
        "village": "Rampur",
        **at("happened_at", now()),
    }
    return {**answers, **changed}


def entered(terminal: Terminal, **changed: Any) -> Ncr:
    answer = terminal.post(reverse("book_new", args=["ncr"]), {**told(**changed), "do": "save"})
    assert answer.status_code == 302, answer.content.decode()
    return Ncr.objects.latest("id")


def test_answers_are_checked_before_they_are_entered(sign_in: SignIn) -> None:
    desk, new = sign_in(Role.DUTY_OFFICER, "bazaar"), reverse("book_new", args=["ncr"])
    answers = told()
    checked = desk.post(new, {**answers, "do": "check"}).content.decode()
    assert "Check the answers" in checked
    assert "BNS 352" in checked
    assert Page(checked).faults == []
    again = desk.post(new, {**answers, "do": "change"}).content.decode()
    assert "सीता देवी" in again
    assert not Ncr.objects.exists()


def test_what_is_missing_stands_at_its_field(sign_in: SignIn) -> None:
    desk = sign_in(Role.DUTY_OFFICER, "bazaar")
    answer = desk.post(reverse("book_new", args=["ncr"]), {**told(offence=""), "do": "check"})
    assert answer.status_code == 400
    page = answer.content.decode()
    assert "“Sections” wants an answer" in page
    assert Page(page).faults == []


def test_two_clicks_enter_it_once(sign_in: SignIn) -> None:
    desk, answers = sign_in(Role.SHO, "bazaar"), {**told(), "do": "save"}
    first = desk.post(reverse("book_new", args=["ncr"]), answers)
    second = desk.post(reverse("book_new", args=["ncr"]), answers)
    assert first.url == second.url
    assert Ncr.objects.count() == 1


def test_the_next_step_is_offered_and_taken(sign_in: SignIn) -> None:
    desk = sign_in(Role.SHO, "bazaar")
    report = entered(desk)
    page = desk.get(reverse("book_entry", args=["ncr", report.pk])).content.decode()
    step = reverse("book_step", args=["ncr", report.pk, "refer"])
    assert step in page
    assert Page(page).faults == []
    assert Page(desk.get(step).content.decode()).faults == []
    sent = {"version": "1", "court_name": "JMFC", **at("referred_at", now())}
    assert desk.post(step, sent).status_code == 302
    report.refresh_from_db()
    assert (report.stage, report.court_name) == ("referred", "JMFC")


def test_an_old_window_is_told_that_the_entry_changed(sign_in: SignIn) -> None:
    desk = sign_in(Role.SHO, "bazaar")
    report = entered(desk)
    close = reverse("book_step", args=["ncr", report.pk, "close"])
    assert desk.post(close, {"version": "7", "end_reason": "x"}).status_code == 409


@pytest.mark.parametrize("language", ["en", "hi"])
def test_its_papers_are_printed(sign_in: SignIn, language: str) -> None:
    desk = sign_in(Role.SHO, "bazaar")
    report = entered(desk)
    for paper in ("report", "referral"):
        address = reverse("book_paper", args=["ncr", report.pk, paper])
        pdf = desk.get(address, {"lang": language})
        assert pdf.status_code == 200
        assert report.number in text(pdf.content)


def test_a_register_or_paper_or_step_that_does_not_exist(sign_in: SignIn) -> None:
    desk = sign_in(Role.SHO, "bazaar")
    report = entered(desk)
    for address in (
        reverse("book_list", args=["nothing"]),
        reverse("book_step", args=["ncr", report.pk, "nothing"]),
        reverse("book_paper", args=["ncr", report.pk, "nothing"]),
        reverse("book_entry", args=["ncr", uuid7()]),
    ):
        assert desk.get(address).status_code == 404, address


@pytest.mark.parametrize("book", OF_STATION, ids=lambda one: one.name)
def test_every_register_lists_and_asks(sign_in: SignIn, book: Book) -> None:
    at_station = Role.SHO in MATRIX[book.enter.act]
    desk = sign_in(Role.SHO, "bazaar") if at_station else sign_in(Role.SDPO, "sub")
    listed = desk.get(reverse("book_list", args=[book.name]), {"number": "१/2026", "before": "x"})
    assert listed.status_code == 200
    assert Page(listed.content.decode()).faults == []
    new = reverse("book_new", args=[book.name])
    assert Page(desk.get(new).content.decode()).faults == []
    empty = desk.post(new, {"id": str(uuid7()), "do": "check"})
    assert empty.status_code == 400
    assert Page(empty.content.decode()).faults == []


def test_a_list_that_grows_asks_for_new_lines_only(sign_in: SignIn) -> None:
    desk = sign_in(Role.DUTY_OFFICER, "bazaar")
    held = admitted(desk.posting)
    feed = reverse("book_step", args=["lockup", held.pk, "feed"])
    for what in ("Bread", "Rice"):
        asked = Answers(desk.get(feed).content.decode()).sent
        meal = {"meals-0-what": what, "meals-0-given_by": "Const. 4", **at("meals-0-at", now())}
        assert desk.post(feed, {**asked, **meal}).status_code == 302
    assert [one.what for one in Meal.objects.order_by("ordinal")] == ["Bread", "Rice"]


def test_a_court_sees_no_register(sign_in: SignIn) -> None:
    court = sign_in(Role.COURT, "court")
    assert court.get(reverse("book_list", args=["ncr"])).status_code == 403
