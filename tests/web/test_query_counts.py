"""How often a page asks the database: a number that does not grow with what the page shows."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cctns.offices.codes import Role
from cctns.offices.models import Office
from tests.offices.land import Land

from .conftest import SignIn, Terminal
from .test_complaints import taken
from .test_diary import enter

MOST = 15
_FRAME = ("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT")


def questions(terminal: Terminal, path: str) -> int:
    """Statements of one page, those that only open and close transactions left out."""
    terminal.get(path, follow=True)  # the first page of a session also stores it
    with CaptureQueriesContext(connection) as asked:
        assert terminal.get(path).status_code == 200
    return sum(not one["sql"].startswith(_FRAME) for one in asked)


@pytest.mark.parametrize(
    ("role", "at", "name"),
    [
        (Role.SHO, "bazaar", "home"),
        (Role.SP, "east", "home"),
        (Role.SHO, "bazaar", "gd_new"),
        (Role.SHO, "bazaar", "gd_hand_over"),
        (Role.SHO, "bazaar", "complaint_list"),
        (Role.SHO, "bazaar", "complaint_new"),
        (Role.SHO, "bazaar", "staff_list"),
        (Role.SHO, "bazaar", "account"),
        (Role.NODE_ADMIN, "hq", "office_list"),
        (Role.NODE_ADMIN, "hq", "office_check"),
        (Role.AUDITOR, "hq", "audit_refused"),
        (Role.AUDITOR, "hq", "audit_changes"),
    ],
)
def test_a_page_asks_at_most_fifteen_times(sign_in: SignIn, role: Role, at: str, name: str) -> None:
    assert questions(sign_in(role, at), reverse(name)) <= MOST


def test_the_diary_the_complaints_and_the_worklist_ask_as_often_when_full(sign_in: SignIn) -> None:
    sho = sign_in(Role.SHO, "bazaar")
    enter(sho)
    complaint = taken(sho)
    today = sho.get(reverse("gd_today")).url
    paths = ["/", today, reverse("complaint_list")]
    before = [questions(sho, path) for path in paths]
    for _ in range(3):
        enter(sho)
        taken(sho)
    assert [questions(sho, path) for path in paths] == before
    assert max(before) <= MOST
    assert questions(sho, reverse("complaint_page", args=[complaint.pk])) <= MOST
    assert questions(sho, reverse("complaint_dispose", args=[complaint.pk])) <= MOST


def test_an_office_and_a_posting_ask_as_often_when_full(sign_in: SignIn, land: Land) -> None:
    admin = sign_in(Role.NODE_ADMIN, "hq")
    bazaar: Office = land["bazaar"]
    posting = land.post(Role.IO, "bazaar")
    paths = [
        reverse("office_page", args=[bazaar.pk]),
        reverse("staff_page", args=[posting.pk]),
        reverse("office_open", args=[bazaar.pk]),
    ]
    before = [questions(admin, path) for path in paths]
    land.post(Role.IO, "bazaar")
    land.post(Role.DUTY_OFFICER, "bazaar")
    assert [questions(admin, path) for path in paths] == before
    assert max(before) <= MOST
