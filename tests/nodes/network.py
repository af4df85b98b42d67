"""Nodes without their pages: database, door and line, each started, killed and looked at alone."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import psutil
import psycopg

from cctns.config import embedded, keys, postgres

from .node import free_port

STATION = "9902002"
_WRITE = """
import secrets, sys
from cctns.config import bootstrap
bootstrap.setup_django("app")
from cctns.lib.clock import now
from cctns.lib.full import is_full
from cctns.offices.models import Posting
from cctns.registers import actions
by = Posting.objects.filter(office__code="9902002", role="duty_officer").first()
for line in sys.stdin:
    first, count = map(int, line.split())
    try:
        for number in range(first, first + count):
            text = f"Patrol {number}: {secrets.token_hex(450)}"  # nothing that packs well
            moment = now()
            entry = actions.write_diary_entry(
                by=by, kind="patrol_out", text=text, occurred_at=moment
            )
            print(entry.pk, flush=True)  # told, whatever comes next
        print("written", flush=True)
    except Exception as error:
        print(type(error).__name__, "for want of room" * is_full(error), flush=True)
"""


_CLOCK = """
import os, time
from datetime import timedelta
from cctns.lib import clock
second, moment = time.time, clock.now
days = lambda: int(open(os.environ["DAYS"]).read())
time.time = lambda: second() + 86400 * days()
clock.now = lambda: moment() + timedelta(days=days())
"""


class Machine:
    """One data folder with its database; `up` is the port of the door when there is one."""

    def __init__(
        self,
        folder: Path,
        name: str,
        role: str,
        *,
        like: Machine | None = None,
        keys_too: bool = False,
    ) -> None:
        folder.chmod(0o755)
        self.home, self.name, self.role = folder / name, f"cctns.in/{name}", role
        self.port, self.pages_port = free_port(), free_port()
        self._open = ExitStack()
        self._officer: subprocess.Popen[str] | None = None
        self.processes: dict[str, subprocess.Popen[bytes]] = {}
        kept = {key: value for key, value in os.environ.items() if "DJANGO" not in key}
        ours = {"CCTNS_HOME": str(self.home), "CCTNS_DATABASE_URL": "", "CCTNS_DEMO": "1"}
        self.environment = {**kept, **ours, "CCTNS_DB_ROLE": ""}
        self.run_by(Path.cwd())
        if like is None:
            self.home.mkdir(mode=0o711)
            keys.ensure(self.home)
        else:
            self._be_like(like, keys_too)
        self.start()

    def _be_like(self, other: Machine, keys_too: bool) -> None:
        """Tables as the other has them, which takes seconds less than making them; own keys."""
        subprocess.run(["cp", "-a", str(other.home), str(self.home)], check=True)
        if keys_too:
            return
        for path in (self.home / "keys").glob("*.pem"):
            path.unlink()
        keys.ensure(self.home)

    def init(self) -> None:
        """Named, and founded when it is a State's."""
        code = {"nation": "NCRB"}.get(self.role, "HQ")
        words = ["--state", "9", "--name", code, "--code", code, "--number", "ROOT"]
        words += ["--officer", "Root", "--role", self.role]
        self.run("node", "init", "--node", self.name.removeprefix("cctns.in/"), *words)

    def start(self) -> None:
        """The database."""
        secrets = keys.read_secrets(self.home)
        self.server = self._open.enter_context(embedded.running(self.home, secrets))
        self.secrets = secrets

    def stop(self) -> None:
        for name in list(self.processes):
            self.end(name)
        self.rest()
        self._open.close()

    def set_clock(self, days: int) -> None:
        """What was begun after the first call lives so many days from today, from now on."""
        folder = self.home.parent / f"{self.home.name}-clock"
        if not folder.exists():
            self.rest()
            folder.mkdir()
            (folder / "sitecustomize.py").write_text(_CLOCK)
            self.environment["DAYS"] = str(folder / "days")
        (folder / "new").write_text(str(days))
        (folder / "new").rename(folder / "days")

    def run_by(self, program: Path) -> None:
        """Whose modules are run from now on, under whose clock."""
        self.program, clock = program, self.home.parent / f"{self.home.name}-clock"
        self.environment["PYTHONPATH"] = f"{program}{os.pathsep}{clock}"

    def rest(self) -> None:
        """The officer goes home."""
        if self._officer is not None:
            self._officer.kill()
            self._officer.wait()
            self._officer = None

    def crash(self) -> None:
        """kill -9 of the database, as a power cut does it; it is started again."""
        self.rest()
        self._kill_the_database()
        self.start()

    def die(self) -> None:
        """kill -9 of everything here."""
        for name in list(self.processes):
            self.end(name, signal.SIGKILL)
        self.rest()
        self._kill_the_database()

    def _kill_the_database(self) -> None:
        assert self.server.process
        self.server.process.kill()
        self._open.close()

    def run(self, *words: str, well: bool = True) -> str:
        """One of our commands; what it printed."""
        done = subprocess.run(
            [sys.executable, "-m", "cctns.cli", *words],
            env=self.environment,
            cwd=self.program,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        assert not well or done.returncode == 0, done.stderr + done.stdout
        return done.stdout + done.stderr

    def python(self, code: str, *words: str) -> str:
        done = subprocess.run(
            [sys.executable, "-c", code, *words],
            env=self.environment,
            cwd=self.program,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def write(self, first: int, count: int) -> list[str]:
        """So many diary entries, each its own act; the ids that were acknowledged.

        By one officer's process that stays, until the database is stopped.
        """
        if self._officer is None:
            self._officer = subprocess.Popen(
                [sys.executable, "-c", _WRITE],
                env=self.environment,
                cwd=self.program,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
        assert self._officer.stdin
        assert self._officer.stdout
        self._officer.stdin.write(f"{first} {count}\n")
        self._officer.stdin.flush()
        told = []
        while (said := self._officer.stdout.readline().strip()) != "written":
            assert "-" in said, said
            told.append(said)
        return told

    def door(self, fault: str = "") -> None:
        """For other nodes to knock at."""
        command = [sys.executable, "-m", "gunicorn", "cctns.config.door:application"]
        command += ["--bind", f"127.0.0.1:{self.port}", "--worker-class", "gthread"]
        command += ["--threads", "8", "--keep-alive", "75", "--graceful-timeout", "1"]
        self._begin("door", command, fault)

    def line(self, fault: str = "") -> None:
        self._begin("line", [sys.executable, "-m", "cctns.config.syncing"], fault)

    def worker(self) -> None:
        """Followers of the journals: search, clusters, alerts."""
        self._begin("worker", [sys.executable, "-m", "cctns.config.worker"], "", role="worker")

    def pages(self) -> None:
        """For officers' browsers, at a port of their own."""
        command = [sys.executable, "-m", "gunicorn", "cctns.config.wsgi:application"]
        command += ["--bind", f"127.0.0.1:{self.pages_port}", "--worker-class", "gthread"]
        self._begin("pages", [*command, "--threads", "6"], "", role="app")

    def at_work(self, *names: str) -> None:
        """These processes run: begun anew where one has ended."""
        for name in names:
            process = self.processes.get(name)
            if process is None or process.poll() is not None:
                getattr(self, name)()

    def _begin(self, name: str, command: list[str], fault: str, *, role: str = "sync") -> None:
        self.end(name)
        settings = {"DJANGO_SETTINGS_MODULE": "cctns.config.settings"}
        told = {**self.environment, **settings, "CCTNS_DB_ROLE": role, "CCTNS_FAULT": fault}
        with (self.home.parent / f"{self.home.name}-{name}.log").open("ab") as log:
            self.processes[name] = subprocess.Popen(
                command, env=told, cwd=self.program, stdout=log, stderr=log
            )

    def end(self, name: str, how: int = signal.SIGTERM) -> None:
        """SIGKILL is for the whole family: whoever is left of a door keeps its port for seconds."""
        process = self.processes.pop(name, None)
        if process is not None:
            if how == signal.SIGKILL and process.poll() is None:
                for child in psutil.Process(process.pid).children():
                    child.kill()
            process.send_signal(how)
            process.wait(60)

    def dies(self, name: str, seconds: float = 60) -> bool:
        """Whether the process ends by itself: a gunicorn's worker is what the fault kills."""
        until = time.monotonic() + seconds
        log = self.home.parent / f"{self.home.name}-{name}.log"
        while time.monotonic() < until:
            if name == "line" and self.processes[name].poll() is not None:
                return True
            if name == "door" and b"SIGKILL" in log.read_bytes():
                log.write_bytes(b"")
                return True
            time.sleep(0.1)
        return False

    @contextmanager
    def database(self) -> Iterator[psycopg.Connection]:
        where = (
            f"host={postgres.socket_folder(self.home)} dbname=cctns user=postgres "
            f"password={self.secrets['database.superuser']}"
        )
        with psycopg.connect(where, autocommit=True) as raw:
            yield raw

    def ask(self, statement: str, *values: Any) -> list[tuple[Any, ...]]:
        with self.database() as raw:
            return raw.execute(statement, values).fetchall()

    def leaves(self) -> dict[tuple[Any, ...], bytes]:
        """By office, epoch and number, of the station's journal."""
        rows = self.ask(
            "SELECT e.office_id, e.epoch, e.seq, e.leaf FROM ("
            "SELECT office_id, epoch, seq, leaf FROM journal_entry UNION ALL "
            "SELECT office_id, epoch, seq, leaf FROM journal_bareleaf"
            ") e JOIN offices_office o ON o.id = e.office_id WHERE o.code = %s",
            STATION,
        )
        return {row[:3]: bytes(row[3]) for row in rows}

    def diary(self) -> set[str]:
        rows = self.ask("SELECT id::text FROM registers_generaldiaryentry")
        return {one for (one,) in rows}

    def copy_data(self, to: Path) -> None:
        """The database's files as they lie there; it must be stopped."""
        shutil.rmtree(to, ignore_errors=True)
        subprocess.run(["cp", "-a", str(self.home / "database"), str(to)], check=True)

    def put_back(self, kept: Path) -> None:
        shutil.rmtree(self.home / "database")
        subprocess.run(["cp", "-a", str(kept), str(self.home / "database")], check=True)


def eventually(true: Callable[[], bool], seconds: float = 60) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if true():
            return True
        time.sleep(0.2)
    return False


def enrolled(
    above: Machine,
    below: Machine,
    url: str,
    *,
    offices: Sequence[str] = (STATION,),
    login: str = "admin",
) -> None:
    """The node goes below the other, by the papers, with its offices."""
    request, grant = (str(above.home.parent / f"{below.home.name}.{one}") for one in "rg")
    below.run("node", "request", request)
    words = ["--grant", grant, "--state", "99", "--url", url, "--as", login]
    words += [word for one in offices for word in ("--office", one)]
    above.run("node", "enrol", request, *words)
    below.run("node", "join", grant)


@contextmanager
def at_rest() -> Iterator[Machine]:
    """A node with tables and nothing else, for others to be copied from; gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="cctns-tables-", dir="/var/tmp"))
    try:
        machine = Machine(folder, "tables", "station")
        machine.init()
        machine.stop()
        (machine.home / "node.json").unlink()
        yield machine
    finally:
        shutil.rmtree(folder, ignore_errors=True)
