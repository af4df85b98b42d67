"""The one box and the pages beside it, as an officer meets them without JavaScript."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from cctns.journal import follow
from cctns.offices.codes import Role
from cctns.search import vocabulary
from tests.cases.made import registered

from .conftest import SignIn, Terminal, pages_own_role

NATION = {"scope": "nation", "reason": "investigation", "reference": "FIR 12/2026"}


@pytest.fixture
def terminal(sign_in: SignIn, db: None) -> Terminal:
    """The officer in charge of a station that has one FIR; the index has caught up."""
    vocabulary.forget()
    signed_in = sign_in(Role.SHO, "bazaar")
    registered(signed_in.posting)
    follow.run_all()
    return signed_in


def asked(terminal: Terminal, q: str, status: int = 200, **more: str) -> str:
    with pages_own_role():
        answer = terminal.get(reverse("find_anyone"), {"q": q, **more})
    assert answer.status_code == status
    return answer.content.decode()


@pytest.mark.parametrize(
    ("q", "read", "found"),
    [
        ("Vikrm, about 30", "Person", "Vikram @ Vicky"),
        ("0001/2026", "FIR number", "0001/2026"),
        ("bns 304(2)", "Section", "BNS 304(2)"),
        ("98765 43210", "Telephone of a person", "Sunita Devi"),
        ("ABC1234567", "Number of an identity paper", "Sunita Devi"),
        ("1234 5678 9012", "Aadhaar number", "never kept whole"),
        ("KA 34 EQ 4521", "Vehicle", "Check the number letter by letter"),
    ],
)
def test_the_box_reads_what_is_typed(terminal: Terminal, q: str, read: str, found: str) -> None:
    page = asked(terminal, q)
    assert read in page
    assert found in page


ODD = (
    *("a", "x" * 500, "😀", "राmesh", "12345", "' OR 1=1 --", "a & b | !c:*", "\u202eabc", "Kumar"),
    *("\x00", "%", "{}", "१२३", "\\", "x" * 5000, "<script>", "NULL", "-1", "1e999", "%s"),
)
HELP = ("<table", "Nothing was found", "No FIR within", "There is a problem")
FIELDS = (
    ("find_anyone", {"q": ""}),
    ("find_anyone", {"reading": "words", "q": ""}),
    ("find_anyone", {"reading": "person", "q": ""}),
    ("find_anyone", {"reading": "thing", "q": ""}),
    ("find_things", {"number": ""}),
    ("find", {"name": ""}),
    ("find", {"number": ""}),
    ("find", {"act": "BNS", "section": ""}),
    ("find", {"station": ""}),
    ("find", {"officer": ""}),
    ("find", {"area": ""}),
    ("find_near", {"longitude": "77.2", "latitude": ""}),
    ("find_near", {"latitude": "28.6", "longitude": "77.2", "km": ""}),
)


@pytest.mark.parametrize(("name", "fields"), FIELDS)
def test_odd_input_is_answered_with_help(
    terminal: Terminal, name: str, fields: dict[str, str]
) -> None:
    """Rows, an empty answer that says what to do, or an error at its field: never a fault."""
    asked_for = next(field for field, value in fields.items() if not value)
    with pages_own_role():
        for odd in ODD:
            answer = terminal.get(reverse(name), {**fields, asked_for: odd})
            page = answer.content.decode()
            assert answer.status_code in (200, 400), odd
            assert any(one in page for one in HELP), odd
            assert "<script>" not in page.split("<main", 1)[1].split("</main", 1)[0], odd
        assert terminal.get(reverse(name), {**fields, asked_for: ""}).status_code in (200, 400)


@pytest.mark.parametrize("after", ["x", "nan~x", "1e999~", "\x00", "2026-01-01~1", "~"])
def test_a_broken_mark_of_a_page_is_answered_with_help(terminal: Terminal, after: str) -> None:
    asked_for = (
        ("find_anyone", {"q": "Vikram"}),
        ("find_anyone", {"q": "चेन", "reading": "words"}),
        ("find_things", {"number": "KA34"}),
        ("find", {"name": "sita"}),
        ("find_near", {"latitude": "28.6", "longitude": "77.2"}),
    )
    with pages_own_role():
        for name, told in asked_for:
            answer = terminal.get(reverse(name), {**told, "after": after})
            assert answer.status_code == 400, name
            assert "search again" in answer.content.decode(), name


def marked(page: str) -> list[str]:
    """The answers that are chosen on the page."""
    return re.findall(r'type="radio"[^>]*value="(\w+)" checked', page)


def test_the_place_that_is_searched_is_marked_before_anybody_chooses(terminal: Terminal) -> None:
    assert marked(terminal.get(reverse("find_anyone")).content.decode()) == ["own"]
    assert marked(asked(terminal, "Vikram")) == ["own"]
    assert marked(asked(terminal, "Vikram", scope="")) == ["own"]
    assert marked(asked(terminal, "Vikram", **NATION)) == ["nation"]
    things = terminal.get(reverse("find_things"), {"number": "KA34"}).content.decode()
    assert marked(things) == ["own"]


def test_words_of_an_account_are_found(terminal: Terminal) -> None:
    assert "0001/2026" in asked(terminal, "सोने चेन", reading="words")
    assert "Nothing was found" in asked(terminal, "सोने हाथी", reading="words")


def test_complaint_46_the_page_refuses_a_search_without_purpose(terminal: Terminal) -> None:
    page = asked(terminal, "Vikram", status=400, scope="nation")
    assert "wants a purpose" in page
    assert "Vikram @ Vicky" not in page
    assert "Vikram @ Vicky" in asked(terminal, "Vikram", **NATION)


def test_a_saved_search_tells_what_is_new(terminal: Terminal) -> None:
    saved = reverse("find_saved")
    terminal.post(f"{saved}?query=q%3DVikram", {"title": "Vikram"})
    page = terminal.get(saved).content.decode()
    found = re.search(rf"{saved}[0-9a-f-]{{36}}/", page)
    assert found

    def news() -> str:
        return terminal.get(found.group()).content.decode()

    assert "Nothing new" in news()
    registered(terminal.posting)
    follow.run_all()
    assert "Vikram @ Vicky" in news()
    assert "Nothing new" in news()


@pytest.mark.parametrize(
    ("name", "query", "found"),
    [
        ("find_things", {"number": "KA34"}, "Nothing was found"),
        ("find_near", {"latitude": "28.6", "longitude": "77.2"}, "No FIR within"),
        ("find_near", {"latitude": "a", "longitude": ""}, "Enter degrees"),
        ("find_looked", {}, "Nobody from outside"),
        ("find_saved", {}, "You keep no search yet"),
    ],
)
def test_the_other_pages_say_what_to_do(
    terminal: Terminal, name: str, query: dict[str, str], found: str
) -> None:
    with pages_own_role():
        assert found in terminal.get(reverse(name), query).content.decode()
