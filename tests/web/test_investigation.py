"""The investigation of a case at the desk: its forms, who is offered which, each prints."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from cctns.cases.models import Arrest, Seizure
from cctns.lib.clock import now
from cctns.lib.ids import uuid7
from cctns.offices.codes import Role
from cctns.offices.models import Posting
from cctns.registers import book as books
from cctns.registers.book import Book
from tests.cases import asked
from tests.cases.investigating import arrest_of, named_accused, opened
from tests.cases.scene import CHAIN, PRESENT, crime_of, seizure_of
from tests.documents.reading import text

from .conftest import SignIn, Terminal, at, pages_own_role, seeing_all
from .html import Page
from .test_query_counts import MOST, questions

OF_CASE = [one for one in books.all_books() if one.of_case]
SAMPLES: dict[str, Any] = {
    "arrest": arrest_of,
    "seizure": seizure_of,
    "crime": crime_of,
    "statement": asked.statement_of,
    "magistrate": asked.magistrate_of,
    "notice": asked.notice_of,
    "forensic": asked.forensic_of,
    "medical": asked.medical_of,
    "identification": asked.parade_of,
    "progress": asked.progress_of,
}


def case_with_officer(sign_in: SignIn) -> tuple[Terminal, Posting, Any]:
    """The investigating officer at a terminal, the officer in charge, and their case."""
    io = sign_in(Role.IO, "bazaar")
    sho = sign_in(Role.SHO, "bazaar").posting
    return io, sho, opened(sho, io.posting)


@pytest.mark.parametrize("book", OF_CASE, ids=lambda one: one.name)
def test_every_form_asks_and_says_what_is_missing(sign_in: SignIn, book: Book) -> None:
    io, _sho, case = case_with_officer(sign_in)
    shown = io.get(reverse("case_investigation", args=[case.fir_id]))
    assert Page(shown.content.decode()).faults == []
    new = reverse("case_sheet_new", args=[case.fir_id, book.name])
    if new not in shown.content.decode():
        return
    assert Page(io.get(new).content.decode()).faults == []
    empty = io.post(new, {"id": str(uuid7()), "do": "check"})
    assert empty.status_code == 400
    assert Page(empty.content.decode()).faults == []


def test_an_arrest_from_form_to_paper(sign_in: SignIn) -> None:
    io, _sho, case = case_with_officer(sign_in)
    accused = named_accused(case)
    with pages_own_role():
        new = reverse("case_sheet_new", args=[case.fir_id, "arrest"])
        answers = {
            "id": str(uuid7()),
            "accused": str(accused.pk),
            "place": "Bus stand",
            "kind": "forwarded",
            "reasons": "No fixed address",
            "grounds": "Identified by the complainant",
            "rights_told": "on",
            "witness_name": "Mohan Lal",
            "articles": "NIL",
            "prints_number": "2700000001",
            **at("happened_at", now()),
        }
        checked = io.post(new, {**answers, "do": "check"})
        assert checked.status_code == 200, checked.content.decode()
        assert "Vikram" in checked.content.decode()
        assert io.post(new, {**answers, "do": "save"}).status_code == 302
        with seeing_all():
            arrest = Arrest.objects.get()
        page = io.get(reverse("book_entry", args=["arrest", arrest.pk])).content.decode()
        assert Page(page).faults == []
        for verb in ("inform", "examine", "produce", "release"):
            assert reverse("book_step", args=["arrest", arrest.pk, verb]) in page
        for paper in ("form", "memo", "grounds", "medical"):
            address = reverse("book_paper", args=["arrest", arrest.pk, paper])
            assert case.fir.number in text(io.get(address, {"lang": "en"}).content)
            assert io.get(address, {"lang": "hi"}).status_code == 200


@pytest.mark.parametrize("name", SAMPLES)
def test_a_form_is_shown_in_few_questions_and_printed(sign_in: SignIn, name: str) -> None:
    io, _sho, case = case_with_officer(sign_in)
    book = books.named(name)
    entry = SAMPLES[name](io.posting, case)
    address = reverse("book_entry", args=[name, entry.pk])
    assert Page(io.get(address).content.decode()).faults == []
    assert questions(io, address) <= MOST
    assert questions(io, reverse("case_investigation", args=[case.fir_id])) <= MOST
    for step in book.steps:
        if entry.stage in step.start:
            asked = reverse("book_step", args=[name, entry.pk, step.name])
            assert questions(io, asked) <= MOST
            assert Page(io.get(asked).content.decode()).faults == []
            assert io.post(asked, {}).status_code == 400
    for paper in book.papers:
        printed = reverse("book_paper", args=[name, entry.pk, paper.name])
        assert case.fir.number in text(io.get(printed, {"lang": "en"}).content)
        assert io.get(printed, {"lang": "hi"}).status_code == 200


@pytest.mark.parametrize("book", OF_CASE, ids=lambda one: one.name)
def test_no_list_tells_of_the_forms_of_cases(sign_in: SignIn, book: Book) -> None:
    """Whom the law hides in a case, a list of all its forms would name to the whole station."""
    desk = sign_in(Role.CONSTABLE, "bazaar")
    assert desk.get(reverse("book_list", args=[book.name])).status_code == 403


def test_a_seizure_with_its_lines(sign_in: SignIn) -> None:
    io, _sho, case = case_with_officer(sign_in)
    new = reverse("case_sheet_new", args=[case.fir_id, "seizure"])
    answers = {
        "id": str(uuid7()),
        "nature": "unclaimed",
        "place": "Bus stand",
        "grounds": "Left under a bench",
        "seal": "RK",
        "recording": "SID-31",
        **at("happened_at", now()),
        **lines("witnesses", PRESENT),
        **lines("items", [CHAIN]),
    }
    one_more = io.post(new, {**answers, "more": "items"}).content.decode()
    assert 'name="items-1-description"' in one_more
    checked = io.post(new, {**answers, "do": "check"})
    assert checked.status_code == 200, checked.content.decode()
    assert "Gold chain with a broken link" in checked.content.decode()
    assert io.post(new, {**answers, "do": "save"}).status_code == 302
    seizure = Seizure.objects.get()
    assert [one.packet for one in seizure.items.all()] == ["P1, seal RK"]
    assert seizure.witnesses.count() == 2


@pytest.mark.parametrize("role", [Role.SDPO, Role.SP])
def test_supervisors_open_it_and_answer_from_the_report_alone(sign_in: SignIn, role: Role) -> None:
    _io, _sho, case = case_with_officer(sign_in)
    above = sign_in(role, {Role.SDPO: "sub", Role.SP: "east"}[role])
    shown = above.get(reverse("case_investigation", args=[case.fir_id]))
    assert shown.status_code == 200
    assert Page(shown.content.decode()).faults == []
    new = reverse("case_sheet_new", args=[case.fir_id, "approval"])
    assert new not in shown.content.decode()
    assert above.get(new).status_code == 404


def test_heads_of_crime_stand_under_their_major_head(sign_in: SignIn) -> None:
    io, _sho, case = case_with_officer(sign_in)
    new = reverse("case_sheet_new", args=[case.fir_id, "crime"])
    page = io.get(new).content.decode()
    assert '<optgroup label="Theft">' in page
    assert '<option value="theft.phone">Of a mobile telephone</option>' in page
    hindi = io.get(new, headers={"accept-language": "hi"}).content.decode()
    assert '<optgroup label="चोरी">' in hindi
    crime_of(io.posting, case)
    shown = io.get(reverse("case_investigation", args=[case.fir_id])).content.decode()
    assert new not in shown


def lines(name: str, rows: list[dict[str, Any]]) -> dict[str, str]:
    """The boxes of a list."""
    boxes = {f"{name}-TOTAL_FORMS": str(len(rows)), f"{name}-INITIAL_FORMS": "0"}
    for place, row in enumerate(rows):
        boxes |= {f"{name}-{place}-{key}": str(value) for key, value in row.items()}
    return boxes


def test_a_form_of_a_case_is_not_made_without_it(sign_in: SignIn) -> None:
    io, _sho, case = case_with_officer(sign_in)
    assert io.get(reverse("book_new", args=["arrest"])).status_code == 404
    assert io.get(reverse("case_sheet_new", args=[case.fir_id, "ncr"])).status_code == 404


def test_the_duty_officer_is_offered_nothing_he_may_not_write(sign_in: SignIn) -> None:
    io, _sho, case = case_with_officer(sign_in)
    arrest_of(io.posting, case)
    desk = sign_in(Role.DUTY_OFFICER, "bazaar")
    page = desk.get(reverse("case_investigation", args=[case.fir_id])).content.decode()
    assert page.count("/new/") == page.count("movement/new/")  # of the property room's exhibits
    new = reverse("case_sheet_new", args=[case.fir_id, "arrest"])
    assert desk.get(new).status_code == 403
