"""Yearly tables of a district with a million cases: how long they take, beside DuckDB.

The cases are copied by SQL, what is counted of them is made by the program itself. The peer answers
the same question from a parquet file of the same lines, with as many threads as there are cores.
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import psycopg

from . import clocks, decade, ground

_CASES = {"small": 30_000, "full": 1_000_000}
_TABLES = ("crimes", "police", "courts", "property")
_ROUNDS = 3


def run(size: str) -> ground.Result:
    with ground.node() as environment:
        superintendent, stations, fir = clocks.district(environment)
        decade.cases(
            environment,
            [one.pk for one in stations],
            _CASES[size] // len(stations),
            fir=fir,
            journal=False,
        )
        clocks.become(environment, "worker")
        begun = time.perf_counter()
        made = decade.make_figures()
        making = time.perf_counter() - begun
        print(f"{made} lines in {making:.1f} s")
        decade.analyze(environment)
        clocks.become(environment, "app")
        year = str(time.localtime().tm_year - 1)
        seconds = _best(lambda: [_table(superintendent, name, year) for name in _TABLES])
        persons = _best(lambda: _table(superintendent, "persons", year))
        daily = _best(lambda: _table(superintendent, "daily", f"{year}-06-01"))
        peer = _duckdb(environment, superintendent, year)
    figures = {
        "seconds": seconds,
        "persons_s": persons,
        "daily_s": daily,
        "lines_per_s": made / making,
        "cases": float(made),
    }
    beside: dict[str, ground.Peer] = {
        "seconds": {"name": "DuckDB, the same question of parquet, as often", "value": peer},
    }
    return figures, beside


def _best(act: Callable[[], Any]) -> float:
    """Seconds of the fastest of three, as everything else on the machine only adds."""
    times = []
    for _ in range(_ROUNDS):
        begun = time.perf_counter()
        act()
        times.append(time.perf_counter() - begun)
    return min(times)


def _table(by: Any, name: str, at: str) -> Any:
    from cctns.analytics.returns import period_of, sheets_of

    sheets = sheets_of(by=by, office=by.office, name=name, period=period_of(name, at))
    if not any(sheet.rows for sheet in sheets):
        raise RuntimeError(f"{name} counts nothing")
    return sheets


def _duckdb(environment: ground.env.Environment, by: Any, year: str) -> float:
    """The question of the yearly tables, asked of a parquet file; it must count the same."""
    from cctns.analytics import facts, yearly
    from cctns.analytics.cuts import AGE

    path = environment.home / "figures.csv"
    with psycopg.connect(ground.superuser_dsn(environment)) as server, path.open("wb") as file:
        lines = f"SELECT {facts.COLUMNS} FROM analytics_casefigure"
        with server.cursor().copy(f"COPY ({lines}) TO STDOUT (FORMAT csv, HEADER)") as rows:
            for row in rows:
                file.write(row)
    told = {"since": f"DATE '{year}-01-01'", "until": f"DATE '{year}-12-31'"}
    age = AGE.replace("%(until)s::date", told["until"])
    with duckdb.connect() as peer:
        peer.execute(f"SET threads = {len(os.sched_getaffinity(0))}")
        lines = f"WITH line AS (SELECT *, {age} AS age FROM '{_parquet(peer, path)}')"
        asked = {name: f"{lines} {_told(yearly.question(name), told)}" for name in _TABLES}
        ours = _registered(by, year)
        theirs = sum(row[3] for row in peer.execute(asked["crimes"]).fetchall())
        if ours != theirs:
            raise RuntimeError(f"we count {ours}, DuckDB {theirs}")
        return _best(lambda: [peer.execute(one).fetchall() for one in asked.values()])


def _told(question: str, told: dict[str, str]) -> str:
    return re.sub(r"%\((\w+)\)s", lambda found: told[found[1]], question)


def _parquet(peer: Any, path: Path) -> Path:
    parquet = path.with_suffix(".parquet")
    peer.execute(f"COPY (SELECT * FROM read_csv('{path}')) TO '{parquet}' (FORMAT parquet)")
    return parquet


def _registered(by: Any, year: str) -> int:
    sheets = _table(by, "police", year)
    cells = dict(zip(sheets[0].heads, sheets[0].rows[-1], strict=True))
    return int(cells["Registered"].text)
