"""Old FIRs brought in from a CSV of invented rows, as `cctns import firs` does it.

Peer: COPY of the same rows into the same tables without journal, triggers and row-level security.
"""

from __future__ import annotations

import csv
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

import psutil
import psycopg

from . import ground

_ROWS = {"small": 10_000, "full": 100_000}
_TABLES = ("cases_fir", "cases_party", "cases_firsection", "cases_case")
_STATIONS = 40
_FIRST = datetime(2015, 1, 1, 6, 0)
_SECTIONS = (
    "IPC 1860 U/s: 379",
    "IPC 1860 U/s: 279,337 MOTOR VEHICLES ACT, 1988 U/s: 187",
    "IPC 1860 U/s: 143,147,323,504,506,149",
    "NARCOTIC DRUGS & PSYCHOTROPIC SUBSTANCES ACT, 1985 U/s: 20(b)",
    "IPC 1860 U/s: 420,406 INFORMATION TECHNOLOGY ACT 2000 U/s: 66(D)",
    "IPC 1860 U/s: 376 PROTECTION OF CHILDREN FROM SEXUAL OFFENCES ACT 2012 U/s: 4",
)
_WORDS = (
    *("a", "motor", "cycle", "parked", "near", "the", "market", "was", "found", "missing"),
    *("and", "could", "not", "be", "traced", "by", "its", "owner"),
)


def run(size: str) -> ground.Result:
    with ground.node() as environment:
        path = environment.home / "old.csv"
        write_rows(path, _ROWS[size])
        firs_per_s, peak_mib = _ours(path, _ROWS[size])
        copy_per_s = _copy(ground.superuser_dsn(environment))
    figures = {
        "firs_per_s": firs_per_s,
        "peak_mib": peak_mib,
        "copy_ratio": firs_per_s / copy_per_s,
    }
    name = "COPY of the same rows, without journal and triggers"
    return figures, {"firs_per_s": {"name": name, "value": copy_per_s}}


def _ours(path: Path, count: int) -> tuple[float, float]:
    """Rows a second of the whole command, start included, and the most memory of it, in MiB."""
    begun = time.perf_counter()
    words = ["import", "firs", str(path), "--as", "scrb"]
    process = ground.cctns(*words, "--create-stations", "admin", "--under", "SUR")
    most = 0.0
    while process.poll() is None:
        most = max(most, _memory(process.pid))
        time.sleep(1)
    if process.returncode:
        raise RuntimeError(f"the import ended with {process.returncode}")
    return count / (time.perf_counter() - begun), most / 2**20


def _memory(pid: int) -> float:
    """Bytes of the command and its child, pages that they share counted once (PSS)."""
    total = 0.0
    with suppress(psutil.NoSuchProcess):
        command = psutil.Process(pid)
        for one in (command, *command.children(recursive=True)):
            total += one.memory_full_info().pss
    return total


def _copy(where: str) -> float:
    """FIRs a second when the rows that ours wrote go into bare tables with the same indexes."""
    with psycopg.connect(where) as connection:
        blocks = {table: _binary(connection, table) for table in _TABLES}
        for table in _TABLES:
            connection.execute(f"CREATE TABLE bare_{table} (LIKE {table} INCLUDING ALL)")
        connection.commit()
        begun = time.perf_counter()
        for table in _TABLES:
            _load(connection, f"bare_{table}", blocks[table])
        connection.commit()
        taken = time.perf_counter() - begun
        (count,) = connection.execute("SELECT count(*) FROM bare_cases_fir").fetchone() or (0,)
    return float(count) / taken


def _binary(connection: psycopg.Connection, table: str) -> list[bytes]:
    with connection.cursor().copy(f"COPY {table} TO STDOUT (FORMAT binary)") as copy:
        return [bytes(block) for block in copy]


def _load(connection: psycopg.Connection, table: str, blocks: list[bytes]) -> None:
    with connection.cursor().copy(f"COPY {table} FROM STDIN (FORMAT binary)") as copy:
        for block in blocks:
            copy.write(block)


def write_rows(path: Path, count: int) -> None:
    """A CSV of invented FIRs under our own field names, station by station as exports are."""
    with path.open("w", encoding="utf-8", newline="") as file:
        out: csv.DictWriter[str] = csv.DictWriter(file, list(_row(Random(0), 0, 1, _FIRST)))
        out.writeheader()
        out.writerows(_rows(count))


def _rows(count: int) -> Iterator[dict[str, str]]:
    random = Random(20)
    each = -(-count // _STATIONS)
    for place in range(count):
        station, nth = divmod(place, each)
        if nth == 0:
            moment, serial = _FIRST, 0
        following = moment + timedelta(hours=random.randrange(1, 60))
        serial = serial + 1 if following.year == moment.year else 1
        moment = following
        yield _row(random, station, serial, moment)


def _row(random: Random, station: int, serial: int, moment: datetime) -> dict[str, str]:
    began = moment - timedelta(hours=random.randrange(1, 200))
    return {
        "number": f"{serial:04d}/{moment.year}",
        "station_code": f"OLD-{station:03d}",
        "station_name": f"Old station {station} PS",
        "district": "Suryapur",
        "registered_at": moment.isoformat(" "),
        "occurred_from": began.isoformat(" "),
        "occurred_to": (began + timedelta(minutes=30)).isoformat(" "),
        "information": random.choice(("written", "oral", "electronic", "suo_motu")),
        "act_section": random.choice(_SECTIONS),
        "crime_group": "THEFT",
        "crime_head": "Of Automobiles - Of Two Wheelers",
        "place": f"{random.randrange(1, 999)}, {' '.join(random.choices(_WORDS, k=5))}",
        "village": f"Village {random.randrange(500)}",
        "beat": f"BEAT {random.randrange(1, 9)}",
        "way": f"{random.randrange(1, 25)} KM TOWARDS {random.choice(('EAST', 'NORTH WEST'))}",
        "latitude": f"{random.uniform(15, 17):.6f}",
        "longitude": f"{random.uniform(75, 77):.6f}",
        "narrative": " ".join(random.choices(_WORDS, k=40)),
        "stage": "Pending Trial",
        "officer_rank": "PSI",
        "officer_name": f"Officer {random.randrange(900)}",
        "complainant_name": f"Complainant {random.randrange(10**6)}",
        "accused_names": ";".join(f"Accused {n}" for n in range(random.randrange(3))),
        "victims_female": str(random.randrange(2)),
    }
