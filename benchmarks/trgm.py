"""pg_trgm of the machine's own PostgreSQL (Debian's), as peer: romanised names under trigrams."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import psycopg

from cctns.config import tuning

from .name_data import Known, Question

Plain = Callable[[str], str]
Answer = tuple[Sequence[int], float]  # places in the list of persons, and the milliseconds

_TOOLS = Path("/usr/lib/postgresql")
_ACCOUNT = "postgres"  # of Debian's package; the server refuses to run as root
# The other evidence weighs as in name-search.md's prototype: 0.45 relative, 0.12 year and district.
_ASK = """
SELECT place FROM held WHERE name %% %(name)s ORDER BY similarity(name, %(name)s)
    + 0.45 * similarity(father, %(father)s) + 0.12 * (district = %(district)s)::int
    + 0.12 * coalesce(abs(year - %(year)s) <= 5, false)::int DESC, place LIMIT 50
"""


def answers(
    people: Sequence[Known], asked: Sequence[Question], plain: Plain
) -> list[Answer] | None:
    """What pg_trgm finds for each question, best first; None on a machine without it."""
    tools = _tools()
    if tools is None:
        return None
    found = list[Answer]()
    with _server(tools) as server:
        _load(server, people, plain)
        for one in asked:
            told = {
                "name": plain(one.text),
                "father": plain(one.father),
                "district": one.district,
                "year": one.birth_year,
            }
            begun = time.perf_counter()
            rows = server.execute(_ASK, told).fetchall()
            found.append(([row[0] for row in rows], (time.perf_counter() - begun) * 1000))
    return found


def _tools() -> Path | None:
    """The newest installed server that has the extension."""
    versions = sorted(_TOOLS.glob("*/lib/pg_trgm.so"), reverse=True)
    return versions[0].parent.parent / "bin" if versions else None


def _load(server: psycopg.Connection, people: Sequence[Known], plain: Plain) -> None:
    server.execute("CREATE EXTENSION pg_trgm")
    server.execute("CREATE TABLE held (place int, name text, father text, year int, district text)")
    with server.cursor().copy("COPY held FROM STDIN") as copy:
        for place, one in enumerate(people):
            row = (place, plain(one.name), plain(one.father), one.birth_year, one.district)
            copy.write_row(row)
    server.execute("SET maintenance_work_mem = '512MB'")
    server.execute("CREATE INDEX ON held USING gin (name gin_trgm_ops)")
    server.execute("VACUUM ANALYZE held")


@contextmanager
def _server(tools: Path) -> Iterator[psycopg.Connection]:
    """A server of its own on a socket, which ends and is removed."""
    folder = Path(tempfile.mkdtemp(prefix="cctns-trgm-", dir="/var/tmp"))
    account = _ACCOUNT if os.getuid() == 0 else None
    if account:
        shutil.chown(folder, account)
    data = folder / "data"
    options = f"-k {folder} -c listen_addresses='' "
    options += f" -c shared_buffers={tuning.shared_buffers()}MB"  # as ours

    def run(tool: str, *words: str) -> None:
        command = [str(tools / tool), "-D", str(data), *words]
        subprocess.run(command, check=True, user=account, cwd=folder, stdout=subprocess.DEVNULL)

    try:
        run("initdb", "-U", _ACCOUNT, "-A", "trust", "--encoding=utf8", "--no-sync")
        run("pg_ctl", "-w", "-l", str(folder / "log"), "-o", options, "start")
        try:
            where = f"host={folder} user={_ACCOUNT} dbname=postgres"
            with psycopg.connect(where, autocommit=True) as server:
                yield server
        finally:
            run("pg_ctl", "-w", "-m", "fast", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
