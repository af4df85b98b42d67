"""Page, API and command give the same answer: they ask the same function."""

from __future__ import annotations

import json
import re
from argparse import Namespace
from typing import Any

import pytest
from django.urls import reverse

from cctns.cli import search as command
from cctns.journal import follow
from cctns.offices.codes import Role
from tests.cases.made import accused, complainant, registered
from tests.web.conftest import SignIn, _quiet, sign_in

__all__ = ["_quiet", "sign_in"]
FAR = {"scope": "nation", "reason": "court", "reference": "CC 7/2026"}


def test_page_api_and_command_answer_alike(
    sign_in: SignIn, capsys: pytest.CaptureFixture[str]
) -> None:
    sho = sign_in(Role.SHO, "bazaar")
    for name in ("Vikram", "Vikrum Singh", "विक्रम", "Bikram"):
        registered(sho.posting, persons=[complainant(), accused(name=name)])
    follow.run_all()
    api = sho.get("/api/v1/find", {"q": "vikram"}).json()
    page = sho.get(reverse("find_anyone"), {"q": "vikram"}).content.decode()
    login = sho.posting.officer.username
    told: dict[str, Any] = {"reading": "", "everywhere": False, "reason": "", "reference": ""}
    given = {"query": "vikram", "login": login, "json": True, "after": "", **told}
    command.run(Namespace(**given))
    typed = json.loads(capsys.readouterr().out)
    on_page = re.findall(r"/find/person/([0-9a-f-]{36})/", page)
    assert on_page == [one["id"] for one in api["people"]] == [one["id"] for one in typed["people"]]
    assert len(on_page) >= 4


def test_complaint_46_the_api_answers_400_without_a_purpose(sign_in: SignIn) -> None:
    terminal = sign_in(Role.IO, "mills")
    refused = terminal.get("/api/v1/find", {"q": "vikram", "scope": "nation"})
    assert refused.status_code == 400
    assert "purpose" in refused.json()["detail"]
    assert terminal.get("/api/v1/find", {"q": "vikram", **FAR}).status_code == 200
