"""A PostgreSQL with wal_level logical, which no node needs: for its replication as peer."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import psycopg


def with_server(work: Callable[[psycopg.Connection], float]) -> float:
    """What `work` makes of a connection of its superuser; the server ends and is removed."""
    from cctns.config import embedded, keys, postgres

    folder = Path(tempfile.mkdtemp(prefix="cctns-logical-", dir="/var/tmp"))
    folder.chmod(0o755)
    home = folder / "home"
    home.mkdir(mode=0o711)
    keys.ensure(home)
    secrets = keys.read_secrets(home)
    where = (
        f"host={postgres.socket_folder(home)} user=postgres dbname=postgres "
        f"password={secrets['database.superuser']}"
    )
    try:
        with embedded.running(home, secrets), psycopg.connect(where, autocommit=True) as raw:
            raw.execute("ALTER SYSTEM SET wal_level = logical")
        with embedded.running(home, secrets), psycopg.connect(where, autocommit=True) as raw:
            return work(raw)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
