"""A lesson is walked through the real actions; what is done is what the journal says."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from cctns.cases.actions import dispatch_to_court, give_free_copy
from cctns.cases.books.arrest import ARREST
from cctns.lib.clock import now
from cctns.offices import access
from cctns.offices.models import Officer, Posting
from cctns.offices.rules import NotPossible
from cctns.practice import sandbox
from cctns.practice.lessons import lesson
from cctns.practice.progress import Standing, own_progress, staff_progress
from cctns.registers.actions import write_diary_entry
from cctns.registers.codes import GdKind
from tests.cases.investigating import arrest_of, go_on, opened
from tests.web.test_query_counts import MOST, questions

from .conftest import PASSWORD, joined

pytestmark = pytest.mark.usefixtures("station")


def posting(officer: Officer) -> Posting:
    return Posting.objects.current(access.today()).get(officer=officer)


def begin(officer: Officer, name: str) -> Posting:
    return sandbox.begin_lesson(by=posting(officer), lesson=lesson(name))


def standing(officer: Officer, name: str) -> Standing:
    found = own_progress(by=posting(officer)).standings
    return next(one for one in found if one.lesson.id == name)


def patrol(by: Posting) -> None:
    write_diary_entry(by=by, kind=GdKind.PATROL_OUT, text="Patrol to the ghat", occurred_at=now())


def test_an_fir_and_an_arrest_are_walked_step_by_step() -> None:
    officer = joined()
    assert standing(officer, "register-an-fir").next_step is None
    sho = begin(officer, "register-an-fir")
    case = opened(sho, sho)
    assert standing(officer, "register-an-fir").done == (True, False, False)
    give_free_copy(by=sho, case=case, to="Sita Devi")
    dispatch_to_court(by=sho, case=case, court_name="JMFC")
    assert standing(officer, "register-an-fir").finished
    io = begin(officer, "arrest")
    assert io.role == "io"
    arrest = arrest_of(io, case)
    after = standing(officer, "arrest")
    assert after.done == (True, False, False, False)
    assert after.next_step == after.lesson.steps[1]
    go_on(io, ARREST, arrest, "inform", relative_told="His brother", relative_told_at=now())
    assert standing(officer, "arrest").done == (True, True, False, False)


def test_what_was_done_before_counts_not_and_begin_again_starts_anew() -> None:
    officer = joined()
    patrol(begin(officer, "register-an-fir"))
    desk = begin(officer, "station-desk")
    assert standing(officer, "station-desk").done == (False, False, False)
    patrol(desk)
    assert standing(officer, "station-desk").done == (True, False, False)
    begin(officer, "station-desk")
    assert standing(officer, "station-desk").done == (False, False, False)


def test_what_another_officer_does_proves_nothing() -> None:
    one, other = joined("UP1"), joined("UP2")
    begin(one, "station-desk")
    patrol(begin(other, "station-desk"))
    assert standing(one, "station-desk").done == (False, False, False)


def test_the_officer_in_charge_sees_how_each_comes_on_and_a_desk_does_not() -> None:
    officer = joined()
    desk = begin(officer, "station-desk")
    patrol(desk)
    in_charge = Posting.objects.get(officer__username="sho.kotwali")
    ((who, standings),) = staff_progress(by=in_charge)
    assert who == officer
    assert {one.lesson.id: sum(one.done) for one in standings}["station-desk"] == 1
    with pytest.raises(access.Refused):
        staff_progress(by=desk)


def test_invented_staff_keep_their_role() -> None:
    in_charge = Posting.objects.get(officer__username="sho.kotwali")
    with pytest.raises(NotPossible):
        sandbox.begin_lesson(by=in_charge, lesson=lesson("arrest"))
    assert Posting.objects.current(access.today()).filter(pk=in_charge.pk).exists()


def test_a_number_joins_once() -> None:
    joined("UP1")
    with pytest.raises(NotPossible):
        joined("up1")


def test_a_real_node_has_no_lessons(settings: Any) -> None:
    officer = joined()
    settings.PRACTICE = False
    with pytest.raises(NotPossible):
        begin(officer, "arrest")
    with pytest.raises(NotPossible):
        joined("UP2")
    browser = Client()
    browser.force_login(officer)
    page = browser.get(reverse("lessons")).content.decode()
    assert settings.PRACTICE_URL in page
    assert "Practice: nothing here is real" not in page
    assert reverse("lesson_begin", args=["arrest"]) not in page
    assert browser.post(reverse("lesson_begin", args=["arrest"])).status_code == 404
    assert browser.get(reverse("practice_progress")).status_code == 404
    assert Client().get(reverse("practice_join")).status_code == 404


def test_an_officer_joins_signs_in_and_begins_at_a_browser() -> None:
    browser = Client()
    told = {"number": "UP77", "name": "Meera", "rank": "SI", "password": PASSWORD}
    assert reverse("practice_join") in browser.get(reverse("account_login")).content.decode()
    assert browser.post(reverse("practice_join"), {**told, "password": "x"}).status_code == 400
    assert browser.post(reverse("practice_join"), told).status_code == 302
    browser.post(reverse("account_login"), {"login": "UP77", "password": PASSWORD})
    page = browser.get(reverse("lessons")).content.decode()
    assert "Practice: nothing here is real" in page
    assert browser.post(reverse("lesson_begin", args=["station-desk"])).status_code == 302
    page = browser.get(reverse("lessons")).content.decode()
    assert reverse("gd_new") in page
    assert "0 of 3 steps done" in page
    browser.post(reverse("set_language"), {"language": "hi"})
    page = browser.get(reverse("lessons")).content.decode()
    assert "अभ्यास: यहाँ कुछ भी वास्तविक नहीं है" in page
    assert str(lesson("arrest").title.hi) in page


def test_lessons_and_progress_ask_as_often_when_full() -> None:
    officer = joined()
    browser: Any = Client()
    begin(officer, "register-an-fir")
    browser.force_login(officer)
    paths = [reverse("lessons"), reverse("practice_progress")]
    before = [questions(browser, path) for path in paths]
    for number in ("UP8", "UP9"):
        begin(joined(number), "register-an-fir")
    sho = posting(officer)
    opened(sho, sho)
    patrol(sho)
    assert [questions(browser, path) for path in paths] == before
    assert max(before) <= MOST
