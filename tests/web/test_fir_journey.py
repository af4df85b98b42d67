"""From the first page to a registered FIR, without JavaScript."""

from __future__ import annotations

import pytest
from django.urls import reverse

from cctns.cases.models import Case, Fir, FirDraft
from cctns.offices.codes import Role
from cctns.offices.models import RefusedAct

from .conftest import SignIn, Terminal
from .wizard import Wizard, error_texts, faults


@pytest.fixture
def sho(sign_in: SignIn) -> Terminal:
    return sign_in(Role.SHO, "bazaar")


@pytest.fixture
def ready(sho: Terminal) -> Wizard:
    """A draft to which nothing is missing any more."""
    wizard = Wizard.begin(sho)
    wizard.fill(io=sho.posting.officer.username)
    return wizard


def test_an_fir_is_registered(ready: Wizard) -> None:
    check = ready.terminal.get(ready.url("fir_check"))
    assert "Register this FIR" in check.content.decode()
    answer = ready.terminal.post(ready.url("fir_register"))
    fir = Fir.objects.get()
    assert answer.url == reverse("fir_registered", args=[fir.pk])
    page = ready.terminal.get(answer.url).content.decode()
    assert fir.number in page
    assert "BNSS 173(2)" in page
    assert Case.objects.get(fir=fir).investigating_officer == ready.terminal.posting.officer


def test_the_button_pressed_twice_gives_one_fir(ready: Wizard) -> None:
    first = ready.terminal.post(ready.url("fir_register"))
    second = ready.terminal.post(ready.url("fir_register"))
    assert first.url == second.url
    assert Fir.objects.count() == 1


def test_a_registered_draft_leads_to_its_fir(ready: Wizard) -> None:
    there = ready.terminal.post(ready.url("fir_register")).url
    assert ready.terminal.get(ready.url("fir_draft")).url == there
    assert ready.open("place").url == there


def test_only_the_officer_in_charge_sees_the_button_and_may_press_it(
    sho: Terminal, sign_in: SignIn
) -> None:
    writer = sign_in(Role.DUTY_OFFICER, "bazaar")
    wizard = Wizard.begin(writer)
    wizard.fill(io=sho.posting.officer.username)
    page = writer.get(wizard.url("fir_check")).content.decode()
    assert "Register this FIR" not in page
    assert sho.posting.officer.name in page
    answer = writer.post(wizard.url("fir_register"))
    assert answer.status_code == 403
    assert not Fir.objects.exists()
    assert RefusedAct.objects.get().action == "fir.register"
    assert sho.post(wizard.url("fir_register")).status_code == 302


def test_a_constable_writes_no_fir_and_that_is_kept(sign_in: SignIn) -> None:
    answer = sign_in(Role.CONSTABLE, "bazaar").get(reverse("fir_start"))
    assert answer.status_code == 403
    assert RefusedAct.objects.get().action == "fir.draft"


def test_a_draft_of_another_station_is_not_there(ready: Wizard, sign_in: SignIn) -> None:
    stranger = sign_in(Role.SHO, "fort")
    for name in ("fir_draft", "fir_check", "fir_sections"):
        assert stranger.get(ready.url(name)).status_code == 404


def test_what_is_missing_is_listed_with_the_way_to_it(sho: Terminal) -> None:
    wizard = Wizard.begin(sho)
    page = sho.get(wizard.url("fir_check")).content.decode()
    assert "Enter where it happened" in page
    assert wizard.url("fir_page", "place") + "#id_place" in page
    assert "Register this FIR" not in page
    answer = sho.post(wizard.url("fir_register"))
    assert answer.status_code == 400
    assert not Fir.objects.exists()


