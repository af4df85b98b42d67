"""What a benchmark stands on: an embedded server of its own, migrated, with the demo State."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from cctns.config import bootstrap, env, keys, postgres, serve

Peer = dict[str, object]
Result = tuple[dict[str, float], dict[str, Peer]]


@contextmanager
def node(role: str = "app") -> Iterator[env.Environment]:
    """A fresh node in a temporary folder; Django is set up in this process under `role`."""
    home = Path(tempfile.mkdtemp(prefix="cctns-bench-", dir="/var/tmp"))
    home.chmod(0o755)
    os.environ.update(CCTNS_HOME=str(home / "home"), CCTNS_DATABASE_URL="", CCTNS_DEMO="1")
    try:
        with bootstrap.database() as environment:
            serve.prepare()
            bootstrap.setup_django(role)
            from cctns.offices.demo import demo_roster

            demo_roster()
            yield environment
    finally:
        shutil.rmtree(home, ignore_errors=True)


def offices_only() -> None:
    """The demo's offices and officers in the data folder of the environment, no cases."""
    with bootstrap.database():
        serve.prepare()
        bootstrap.setup_django("app")
        from cctns.offices.demo import demo_roster

        demo_roster()


def superuser_dsn(environment: env.Environment) -> str:
    """For what only the administrator may do in a benchmark: switch triggers off for the peer."""
    where = postgres.connection(
        env.Environment(**{**vars(environment), "role": env.ADMIN}),
        keys.read_secrets(environment.home),
    )
    return (
        f"host={where['HOST']} port={where['PORT']} dbname={where['NAME']} "
        f"user={where['USER']} password={where['PASSWORD']}"
    )


def pgbench(
    environment: env.Environment, script: str, *, tables: str, clients: int, seconds: int
) -> float:
    """Transactions a second of a pgbench script against the node's server: the limit beside us.

    `tables` is SQL that makes what the script writes to. Raises CalledProcessError.
    """
    from cctns.config.embedded import programs

    file = environment.home / "pgbench.sql"
    file.write_text(script)
    where = superuser_dsn(environment)
    with psycopg.connect(where, autocommit=True) as server:
        server.execute(tables)
    command = [str(programs(environment.home) / "pgbench"), "-n", "-f", str(file)]
    command += ["-c", str(clients), "-j", "2", "-T", str(seconds), "-M", "prepared", where]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    line = next(one for one in done.stdout.splitlines() if one.startswith("tps = "))
    return float(line.split()[2])


def wait_for(url: str, process: subprocess.Popen[bytes], seconds: int = 60) -> None:
    """Until a node answers. Raises RuntimeError when it ends or stays silent."""
    import urllib.error
    import urllib.request

    until = time.monotonic() + seconds
    while time.monotonic() < until and process.poll() is None:
        try:
            urllib.request.urlopen(url, timeout=2).close()
            return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    raise RuntimeError("the node does not answer")


def cctns(*words: str) -> subprocess.Popen[bytes]:
    """One of our commands in a process of its own, with this benchmark's environment."""
    kept = {name: value for name, value in os.environ.items() if name != "CCTNS_DB_ROLE"}
    return subprocess.Popen([sys.executable, "-m", "cctns.cli", *words], env=kept)
