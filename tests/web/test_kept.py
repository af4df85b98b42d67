"""A form is not lost: what was typed is there again after a power cut, for its writer alone."""

from __future__ import annotations

from datetime import timedelta

import time_machine
from django.urls import reverse

from cctns.lib.clock import now
from cctns.offices.codes import Role
from cctns.registers.models import KeptForm, Ncr
from tests.cases.investigating import arrest_of, opened

from .conftest import SignIn, pages_own_role
from .html import Page
from .test_books import told

NEW = reverse("book_new", args=["ncr"])


def test_what_was_typed_is_there_again(sign_in: SignIn) -> None:
    desk, other = sign_in(Role.DUTY_OFFICER, "bazaar"), sign_in(Role.DUTY_OFFICER, "bazaar")
    with pages_own_role():
        half = told(do="keep", substance="He threatened me near the well")
        assert desk.post(NEW, half).status_code == 204
        page = desk.get(NEW).content.decode()
        assert Page(page).faults == []
        assert "He threatened me near the well" in page
        assert half["id"] in page
        assert "were kept" in page
        assert "near the well" not in other.get(NEW).content.decode()
    assert not Ncr.objects.exists()


def test_it_is_kept_at_the_check_and_gone_when_entered(sign_in: SignIn) -> None:
    desk = sign_in(Role.DUTY_OFFICER, "bazaar")
    answers = told()
    assert desk.post(NEW, {**answers, "do": "check"}).status_code == 200
    assert KeptForm.objects.get().form == NEW
    assert desk.post(NEW, {**answers, "do": "save"}).status_code == 302
    assert not KeptForm.objects.exists()
    assert "were kept" not in desk.get(NEW).content.decode()


def test_a_wrong_answer_is_kept_too_and_can_be_thrown_away(sign_in: SignIn) -> None:
    desk = sign_in(Role.DUTY_OFFICER, "bazaar")
    assert desk.post(NEW, {**told(), "name": "", "do": "check"}).status_code == 400
    assert "were kept" in desk.get(NEW).content.decode()
    assert desk.post(NEW, {"do": "drop"}).status_code == 302
    assert "were kept" not in desk.get(NEW).content.decode()


def test_the_forms_of_a_case_and_its_steps_are_kept_apart(sign_in: SignIn) -> None:
    io, sho = sign_in(Role.IO, "bazaar"), sign_in(Role.SHO, "bazaar")
    case = opened(sho.posting, io.posting)
    arrest = arrest_of(io.posting, case)
    diary = reverse("case_sheet_new", args=[case.fir_id, "case_diary"])
    examine = reverse("book_step", args=["arrest", arrest.pk, "examine"])
    io.post(diary, {"do": "keep", "circumstances": "Sketch drawn"})
    io.post(examine, {"do": "keep", "examined_by": "Dr Rao"})
    assert "Sketch drawn" in io.get(diary).content.decode()
    page = io.get(examine).content.decode()
    assert ("Dr Rao" in page, "Sketch drawn" in page) == (True, False)


def test_after_a_week_or_beyond_measure_nothing_is_kept(sign_in: SignIn) -> None:
    desk = sign_in(Role.DUTY_OFFICER, "bazaar")
    desk.post(NEW, {"do": "keep", "circumstances": "x" * 500_000})
    assert not KeptForm.objects.exists()
    with time_machine.travel(now() - timedelta(days=8)):
        KeptForm.objects.create(
            office=desk.posting.office, officer=desk.posting.officer, form=NEW,
            answers=[["name", "Ramu"]], saved_at=now(),
        )  # fmt: skip
    assert "Ramu" not in desk.get(NEW).content.decode()
    desk.post(NEW, {"do": "keep", "name": "Shyam"})
    assert [one.answers for one in KeptForm.objects.all()] == [[["name", "Shyam"]]]


def test_broken_text_is_not_kept(sign_in: SignIn) -> None:
    desk = sign_in(Role.DUTY_OFFICER, "bazaar")
    assert desk.post(NEW, {"do": "keep", "name": "a\x00b", "place": "Well"}).status_code == 204
    assert KeptForm.objects.get().answers == [["place", "Well"]]