def test_the_task_list_tells_how_far_each_page_is(sho: Terminal) -> None:
    wizard = Wizard.begin(sho)
    page = sho.get(wizard.url("fir_draft")).content.decode()
    assert "Not started" in page
    wizard.save("place", later="yes", beat="4")
    page = sho.get(wizard.url("fir_draft")).content.decode()
    assert "In progress" in page
    assert "Enter where it happened" in page
    wizard.fill(io=sho.posting.officer.username)
    page = sho.get(wizard.url("fir_draft")).content.decode()
    assert "Not started" not in page
    assert "Every page is done" in page


def test_what_no_longer_holds_is_to_be_corrected(sho: Terminal) -> None:
    wizard = Wizard.begin(sho)
    wizard.section()
    assert "Needs correction" not in sho.get(wizard.url("fir_draft")).content.decode()
    before = {"day": "30", "month": "6", "year": "2024", "time": "23:00"}
    boxes = {f"occurred_from_{name}": value for name, value in before.items()}
    received = {f"received_at_{name}": value for name, value in {**before, "month": "7"}.items()}
    wizard.save("information", information="oral", **received)
    wizard.save("occurrence", time_known="True", **boxes)
    page = sho.get(wizard.url("fir_draft")).content.decode()
    assert "Needs correction" in page
    assert "IPC 379" in page


def test_pages_follow_one_another_until_nothing_is_missing(sho: Terminal) -> None:
    wizard = Wizard.begin(sho)
    answer = wizard.save("narrative", narrative="A theft")
    assert answer.url == wizard.url("fir_list", "complainant")
    answer = wizard.save("narrative", narrative="A theft", later="yes")
    assert answer.url == wizard.url("fir_draft")


def test_a_draft_is_put_away_after_asking(sho: Terminal) -> None:
    wizard = Wizard.begin(sho)
    assert "Put this draft away?" in sho.get(wizard.url("fir_discard")).content.decode()
    sho.post(wizard.url("fir_discard"))
    assert wizard.draft.reference not in sho.get(reverse("fir_drafts")).content.decode()
    assert FirDraft.objects.filter(pk=wizard.draft.pk).exists()


def test_late_reporting_is_asked_for_only_then(sho: Terminal) -> None:
    from .wizard import hours_ago, parts

    wizard = Wizard.begin(sho)
    wizard.save("information", information="oral", **parts("received_at", hours_ago(1)))
    wizard.save("occurrence", time_known="True", **parts("occurred_from", hours_ago(5)))
    assert "Not needed" in sho.get(wizard.url("fir_draft")).content.decode()
    wizard.save("occurrence", time_known="True", **parts("occurred_from", hours_ago(50)))
    assert "Not needed" not in sho.get(wizard.url("fir_draft")).content.decode()
    refused = wizard.save("delay")
    assert error_texts(refused) == ["More than 24 hours passed before the report: give the reason"]
    assert wizard.save("delay", delay_code="fear").status_code == 302


SLUGS = ("kind", "information", "narrative", "occurrence", "place", "inquest", "action", "close")


@pytest.mark.parametrize("language", ["en", "hi"])
def test_every_page_is_strict_labelled_and_in_one_piece(ready: Wizard, language: str) -> None:
    ready.terminal.cookies["django_language"] = language
    pages = [ready.open(slug) for slug in SLUGS]
    pages += [
        ready.terminal.get(ready.url("fir_list", slug))
        for slug in ("complainant", "victim", "accused", "witness", "property")
    ]
    pages += [
        ready.terminal.get(ready.url("fir_add", slug))
        for slug in ("complainant", "victim", "accused", "witness", "property")
    ]
    pages += [ready.terminal.get(ready.url("fir_add", "property", "phone"))]
    pages += [
        ready.terminal.get(ready.url(name))
        for name in ("fir_draft", "fir_check", "fir_sections", "fir_discard")
    ]
    pages += [ready.terminal.get(reverse(name)) for name in ("fir_start", "fir_drafts")]
    assert [one.status_code for one in pages] == [200] * len(pages)
    assert [faults(one) for one in pages] == [[]] * len(pages)
