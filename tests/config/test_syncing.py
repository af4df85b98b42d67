"""The process at the line ends when one of its two threads has, so that it is begun anew."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
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


_WAITS = """
import threading, time
import django
django.setup()
from cctns.config import bootstrap, logs, syncing
from cctns.sync import running
bootstrap.setup_django, logs.set_up = (lambda role: None), (lambda: None)
syncing.PATIENCE = 0.2
def upward(stop):
    print("calls", flush=True)
    time.sleep(60)
running.upward, running.inward = upward, threading.Event.wait
raise SystemExit(syncing.main())
"""


def test_a_call_that_nobody_answers_does_not_keep_it_from_ending() -> None:
    """Found by tests.nodes.random_runs: a mute cable, and SIGTERM."""
    told = {**os.environ, "DJANGO_SETTINGS_MODULE": "cctns.config.settings"}
    command = [sys.executable, "-c", _WAITS]
    with subprocess.Popen(command, env=told, stdout=subprocess.PIPE) as process:
        try:
            assert process.stdout
            assert process.stdout.readline() == b"calls\n"
            process.terminate()
            assert process.wait(20) == 0
        finally:
            process.kill()
