"""The line to the parent: letters at once, all else when the parent said that it has time."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from django.db import OperationalError

from cctns.lib.clock import now
from cctns.lib.ids import uuid7
from cctns.sync import letters, running
from cctns.sync.line import Answer, Cut
from cctns.sync.models import Peer
from cctns.sync.post import to_bytes


@pytest.fixture
def asked(db: None, settings: Any, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths that the parent was asked for; it has nothing to tell and wants a minute's rest."""
    settings.NODE_ROLE = "station"
    paths: list[str] = []
    said: dict[str, Any] = {"heads": [], "directory": "", "yours": "", "pause": 60}
    said |= {"letters": [], "taken": [], "program": "", "law": ""}

    def call(self: object, method: str, path: str, *_rest: object, **_more: object) -> Answer:
        paths.append(path.rsplit("/", 1)[1])
        return Answer(200, to_bytes(said), 0)

    monkeypatch.setattr(running.Line, "call", call)
    return paths


def test_a_letter_goes_at_once_and_nothing_else_before_its_time(asked: list[str]) -> None:
    told = {"side": "parent", "role": "state", "cosign_key": b"", "box_key": b""}
    above = Peer.objects.create(name="cctns.in/above", enrolled_at=now(), **told)
    talking = running.Upward(above)
    talking.step()
    assert asked == ["hello", "letters"]
    talking.step()
    assert asked == ["hello", "letters"]
    letters.send(kind="test", id=uuid7(), to=letters.To(everyone=True), document={})
    talking.step()
    assert asked == ["hello", "letters", "letters"]


def test_a_database_that_goes_away_while_a_cut_is_noted_ends_nothing(
    asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    told = {"side": "parent", "role": "state", "cosign_key": b"", "box_key": b""}
    Peer.objects.create(name="cctns.in/above", enrolled_at=now(), **told)
    stop, rounds = threading.Event(), list[int]()

    def step(self: running.Upward) -> float:
        rounds.append(1)
        if len(rounds) > 2:
            stop.set()
        raise Cut("no answer")

    def failed(self: running.Upward, why: Cut) -> float:
        raise OperationalError("the server closed the connection")

    monkeypatch.setattr(running.Upward, "step", step)
    monkeypatch.setattr(running.Upward, "failed", failed)
    monkeypatch.setattr(running, "_AGAIN", 0.01)
    monkeypatch.setattr(running, "close_old_connections", lambda: None)
    running.upward(stop)
    assert len(rounds) == 3
