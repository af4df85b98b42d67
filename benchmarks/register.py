"""Eight clients register FIRs: at action level, and through web server, session and form.

Peer of the action: the same action with its journal and its triggers taken away. Limit: pgbench
inserting as many rows of the same bytes in one transaction.
"""

from __future__ import annotations

import multiprocessing
import os
import statistics
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from random import Random
from uuid import UUID

import psutil
import psycopg

from . import ground
from .officer import Terminal

CLIENTS = 8
_SIZES = {"small": (40, 6), "full": (250, 20)}  # FIRs a client and round, seconds of pgbench
_ROUNDS = 3
_LIMIT_TABLE = """
CREATE SCHEMA bench CREATE TABLE told (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    data text NOT NULL
)
"""


def run(size: str) -> ground.Result:
    each, seconds = _SIZES[size]
    with ground.node() as environment:
        bytes_written = _first()
        ours, bare = _in_turns(environment, each)
        limit = ground.pgbench(
            environment,
            _insert_of(bytes_written),
            tables=_LIMIT_TABLE,
            clients=CLIENTS,
            seconds=seconds,
        )
        rate, latencies, cores = _over_http(environment, each)
    figures = {
        "action_ratio": ours / bare,
        "action_per_s": ours,
        "http_per_s": rate,
        "http_per_core": rate / cores,
        "submit_p95_ms": statistics.quantiles(latencies, n=20)[-1] * 1000,
    }
    peers: dict[str, ground.Peer] = {
        "action_per_s": {"name": "the same inserts without journal and triggers", "value": bare},
        "http_per_s": {"name": "pgbench inserting the same bytes", "value": limit},
    }
    return figures, peers


def _in_turns(environment: ground.env.Environment, each: int) -> tuple[float, float]:
    """Ours and the bare action by turns, so that the machine's moods meet both; medians."""
    ours, bare = [], []
    for _ in range(_ROUNDS):
        ours.append(_rate(each, journal=True))
        with _without_triggers(environment):
            bare.append(_rate(each, journal=False))
    return statistics.median(ours), statistics.median(bare)


def _first() -> int:
    """Warm everything up by one FIR; returns how many bytes its rows and entries took."""
    from django.db import connection

    _register(_drafts(0, 1))
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_current_wal_lsn()")
        before = cursor.fetchone()[0]
        _register(_drafts(0, 1))
        cursor.execute("SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), %s)", [before])
        return int(cursor.fetchone()[0])


def _rate(each: int, *, journal: bool) -> float:
    """FIRs a second of eight processes at five stations; drafts lie ready before the clock runs."""
    from django.db import connection

    connection.close()
    connection.close_pool()
    context = multiprocessing.get_context("fork")
    ready, done = context.Barrier(CLIENTS + 1), context.Barrier(CLIENTS + 1)
    clients = [
        context.Process(target=_client, args=(number, each, journal, ready, done))
        for number in range(CLIENTS)
    ]
    for client in clients:
        client.start()
    ready.wait(600)
    begun = time.perf_counter()
    done.wait(600)
    taken = time.perf_counter() - begun
    for client in clients:
        client.join(60)
    return CLIENTS * each / taken


def _client(number: int, each: int, journal: bool, ready: object, done: object) -> None:
    drafts = _drafts(number, each)
    if not journal:
        from cctns.journal import write

        write.append = lambda drafts, *, by: []  # type: ignore[assignment]
    ready.wait(600)  # type: ignore[attr-defined]
    try:
        _register(drafts)
    except Exception:
        done.abort()  # type: ignore[attr-defined]
        raise
    done.wait(600)  # type: ignore[attr-defined]
    os._exit(0)


def _drafts(number: int, count: int) -> list[tuple[object, object]]:
    """Ready drafts with the posting that registers them."""
    from cctns.cases.actions import sign_efir, start_draft, submit_efir
    from cctns.cases.codes import Attestation, FirKind
    from cctns.demo import invent, life
    from cctns.lib.clock import now
    from cctns.offices.codes import Charge

    random = Random(number)
    # Where another holds charge today, a session must first choose one of that officer's postings.
    stations = [one for one in life.staff() if one.sho.charge == Charge.SUBSTANTIVE]
    station = stations[number % len(stations)]
    seen = invent.Station(
        district="Suryapur",
        officer=station.officers[0].officer.username,
        woman_officer=str(station.officers[0].officer),
        other_station=station.other,
    )
    made = []
    while len(made) < count:
        told = invent.answers(random, station=seen, received=now() - timedelta(hours=1))
        kind = FirKind(told["kind"])
        draft = start_draft(by=station.duty, kind=kind, answers=told)
        if kind == FirKind.EFIR:
            submit_efir(by=station.duty, draft=draft)
            sign_efir(by=station.duty, draft=draft, attestation=Attestation.ESIGN)
        made.append((station.sho, draft))
    return made


