"""Known already? Shown once when a person of an FIR is written down, and never in the way."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.urls import reverse

from cctns.cases.models import Case, FirDraft, Party
from cctns.journal import follow
from cctns.lib.clock import now
from cctns.lib.ids import uuid7
from cctns.offices.codes import Role
from cctns.people.models import Mention
from cctns.registers import book as books
from cctns.registers.book import Book
from cctns.registers.models import Complaint
from cctns.web.officer.fir.pages import PAGES
from tests.cases.investigating import arrest_of, named_accused, opened
from tests.cases.made import accused, complainant
from tests.identity.people import known
from tests.offices.land import Land
from tests.registers.test_found import person as found

from .conftest import SignIn, Terminal, at, pages_own_role
from .html import Answers, Page
from .test_complaints import told as complaint
from .test_query_counts import MOST, questions


@pytest.mark.parametrize("language", ["en", "hi"])
def test_who_may_be_on_record_is_shown_with_reasons(
    sign_in: SignIn, land: Land, language: str
) -> None:
    desk = sign_in(Role.DUTY_OFFICER, "bazaar")
    known(land["bazaar"], "मोहम्मद रफ़ीक", relative_name="अब्दुल करीम", number="7/2026")
    known(land["mills"], "Mohd Rafiq", number="99/2026")
    desk.post(reverse("fir_start"), {"kind": "ordinary"})
    draft = FirDraft.objects.get()
    with pages_own_role():
        add = reverse("fir_add", args=[draft.pk, "accused"])
        told = {"name": "Mohd. Rafeeq", "relative_name": "Abdul", "sex": "male", "later": "1"}
        sent = {**Answers(desk.get(add).content.decode()).sent, **told}
        answer = desk.post(add, sent)
        assert answer.url == reverse("fir_known", args=[draft.pk, "accused", 0])
        page = desk.get(answer.url, headers={"accept-language": language}).content.decode()
        assert "मोहम्मद रफ़ीक" in page
        assert "7/2026" in page
        assert "99/2026" not in page  # beyond the own jurisdiction, which wants a purpose
        assert Page(page).faults == []
        assert reverse("fir_list", args=[draft.pk, "accused"]) in page
    draft.refresh_from_db()
    assert draft.answers["persons"][0]["name"] == "Mohd. Rafeeq"  # saved before anybody was asked
    # One more when the words that other tests left in memory make the search read on.
    assert questions(desk, answer.url) <= MOST + 1


def test_nobody_is_on_record_and_nothing_stands_in_the_way(sign_in: SignIn) -> None:
    desk = sign_in(Role.DUTY_OFFICER, "bazaar")
    desk.post(reverse("fir_start"), {"kind": "ordinary"})
    draft = FirDraft.objects.get()
    add = reverse("fir_add", args=[draft.pk, "accused"])
    sent = {**Answers(desk.get(add).content.decode()).sent, "name": "Ramesh Kumar", "later": "1"}
    listed = reverse("fir_list", args=[draft.pk, "accused"])
    assert desk.post(add, sent).url == listed
    assert desk.get(reverse("fir_known", args=[draft.pk, "accused", 0])).url == listed
    assert desk.get(reverse("fir_known", args=[draft.pk, "accused", 9])).status_code == 404


ALL = books.all_books()
RAFIQ = {"name": "Mohd. Rafeeq", "relative_name": "Abdul", "sex": "male"}
# Who is written down without being held against the records, and why.
NOT_ASKED = {
    "call": "a caller is a voice and a number; nobody is found by it",
}


def on_record(land: Land) -> None:
    known(land["bazaar"], "मोहम्मद रफ़ीक", relative_name="अब्दुल करीम", number="7/2026")


def of_rafiq(sho: Terminal, land: Land) -> Case:
    persons = [complainant(), accused(**RAFIQ)]
    return opened(sho.posting, land.post(Role.IO, "bazaar"), persons=persons)


def asks(page: str) -> bool:
    return "Known already?" in page and "मोहम्मद रफ़ीक" in page


def test_every_kind_of_person_has_a_form_that_asks() -> None:
    """A new model of persons, or a new register that asks for a name, must ask in the same way."""
    steps_of = [(book, step) for book in ALL for step in (book.enter, *book.steps)]
    asking = {book.name for book, step in steps_of if step.names_person}
    assert {book.name for book, step in steps_of if "name" in step.fields} - asking == {*NOT_ASKED}
    mentions = {one for one in apps.get_models() if issubclass(one, Mention)}
    of_books = {one.model for one in ALL if one.name in asking}
    assert mentions - of_books == {Party, Complaint}  # the FIR's lists and the complaint's form
    for page in PAGES.values():  # every list of persons of the FIR is one shelf, which asks
        assert page.role or page.key in ("", "things", "offences")


@pytest.mark.parametrize(
    "book", [one for one in ALL if one.enter.names_person], ids=lambda one: one.name
)
def test_every_register_asks_before_it_enters_somebody(
    sign_in: SignIn, land: Land, book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever else the form misses: what is looked at here is the page before the entry."""
    monkeypatch.setattr("cctns.registers.queries.problems", lambda **_: [])
    sho = sign_in(Role.SHO, "bazaar")
    new = reverse("book_new", args=[book.name])
    told = {**RAFIQ, "id": str(uuid7()), "do": "check"}
    if book.of_case:
        case = of_rafiq(sho, land)
        new = reverse("case_sheet_new", args=[case.fir_id, book.name])
        told["accused"] = str(named_accused(case).pk)
    on_record(land)
    with pages_own_role():
        answer = sho.post(new, {**Answers(sho.get(new).content.decode()).sent, **told})
        page = answer.content.decode()
    assert asks(page), page
    assert Page(page).faults == []


