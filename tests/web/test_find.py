"""Finding FIRs: each part of the question, what an empty answer says, and taking a list away."""

from __future__ import annotations

import csv
import io
from datetime import timedelta

import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from cctns.cases import queries
from cctns.cases.actions import export
from cctns.cases.models import Export, Fir
from cctns.lib.clock import now
from cctns.offices.codes import Role

from .conftest import SignIn, Terminal
from .test_case_pages import is_a_question
from .wizard import error_texts, faults, registered

FIND, EXPORT = reverse("find"), reverse("find_export")


@pytest.fixture
def sho(sign_in: SignIn) -> Terminal:
    return sign_in(Role.SHO, "bazaar")


@pytest.fixture
def fir(sho: Terminal) -> Fir:
    return registered(sho)


def found(terminal: Terminal, fir: Fir, **asked: str) -> bool:
    answer = terminal.get(FIND, asked)
    assert answer.status_code == 200, error_texts(answer)
    assert faults(answer) == []
    return reverse("case", args=[fir.pk]) in answer.content.decode()


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, True),
        ({"number": "1"}, True),
        ({"number": "१"}, True),
        ({"number": "0001"}, True),
        ({"number": "2"}, False),
        ({"number": "'; DROP TABLE cases_fir; --"}, False),
        ({"name": "sita"}, True),
        ({"name": "Sita Devi", "exact": "yes"}, True),
        ({"name": "Sita", "exact": "yes"}, False),
        ({"name": "Devi"}, False),
        ({"act": "BNS", "section": "303(2)"}, True),
        ({"act": "IPC", "section": "379"}, False),
        ({"station": "bazaar"}, True),
        ({"station": "fort"}, False),
        ({"officer": "nobody"}, False),
        ({"head": "theft"}, True),
        ({"head": "murder"}, False),
        ({"method": "murder.blade"}, False),
        ({"status": "investigation", "area": "nayaghat"}, True),
        ({"status": "reported"}, False),
        ({"since_day": "1", "since_month": "1", "since_year": "2020"}, True),
        ({"until_day": "1", "until_month": "1", "until_year": "2020"}, False),
    ],
)
def test_every_part_of_the_question_counts(
    sho: Terminal, fir: Fir, asked: dict[str, str], expected: bool
) -> None:
    assert found(sho, fir, **asked) is expected


def test_the_investigating_officer_is_asked_for_by_police_number(sho: Terminal, fir: Fir) -> None:
    assert found(sho, fir, officer=sho.posting.officer.username)


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"since_day": "31", "since_month": "2", "since_year": "2026"}, "Enter a real date"),
        ({"name": "a\x00b"}, "This text holds"),
        ({"name": "a" * 300}, "Use 200 characters"),
        ({"station": "Atlantis"}, "No station of this State"),
        ({"act": "NOSUCH", "section": "1"}, "Choose one of"),
    ],
)
def test_a_question_that_cannot_be_asked_is_explained(
    sho: Terminal, asked: dict[str, str], message: str
) -> None:
    answer = sho.get(FIND, asked)
    assert answer.status_code == 400
    assert any(one.startswith(message) for one in error_texts(answer))


def test_a_broken_page_mark_is_explained(sho: Terminal) -> None:
    answer = sho.get(FIND, {"after": "nonsense"})
    assert answer.status_code == 400
    assert "search again" in answer.content.decode()


def test_an_empty_answer_says_what_was_searched(sho: Terminal) -> None:
    page = sho.get(FIND, {"name": "Nobody", "number": "77"}).content.decode()
    assert "No FIR within your jurisdiction matches this" in page
    assert "beginning with Nobody" in page
    assert "<strong>77</strong>" in page


def test_the_list_says_why_each_matched(sho: Terminal, fir: Fir) -> None:
    page = sho.get(FIND, {"name": "sita", "number": "1"}).content.decode()
    assert "number; name of a person" in page


def test_pages_follow_one_another(sho: Terminal) -> None:
    for _one in range(3):
        registered(sho)
    firs = queries.find_firs(by=sho.posting, wanted=queries.Wanted(), size=2)
    answer = sho.get(FIND, {"after": firs.next_cursor})
    page = answer.content.decode()
    assert ">0001/" in page
    assert ">0003/" not in page
    assert "First page" in page


def test_few_questions_to_the_database(
    sho: Terminal, fir: Fir, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    registered(sho)
    with django_assert_max_num_queries(30) as asked:
        sho.get(FIND, {"name": "sita"})
    counted = [one for one in asked.captured_queries if is_a_question(one["sql"])]
    assert len(counted) <= 15


def test_a_list_is_taken_away_for_a_purpose_and_kept(sho: Terminal, fir: Fir) -> None:
    assert faults(sho.get(EXPORT)) == []
    assert error_texts(sho.post(EXPORT, {})) == ["Say what the list is for"]
    assert not Export.objects.exists()
    answer = sho.post(EXPORT + "?name=sita", {"purpose": "investigation", "reference": "12/2026"})
    data = b"".join(answer.streaming_content)
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    assert [row[1] for row in rows] == ["number", fir.number]
    kept = Export.objects.get()
    assert (kept.purpose, kept.rows) == ("investigation: 12/2026", 1)
    assert kept.wanted == {"name": "sita"}


def test_a_button_pressed_twice_is_one_taking_away(
    sho: Terminal, fir: Fir, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _press in range(2):
        answer = sho.post(EXPORT + "?name=sita", {"purpose": "court"})
        assert fir.number in b"".join(answer.streaming_content).decode("utf-8-sig")
    assert Export.objects.count() == 1
    sho.post(EXPORT + "?name=ram", {"purpose": "court"})
    sho.post(EXPORT + "?name=sita", {"purpose": "audit"})
    assert Export.objects.count() == 3
    monkeypatch.setattr(export, "now", lambda: now() + timedelta(minutes=2))
    sho.post(EXPORT + "?name=sita", {"purpose": "court"})
    assert Export.objects.count() == 4


def test_who_may_not_export_is_refused(sign_in: SignIn) -> None:
    duty = sign_in(Role.DUTY_OFFICER, "bazaar")
    assert duty.get(EXPORT).status_code == 403
    assert EXPORT not in duty.get(FIND).content.decode()
    assert sign_in(Role.CONSTABLE, "bazaar").get(FIND).status_code == 403
