"""What every form says of an empty answer, and what a browser may not do to a long one."""

from __future__ import annotations

import html

import pytest
from django.urls import reverse

from cctns.offices.codes import Role

from .conftest import SignIn
from .html import Page
from .wizard import Wizard, error_texts


@pytest.mark.parametrize(
    ("language", "message"),
    [("en", "“To whom?” wants an answer"), ("hi", "“किसे?” का उत्तर दें")],
)
def test_an_empty_answer_is_named(sign_in: SignIn, language: str, message: str) -> None:
    sho = sign_in(Role.SHO, "bazaar")
    sho.cookies["django_language"] = language
    answer = sho.post(reverse("gd_hand_over"), {"notes": ""})
    assert answer.status_code == 400
    assert any(one.endswith(message) for one in error_texts(answer))


def test_the_browser_cuts_nothing_off(sign_in: SignIn) -> None:
    """With maxlength it would shorten what is pasted without a word."""
    admin = sign_in(Role.NODE_ADMIN, "hq")
    url = reverse("office_open_partner")
    page = Page(admin.get(url).content.decode())
    assert [one["name"] for one in page.inputs if "maxlength" in one] == []
    answer = admin.post(url, {"name": "a" * 200})
    assert any("at most 120 characters" in one for one in error_texts(answer))


def test_a_problem_leads_to_its_field_and_cites_in_the_page_s_language(sign_in: SignIn) -> None:
    sho = sign_in(Role.SHO, "bazaar")
    wizard = Wizard.begin(sho)
    there = Page(wizard.open("information").content.decode())
    sho.cookies["django_language"] = "hi"
    check = html.unescape(sho.get(wizard.url("fir_check")).content.decode())
    assert wizard.url("fir_page", "information") + "#id_information" in check
    assert "id_information" in there.ids
    assert "IIF-I मद 4" in check
    assert "IIF-I item" not in check
