"""Running a node's processes: started together, started again when they die, ended together."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from . import node_file, prepared
from .embedded import Server, end_with_parent
from .env import Environment, Misconfigured
from .locks import hold

_GRACE_SECONDS = 20
DOOR = 2  # added to the first port: where other nodes knock
_BACK_OFF_SECONDS = (0.2, 1.0, 5.0, 15.0)
_SETTLED_SECONDS = 30


@contextmanager
def only_one(environment: Environment) -> Iterator[None]:
    """One `cctns up` a data folder and a free port. Raises Misconfigured."""
    lock = hold(environment.home / "up.lock")
    if lock is None:
        raise Misconfigured(f"This node is running already (data folder {environment.home}).")
    try:
        _must_be_free(environment.port)
        yield
    finally:
        lock.release()


def _must_be_free(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            raise Misconfigured(
                f"Port {port} is taken by another program: end it or set CCTNS_PORT to a free one."
            ) from None


def prepare() -> None:
    """Migrate and grant in a process of its own, so that the owner's rights end with it.

    Nothing is done when program, data folder and database were brought together before.
    """
    if prepared.already():
        return
    step = "from cctns.config import bootstrap as b; b.setup_django('owner'); b.migrate()"
    _must_succeed([sys.executable, "-c", step], role="owner")


def _must_succeed(command: list[str], *, role: str) -> None:
    done = subprocess.run(  # noqa: S603 - our own interpreter and module
        command, env=_environment(role), capture_output=True, text=True, check=False
    )
    if done.returncode:
        last = (done.stderr.strip() or "no reason given").splitlines()[-1]
        raise Misconfigured(f"The database cannot be brought up to date: {last}")


def _environment(role: str) -> dict[str, str]:
    return {
        **os.environ,
        "CCTNS_DB_ROLE": role,
        "DJANGO_SETTINGS_MODULE": "cctns.config.settings",
    }


@dataclass
class Child:
    """One process of the node; it starts again when it dies, ever more slowly while it does."""

    name: str
    command: list[str]
    role: str
    process: subprocess.Popen[bytes] | None = None
    deaths: int = 0
    due: float = 0.0
    started: float = field(default=0.0)

    def keep_alive(self, moment: float) -> None:
        if self.process is not None and self.process.poll() is None:
            return
        if self.process is not None:
            self._mourn(moment)
        if moment >= self.due:
            self.started = moment
            self.process = subprocess.Popen(  # noqa: S603 - our own interpreter and modules
                self.command, env=_environment(self.role), preexec_fn=end_with_parent
            )

    def _mourn(self, moment: float) -> None:
        assert self.process is not None
        settled = moment - self.started > _SETTLED_SECONDS
        self.deaths = 0 if settled else self.deaths + 1
        wait = _BACK_OFF_SECONDS[min(self.deaths, len(_BACK_OFF_SECONDS)) - 1] if self.deaths else 0
        self.due = moment + wait
        print(f"{self.name} ended ({self.process.returncode}); it starts again", file=sys.stderr)
        self.process = None

    def end(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)

    def wait(self, until: float) -> None:
        if self.process is None:
            return
        try:
            self.process.wait(max(0.1, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def children(environment: Environment, *, workers: int) -> list[Child]:
    """Web process and worker, each under its own database role."""
    address = f"127.0.0.1:{environment.port}"
    web = [sys.executable, "-m", "gunicorn", "cctns.config.wsgi:application"]
    web += ["--bind", address, "--workers", str(workers), "--worker-class", "gthread"]
    web += ["--threads", "6", "--preload", "--log-level", "warning", "--timeout", "60"]
    worker = [sys.executable, "-m", "cctns.config.worker"]
    return [Child("web", web, "app"), Child("worker", worker, "worker")]


def network(environment: Environment) -> list[Child]:
    """The processes that talk to other nodes: the line upward, and the door for those below."""
    if not node_file.is_named(environment.home):
        return []
    line = [sys.executable, "-m", "cctns.config.syncing"]
    if node_file.read(environment.home).role == "station":
        return [Child("line", line, "sync")]
    door = door_command(environment.port + DOOR)
    return [Child("line", line, "sync"), Child("door", door, "sync")]


def door_command(port: int) -> list[str]:
    """The door for nodes below: a child's line stays open between its looks (keep-alive).

    When the node is stopped, a caller that says nothing holds it up for no more than the grace:
    what was not answered comes again.
    """
    command = [sys.executable, "-m", "gunicorn", "cctns.config.door:application", "--bind"]
    command += [f"127.0.0.1:{port}", "--workers", "2", "--worker-class", "gthread"]
    command += ["--threads", "8", "--keep-alive", "75", "--graceful-timeout", "5", "--preload"]
    return [*command, "--log-level", "warning", "--timeout", "120"]


def run(
    environment: Environment,
    server: Server | None,
    *,
    workers: int,
    ready: Callable[[], None] | None = None,
) -> int:
    """Serve until SIGTERM or SIGINT; returns 0 after a clean stop."""
    stop = _on_signal()
    family = children(environment, workers=workers)
    told = networked = False
    try:
        while not stop:
            if server and server.keep_alive(time.monotonic()):
                print("database ended; it starts again", file=sys.stderr)
            if not networked and (more := network(environment)):  # enrolled while it runs
                networked, family = True, [*family, *more]
            for child in family:
                child.keep_alive(time.monotonic())
            told = told or _tell(environment, ready)
            time.sleep(0.2)
    finally:
        until = time.monotonic() + _GRACE_SECONDS
        for child in family:
            child.end()
        for child in family:
            child.wait(until)
    return 0


def _tell(environment: Environment, ready: Callable[[], None] | None) -> bool:
    try:
        socket.create_connection(("127.0.0.1", environment.port), timeout=0.2).close()
    except OSError:
        return False
    print(f"CCTNS serves http://127.0.0.1:{environment.port}/", flush=True)
    if ready:
        ready()
    return True


def _on_signal() -> list[int]:
    """A list that holds the signal once one came."""
    came: list[int] = []
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda signum, _frame: came.append(signum))
    return came
