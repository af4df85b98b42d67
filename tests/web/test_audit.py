"""What an auditor sees: refusals and changes, each in plain words."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from cctns.offices import actions
from cctns.offices.codes import DiaryReset, Role
from cctns.offices.matrix import MATRIX
from cctns.web.officer import wording
from tests.offices.land import Land

from .conftest import SignIn
from .html import Page


def test_refusals_are_listed_newest_first_with_their_reason(sign_in: SignIn) -> None:
    constable = sign_in(Role.CONSTABLE, "bazaar")
    constable.get(reverse("complaint_list"))
    constable.get(reverse("office_list"))
    page = sign_in(Role.AUDITOR, "hq").get(reverse("audit_refused")).content.decode()
    assert Page(page).faults == []
    assert page.index("Administer offices") < page.index("See complaints")
    assert "This role does not do this" in page


def test_changes_show_what_was_and_what_is(sign_in: SignIn, land: Land) -> None:
    actions.rename_office(
        by=land.post(Role.NODE_ADMIN, "hq"),
        office=land["bazaar"],
        name="Bazaar Kotwali",
        name_hi="",
        gd_reset=DiaryReset.YEARLY,
    )
    page = sign_in(Role.AUDITOR, "hq").get(reverse("audit_changes")).content.decode()
    assert Page(page).faults == []
    assert "Office renamed" in page
    assert "bazaar → Bazaar Kotwali" in page
    assert "daily → yearly" in page


def test_the_lists_go_on_over_the_page(sign_in: SignIn, monkeypatch: Any) -> None:
    monkeypatch.setattr("cctns.offices.queries.PAGE", 1)
    constable = sign_in(Role.CONSTABLE, "bazaar")
    constable.get(reverse("complaint_list"))
    constable.get(reverse("office_list"))
    auditor = sign_in(Role.AUDITOR, "hq")
    first = auditor.get(reverse("audit_refused")).content.decode()
    assert "See complaints" not in first
    more = next(link for link in Page(first).links if "before=" in link)
    assert "See complaints" in auditor.get(more).content.decode()
    assert auditor.get(reverse("audit_refused"), {"before": "x"}).status_code == 200


def test_only_auditors_and_superintendents_look(sign_in: SignIn) -> None:
    for role, at in ((Role.SHO, "bazaar"), (Role.NODE_ADMIN, "hq"), (Role.SDPO, "circle")):
        terminal = sign_in(role, at)
        for name in ("audit_refused", "audit_changes"):
            assert terminal.get(reverse(name)).status_code == 403


def test_every_act_is_put_into_words() -> None:
    assert set(MATRIX) <= set(wording.ACTS)
    assert wording.act("an.act.of.tomorrow") == "an.act.of.tomorrow"
