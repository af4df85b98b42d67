"""How often a page asks the database: a number that does not grow with what the page shows."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cctns.cases.models import Fir, ZeroTransfer
from cctns.offices.codes import Role
from cctns.offices.models import Office
from tests.cases.investigating import arrest_of, opened
from tests.cases.scene import seizure_of
from tests.offices.land import Land

from .conftest import SignIn, Terminal
from .test_complaints import taken
from .test_diary import enter
from .wizard import COMPLAINANT, Wizard, registered

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
        (Role.SHO, "bazaar", "book_index"),
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


WIZARD = ("kind", "information", "narrative", "occurrence", "place", "inquest", "action", "close")
LISTS = ("complainant", "victim", "accused", "witness", "property")


def written(wizard: Wizard, name: str) -> None:
    """One more of everything that a draft may hold many of."""
    wizard.add("complainant", **{**COMPLAINANT, "name": name})
    wizard.add("accused", knowledge="known", name=name)
    wizard.add("property", "other", description=f"Bag of {name}", value="10")


def test_every_page_of_the_wizard_asks_as_often_when_full(sign_in: SignIn) -> None:
    sho = sign_in(Role.SHO, "bazaar")
    wizard = Wizard.begin(sho)
    paths = [wizard.url("fir_page", slug) for slug in WIZARD]
    paths += [wizard.url(name, slug) for slug in LISTS for name in ("fir_list", "fir_add")]
    paths += [wizard.url(f"fir_{name}") for name in ("draft", "sections", "check", "discard")]
    paths += [
        reverse("fir_start"),
        reverse("fir_drafts"),
        wizard.url("fir_add", "property", "phone"),
    ]
    before = [questions(sho, path) for path in paths]
    wizard.fill(io=sho.posting.officer.username)
    for name in ("Mohan", "Sohan", "Rohan"):
        written(wizard, name)
        Wizard.begin(sho)
    assert [questions(sho, path) for path in paths] == before
    assert max(before) <= MOST


def test_an_efir_that_waits_asks_no_more(sign_in: SignIn) -> None:
    sho = sign_in(Role.SHO, "bazaar")
    wizard = Wizard.begin(sho, "efir")
    sho.post(wizard.url("fir_submit"))
    for path in (wizard.url("fir_check"), wizard.url("fir_draft"), "/"):
        assert questions(sho, path) <= MOST


def test_every_page_and_step_of_a_case_asks_as_often_when_full(sign_in: SignIn) -> None:
    sho = sign_in(Role.SHO, "bazaar")
    steps = ("copy", "dispatch", "officer", "people", "property", "papers", "timeline")
    names = ("case", *(f"case_{step}" for step in steps), "fir_registered")

    def counted(fir: Fir) -> list[int]:
        return [questions(sho, reverse(name, args=[fir.pk])) for name in names]

    few = counted(registered(sho))
    wizard = Wizard.begin(sho)
    wizard.fill(io=sho.posting.officer.username)
    for name in ("Mohan", "Sohan", "Rohan"):
        written(wizard, name)
    sho.post(wizard.url("fir_register"))
    assert counted(Fir.objects.get(pk=wizard.draft.pk)) == few
    assert max(few) <= MOST


def test_finding_and_exporting_ask_as_often_when_full(sign_in: SignIn) -> None:
    sho = sign_in(Role.SHO, "bazaar")
    registered(sho)
    paths = [reverse("find"), reverse("find") + "?name=sita", reverse("find_export")]
    before = [questions(sho, path) for path in paths]
    registered(sho)
    registered(sho)
    assert [questions(sho, path) for path in paths] == before
    assert max(before) <= MOST


def test_a_zero_fir_on_its_way_asks_at_most_fifteen_times(sign_in: SignIn) -> None:
    here, there = sign_in(Role.SHO, "bazaar"), sign_in(Role.SHO, "fort")
    wizard = Wizard.begin(here)
    wizard.fill(io=here.posting.officer.username)
    wizard.save("kind", kind="zero")
    wizard.save("place", place="Elsewhere", outside_limits="on", outside_station="Fort")
    wizard.save("action", action="transfer")
    assert here.post(wizard.url("fir_register")).status_code == 302
    send = reverse("case_transfer", args=[wizard.draft.pk])
    assert questions(here, send) <= MOST
    assert here.post(send, {"to_office": "FORT"}).status_code == 302
    transfer = ZeroTransfer.objects.get()
    assert questions(there, reverse("transfer", args=[transfer.pk])) <= MOST
    assert questions(there, "/") <= MOST
    told = {"answer": "return", "reason": "It happened elsewhere"}
    assert there.post(reverse("transfer", args=[transfer.pk]), told).status_code == 302
    assert questions(here, reverse("case_take_up", args=[wizard.draft.pk])) <= MOST


def test_a_supervisor_s_look_at_a_case_asks_at_most_fifteen_times(sign_in: SignIn) -> None:
    fir = registered(sign_in(Role.SHO, "bazaar"))
    superintendent = sign_in(Role.SP, "east")
    for name in ("case", "case_people", "case_timeline", "case_officer"):
        assert questions(superintendent, reverse(name, args=[fir.pk])) <= MOST


@pytest.mark.parametrize(("role", "at"), [(Role.SP, "east"), (Role.SDPO, "sub")])
def test_deciding_whether_an_fir_is_sensitive_asks_at_most_fifteen_times(
    sign_in: SignIn, role: Role, at: str
) -> None:
    fir = registered(sign_in(Role.SHO, "bazaar"))
    assert questions(sign_in(role, at), reverse("case_sensitive", args=[fir.pk])) <= MOST


def test_the_audit_asks_as_often_when_full(sign_in: SignIn, land: Land) -> None:
    auditor = sign_in(Role.AUDITOR, "hq")
    admin = sign_in(Role.NODE_ADMIN, "hq")

    def close_a_login() -> None:
        posting = land.post(Role.IO, "bazaar")
        done = admin.post(reverse("staff_login_close", args=[posting.pk]))
        assert done.status_code == 302

    close_a_login()
    before = questions(auditor, reverse("audit_changes"))
    for _ in range(3):
        close_a_login()
    assert questions(auditor, reverse("audit_changes")) == before


def test_the_forms_of_a_case_ask_at_most_fifteen_times(sign_in: SignIn) -> None:
    """But the final report, which is assembled from all of them."""
    io, sho = sign_in(Role.IO, "bazaar"), sign_in(Role.SHO, "bazaar")
    case = opened(sho.posting, io.posting)
    arrest, seizure = arrest_of(io.posting, case), seizure_of(io.posting, case)
    pages = [
        reverse("book_entry", args=["arrest", arrest.pk]),
        reverse("book_entry", args=["seizure", seizure.pk]),
        reverse("case_sheet_new", args=[case.fir_id, "seizure"]),
        reverse("case_investigation", args=[case.fir_id]),
        reverse("case_bundle", args=[case.fir_id]),
    ]
    assert {page: asked for page in pages if (asked := questions(io, page)) > MOST} == {}