def test_complaint_39_nobody_is_released_before_the_records_were_looked_at(
    sign_in: SignIn, land: Land
) -> None:
    """Who else on record the arrested person may be is shown before the release is entered."""
    sho = sign_in(Role.SHO, "bazaar")
    arrest = arrest_of(
        sho.posting, of_rafiq(sho, land), happened_at=now().replace(second=0, microsecond=0)
    )
    step = reverse("book_step", args=["arrest", arrest.pk, "release"])
    follow.run_all()
    on_record(land)
    told = {
        **Answers(sho.get(step).content.decode()).sent,
        **at("released_at", now()),
        "release_reason": "Bail bond",
        "unidentified_reason": "The line to the bureau is down",
    }
    with pages_own_role():
        page = sho.post(step, told).content.decode()
    assert asks(page)
    assert Page(page).faults == []
    arrest.refresh_from_db()
    assert arrest.stage == "arrested"
    assert sho.post(step, {**told, "do": "save"}).status_code == 302
    arrest.refresh_from_db()
    assert arrest.stage == "released"


def test_of_whom_nobody_is_known_the_release_is_entered_at_once(
    sign_in: SignIn, land: Land
) -> None:
    """The mention that the very case gave to the search is nobody else."""
    sho = sign_in(Role.SHO, "bazaar")
    arrest = arrest_of(
        sho.posting, of_rafiq(sho, land), happened_at=now().replace(second=0, microsecond=0)
    )
    follow.run_all()
    step = reverse("book_step", args=["arrest", arrest.pk, "release"])
    told = {
        **Answers(sho.get(step).content.decode()).sent,
        **at("released_at", now()),
        "release_reason": "Bail bond",
        "unidentified_reason": "The line to the bureau is down",
    }
    assert sho.post(step, told).status_code == 302


def test_a_found_person_who_gets_a_name_is_asked_for(sign_in: SignIn, land: Land) -> None:
    sho = sign_in(Role.SHO, "bazaar")
    on_record(land)
    child = found(sho.posting, sex="male", age_from=30, age_to=40)
    step = reverse("book_step", args=["found", child.pk, "identify"])
    told = {**RAFIQ, **Answers(sho.get(step).content.decode()).sent}
    told |= {"identified_by": "His brother", **at("identified_at", now()), **RAFIQ}
    page = sho.post(step, told).content.decode()
    assert asks(page)
    child.refresh_from_db()
    assert child.name == ""
    assert sho.post(step, {**told, "do": "save"}).status_code == 302
    child.refresh_from_db()
    assert child.name == "Mohd. Rafeeq"


def test_a_complainant_is_asked_for(sign_in: SignIn, land: Land) -> None:
    on_record(land)
    desk = sign_in(Role.DUTY_OFFICER, "bazaar")
    with pages_own_role():
        answer = desk.post(reverse("complaint_new"), {**complaint(**RAFIQ), "step": "check"})
    assert asks(answer.content.decode())
    assert Page(answer.content.decode()).faults == []
