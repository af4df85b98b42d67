"""What stands around every page: navigation by duty, language in place, plain error pages."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse

from cctns.offices.codes import Role
from cctns.offices.models import RefusedAct

from .conftest import SignIn
from .html import Page


def places(page: bytes) -> list[str]:
    """Where the navigation leads."""
    return re.findall(r'service-navigation__link" href="([^"]+)"', page.decode())


@pytest.mark.parametrize(
    ("role", "at", "seen", "hidden"),
    [
        (Role.SHO, "bazaar", ["gd_today", "complaint_list", "staff_list"], ["office_list"]),
        (Role.CONSTABLE, "bazaar", ["gd_today"], ["complaint_list", "staff_list", "find"]),
        (Role.NODE_ADMIN, "hq", ["office_list", "staff_list"], ["gd_today", "complaint_list"]),
        (Role.AUDITOR, "hq", ["audit_refused"], ["office_list", "gd_today"]),
    ],
)
def test_the_navigation_leads_where_the_posting_may_go(
    sign_in: SignIn, role: Role, at: str, seen: list[str], hidden: list[str]
) -> None:
    found = places(sign_in(role, at).get("/").content)
    assert {"/", *map(reverse, seen)} <= set(found)
    assert not set(map(reverse, hidden)) & set(found)


@pytest.mark.parametrize("role", list(Role))
def test_everyone_has_a_first_page(sign_in: SignIn, role: Role) -> None:
    where = {
        Role.SDPO: "circle",
        Role.SP: "east",
        Role.DCRB: "east",
        Role.SCRB: "scrb",
        Role.NCRB: "ncrb",
        Role.PROSECUTOR: "prosecution",
        Role.COURT: "court",
        Role.JAIL: "prison",
        Role.FSL: "fsl",
    }
    answer = sign_in(role, where.get(role, "bazaar")).get("/")
    assert answer.status_code == 200
    assert Page(answer.content.decode()).faults == []


def test_the_language_changes_in_place_without_scripts(sign_in: SignIn) -> None:
    terminal = sign_in(Role.SHO, "bazaar")
    answer = terminal.post(reverse("set_language"), {"language": "hi", "next": "/account/"})
    assert answer.url == "/account/"
    page = terminal.get("/account/").content.decode()
    assert '<html lang="hi"' in page
    assert "आपका खाता" in page
    terminal.post(reverse("set_language"), {"language": "en", "next": "/account/"})
    assert "Your account" in terminal.get("/account/").content.decode()


def test_a_stranger_changes_the_language_too_and_is_led_nowhere_else(client: Client) -> None:
    answer = client.post(reverse("set_language"), {"language": "hi", "next": "https://example.org"})
    assert answer.url == "/"
    assert "साइन इन" in client.get(reverse("account_login")).content.decode()


def test_the_policy_lets_nothing_run_but_our_own_files(client: Client) -> None:
    policy = client.get(reverse("account_login")).headers["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "style-src 'self'" in policy
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy


def test_the_demo_says_on_every_page_that_it_is_invented(client: Client, settings: object) -> None:
    page = reverse("account_login")
    assert b"SYNTHETIC DATA" not in client.get(page).content
    settings.DEMO = True  # type: ignore[attr-defined]
    assert b"SYNTHETIC DATA" in client.get(page).content


def test_a_refusal_says_why_and_is_kept(sign_in: SignIn) -> None:
    answer = sign_in(Role.CONSTABLE, "bazaar").get(reverse("office_list"))
    assert answer.status_code == 403
    page = answer.content.decode()
    assert "This role does not do this" in page
    assert Page(page).faults == []
    assert RefusedAct.objects.get().action == "office.administer"


def test_a_missing_page_says_so(sign_in: SignIn) -> None:
    answer = sign_in(Role.SHO, "bazaar").get("/no-such-page/")
    assert answer.status_code == 404
    assert "Page not found" in answer.content.decode()
    assert Page(answer.content.decode()).faults == []


def test_a_form_that_was_open_too_long_is_told_plainly(client: Client) -> None:
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post(reverse("account_login"), {"login": "x", "password": "y"})
    assert answer.status_code == 403
    assert "open too long" in answer.content.decode()


def test_the_page_checker_finds_faults() -> None:
    bad = '<p style="x" onclick="y"><a href="#gone">z</p><script>1</script><input name="n">'
    faults = " ".join(Page(bad).faults)
    for part in ("style in <p>", "onclick", "#gone", "script in", "n has no label", "</p>"):
        assert part in faults
