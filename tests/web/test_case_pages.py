"""The case after registration: duties done one by one, each in the history with its proof."""

from __future__ import annotations

import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from cctns.cases.models import Case, Fir
from cctns.offices.codes import Role
from cctns.offices.models import RefusedAct

from .conftest import SignIn, Terminal
from .wizard import Wizard, error_texts, faults, hours_ago, parts, registered

PARTS = ("case", "case_people", "case_property", "case_papers", "case_timeline")


@pytest.fixture
def sho(sign_in: SignIn) -> Terminal:
    return sign_in(Role.SHO, "bazaar")


@pytest.fixture
def fir(sho: Terminal) -> Fir:
    return registered(sho)


def page(terminal: Terminal, name: str, fir: Fir) -> str:
    answer = terminal.get(reverse(name, args=[fir.pk]))
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_case_shows_number_sections_officer_and_duties(sho: Terminal, fir: Fir) -> None:
    shown = page(sho, "case", fir)
    for wanted in (fir.number, "303(2)", sho.posting.officer.name, "Give the free copy"):
        assert wanted in shown
    assert "My chain was taken near the ghat." in shown
    assert "Sita Devi" in page(sho, "case_people", fir)


@pytest.mark.parametrize("language", ["en", "hi"])
@pytest.mark.parametrize("name", PARTS)
def test_every_part_is_strict_and_in_few_questions(
    sho: Terminal,
    fir: Fir,
    name: str,
    language: str,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    sho.cookies["django_language"] = language
    sho.get("/")
    with django_assert_max_num_queries(30) as asked:
        answer = sho.get(reverse(name, args=[fir.pk]))
    counted = [one for one in asked.captured_queries if is_a_question(one["sql"])]
    assert len(counted) <= 15, "\n".join(one["sql"][:120] for one in counted)
    assert faults(answer) == []


def is_a_question(sql: str) -> bool:
    """Marks of transactions and the mask of row-level security ask the tables nothing."""
    return not sql.startswith(("SAVEPOINT", "RELEASE", "SELECT set_config", "BEGIN", "COMMIT"))


def test_the_free_copy_is_given_once(sho: Terminal, fir: Fir) -> None:
    url = reverse("case_copy", args=[fir.pk])
    assert error_texts(sho.post(url, {"to": " "})) == ["Say who received the copy"]
    assert sho.post(url, {"to": "Sita Devi"}).status_code == 302
    assert Case.objects.get(fir=fir).copy_given_to == "Sita Devi"
    assert "Give the free copy" not in page(sho, "case", fir)
    assert sho.post(url, {"to": "Sita Devi"}).status_code == 400


def test_the_fir_goes_to_court_and_the_history_tells_it(sho: Terminal, fir: Fir) -> None:
    url = reverse("case_dispatch", args=[fir.pk])
    assert error_texts(sho.post(url, {"court_name": ""})) == ["Name the court"]
    assert sho.post(url, {"court_name": "JMFC, Suryapur"}).status_code == 302
    history = page(sho, "case_timeline", fir)
    assert history.index("Sent to court") < history.index("FIR registered")
    assert sho.posting.officer.username in history
    assert f"{reverse('verify')}?office={fir.office_id}" in history
    assert "JMFC, Suryapur" in page(sho, "case_papers", fir)


def test_the_officer_in_charge_names_another_investigator(
    sho: Terminal, fir: Fir, sign_in: SignIn
) -> None:
    io = sign_in(Role.IO, "bazaar").posting.officer
    url = reverse("case_officer", args=[fir.pk])
    assert error_texts(sho.post(url, {"officer": ""})) == ["Choose the officer"]
    assert sho.post(url, {"officer": "PIS-nobody"}).status_code == 400
    assert sho.post(url, {"officer": io.username}).status_code == 302
    assert Case.objects.get(fir=fir).investigating_officer == io
    assert "Investigating officer named" in page(sho, "case_timeline", fir)


def test_what_a_role_does_not_do_is_refused_before_the_form(fir: Fir, sign_in: SignIn) -> None:
    duty = sign_in(Role.DUTY_OFFICER, "bazaar")
    for name in ("case_officer", "case_sensitive"):
        assert duty.get(reverse(name, args=[fir.pk])).status_code == 403
    acts = set(RefusedAct.objects.values_list("action", flat=True))
    assert acts == {"case.assign_io", "fir.mark_sensitive"}


def test_another_station_does_not_open_the_case(fir: Fir, sign_in: SignIn) -> None:
    answer = sign_in(Role.SHO, "fort").get(reverse("case", args=[fir.pk]))
    assert answer.status_code in (403, 404)


def test_sensitivity_is_decided_from_dysp_upwards(fir: Fir, sign_in: SignIn) -> None:
    sdpo = sign_in(Role.SDPO, "sub")
    url = reverse("case_sensitive", args=[fir.pk])
    assert error_texts(sdpo.post(url, {"sensitive": "on"})) == ["Give the reason"]
    assert sdpo.post(url, {"sensitive": "on", "reason": "Threats"}).status_code == 302
    assert "kept off public pages" in page(sdpo, "case", fir)


def test_the_victim_of_rape_is_hidden_from_whoever_need_not_know(
    sho: Terminal, sign_in: SignIn
) -> None:
    wizard = Wizard.begin(sho)
    wizard.section(number="64(1)")
    wizard.add("victim", name="Radha Kumari", sex="female", age="25", village="Nayaghat")
    wizard.fill(io=sho.posting.officer.username)
    assert sho.post(wizard.url("fir_register")).status_code == 302
    fir = Fir.objects.get()
    assert "Radha Kumari" in page(sho, "case_people", fir)
    constable = sign_in(Role.CONSTABLE, "bazaar")
    shown = page(constable, "case_people", fir) + page(constable, "case", fir)
    assert "Radha Kumari" not in shown
    assert "Sita Devi" not in shown
    assert "My chain was taken" not in shown
    assert "BNS 72" in shown


def test_a_zero_fir_goes_to_its_station_and_gets_a_number_there(
    sho: Terminal, sign_in: SignIn
) -> None:
    wizard = Wizard.begin(sho, "zero")
    for done in (
        wizard.save("information", information="oral", **parts("received_at", hours_ago(1))),
        wizard.save("narrative", narrative="It was taken at the fort."),
        wizard.add("complainant", name="Sita Devi", village="Nayaghat"),
        wizard.save("occurrence", time_known="True", **parts("occurred_from", hours_ago(2))),
        wizard.save("place", place="Fort gate", outside_limits="on", outside_station="Fort"),
        wizard.section(),
        wizard.save("action", action="transfer"),
        wizard.save("close", read_over="on", attestation="thumb"),
    ):
        assert done.status_code == 302, error_texts(done)
    assert sho.post(wizard.url("fir_register")).status_code == 302
    fir = Fir.objects.get()
    assert fir.number.startswith("0/")
    send = reverse("case_transfer", args=[fir.pk])
    assert error_texts(sho.post(send, {"to_office": "NOWHERE"})) == [
        "No office of this State has this code"
    ]
    assert sho.post(send, {"to_office": "fort"}).status_code == 302
    fort = sign_in(Role.SHO, "fort")
    there = reverse("transfer", args=[fir.transfers.get().pk])
    assert "It was taken at the fort." in fort.get(there).content.decode()
    assert fort.post(there, {"answer": "receive"}).status_code == 400
    taken = fort.post(
        there, {"answer": "receive", "investigating_officer": fort.posting.officer.username}
    )
    assert taken.status_code == 302
    assert Fir.objects.exclude(pk=fir.pk).get().zero_fir_number == fir.number


def test_an_efir_waits_for_its_signature(sho: Terminal) -> None:
    wizard = Wizard.begin(sho, "efir")
    sho.post(wizard.url("fir_submit"))
    hub = sho.get(wizard.url("fir_draft")).content.decode()
    assert "Awaiting the informant" in hub
    assert wizard.save("place", place="At the ghat").status_code == 302
    refused = sho.post(wizard.url("fir_sign"), {})
    assert error_texts(refused) == ["Say how the informant signed"]
    assert sho.post(wizard.url("fir_sign"), {"attestation": "esign"}).status_code == 302
    assert wizard.open("place").url == wizard.url("fir_check")
    assert sho.get(wizard.url("fir_check")).status_code == 200


def test_the_fir_is_printed_in_both_languages(sho: Terminal, fir: Fir) -> None:
    for language in ("en", "hi"):
        answer = sho.get(reverse("fir_pdf", args=[fir.pk]), {"lang": language})
        assert answer["Content-Type"] == "application/pdf"
        assert answer.content.startswith(b"%PDF-")
    assert sho.get(reverse("fir_pdf", args=[fir.pk]), {"lang": "xx"}).status_code == 404


def test_the_diary_day_is_printed(sho: Terminal, fir: Fir) -> None:
    day = fir.registered_at.astimezone().date().isoformat()
    assert sho.get(reverse("gd_day_pdf", args=[day])).content.startswith(b"%PDF-")
    assert sho.get(reverse("gd_day_pdf", args=["2026-13-45"])).status_code == 404
