"""`cctns up` as its operator runs it: started, watched, killed, stopped."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import suppress
from pathlib import Path
from typing import IO

import psutil


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class Node:
    """`cctns up` in a data folder of its own, embedded database and all."""

    def __init__(self, home: Path, *, port: int = 0, demo: bool = False) -> None:
        home.parent.chmod(0o755)  # the database's own account must get there
        self.home, self.port = home, port or free_port()
        ours = {"CCTNS_HOME": str(home), "CCTNS_PORT": str(self.port), "CCTNS_DATABASE_URL": ""}
        kept = {name: value for name, value in os.environ.items() if "DJANGO" not in name}
        self.environment = {**kept, **ours, "CCTNS_DB_ROLE": "", "CCTNS_DEMO": "1" * demo}
        self.start()

    def start(self) -> None:
        self.log = self.home.parent / f"{self.home.name}.log"  # a pipe that nobody reads fills
        with self.log.open("a") as log:
            self.process = self.cctns("up", to=log)

    def cctns(self, *words: str, to: IO[str] | int = subprocess.PIPE) -> subprocess.Popen[str]:
        """One of our commands beside the node, in its environment."""
        return subprocess.Popen(
            [sys.executable, "-m", "cctns.cli", *words],
            env=self.environment,
            stdout=to,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def run(self, *words: str) -> tuple[int, str]:
        done = self.cctns(*words)
        out, _ = done.communicate(timeout=900)
        return done.returncode, out

    def said(self) -> str:
        return self.log.read_text()

    def answers(self, seconds: float = 180) -> bool:
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
