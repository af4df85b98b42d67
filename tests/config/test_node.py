"""A node as its operator runs it: it starts, comes back after kill -9, and stops cleanly."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import psutil
import pytest

pytestmark = pytest.mark.xdist_group("node")


@pytest.fixture(scope="module")
def home() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="cctns-node-"))
    yield folder / "home"
    shutil.rmtree(folder, ignore_errors=True)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class Node:
    """`cctns up` in a data folder of its own, embedded database and all."""

    def __init__(self, home: Path) -> None:
        home.parent.chmod(0o755)  # the database's own account must get there
        self.port = free_port()
        ours = {"CCTNS_HOME": str(home), "CCTNS_PORT": str(self.port), "CCTNS_DATABASE_URL": ""}
        kept = {name: value for name, value in os.environ.items() if "DJANGO" not in name}
        self.environment = {**kept, **ours, "CCTNS_DB_ROLE": ""}
        self.process = self._cctns("up")

    def _cctns(self, *words: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "cctns.cli", *words],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def run(self, *words: str) -> tuple[int, str]:
        done = self._cctns(*words)
        out, _ = done.communicate(timeout=60)
        return done.returncode, out

    def answers(self, seconds: float = 60) -> bool:
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if self.process.poll() is not None:
                return False
            try:
                url = f"http://127.0.0.1:{self.port}/healthz"
                with urllib.request.urlopen(url, timeout=5) as response:
                    return bool(response.read() == b"well\n")
            except (urllib.error.URLError, OSError):
                time.sleep(0.2)
        return False

    def family(self, name: str = "") -> list[psutil.Process]:
        """The living processes under the node; one that dies while it is looked at is left out."""
        found = []
        for one in psutil.Process(self.process.pid).children(recursive=True):
            with suppress(psutil.NoSuchProcess):  # a zombie is one too
                if name in " ".join(one.cmdline()):
                    found.append(one)
        return found

    def kill(self, name: str) -> None:
        for one in self.family(name):
            with suppress(psutil.NoSuchProcess):
                one.kill()

    def stop(self, how: int = signal.SIGTERM) -> int:
        self.process.send_signal(how)
        return self.process.wait(60)


@pytest.fixture
def node(home: Path) -> Iterator[Node]:
    running = Node(home)
    if not running.answers():
        running.process.kill()
        pytest.fail(running.process.communicate()[0])
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
