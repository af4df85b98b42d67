"""What the door remembers, and what it says when its own node cannot take anything."""

from __future__ import annotations

import errno
import json

import pytest
import time_machine
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from psycopg import errors

from cctns.sync import door, nonces
from cctns.sync.models import Nonce, Peer


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
