"""Alerts by the API and the command line: the pages' answer as data."""

from __future__ import annotations

import json
from typing import Any

import pytest

from cctns.alerts import pace
from cctns.alerts.models import Alert
from cctns.cli import alerts as command
from cctns.cli.alerts import add_arguments
from cctns.config.env import Misconfigured
from cctns.offices.codes import Role
from tests.alerts.raised import CAR, PLATE, in_force, seen
from tests.offices.land import Land
from tests.web.conftest import SignIn, Terminal, pages_own_role, sign_in

__all__ = ["sign_in"]


@pytest.fixture
def finder(sign_in: SignIn, land: Land) -> Terminal:
    sho, io = land.post(Role.SHO, "bazaar"), land.post(Role.IO, "bazaar")
    in_force(io, sho, CAR, PLATE)
    pace.turn()
    finder = sign_in(Role.SHO, "mills")
    seen(finder.posting, PLATE)
    pace.turn()
    return finder


def got(terminal: Terminal, path: str, status: int = 200) -> Any:
    with pages_own_role():
        answer = terminal.get(f"/api/v1/{path}")
    assert answer.status_code == status
    return answer.json()


def test_inbox_alert_and_lookouts(finder: Terminal) -> None:
    (line,) = got(finder, "alerts")["alerts"]
    assert (line["kind"], line["standing"], line["met_office"]) == ("hit", "new", "mills")
    whole = got(finder, f"alerts/{line['id']}")
    assert whole["alert"] == line
    assert whole["may"] == ["acknowledged", "noted"]
    (lookout,) = got(finder, "lookouts")["lookouts"]
    assert got(finder, "alerts")["fresh"] == [lookout]
    assert got(finder, "alerts?which=all")["fresh"] == []
    assert lookout["title"] == line["title"]
    assert got(finder, "alerts?which=overdue")["alerts"] == []
    assert got(finder, "alerts?after=rubbish", 422)["field"] == "after"
    assert got(finder, f"alerts/{lookout['id']}", 404)["detail"]


def said(*words: str) -> int:
    import argparse

    parser = argparse.ArgumentParser()
    add_arguments(parser)
    return command.run(parser.parse_args(list(words)))


def test_the_command_line_says_the_same_and_answers(
    finder: Terminal, capsys: pytest.CaptureFixture[str]
) -> None:
    login = finder.posting.officer.username
    assert said("inbox", "--as", login, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["alerts"][0]["id"] == got(finder, "alerts")["alerts"][0]["id"]
    assert "DL-01 AB 1234" in told["fresh"][0]["title"]
    said("inbox", "--as", login)
    assert "newly looked for" in capsys.readouterr().out
    alert = str(Alert.objects.get().pk)
    with pytest.raises(Misconfigured, match="cannot be answered now"):
        said("answer", alert, "--step", "confirmed", "--words", "It is", "--as", login)
    said("answer", alert, "--step", "noted", "--words", "Parked at the plaza", "--as", login)
    assert "Parked at the plaza" in capsys.readouterr().out
    said("lookouts", "--as", login)
    assert "DL-01 AB 1234" in capsys.readouterr().out
