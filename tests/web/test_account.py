"""The pages of signing in, in our own look: complete, strict, and plain about what is wrong."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from cctns.offices.codes import Role
from tests.offices.land import Land

from .conftest import SignIn
from .html import Page

PASSWORD = "seven-lamps-by-the-river"


@pytest.mark.parametrize(
    "name",
    [
        "account",
        "account_logout",
        "mfa_index",
        "mfa_activate_totp",
        "mfa_add_webauthn",
        "mfa_list_webauthn",
        "usersessions_list",
        "choose_posting",
    ],
)
def test_every_page_of_one_s_account_is_whole(sign_in: SignIn, name: str) -> None:
    terminal = sign_in(Role.SHO, "bazaar")
    for language in ("en", "hi"):
        terminal.cookies["django_language"] = language
        answer = terminal.get(reverse(name))
        page = answer.content.decode()
        assert answer.status_code == 200
        assert Page(page).faults == []
        assert "vendor/govuk.css" in page


def test_the_password_is_changed_and_what_is_wrong_stands_at_its_field(
    sign_in: SignIn,
) -> None:
    terminal = sign_in(Role.SHO, "bazaar")
    officer = terminal.posting.officer
    officer.set_password(PASSWORD)
    officer.save()
    terminal.force_login(officer)
    assert Page(terminal.get(reverse("account_change_password")).content.decode()).faults == []
    bad = {"oldpassword": "wrong", "password1": "short", "password2": "other"}
    page = terminal.post(reverse("account_change_password"), bad).content.decode()
    assert "This is not your present password" in page
    assert 'href="#id_password1"' in page
    assert Page(page).faults == []


def test_a_wrong_password_is_told_over_the_form(client: Client, land: Land) -> None:
    posting = land.post(Role.SHO, "bazaar")
    form = {"login": posting.officer.username, "password": "wrong"}
    page = client.post(reverse("account_login"), form).content.decode()
    assert "Police number or password is wrong" in page
    assert Page(page).faults == []


def test_the_lock_says_how_long_and_who_helps(client: Client, land: Land) -> None:
    posting = land.post(Role.SHO, "bazaar")
    form = {"login": posting.officer.username, "password": "wrong"}
    for _ in range(5):
        client.post(reverse("account_login"), form)
    page = client.post(reverse("account_login"), form).content.decode()
    assert "wait 15 minutes" in page


def test_empty_boxes_are_told_at_their_fields(client: Client) -> None:
    page = client.post(reverse("account_login"), {}).content.decode()
    assert 'href="#id_login"' in page
    assert 'href="#id_password"' in page
    assert Page(page).faults == []


def test_a_password_that_will_not_do_is_told_in_hindi(sign_in: SignIn) -> None:
    terminal = sign_in(Role.SHO, "bazaar")
    terminal.cookies["django_language"] = "hi"
    officer = terminal.posting.officer
    officer.set_password(PASSWORD)
    officer.save()
    terminal.force_login(officer)
    name = officer.username
    form = {"oldpassword": PASSWORD, "password1": name, "password2": name}
    page = terminal.post(reverse("account_change_password"), form).content.decode()
    assert "12 या अधिक अक्षर रखें" in page
    assert "आपके नाम या पुलिस नंबर से बहुत मिलता है" in page
    assert "This password" not in page


def test_recovery_codes_are_made_and_shown(sign_in: SignIn) -> None:
    from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

    terminal = sign_in(Role.SHO, "bazaar")
    TOTP.activate(terminal.posting.officer, generate_totp_secret())
    for name in ("mfa_index", "mfa_deactivate_totp", "mfa_generate_recovery_codes"):
        page = terminal.get(reverse(name)).content.decode()
        assert Page(page).faults == []
    terminal.post(reverse("mfa_generate_recovery_codes"))
    page = terminal.get(reverse("mfa_view_recovery_codes")).content.decode()
    assert page.count("<li>") >= 10
    assert Page(page).faults == []


def test_a_posting_must_be_chosen(sign_in: SignIn, land: Land, in_days: Any) -> None:
    terminal = sign_in(Role.SHO, "bazaar")
    land.post(Role.IO, "fort", officer=terminal.posting.officer, since=in_days(-3))
    answer = terminal.post(reverse("choose_posting"), {})
    page = answer.content.decode()
    assert answer.status_code == 400
    assert "Choose one of your postings" in page
    assert Page(page).faults == []


def test_typing_the_password_again_and_the_second_step(sign_in: SignIn, land: Land) -> None:
    from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

    terminal = sign_in(Role.SHO, "bazaar")
    officer = terminal.posting.officer
    officer.set_password(PASSWORD)
    officer.save()
    terminal.force_login(officer)
    assert Page(terminal.get(reverse("account_reauthenticate")).content.decode()).faults == []
    TOTP.activate(officer, generate_totp_secret())
    assert Page(terminal.get(reverse("mfa_reauthenticate")).content.decode()).faults == []
    again = Client()
    form = {"login": officer.username, "password": PASSWORD}
    step = again.post(reverse("account_login"), form, follow=True).content.decode()
    assert "Second step of signing in" in step
    assert Page(step).faults == []
    wrong = again.post(reverse("mfa_authenticate"), {"code": "000000"}).content.decode()
    assert "This code is wrong or was used already" in wrong
