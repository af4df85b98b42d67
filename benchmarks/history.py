"""How soon is a person's criminal history on the page, and printed, among a million mentions?

A hundred persons with twenty cases each, one with two hundred; each case has three more accused.
Peer: the same rows by plain joins: nobody asks who looks, what of it he may see,
and who else may be the same person.
"""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import psycopg

from . import ground, name_load, name_made
from .clocks import become

_HELD = {"small": 10_000, "full": 1_000_000}  # mentions beside
_SUBJECTS, _CASES, _MOST_CASES, _WITH = 100, 20, 200, 3
_PAPERS = {"small": 10, "full": 50}
_PLAIN = """
SELECT person.*, deed.* FROM search_person person
LEFT JOIN search_deed deed ON deed.state = person.state AND deed.id = person.id
WHERE person.state = %(state)s AND person.id = ANY(%(ids)s)
"""
_PLAIN_WITH = """
SELECT person.* FROM search_deed deed
JOIN search_person person ON person.state = deed.state AND person.id = deed.id
WHERE deed.case_id = ANY(%(cases)s)
"""

Subject = list[tuple[UUID, UUID]]  # mention and case


def run(size: str) -> ground.Result:
    people, _asked = name_made.held_and_asked(None, None, made=1, least=_HELD[size])
    with ground.node("worker") as environment:
        dsn = ground.superuser_dsn(environment)
        name_load.load(dsn, people)
        superintendent, station = _officers()
        subjects = list(_told(station, [_CASES] * _SUBJECTS + [_MOST_CASES]))
        with psycopg.connect(dsn, autocommit=True) as server:
            server.execute("VACUUM ANALYZE search_person, search_deed")
            plain = [_timed(_joined, server, station.state_id, one) for one in subjects[:-1]]
        become(environment, "app")
        sheets = [_timed(_sheet, superintendent, one) for one in subjects]
        papers = [_timed(_paper, superintendent, one) for one in subjects[: _PAPERS[size]]]
    figures = {
        "sheet_p50_ms": statistics.median(sheets[:-1]),
        "sheet_p95_ms": _p95(sheets[:-1]),
        "most_cases_ms": sheets[-1],
        "paper_p50_ms": statistics.median(papers),
        "paper_p95_ms": _p95(papers),
        "mentions": float(len(people) + sum(map(len, subjects)) * (1 + _WITH)),
    }
    beside = "the same rows by plain joins"
    return figures, {
        "sheet_p50_ms": {"name": beside, "value": statistics.median(plain)},
        "sheet_p95_ms": {"name": beside, "value": _p95(plain)},
    }


def _officers() -> tuple[Any, Any]:
    """The superintendent of a district, and a station of his."""
    from cctns.offices.codes import Role
    from cctns.offices.models import Jurisdiction, Office, Posting

    superintendent = Posting.objects.select_related("office", "officer").filter(role=Role.SP)[0]
    under = Jurisdiction.objects.filter(supervisor=superintendent.office).values("office")
    return superintendent, Office.objects.filter(pk__in=under, kind="police_station")[0]


def _told(station: Any, cases: Sequence[int]) -> Iterator[Subject]:
    """Persons with so many cases each, the accused of every case and what the sheet tells."""
    from cctns.search import mentions, store
    from cctns.search.rows import DeedRow

    choose = random.Random(5)
    for number, count in enumerate(cases):
        rows, deeds, mine = list[Any](), list[Any](), Subject()
        for at in range(count):
            case, told_at = uuid4(), datetime(2020, 1, 1, tzinfo=UTC) + timedelta(days=9 * at)
            for place in range(1 + _WITH):
                name = f"Sujan {_syllables(choose)}" if place else f"Balram {_syllables_of(number)}"
                row = _mention(station, case, name, told_at, f"{at + 1:04}/2020")
                rows.append(row)
                deeds.append(
                    DeedRow(
                        id=row.id, state=row.state, record_kind="fir", record_id=case,
                        case_id=case, sections="BNS 303(2), 317(2)", registered_at=told_at,
                        address="Ward 4, Nayaghat", custody=[["2020-02-01", "arrest", ""]],
                    )
                )  # fmt: skip
                if not place:
                    mine.append((row.id, case))
        mentions.store(rows)
        store.store([], [], deeds)
        yield mine


def _mention(station: Any, case: UUID, name: str, told_at: datetime, number: str) -> Any:
    from cctns.search.mentions import MentionRow

    return MentionRow(
        station.state_id, uuid4(), "fir", case, station.pk, "accused", name, told_at,
        case_id=case, relation="father", relative_name="Motiram", sex="male", birth_from=1988,
        birth_to=1990, place="Nayaghat", district="Suryapur", number=number, standing="accused",
    )  # fmt: skip


def _syllables(choose: random.Random) -> str:
    return _syllables_of(choose.randrange(10_000))


def _syllables_of(number: int) -> str:
    """A surname of its own for every number."""
    digits = "".join(("ka", "mi", "ru", "ta", "no", "shi", "ve", "la", "du", "pe")[int(one)]
                     for one in f"{number:04}")  # fmt: skip
    return digits.title()


def _timed(act: Callable[..., object], *told: Any) -> float:
    """Milliseconds."""
    begun = time.perf_counter()
    act(*told)
    return (time.perf_counter() - begun) * 1000


def _joined(server: psycopg.Connection, state: int, subject: Subject) -> None:
    told = {"state": state, "ids": [one for one, _ in subject]}
    server.execute(_PLAIN, told).fetchall()
    server.execute(_PLAIN_WITH, {"cases": [case for _, case in subject]}).fetchall()


def _sheet(by: Any, subject: Subject) -> None:
    from cctns.search.looking import Look
    from cctns.search.sheet import sheet_of

    sheet = sheet_of(by=by, mentions=[one for one, _ in subject], look=Look())
    if len(sheet.lines) != len(subject) or not sheet.associates:
        raise RuntimeError(f"{len(sheet.lines)} of {len(subject)} mentions are on the sheet")


def _paper(by: Any, subject: Subject) -> None:
    from cctns.documents.queries import history_pdf
    from cctns.search.looking import Look, Purpose

    look = Look(purpose=Purpose("court", "CC 7/2026"))
    history_pdf(by=by, mentions=[one for one, _ in subject], look=look, language="hi")


def _p95(times: Sequence[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]
