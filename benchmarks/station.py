"""A station with ten years of data in a district of sixty: do its pages keep their budgets?

Cases and their journals are copied by SQL, as are the diary's entries; clocks and figures are then
made by the program. Pages are found by following links from the worklist, as `bench pages` does.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator
from typing import Any

import psycopg

from . import clocks, decade, ground, pages

_CASES = {"small": 5_000, "full": 50_000}
_ENTRIES = {"small": 200_000, "full": 2_000_000}
_NEIGHBOURS = {"small": 20, "full": 400}  # FIRs of each other station, in one year
_ROUNDS = {"small": 1, "full": 5}
_WORKLISTS = {"small": 50, "full": 200}
_DIARY = """
INSERT INTO registers_generaldiaryentry (id, state, office_id, version, period, serial, kind,
    occurred_at, recorded_at, officer_id, officer_name, text)
SELECT gen_random_uuid(), 99, %(office)s, 1, to_char(day, 'YYYY-MM-DD'), number, 'other',
    day + make_interval(mins => number), day + make_interval(mins => number), %(officer)s,
    'Officer', 'Patrol of two constables back; all quiet on beat ' || number
FROM (SELECT current_date - n AS day FROM generate_series(1, %(days)s) AS n) days,
    generate_series(1, %(each)s) AS number
"""


def run(size: str) -> ground.Result:
    with ground.node() as environment:
        superintendent, station = _fill(environment, size)
        browser = _browser(station)
        seen = list(_seen(browser, _ROUNDS[size]))
        worklists = _worklists(superintendent, _WORKLISTS[size])
        idle = _times(browser, "/healthz", 50)
    for one in sorted(seen, key=lambda one: -max(one.times))[:5]:
        print(f"slowest: {one.name} {max(one.times):.0f} ms, {one.queries} queries")
    for one in sorted(seen, key=lambda one: -one.queries)[:3]:
        print(f"asks most: {one.name} {one.queries}")
    times = [taken for one in seen for taken in one.times]
    figures = {
        "max_kb": max(one.kib for one in seen),
        "max_queries": float(max(one.queries for one in seen)),
        "p95_ms": _p95(times),
        "median_ms": statistics.median(times),
        "worklist_p95_ms": _p95(worklists),
        "pages": float(len(seen)),
    }
    peers: dict[str, ground.Peer] = {
        "p95_ms": {"name": "the health check, 95th percentile", "value": _p95(idle)},
    }
    return figures, peers


def _fill(environment: ground.env.Environment, size: str) -> tuple[Any, Any]:
    """The superintendent, and the posting of the officer in charge of the old station."""
    from cctns.config import static

    static.collect(environment.home)
    superintendent, stations, fir = clocks.district(environment)
    old, *others = stations
    clocks.copy(environment, others, _NEIGHBOURS[size], fir)
    decade.cases(environment, [old.pk], _CASES[size], fir=fir, journal=True)
    posting = clocks.posted(old)
    _write_diary(environment, posting, _ENTRIES[size])
    clocks.become(environment, "worker")
    clocks.make_all()
    decade.make_figures()
    clocks.catch_up()
    decade.analyze(environment)
    clocks.become(environment, "app")
    return superintendent, posting


def _write_diary(environment: ground.env.Environment, by: Any, entries: int) -> None:
    told = {"office": by.office_id, "officer": by.officer_id, "days": decade.DAYS}
    told["each"] = entries // decade.DAYS
    with psycopg.connect(ground.superuser_dsn(environment)) as server:
        server.execute("SET session_replication_role = replica")
        server.execute(_DIARY, told)


def _browser(posting: Any) -> Any:
    """Signed in as the officer in charge, under the posting at the old station."""
    from django.test import Client

    from cctns.offices.demo import PASSWORD

    browser = Client(HTTP_HOST="127.0.0.1", HTTP_ACCEPT_ENCODING="gzip")
    login = {"login": posting.officer.username, "password": PASSWORD}
    answer = browser.post("/account/login/", login)
    if answer.status_code != 302:
        raise RuntimeError(f"the officer cannot sign in: {answer.status_code}")
    return browser


def _seen(browser: Any, rounds: int) -> Iterator[pages.Seen]:
    """Every page of the officer in charge, papers left out."""
    seen = list(pages.measured(browser, ["/", "/firs/?number=0100", "/figures/"], rounds))
    names = {one.name for one in seen}
    wanted = {"home", "gd_day", "find", "case", "figures", "figures_return", "book_list"}
    if wanted - names:
        raise RuntimeError(f"no link led to {wanted - names}")
    return iter(seen)


def _worklists(by: Any, rounds: int) -> list[float]:
    """Milliseconds of the first page of the superintendent's worklist."""
    from cctns.cases.queries import board

    times = []
    for _ in range(rounds):
        begun = time.perf_counter()
        found = board(by=by)
        times.append((time.perf_counter() - begun) * 1000)
        if not found.clocks:
            raise RuntimeError("this worklist is empty")
    return times


def _times(browser: Any, path: str, rounds: int) -> list[float]:
    times = []
    for _ in range(rounds):
        begun = time.perf_counter()
        browser.get(path)
        times.append((time.perf_counter() - begun) * 1000)
    return times


def _p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]
