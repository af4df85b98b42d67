"""The process at the line ends when one of its two threads has, so that it is begun anew."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator

import pytest

from cctns.config import bootstrap, logs, syncing
from cctns.sync import running


@pytest.fixture(autouse=True)
def _as_it_is(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(bootstrap, "setup_django", lambda role: None)
    monkeypatch.setattr(logs, "set_up", lambda: None)
    before = signal.getsignal(signal.SIGTERM)
    yield
    signal.signal(signal.SIGTERM, before)


def test_one_that_fails_takes_the_other_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    ended = threading.Event()

    def upward(stop: threading.Event) -> None:
        """Ends at once."""

    def inward(stop: threading.Event) -> None:
        if stop.wait(10):
            ended.set()

    monkeypatch.setattr(running, "upward", upward)
    monkeypatch.setattr(running, "inward", inward)
    assert syncing.main() == 1
    assert ended.is_set(), "the process would never end"
