"""Signing in: password, second factor, lockout, one session, leave and transfer (complaint 4)."""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
import time
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from cctns.lib.clock import now
from cctns.offices import access, actions, rules
from cctns.offices.codes import Role
from cctns.offices.login import postings
from cctns.offices.models import Leave, Officer, Posting, RefusedAct

from . import urls
from .land import Land

Days = Callable[[int], date]
PASSWORD = "seven-lamps-by-the-river"


@pytest.fixture(autouse=True)
def _pages(settings: Any, db: None) -> None:
    settings.ROOT_URLCONF = urls.__name__
    settings.DEMO = False
    settings.MFA_DEMANDED = False
    settings.PASSWORD_HASHERS = ["cctns.offices.login.passwords.Argon2id"]
    cache.clear()


@pytest.fixture
def sho(land: Land) -> Posting:
    posting = land.post(Role.SHO, "bazaar")
    posting.officer.set_password(PASSWORD)
    posting.officer.save()
    return posting


def sign_in(client: Client, posting: Posting, password: str = PASSWORD, **extra: Any) -> Any:
    form = {"login": posting.officer.username, "password": password}
    return client.post(reverse("account_login"), form, **extra)


def sees(client: Client) -> str:
    """What the first page answers: its text, or where it leads instead."""
    response = client.get("/")
    return response.content.decode() if response.status_code == 200 else response.url


