"""Who may call, what is hidden from whom, how many questions to the database, how often."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cctns.api.auth import SessionPosting
from cctns.api.urls import PACE, api
from cctns.cases.models import Fir
from cctns.offices.codes import Role
from cctns.offices.models import RefusedAct
from tests.cases.made import accused, complainant, registered
from tests.offices.land import Land
from tests.web.conftest import SignIn

FIRS = "/api/v1/firs"
SECRET = ("Asha Kumari", "Old Mill Lane", "She told me everything")
PATHS = {
    path.replace("{fir_id}", str(UUID(int=7))).replace("{act}/{number}", "BNS/103")
    for path in api.get_openapi_schema()["paths"]
}


@pytest.fixture
def fir(land: Land) -> Fir:
    """Rape: its victim and its place are hidden from all who need not know (BNS 72)."""
    victim = complainant(name=SECRET[0], street=SECRET[1], also_victim=True)
    return registered(
        land.post(Role.SHO, "bazaar"),
        persons=[victim, accused()],
        offences=[{"act": "BNS", "number": "64(1)"}],
        woman_officer="SI Meena",
        place=SECRET[1],
        narrative=SECRET[2],
    )


@pytest.mark.parametrize("path", sorted(PATHS))
def test_nobody_calls_without_a_session(db: None, path: str) -> None:
    assert Client().get(path).status_code == 401


def test_an_officer_whose_password_is_not_their_own_yet_calls_nothing(sign_in: SignIn) -> None:
    terminal = sign_in(Role.SHO, "bazaar")
    officer = terminal.posting.officer
    officer.must_change_password = True
    officer.save()
    assert terminal.get(FIRS).status_code == 401


def test_a_role_that_may_not_search_is_refused_and_that_is_kept(sign_in: SignIn) -> None:
    terminal = sign_in(Role.NODE_ADMIN, "hq")
    answer = terminal.get(FIRS)
    assert answer.status_code == 403
    assert answer.json()["detail"]
    assert RefusedAct.objects.filter(action="case.search").count() == 1


@pytest.mark.parametrize("rest", ["", "/history"])
def test_what_lies_outside_the_jurisdiction_is_as_if_it_were_not(
    sign_in: SignIn, fir: Fir, as_app: None, rest: str
) -> None:
    terminal = sign_in(Role.SHO, "mills")
    there, nowhere = (terminal.get(f"{FIRS}/{one}{rest}") for one in (fir.pk, uuid4()))
    assert (there.status_code, there.json()) == (nowhere.status_code, nowhere.json())
    assert there.status_code == 404
    assert terminal.get(FIRS).json() == {"firs": [], "next": ""}


@pytest.mark.parametrize(("role", "sees"), [(Role.SDPO, True), (Role.DUTY_OFFICER, False)])
def test_a_hidden_victim_is_hidden_here_too(
    sign_in: SignIn, fir: Fir, role: Role, sees: bool
) -> None:
    terminal = sign_in(role, "sub" if sees else "bazaar")
    texts = [terminal.get(path).content.decode() for path in (FIRS, f"{FIRS}/{fir.pk}")]
    assert (SECRET[0] in texts[1], SECRET[1] in texts[1]) == (sees, sees)
    assert not any(one in texts[0] for one in SECRET)
    if not sees:
        found = terminal.get(FIRS, {"name": SECRET[0]}).json()
        assert found == {"firs": [], "next": ""}


def test_pages_follow_each_other_without_gap_or_repetition(sign_in: SignIn) -> None:
    terminal = sign_in(Role.SHO, "bazaar")
    made = [str(registered(terminal.posting).pk) for _ in range(27)]
    first = terminal.get(FIRS).json()
    second = terminal.get(FIRS, {"after": first["next"]}).json()
    seen = [one["id"] for one in first["firs"] + second["firs"]]
    assert (len(first["firs"]), second["next"]) == (25, "")
    assert sorted(seen) == sorted(made)


@pytest.mark.parametrize(
    "cursor",
    ["x", "~", "2026-01-01~", "2026-01-01~" + "0" * 32],
)
def test_a_broken_cursor_is_said(sign_in: SignIn, cursor: str) -> None:
    answer = sign_in(Role.SHO, "bazaar").get(FIRS, {"after": cursor})
    assert answer.status_code == 422
    assert answer.json()["field"] == "after"


@pytest.mark.parametrize("field", ["number", "act", "section", "officer", "name", "after"])
def test_a_damaged_word_is_said_at_its_field(sign_in: SignIn, field: str) -> None:
    answer = sign_in(Role.SHO, "bazaar").get(FIRS, {field: "a\x00"})
    assert (answer.status_code, answer.json()["field"]) == (422, field)
    assert "NUL" in answer.json()["detail"]


def test_the_last_day_there_is_bounds_nothing(sign_in: SignIn) -> None:
    terminal = sign_in(Role.SHO, "bazaar")
    registered(terminal.posting)
    assert len(terminal.get(FIRS, {"until": "9999-12-31"}).json()["firs"]) == 1


@pytest.mark.parametrize(("rest", "most"), [("", 16), ("/{}", 21), ("/{}/history", 24)])
def test_questions_to_the_database_do_not_grow(sign_in: SignIn, rest: str, most: int) -> None:
    terminal = sign_in(Role.SHO, "bazaar")
    path = FIRS + rest.format(registered(terminal.posting).pk)
    terminal.get(path)
    counts = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as asked:
            assert terminal.get(path).status_code == 200
        counts.append(len(asked))
        registered(terminal.posting)
    assert counts[0] == counts[1] == most


@pytest.mark.usefixtures("one_minute")
def test_who_asks_too_often_waits(sign_in: SignIn, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal, other = sign_in(Role.SHO, "bazaar"), sign_in(Role.SHO, "mills")
    monkeypatch.setattr(PACE, "calls", 3)
    codes = [terminal.get("/api/v1/worklist").status_code for _ in range(4)]
    assert codes == [200, 200, 200, 429]
    assert other.get("/api/v1/worklist").status_code == 200


def test_nothing_is_written_and_whatever_will_be_asks_for_the_token(sign_in: SignIn) -> None:
    terminal: Any = sign_in(Role.SHO, "bazaar")
    terminal.handler.enforce_csrf_checks = True
    for path in sorted(PATHS):
        for verb in ("post", "put", "patch", "delete"):
            assert getattr(terminal, verb)(path).status_code in (403, 405)
    assert SessionPosting().csrf
