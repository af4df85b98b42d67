"""The line to the parent: letters at once, all else when the parent said that it has time."""

from __future__ import annotations

from typing import Any

import pytest

from cctns.lib.clock import now
from cctns.lib.ids import uuid7
from cctns.sync import letters, running
from cctns.sync.line import Answer
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
