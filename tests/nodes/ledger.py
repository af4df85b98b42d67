"""What the database holds, held against what was acknowledged: one sentence a fault."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import psycopg

from benchmarks import ground
from cctns.config import env

from .node import Node

_GAPS = """
SELECT office.code, {what}, count(*), max(serial) FROM {table} held
JOIN offices_office office ON office.id = held.office_id WHERE {only}
GROUP BY 1, 2 HAVING count(*) <> max(serial) OR min(serial) <> 1
"""
_UNEVEN = """
SELECT serial.period, serial.last, count(fir.id) FROM journal_serial serial
LEFT JOIN cases_fir fir ON fir.office_id = serial.office_id AND NOT fir.legacy
    AND serial.series = 'fir.' || fir.series AND serial.period = fir.year::text
WHERE serial.series = 'fir.fir' AND serial.period = extract(year FROM now())::text
GROUP BY 1, 2, serial.office_id HAVING serial.last <> count(fir.id)
"""
_TORN = """
SELECT fir.id FROM cases_fir fir WHERE NOT fir.legacy AND (
    (SELECT count(*) FROM cases_case WHERE fir_id = fir.id) <> 1
    OR (SELECT count(*) FROM registers_generaldiaryentry WHERE subject_id = fir.id) <> 1
    OR (SELECT count(*) FROM cases_party WHERE fir_id = fir.id) <> 1)
"""
_OLD = """
SELECT office.code, lpad(serial::text, 4, '0') || '/' || year FROM cases_fir fir
JOIN offices_office office ON office.id = fir.office_id WHERE legacy
"""


@dataclass(frozen=True)
class Told:
    """What the officers know: draft -> number seen ("" not acknowledged), draft -> its words."""

    numbers: Mapping[str, str]
    marks: Mapping[str, str]
    imported: Path | None = None  # the file, when its import was acknowledged


Database = psycopg.Connection


def server(node: Node) -> Database:
    """A connection of the administrator, who stands above every guard."""
    environment = env.Environment(
        home=node.home, port=node.port, database_url="", role=env.ADMIN, demo=True, debug=False
    )
    return psycopg.connect(ground.superuser_dsn(environment), autocommit=True)


def faults(database: Database, told: Told) -> list[str]:
    return [*_registered(database, told), *_numbers(database), *_old(database, told)]


def _registered(database: Database, told: Told) -> Iterator[str]:
    rows = database.execute(
        "SELECT id::text, lpad(serial::text, 4, '0') || '/' || year, narrative "
        "FROM cases_fir WHERE NOT legacy"
    ).fetchall()
    held = {identity: number for identity, number, _ in rows}
    for draft, number in told.numbers.items():
        if number and held.get(draft) != number:
            yield f"{draft} was acknowledged as {number} and is {held.get(draft, 'lost')}"
    words = Counter(narrative for _, _, narrative in rows)
    yield from (f"{count} FIRs tell {text!r}" for text, count in words.items() if count > 1)
    yield from (f"{one} was never asked for" for one in held.keys() - told.marks.keys())
    torn = database.execute(_TORN).fetchall()
    yield from (f"{identity} lacks its case, diary entry or complainant" for (identity,) in torn)


def _numbers(database: Database) -> Iterator[str]:
    series = (
        ("cases_fir", "series || year::text", "NOT legacy"),
        ("registers_generaldiaryentry", "period", "true"),
    )
    for table, what, only in series:
        found = database.execute(_GAPS.format(table=table, what=what, only=only))
        for code, period, count, last in found:
            yield f"{table} of {code}, {period}: {count} numbers up to {last}"
    for period, last, count in database.execute(_UNEVEN):
        yield f"the counter of {period} stands at {last} with {count} FIRs"


def _old(database: Database, told: Told) -> Iterator[str]:
    if told.imported is None:
        return
    with told.imported.open(encoding="utf-8", newline="") as file:
        wanted = Counter((row["station_code"], row["number"]) for row in csv.DictReader(file))
    found = Counter(database.execute(_OLD).fetchall())
    yield from (f"old FIR {one} is missing" for one in (wanted - found))
    yield from (f"old FIR {one} is there too often" for one in (found - wanted))
