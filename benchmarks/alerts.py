"""Records held against very many lookouts, and how soon an FIR alerts another office or State.

A tenth of the lookouts are for persons of the invented population, the others for vehicles; of the
records that are held against them, half persons and half plates, one in twenty is meant by one.
Peer of the matching: the same keys looked up by a plain join, without a word compared or a reason
given: what the index alone allows.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import timedelta
from random import Random
from typing import Any
from uuid import UUID

import psycopg

from . import alerts_between, ground
from .clocks import become
from .invented.persons import Told, mentions

_LOOKOUTS = {"small": 50_000, "full": 1_000_000}
_RECORDS = {"small": 3_000, "full": 20_000}
_FIRS = {"small": 9, "full": 100}
_BATCH = 500  # entries that the follower shows at once
_AT_ONCE = 20_000  # lookouts of one COPY
_LONGEST = 30.0  # seconds that an alert is waited for


def run(size: str) -> ground.Result:
    with ground.node() as environment:
        lookouts = _LOOKOUTS[size]
        persons, records = lookouts // 10, _RECORDS[size]
        people = mentions(persons + records // 20, seed=7)
        count_words(environment, people[:persons])
        begun = time.perf_counter()
        fill(environment, people[:persons], lookouts)
        print(f"{lookouts} lookouts in {time.perf_counter() - begun:.0f} s")
        become(environment, "worker")
        others = mentions(records, seed=8)[: records - records // 20]
        found = _met([*people[persons:], *others], persons, lookouts)
        rate, matched, plain = _matching(found)
        become(environment, "app")
        own = _until_shown(range(persons, persons + _FIRS[size]))
    seconds = alerts_between.seconds(lookouts, _FIRS[size])
    print(f"{matched} matches among {len(found)} records")
    figures = {
        "records_per_s": rate,
        "p95_s": statistics.quantiles(seconds, n=20)[-1],
        "p50_s": statistics.median(seconds),
        "own_p95_s": statistics.quantiles(own, n=20)[-1],
        "own_p50_s": statistics.median(own),
        "lookouts": float(lookouts),
        "matches": float(matched),
    }
    peers: dict[str, ground.Peer] = {
        "records_per_s": {"name": "the same keys by a plain join, nothing compared", "value": plain}
    }
    return figures, peers


def count_words(environment: ground.env.Environment, people: list[Told]) -> None:
    """How common each word is, as a node would have counted it that knows these persons."""
    from cctns.search import vocabulary

    become(environment, "owner")
    words = {word for one in people[:20_000] for word in _row(one, _offices()[0]).name.split()}
    from cctns.lib.names.words import fold

    vocabulary.learn({fold(word) for word in words})


def _offices() -> list[Any]:
    from cctns.offices.models import Office

    return list(Office.objects.filter(kind="police_station").order_by("code"))


def _row(one: Told, office: Any) -> Any:
    from cctns.lib.clock import now
    from cctns.lib.ids import uuid7
    from cctns.search.mentions import MentionRow

    return MentionRow(
        state=office.state_id,
        id=uuid7(),
        record_kind="fir",
        record_id=uuid7(),
        office_id=office.pk,
        role="accused",
        name=one.name,
        told_at=now(),
        relative_name=one.relative,
        birth_from=one.birth_year,
        birth_to=one.birth_year,
        district=one.district,
        phones=one.phones,
        number="12/2026",
    )


def _plate(place: int) -> str:
    """The plate that the lookout at this place seeks; none twice."""
    rest, number = divmod(place, 10_000)
    letters = chr(65 + rest // 26 % 26) + chr(65 + rest % 26)
    return f"DL{place % 90 + 10}{letters}{number:04}"


def fill(environment: ground.env.Environment, people: list[Told], lookouts: int) -> None:
    """Notices and their keys by COPY, made as the follower makes them."""
    office = _offices()[0]
    each = [*people, *([None] * (lookouts - len(people)))]
    with psycopg.connect(ground.superuser_dsn(environment)) as server, server.cursor() as cursor:
        for at in range(0, lookouts, _AT_ONCE):
            part = enumerate(each[at : at + _AT_ONCE], start=at)
            notices = [_notice(place, office, person) for place, person in part]
            _copy(cursor, "alerts_notice", [one for one, _keys in notices])
            _copy(cursor, "alerts_watch", list(_watched(notices)))
        server.commit()
        server.autocommit = True
        cursor.execute("ANALYZE alerts_watch, alerts_notice")


def _watched(notices: list[tuple[dict[str, Any], Any]]) -> Iterator[dict[str, Any]]:
    for notice, keys in notices:
        for key in keys:
            yield {"notice_id": notice["id"], "state": notice["state"], **key._asdict()}


def _copy(cursor: Any, table: str, rows: list[dict[str, Any]]) -> None:
    names = list(rows[0])
    with cursor.copy(f"COPY {table} ({', '.join(names)}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row([row[name] for name in names])


def _notice(place: int, office: Any, person: Told | None) -> tuple[dict[str, Any], Any]:
    from cctns.alerts import keys
    from cctns.lib.clock import now
    from cctns.lib.ids import uuid7
    from cctns.search import vocabulary
    from cctns.search.question import Asked, Question

    moment = now()
    if person is None:
        asked, found = None, {keys.of_number("registration", _plate(place))}
    else:
        asked = {"text": person.name, "relative": person.relative, "place": person.district,
                 "birth_year": person.birth_year, "sex": "", "phone": "", "marks": ""}  # fmt: skip
        question = Question(
            Asked(person.name, relative=person.relative), vocabulary.held(), moment.year
        )
        birth = (person.birth_year, person.birth_year)
        found = keys.of_person(question, birth, person.district, person.phones)
    notice = {
        "id": uuid7(), "state": office.state_id, "office_id": office.pk, "office_name": office.name,
        "number": f"{place}/2026", "subject": "person" if person else "vehicle",
        "title": person.name if person else _plate(place), "why": "", "handling": "trace",
        "urgency": "routine", "everywhere": True, "states": [], "districts": [], "closed": "",
        "ground_ids": [], "person": json.dumps(asked) if asked else None, "method": None,
        "since": moment, "until": moment + timedelta(days=60), "validated_at": moment, "version": 1,
        "trail": "[]", "looked_back": True,
    }  # fmt: skip
    return notice, found


def _met(people: list[Told], persons: int, lookouts: int) -> list[Any]:
    """What records tell: these persons, and as many plates of which one in twenty is sought."""
    from cctns.alerts import met
    from cctns.lib.clock import now
    from cctns.lib.ids import uuid7
    from cctns.search.rows import ThingRow

    random, stations = Random(11), _offices()
    found = [met.of_mention(_row(one, random.choice(stations))) for one in people]
    for _one in people:
        sought = random.random() < 0.05
        place = random.randrange(persons, lookouts) if sought else random.randrange(10**7)
        plate = _plate(place) if sought else f"MH{place % 90 + 10}X{place:06}"
        station = random.choice(stations)
        thing = met.of_thing(
            ThingRow(id=uuid7(), state=station.state_id, record_kind="fir", record_id=uuid7(),
                     case_id=None, office_id=station.pk, kind="registration", key=plate,
                     shown=plate, what="Car", role="involved", number="12/2026", told_at=now())
        )  # fmt: skip
        assert thing is not None
        found.append(thing)
    random.shuffle(found)
    return found


def _matching(found: list[Any]) -> tuple[float, int, float]:
    """Records a second with alerts raised, how many matched, and the plain join's rate."""
    from cctns.alerts import raising
    from cctns.alerts.matching import match

    match(found[:_BATCH])  # warm
    begun, matched = time.perf_counter(), 0
    for batch in _batches(found):
        matched += len(raising.raise_all(match(batch)))
    rate = len(found) / (time.perf_counter() - begun)
    begun = time.perf_counter()
    for batch in _batches(found):
        _joined(batch)
    return rate, matched, len(found) / (time.perf_counter() - begun)


