"""Who is answered at the door: once, and only as many at once as can be served; and what it says
when its own node cannot take anything."""

from __future__ import annotations

import errno
import json
import secrets
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
import time_machine
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_started
from django.db import OperationalError, close_old_connections, connection
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from psycopg import errors

from cctns.journal.checkpoints import node_key
from cctns.journal.models import JournalHead
from cctns.lib import signed
from cctns.sync import calls, directory, door, nonces, turning_away
from cctns.sync.models import Nonce, Peer
from cctns.sync.room import MORE, PLACES, room

from .between import CHILD, Between

HELLO = {"versions": [1, 1], "heads": [], "waiting": 0, "keys": [], "directory": "", "time": ""}


def knock(path: str = "/sync/v1/hello", **told: Any) -> HttpRequest:
    """A request as the station's line makes it."""
    body = json.dumps({**HELLO, **told}).encode()
    headers = signed.sign(
        node_key(),
        keyid=CHILD,
        method="POST",
        path=path,
        query="",
        body=body,
        created=int(time.time()),
        nonce=secrets.token_urlsafe(18),
    )
    return RequestFactory().generic("POST", path, body, headers=headers)


def answered(asked: HttpRequest) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body, as the server of the door gives them to the line."""
    told: list[Any] = []
    respond = turning_away.before(WSGIHandler())
    request_started.disconnect(close_old_connections)  # the test's own, as in Django's test client
    try:
        body = b"".join(respond(asked.META, lambda *given: told.extend(given)))  # type: ignore[arg-type, return-value]
    finally:
        request_started.connect(close_old_connections)
    return int(told[0].split()[0]), dict(told[1]), body


@pytest.fixture
def station(shipped: list[bytes], between: Between, settings: Any) -> Peer:
    """Enrolled here; its journal is known and nothing of it held."""
    settings.ROOT_URLCONF, settings.MIDDLEWARE = "cctns.sync.urls", []
    return between.cross()


@pytest.fixture
def full(station: Peer) -> Iterator[Peer]:
    """As many others are at work as find a place."""
    with ExitStack() as stack:
        for _ in range(PLACES + MORE):
            stack.enter_context(room.place(begins=False))
        yield station


def test_a_station_finds_no_place_and_is_told_when_without_a_question_to_the_database(
    full: Peer,
) -> None:
    asked = knock()
    with CaptureQueriesContext(connection) as questions:
        status, headers, body = answered(asked)
    assert len(questions) == 0
    assert status == 503
    assert 1 <= int(headers["Retry-After"]) <= 2
    ours = node_key().public_key().public_bytes_raw()
    nonce = signed.stated(asked.headers).nonce
    signed.verify_answer(headers, ours, status=503, body=body, nonce=nonce)


def test_one_that_has_begun_goes_on_where_a_new_one_is_turned_away(station: Peer) -> None:
    with ExitStack() as stack:
        for _ in range(PLACES):
            stack.enter_context(room.place(begins=True))
        assert answered(knock())[0] == 503
        assert answered(knock("/sync/v1/letters", letters=[], taken=[]))[0] == 200


def test_every_answer_gives_its_place_back(station: Peer) -> None:
    strange = RequestFactory().generic("POST", "/sync/v1/hello", b"{}")
    for asked in (knock(), strange, knock(versions="none")):
        for _ in range(PLACES + 1):
            assert answered(asked)[0] != 503


def test_a_hello_asks_the_database_little(station: Peer) -> None:
    """One question each: who knocks, whether for the first time, that it was heard, how far it is
    held, our own log; the directory that it is told is written out the first time only."""
    heads = [[str(one.office_id), 1, 300] for one in JournalHead.objects.all()]
    assert calls.hello(knock(heads=heads)).status_code == 200
    with CaptureQueriesContext(connection) as questions:
        told = json.loads(calls.hello(knock(heads=heads)).content)
    assert [one[2] for one in told["heads"]] == [0]
    assert len(questions) == 5, [one["sql"] for one in questions]


def test_the_directory_of_a_state_is_written_out_once_for_all_who_knock_together(
    station: Peer, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = []

    def slow(peer: Peer) -> directory.Tables:
        made.append(peer)
        time.sleep(0.05)
        return {}

    monkeypatch.setattr(directory, "_of_state", slow)
    monkeypatch.setattr(directory, "_state", lambda: "today")
    together(8, lambda: directory._alike(station))
    assert len(made) == 1


def together(count: int, work: Callable[[], Any]) -> None:
    threads = [threading.Thread(target=work) for _ in range(count)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()


@pytest.mark.django_db
def test_a_request_is_remembered_however_many_come_after_it() -> None:
    """More than the 300 of Django's cache, which forgot the oldest of a herd's."""
    assert nonces.is_new("cctns.in/first:n", seconds=600)
    assert all(nonces.is_new(f"cctns.in/herd.{one}:n", seconds=600) for one in range(400))
    assert not nonces.is_new("cctns.in/first:n", seconds=600)


@pytest.mark.django_db
def test_it_is_forgotten_when_its_date_alone_would_refuse_it() -> None:
    with time_machine.travel("2026-11-26T10:00:00Z", tick=False) as clock:
        nonces.is_new("cctns.in/first:n", seconds=600)
        clock.shift(599)
        assert nonces.forget() == 0
        clock.shift(2)
        assert nonces.forget() == 1
    assert not Nonce.objects.exists()


def test_two_clocks_that_differ_are_both_told() -> None:
    said = door._differ(1_795_000_000, 1_763_464_000)
    assert "2026-11-18 11:06:40 UTC" in said
    assert "2025-11-18 11:06:40 UTC" in said
    assert "set right" in said


def _full() -> OperationalError:
    made = OperationalError("could not extend file")
    made.__cause__ = errors.DiskFull("could not extend file")
    return made


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (_full(), "the disk of this node is full"),
        (OSError(errno.ENOSPC, "No space left on device"), "the disk of this node is full"),
        (OperationalError("the connection is lost"), "the database did not take it"),
    ],
)
def test_a_node_that_can_take_nothing_says_why_and_asks_to_come_back(
    error: Exception, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    @door.signed_by_node
    def view(_request: HttpRequest, _peer: Peer) -> HttpResponse:
        raise error

    monkeypatch.setattr(door, "_peer", lambda _request: Peer(name="cctns.in/below"))
    answer = view(HttpRequest())
    assert answer.status_code == 503
    assert said in json.loads(answer.content)["reason"]
    assert 1 <= int(answer["Retry-After"]) <= 5
