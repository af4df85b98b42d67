"""The clocks of a district of 60 stations: making them anew, and reading worklists of them.

FIRs, arrests, remands and seizures are copied by SQL from one FIR that was really registered: their
entries are headers without a payload, which is all that clocks read. Peer of the recomputation: as
many rows of constants into a table of the same columns and indexes.
"""

from __future__ import annotations

import statistics
import time
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

import psycopg

from cctns.config import env, keys, postgres

from . import ground

_STATIONS = 60
_EACH = {"small": 40, "full": 400}  # FIRs a station, in the course of a year
_AT_ONCE = 1_000  # FIRs recomputed in one statement
_ROUNDS = {"small": 100, "full": 200}
COPY = Path(__file__).with_name("clocks.sql")
_SECTIONS = ["304(2)", "103(1)", "64", "318(4)", "309(4)", "115(2)"]


def run(size: str) -> ground.Result:
    with ground.node() as environment:
        superintendent, officer = _fill(environment, _EACH[size])
        become(environment, "worker")
        begun = time.perf_counter()
        made = make_all()
        taken = time.perf_counter() - begun
        print(f"{made} clocks in {taken:.1f} s")
        plain = _plain(environment)
        catch_up()
        become(environment, "app")
        district = _times(superintendent, _ROUNDS[size])
        station = _times(officer, _ROUNDS[size])
        fresh = _fresh(officer, _ROUNDS[size] // 4)
    figures = {
        "clocks_per_s": made / taken,
        "worklist_p95_ms": _p95(district),
        "station_p95_ms": _p95(station),
        "after_an_act_p95_ms": _p95(fresh),
        "clocks": float(made),
    }
    peers: dict[str, ground.Peer] = {
        "clocks_per_s": {"name": "INSERT ... SELECT of as many constants", "value": plain},
    }
    return figures, peers


def _fill(environment: ground.env.Environment, each: int) -> tuple[Any, Any]:
    """Sixty stations under one superintendent, and their year; who is asked for worklists."""
    superintendent, stations, fir = district(environment)
    copy(environment, stations, each, fir)
    return superintendent, posted(stations[0])


def district(environment: ground.env.Environment) -> tuple[Any, list[Any], Any]:
    """The superintendent of sixty new stations, the stations, and an FIR to be copied."""
    from cctns.offices import access, tree
    from cctns.offices.demo import CODE
    from cctns.offices.models import Office, Posting, Supervision

    fir = _one_fir()
    above = Office.objects.get(state_id=CODE, code="SUR")
    stations = [
        Office(
            state_id=CODE,
            district_id=9901,
            kind="police_station",
            code=f"BENCH{place}",
            name=f"Station {place}",
            opened_on=above.opened_on,
        )
        for place in range(_STATIONS)
    ]
    Office.objects.bulk_create(stations)
    Supervision.objects.bulk_create(
        Supervision(office=one, supervisor=above, from_date=above.opened_on) for one in stations
    )
    tree.flatten(access.today())
    return Posting.objects.get(office=above, role="sp"), stations, fir


def copy(environment: ground.env.Environment, stations: list[Any], each: int, fir: Any) -> None:
    """A year of every station, with its journals."""
    told = {
        "offices": [one.pk for one in stations],
        "each": each,
        "fir": fir.pk,
        "actor": fir.case.investigating_officer_id,
        "sections": _SECTIONS,
    }
    with psycopg.connect(ground.superuser_dsn(environment)) as server:
        server.execute("SET session_replication_role = replica")
        for statement in COPY.read_text(encoding="utf-8").split(";\n"):
            names = {name: value for name, value in told.items() if f"%({name})s" in statement}
            server.execute(statement.replace(" % ", " %% ") if names else statement, names or None)


def posted(station: Any) -> Any:
    """A new officer in charge of a new station, with the demo's password."""
    from django.contrib.auth.hashers import make_password

    from cctns.offices.demo import PASSWORD
    from cctns.offices.models import Officer, Posting

    officer = Officer.objects.create(
        username=station.code,
        name="Kavita Rathore",
        rank="Inspector",
        password=make_password(PASSWORD),
        is_demo=True,
    )
    return Posting.objects.create(
        officer=officer, office=station, role="sho", from_date=station.opened_on
    )


def _one_fir() -> Any:
    """Registered by the pages' own action, to be copied."""
    from cctns.cases.actions import register_fir

    from .register import _drafts

    [(sho, draft)] = _drafts(0, 1)
    return register_fir(by=sho, draft=draft)  # type: ignore[arg-type]


def make_all() -> int:
    """The clocks of every FIR, made anew; how many."""
    firs = _firs()
    return sum(_recompute(firs[at : at + _AT_ONCE]) for at in range(0, len(firs), _AT_ONCE))


def _firs() -> list[UUID]:
    from cctns.cases.models import Fir

    return list(Fir.objects.order_by("id").values_list("id", flat=True))


def _recompute(firs: list[UUID]) -> int:
    from django.db import transaction

    from cctns.cases.clocks import recompute

    with transaction.atomic():
        return recompute(firs)


def catch_up() -> None:
    """The follower has seen all: the benchmark's own entries are marked as read."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO journal_cursor (follower, state, office_id, epoch, next) "
            "SELECT 'clocks', state, office_id, epoch, size FROM journal_head "
            "ON CONFLICT DO NOTHING"
        )


def _plain(environment: ground.env.Environment) -> float:
    """Rows a second of constants, as many as there are clocks."""
    with psycopg.connect(ground.superuser_dsn(environment), autocommit=True) as server:
        server.execute("CREATE TABLE plain (LIKE cases_clock INCLUDING ALL)")
        begun = time.perf_counter()
        done = server.execute(
            "INSERT INTO plain (state, rule, subject_id, version, root_id, fir_id, office_id, "
            "starts_at, due_at, shows_at, sdpo_at, sp_at, closed_by) "
            "SELECT 99, 'dispatch', gen_random_uuid(), now()::date, gen_random_uuid(), "
            "gen_random_uuid(), office_id, now(), now(), now(), now(), now(), '' FROM cases_clock"
        )
        return done.rowcount / (time.perf_counter() - begun)


def become(environment: ground.env.Environment, role: str) -> None:
    """From here on this process has the rights of another of the node's roles."""
    from django.db import connection

    where = postgres.connection(
        env.Environment(**{**vars(environment), "role": role}), keys.read_secrets(environment.home)
    )
    connection.close()
    connection.close_pool()
    connection.settings_dict.update(USER=where["USER"], PASSWORD=where["PASSWORD"])


def _times(by: Any, rounds: int) -> list[float]:
    """Milliseconds of a first page of clocks, each round one page further after the first."""
    from cctns.cases.queries import clocks_waiting

    after, times, random = "", [], Random(7)
    clocks_waiting(by=by)
    for _ in range(rounds):
        begun = time.perf_counter()
        page = clocks_waiting(by=by, after=after)
        times.append((time.perf_counter() - begun) * 1000)
        if not page.clocks:
            raise RuntimeError("this worklist is empty")
        after = page.next_cursor if random.random() < 0.5 else ""
    return times


def _fresh(by: Any, rounds: int) -> list[float]:
    """The same while the follower has not yet seen one act a round of the station itself."""
    from cctns.cases.actions import give_free_copy
    from cctns.cases.models import Case
    from cctns.cases.queries import clocks_waiting
    from cctns.offices import access

    times = []
    for place in range(rounds):
        with access.transaction.atomic():
            access.act_for(by)
            case = Case.objects.select_related("fir").filter(office=by.office).order_by("id")[place]
        case.copy_given_at = None
        give_free_copy(by=by, case=case, to="Sunita Devi")
        begun = time.perf_counter()
        clocks_waiting(by=by)
        times.append((time.perf_counter() - begun) * 1000)
    return times


def _p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]
