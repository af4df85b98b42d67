"""Help with a form: every register and every page of the FIR has it, in both languages."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.urls import reverse

from cctns.offices.codes import Role
from cctns.registers import book as books
from cctns.web.guidance import LANGUAGES, Guidance, guidance_in
from cctns.web.officer.fir.pages import PAGES

from .conftest import SignIn
from .html import Page
from .wizard import Wizard

FORMS = {
    *(f"book.{one.name}" for one in books.all_books()),
    *(f"fir.{slug}" for slug in (*PAGES, "start", "check")),
    "page.network",
}
CITED = re.compile(r"\d+")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_has_help_and_no_help_is_of_a_form_that_is_gone(language: str) -> None:
    assert set(guidance_in(language)) == FORMS


def texts(one: Guidance) -> tuple[str, str, str]:
    return one.purpose, one.law, one.mistakes


def every(language: str) -> list[tuple[str, str]]:
    return [(form, text) for form, one in guidance_in(language).items() for text in texts(one)]


def test_english_is_english_and_hindi_is_hindi() -> None:
    for form, text in every("en"):
        assert not re.search(r"[\u0900-\u097f]", text), form
        assert len(text) > 10, form
    for form, text in every("hi"):
        letters = re.findall(r"[\u0900-\u097f]", text)
        assert len(letters) > len(re.findall(r"[A-Za-z]", text)), form


def test_help_is_short_enough_to_be_read_at_the_counter() -> None:
    for language in LANGUAGES:
        for form, one in guidance_in(language).items():
            assert sum(map(len, texts(one))) <= 700, form


def test_both_languages_cite_the_same_law() -> None:
    for form, one in guidance_in("en").items():
        hindi = guidance_in("hi")[form].law
        assert sorted(CITED.findall(one.law)) == sorted(CITED.findall(hindi)), form


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_folded_away_on_the_page_and_needs_no_script(sign_in: SignIn, language: str) -> None:
    sho = sign_in(Role.SHO, "bazaar")
    wizard = Wizard.begin(sho)
    sho.cookies["django_language"] = language
    pages = {
        "book.ncr": reverse("book_new", args=["ncr"]),
        "fir.start": reverse("fir_start"),
        "fir.check": wizard.url("fir_check"),
        "fir.narrative": wizard.url("fir_page", "narrative"),
        "fir.accused": wizard.url("fir_list", "accused"),
        "fir.sections": wizard.url("fir_sections"),
    }
    for form, path in pages.items():
        text = sho.get(path).content.decode()
        found = re.search(r"<details[^>]*>(?:(?!</details>).)*</details>", text, re.DOTALL)
        assert found, form
        assert "<summary" in found[0]
        assert guidance_in(language)[form].purpose in unescape(found[0]), form
        assert Page(text).faults == [], form