def _register(drafts: list[tuple[object, object]]) -> None:
    from cctns.cases.actions import register_fir

    for sho, draft in drafts:
        register_fir(by=sho, draft=draft)  # type: ignore[arg-type]


@contextmanager
def _without_triggers(environment: ground.env.Environment) -> Iterator[None]:
    """Our own triggers off, those of foreign keys on: what a plain application would have."""
    from cctns.config.kept import kept_tables

    children = ["cases_party", "cases_firsection", "cases_firproperty"]
    tables = [*kept_tables(), *children]

    def switch(how: str) -> None:
        with psycopg.connect(ground.superuser_dsn(environment), autocommit=True) as server:
            for table in tables:
                server.execute(f"ALTER TABLE {table} {how} TRIGGER USER")

    switch("DISABLE")
    try:
        yield
    finally:
        switch("ENABLE")


def _insert_of(size: int) -> str:
    """One transaction that writes as much as one FIR: seven rows, in a table with one key."""
    row = "x" * max(1, size // 7 - 100)
    inserts = [f"INSERT INTO bench.told (data) VALUES ('{row}');" for _ in range(7)]
    return "\n".join(["BEGIN;", *inserts, "END;"])


def _over_http(environment: ground.env.Environment, each: int) -> tuple[float, list[float], float]:
    """FIRs a second, seconds of every submit, and the cores that server and database kept busy."""
    from django.db import connection

    from cctns.offices.demo import PASSWORD

    work = [_drafts(number, each) for number in range(CLIENTS)]
    connection.close()
    connection.close_pool()
    process = ground.cctns("up")
    base = f"http://127.0.0.1:{environment.port}"
    try:
        ground.wait_for(f"{base}/healthz", process)
        terminals = _signed_in(base, work, PASSWORD)
        return _submit_all(terminals, work)
    finally:
        process.terminate()
        process.wait(60)


def _signed_in(base: str, work: list[list[tuple[object, object]]], password: str) -> list[Terminal]:
    """Two clients of one station share an officer and a session: one live session each."""
    by_login: dict[str, Terminal] = {}
    terminals = []
    for drafts in work:
        login = drafts[0][0].officer.username  # type: ignore[attr-defined]
        if login not in by_login:
            by_login[login] = Terminal(base)
            by_login[login].sign_in(login, password)
        terminals.append(by_login[login].copy())
    return terminals


def _submit_all(
    terminals: list[Terminal], work: list[list[tuple[object, object]]]
) -> tuple[float, list[float], float]:
    latencies: list[float] = []
    together = threading.Barrier(CLIENTS + 1)

    def client(terminal: Terminal, drafts: list[tuple[object, object]]) -> None:
        terminal.get("/")
        together.wait()
        for _, draft in drafts:
            begun = time.perf_counter()
            page = terminal.post(register_path(draft.pk), {})  # type: ignore[attr-defined]
            latencies.append(time.perf_counter() - begun)
            if page.status != 200:
                raise RuntimeError(f"{page.status} at {page.url}")

    threads = [
        threading.Thread(target=client, args=pair) for pair in zip(terminals, work, strict=True)
    ]
    for thread in threads:
        thread.start()
    together.wait()
    begun, busy = time.perf_counter(), _cpu()
    for thread in threads:
        thread.join()
    taken = time.perf_counter() - begun
    return len(latencies) / taken, latencies, max(0.1, (_cpu() - busy) / taken)


def _cpu() -> float:
    """Processor seconds of the node: web processes, worker and database, all our children."""
    total = 0.0
    for one in psutil.Process().children(recursive=True):
        used = one.cpu_times()
        total += used.user + used.system
    return total


def register_path(draft_id: UUID) -> str:
    """Where the check-answers page posts to."""
    return f"/firs/drafts/{draft_id}/register/"
