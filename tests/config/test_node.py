"""A node as its operator runs it: it starts, comes back after kill -9, and stops cleanly."""

from __future__ import annotations

import shutil
import signal
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import psutil
import pytest

from tests.nodes.node import Node


@pytest.fixture(scope="module")
def home() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="cctns-node-"))
    yield folder / "home"
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def node(home: Path) -> Iterator[Node]:
    running = Node(home)
    if not running.answers():
        running.process.kill()
        pytest.fail(running.said())
    yield running
    if running.process.poll() is None:
        running.stop()


def test_it_serves_and_stops_cleanly_leaving_nothing_behind(node: Node) -> None:
    family = node.family()
    assert family
    assert node.stop() == 0
    _, alive = psutil.wait_procs(family, timeout=10)
    assert alive == []


def test_a_second_one_on_the_same_data_folder_is_told_so(node: Node) -> None:
    code, said = node.run("up")
    assert code == 2
    assert "running already" in said


def test_web_and_worker_start_again_after_kill_9(node: Node) -> None:
    for name in ("gunicorn", "cctns.config.worker"):
        node.kill(name)
        assert node.answers()
        until = time.monotonic() + 30
        while not node.family(name) and time.monotonic() < until:
            time.sleep(0.1)
        assert node.family(name), name


def test_the_database_starts_again_after_kill_9(node: Node) -> None:
    (before,) = node.family("postgres -D")
    before.kill()
    until = time.monotonic() + 30
    while before in node.family("postgres -D") and time.monotonic() < until:
        time.sleep(0.1)
    assert node.answers()
    assert before not in node.family("postgres -D")


def test_after_kill_9_of_all_it_starts_again(home: Path, node: Node) -> None:
    family = node.family()
    node.stop(signal.SIGKILL)
    for process in family:
        with suppress(psutil.NoSuchProcess):
            process.kill()
    psutil.wait_procs(family, timeout=10)
    again = Node(home)
    assert again.answers()
    assert again.stop() == 0


def test_the_pages_role_is_no_superuser_and_bypasses_nothing(node: Node) -> None:
    code, said = node.run("check")
    assert code == 0, said
    assert "Nothing is wrong" in said


def test_no_folder_above_the_data_folder_changes_its_mode(node: Node, home: Path) -> None:
    assert home.parent.stat().st_mode & 0o777 == 0o755
    assert home.stat().st_mode & 0o077 in (0o011, 0o001)
    assert (home / "keys").stat().st_mode & 0o077 == 0