def _batches(found: list[Any]) -> Iterator[list[Any]]:
    yield from (found[at : at + _BATCH] for at in range(0, len(found), _BATCH))


def _joined(batch: list[Any]) -> None:
    from django.db import connection

    keys = [key for one in batch for key in one.keys]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM unnest(%s::int[], %s::text[]) AS asked(key, text) "
            "JOIN alerts_watch USING (key, text)",
            [[one.key for one in keys], [one.text for one in keys]],
        )
        cursor.fetchone()


def _until_shown(sought: range) -> list[float]:
    """Seconds from an FIR's commit at one station to its alert in the inbox of another.

    The FIRs name cars that the lookouts at these places seek.
    """
    from cctns.offices.codes import Role
    from cctns.offices.models import Posting

    here, there = _offices()[:2]
    seeker = Posting.objects.get(office=here, role=Role.SHO)
    sho = Posting.objects.get(office=there, role=Role.SHO)
    io = Posting.objects.filter(office=there, role=Role.IO).first() or sho
    plates = [_plate(place) for place in sought]
    command = [sys.executable, "-m", "cctns.config.worker"]
    worker = subprocess.Popen(command, env={**os.environ, "CCTNS_DB_ROLE": "worker"})
    try:
        _seen_within(seeker, fir_of_a_car(sho, io, plates[0]))  # the worker is up
        return [_seen_within(seeker, fir_of_a_car(sho, io, plate)) for plate in plates[1:]]
    finally:
        worker.terminate()
        worker.wait()


def fir_of_a_car(sho: Any, io: Any, plate: str) -> UUID:
    from tests.cases.made import registered

    thing = {"property_class": "vehicle", "description": "Car", "value": "300000",
             "particulars": {"registration": plate}}  # fmt: skip
    fir = registered(sho, investigating_officer=io.officer.username, things=[thing])
    return UUID(str(fir.pk))


def _seen_within(seeker: Any, fir: UUID) -> float:
    from cctns.alerts.queries import Asked, inbox

    begun = time.perf_counter()
    while time.perf_counter() - begun < _LONGEST:
        lines = inbox(by=seeker, asked=Asked()).lines
        if any(one.alert.matched_record == fir for one in lines):
            return time.perf_counter() - begun
        time.sleep(0.02)
    raise RuntimeError("no alert came")