def one_time_code(secret: str, moment: float) -> str:
    """RFC 6238 with its defaults, written here so that the library is not its own witness."""
    counter = int(moment // 30).to_bytes(8, "big")
    digest = hmac.new(base64.b32decode(secret), counter, hashlib.sha1).digest()
    start = digest[-1] & 0xF
    number = int.from_bytes(digest[start : start + 4], "big") & 0x7FFFFFFF
    return f"{number % 10**6:06d}"


def test_an_officer_signs_in_with_police_number_and_password(client: Client, sho: Posting) -> None:
    assert sees(client) == "/account/login/?next=/"
    assert sign_in(client, sho).status_code == 302
    assert sees(client) == "sho at bazaar"


def test_a_wrong_password_and_an_unknown_number_get_the_same_answer(
    client: Client, sho: Posting
) -> None:
    wrong = sign_in(client, sho, "not-the-password")
    sho.officer.username = "PIS-NOBODY"
    unknown = sign_in(client, sho, "not-the-password")
    assert wrong.context["form"].errors == unknown.context["form"].errors != {}
    assert sees(client).startswith("/account/login/")


def test_pages_open_to_all_need_no_login(client: Client) -> None:
    assert client.get("/public").content == b"open to all"


def test_passwords_are_stored_as_argon2id_with_our_parameters(sho: Posting) -> None:
    assert sho.officer.password.startswith("argon2$argon2id$v=19$m=47104,t=2,p=1$")


def test_after_five_wrong_passwords_even_the_right_one_waits(client: Client, sho: Posting) -> None:
    for _ in range(5):
        sign_in(client, sho, "not-the-password")
    locked = sign_in(client, sho)
    assert "too many" in str(locked.context["form"].errors).lower()
    with time_machine.travel(now() + timedelta(minutes=16)):
        sign_in(client, sho)
        assert sees(client) == "sho at bazaar"


@pytest.mark.parametrize("elsewhere", [Client(), Client(headers={"user-agent": "other"})])
def test_the_lock_holds_at_every_terminal(elsewhere: Client, sho: Posting) -> None:
    for _ in range(5):
        sign_in(elsewhere, sho, "not-the-password", REMOTE_ADDR="10.0.0.1")
    locked = sign_in(Client(), sho, REMOTE_ADDR="10.0.0.2")
    assert "too many" in str(locked.context["form"].errors).lower()


def test_an_officer_on_leave_does_not_sign_in_and_that_is_kept(
    client: Client, sho: Posting, in_days: Days
) -> None:
    Leave.objects.create(officer=sho.officer, from_date=in_days(0), to_date=in_days(5))
    answer = sign_in(client, sho)
    assert answer.url == "/account/login/"
    assert sees(client).startswith("/account/login/")
    kept = RefusedAct.objects.get()
    assert (kept.officer, kept.action, kept.reason) == (sho.officer, "sign_in", rules.ON_LEAVE)


def test_leave_that_begins_ends_a_live_session(client: Client, sho: Posting, in_days: Days) -> None:
    sign_in(client, sho)
    Leave.objects.create(officer=sho.officer, from_date=in_days(0), to_date=in_days(0))
    assert sees(client).startswith("/account/login/")
    assert RefusedAct.objects.get().action == "session.go_on"


def test_a_transferred_officer_does_not_sign_in(
    client: Client, sho: Posting, in_days: Days
) -> None:
    Posting.objects.filter(pk=sho.pk).update(to_date=in_days(0))
    sign_in(client, sho)
    assert sees(client).startswith("/account/login/")
    assert RefusedAct.objects.get().reason == postings.NO_POSTING


def test_a_posting_that_ends_takes_the_live_session_with_it(
    client: Client, sho: Posting, in_days: Days
) -> None:
    sign_in(client, sho)
    Posting.objects.filter(pk=sho.pk).update(to_date=in_days(0))
    assert sees(client).startswith("/account/login/")


def test_a_closed_account_is_shut_out_at_once(client: Client, land: Land, sho: Posting) -> None:
    sign_in(client, sho)
    actions.close_account(by=land.post(Role.NODE_ADMIN, "hq"), posting=sho)
    assert sees(client).startswith("/account/login/")
    assert sign_in(client, sho).url == "/account/inactive/"
    assert sees(client).startswith("/account/login/")


def test_signing_in_at_a_second_terminal_ends_the_first_and_is_kept(sho: Posting) -> None:
    first, second = Client(), Client()
    sign_in(first, sho)
    assert sees(first) == "sho at bazaar"
    sign_in(second, sho)
    assert sees(second) == "sho at bazaar"
    assert sees(first).startswith("/account/login/")
    assert RefusedAct.objects.get().action == "session.second"


def test_a_control_room_may_have_many_sessions(land: Land, sho: Posting) -> None:
    admin = land.post(Role.NODE_ADMIN, "hq")
    actions.allow_many_sessions(by=admin, posting=sho, allowed=True)
    first, second = Client(), Client()
    sign_in(first, sho)
    sign_in(second, sho)
    assert sees(first) == sees(second) == "sho at bazaar"


def test_an_officer_sees_the_list_of_sessions(client: Client, sho: Posting) -> None:
    sign_in(client, sho, REMOTE_ADDR="10.1.2.3")
    shown = client.get(reverse("usersessions_list"))
    assert [str(one.ip) for one in shown.context["sessions"]] == ["10.1.2.3"]


def test_an_idle_session_ends_after_fifteen_minutes(client: Client, sho: Posting) -> None:
    start = now()
    with time_machine.travel(start, tick=False) as clock:
        sign_in(client, sho)
        for minutes in (14, 28):
            clock.move_to(start + timedelta(minutes=minutes))
            assert sees(client) == "sho at bazaar"
        clock.move_to(start + timedelta(minutes=44))
        assert sees(client).startswith("/account/login/")


def test_no_session_lasts_longer_than_twelve_hours(client: Client, sho: Posting) -> None:
    start = now()
    with time_machine.travel(start, tick=False) as clock:
        sign_in(client, sho)
        for minutes in range(0, 12 * 60 + 1, 10):
            clock.move_to(start + timedelta(minutes=minutes))
            sees(client)
        assert sees(client) == "sho at bazaar"
        clock.move_to(start + timedelta(hours=12, minutes=1))
        assert sees(client).startswith("/account/login/")


def test_the_session_key_changes_at_sign_in(client: Client, sho: Posting) -> None:
    client.get(reverse("account_login"))
    client.session.save()
    before = client.session.session_key
    sign_in(client, sho)
    assert client.session.session_key != before


def test_nothing_of_a_signed_in_page_is_cached(client: Client, sho: Posting) -> None:
    sign_in(client, sho)
    assert "no-store" in client.get("/")["Cache-Control"]
    assert "no-store" in client.post(reverse("account_logout"))["Cache-Control"]
    assert sees(client).startswith("/account/login/")


def test_whoever_holds_two_postings_chooses_one(
    client: Client, land: Land, sho: Posting, in_days: Days
) -> None:
    second = land.post(Role.IO, "fort", officer=sho.officer, since=in_days(-3))
    sign_in(client, sho)
    assert sees(client) == "/account/posting/"
    page = client.get("/account/posting/").content.decode()
    assert str(sho.pk) in page
    assert str(second.pk) in page
    assert client.post("/account/posting/", {"posting": second.pk}).status_code == 302
    assert sees(client) == "io at fort"
    client.post("/account/posting/", {"posting": sho.pk})
    assert sees(client) == "sho at bazaar"


@pytest.mark.parametrize("wrong", ["other", "", "x"])
def test_nobody_chooses_a_posting_of_another(
    client: Client, land: Land, sho: Posting, in_days: Days, wrong: str
) -> None:
    land.post(Role.IO, "fort", officer=sho.officer, since=in_days(-3))
    other = land.post(Role.SP, "east")
    sign_in(client, sho)
    chosen = {"posting": str(other.pk) if wrong == "other" else wrong}
    assert client.post("/account/posting/", chosen).status_code == 400
    assert sees(client) == "/account/posting/"


def test_a_refused_act_is_a_403_with_its_reason_and_is_kept(client: Client, land: Land) -> None:
    io = land.post(Role.IO, "bazaar")
    client.force_login(io.officer)
    answer = client.get("/register")
    assert answer.status_code == 403
    kept = RefusedAct.objects.get()
    assert (kept.posting, kept.action, kept.reason) == (io, "fir.register", rules.NOT_THE_ROLE)


def test_an_administrator_resets_a_lost_login_and_the_officer_chooses_a_password(
    client: Client, land: Land, sho: Posting
) -> None:
    live = Client()
    sign_in(live, sho)
    given = actions.reset_login(by=land.post(Role.NODE_ADMIN, "hq"), posting=sho)
    assert sees(live).startswith("/account/login/")
    sign_in(client, sho)
    assert sees(client).startswith("/account/login/")
    sign_in(client, sho, given)
    assert sees(client) == "/account/password/"
    change = {"oldpassword": given, "password1": given, "password2": given}
    client.post("/account/password/", change)
    assert sees(client) == "/account/password/"
    client.post("/account/password/", {**change, "password1": PASSWORD, "password2": PASSWORD})
    assert sees(client) == "sho at bazaar"
    assert not Officer.objects.get(pk=sho.officer_id).must_change_password


@pytest.mark.parametrize(
    "bad", ["short-one", "passwordpassword", "qwertyuiop123", "Police@1234567", "202020202020"]
)
def test_short_and_well_known_passwords_are_refused(client: Client, sho: Posting, bad: str) -> None:
    sign_in(client, sho)
    form = {"oldpassword": PASSWORD, "password1": bad, "password2": bad}
    answer = client.post("/account/password/", form)
    assert "password1" in answer.context["form"].errors
    assert not Officer.objects.get(pk=sho.officer_id).check_password(bad)


@pytest.mark.parametrize("good", ["सात-दीपक-नदी-किनारे", "correct horse battery"])
def test_a_phrase_in_any_script_is_a_password(client: Client, sho: Posting, good: str) -> None:
    sign_in(client, sho)
    client.post(
        "/account/password/", {"oldpassword": PASSWORD, "password1": good, "password2": good}
    )
    assert Officer.objects.get(pk=sho.officer_id).check_password(good)


def test_nobody_resets_their_own_login_or_one_out_of_reach(land: Land, sho: Posting) -> None:
    admin, other = land.post(Role.NODE_ADMIN, "hq"), land.post(Role.NODE_ADMIN, "west")
    with pytest.raises(rules.NotPossible, match="themselves"):
        actions.reset_login(by=admin, posting=admin)
    with pytest.raises(access.Refused, match="outside"):
        actions.reset_login(by=other, posting=sho)
    with pytest.raises(access.Refused, match="role"):
        actions.reset_login(by=sho, posting=sho)


def test_every_officer_needs_a_second_factor_and_then_is_asked_for_it(
    client: Client, sho: Posting, settings: Any
) -> None:
    settings.MFA_DEMANDED = True
    sign_in(client, sho)
    assert sees(client) == "/account/second-factor/totp/activate/"
    page = client.get("/account/second-factor/totp/activate/")
    secret = page.context["form"].secret
    client.post(
        "/account/second-factor/totp/activate/", {"code": one_time_code(secret, time.time())}
    )
    assert sees(client) == "sho at bazaar"
    stored = Authenticator.objects.get(type=Authenticator.Type.TOTP)
    assert secret not in str(stored.data)  # encrypted where it lies

    again = Client()
    assert sign_in(again, sho).url == "/account/second-factor/authenticate/"
    assert sees(again).startswith("/account/login/")
    again.post("/account/second-factor/authenticate/", {"code": "000000"})
    assert sees(again).startswith("/account/login/")
    with time_machine.travel(now() + timedelta(minutes=1)):  # a code is good once
        code = one_time_code(secret, time.time())
        again.post("/account/second-factor/authenticate/", {"code": code})
        assert sees(again) == "sho at bazaar"


def test_the_last_second_factor_is_not_removed_while_one_is_demanded(
    client: Client, sho: Posting, settings: Any
) -> None:
    settings.MFA_DEMANDED = True
    sign_in(client, sho)
    secret = client.get("/account/second-factor/totp/activate/").context["form"].secret
    client.post(
        "/account/second-factor/totp/activate/", {"code": one_time_code(secret, time.time())}
    )
    client.post("/account/second-factor/totp/deactivate/")
    assert Authenticator.objects.filter(type=Authenticator.Type.TOTP).exists()


def test_recovery_codes_work_once(client: Client, sho: Posting, settings: Any) -> None:
    settings.MFA_DEMANDED = True
    sign_in(client, sho)
    secret = client.get("/account/second-factor/totp/activate/").context["form"].secret
    client.post(
        "/account/second-factor/totp/activate/", {"code": one_time_code(secret, time.time())}
    )
    shown = client.get(reverse("mfa_view_recovery_codes")).content.decode()
    codes = re.findall(r"\b\d{8}\b", shown)
    assert len(codes) == 10
    second, third = Client(), Client()
    for terminal, works in ((second, True), (third, False)):
        sign_in(terminal, sho)
        terminal.post("/account/second-factor/authenticate/", {"code": codes[0]})
        assert (sees(terminal) == "sho at bazaar") is works


def test_demo_logins_work_without_second_factor_in_the_demo_and_nowhere_else(
    sho: Posting, settings: Any
) -> None:
    settings.MFA_DEMANDED = True
    Officer.objects.filter(pk=sho.officer_id).update(is_demo=True)
    outside = Client()
    sign_in(outside, sho)
    assert sees(outside).startswith("/account/login/")
    assert RefusedAct.objects.get().reason == postings.DEMO_CLOSED
    settings.DEMO = True
    inside = Client()
    sign_in(inside, sho)
    assert sees(inside) == "sho at bazaar"


def test_passkeys_can_be_added(client: Client, sho: Posting) -> None:
    sign_in(client, sho)
    page = client.get(reverse("mfa_add_webauthn"))
    assert page.status_code == 200
    options = page.context["js_data"]["creation_options"]["publicKey"]
    assert options["user"]["name"] == sho.officer.username
    assert options["authenticatorSelection"]["userVerification"] == "required"


def test_there_is_no_sign_up_and_no_reset_by_mail(client: Client) -> None:
    for path in ("signup/", "email/", "password/reset/", "confirm-email/"):
        assert client.get(f"/account/{path}").status_code == 404
