"""How much is sent at once follows the line: less after each cut, in pieces where it is slow."""

from __future__ import annotations

import hashlib
import json
import random
import threading
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from cctns.journal.models import JournalHead
from cctns.lib.backoff import first_try, wait_after
from cctns.lib.clock import now
from cctns.offices.models import Posting
from cctns.sync import directory, running, ship, wire
from cctns.sync.line import Answer, Busy, Cut, Line
from cctns.sync.models import Peer

from .between import Between


@pytest.fixture
def parent(db: None) -> Peer:
    """The node above, heard just now, which has told us to look every 800 s."""
    return Peer.objects.create(
        name="cctns.in/above",
        role="state",
        side="parent",
        url="http://127.0.0.1:9",
        cosign_key=bytes(32),
        box_key=bytes(32),
        enrolled_at=now(),
        heard_at=now(),
        pause=800.0,
    )


class Bad:
    """A line that cuts every so often; keeps the upload as a parent would."""

    def __init__(self, rate: float, cuts: int) -> None:
        self.bytes_per_second, self._cuts, self.kept, self.sent = rate, cuts, b"", 0
        self.peer, self.measured = Peer(name="cctns.in/above", role="state"), True

    def call(self, method: str, path: str, body: bytes = b"", **more: Any) -> Answer:
        if method == "HEAD":
            return Answer(204, b"", offset=len(self.kept))
        if self._cuts:
            self._cuts -= 1
            if method == "PATCH":  # half of it arrived
                self.kept += body[: len(body) // 2]
            raise Cut("no answer")
        self.sent += len(body)
        if method == "PATCH":
            assert int(more["headers"]["Upload-Offset"]) == len(self.kept)
            self.kept += body
            return Answer(204, b"", offset=len(self.kept))
        raise Cut("put")


def test_every_cut_halves_a_batch_and_a_busy_parent_does_not(
    shipped: list[bytes], between: Between, by: Posting, monkeypatch: pytest.MonkeyPatch
) -> None:
    head = JournalHead.objects.get(office=by.office)
    shipper = ship.Shipper(Bad(1e6, 99))  # type: ignore[arg-type]
    seen = []
    for _ in range(4):
        with pytest.raises(Cut):
            shipper.send((head.state, head.office_id, head.epoch, 0))
        seen.append(shipper.most)
    assert seen == [250, 125, 62, 31]

    def busy(*_told: Any, **_more: Any) -> Answer:
        raise Busy(Answer(503, b"{}", retry_after=4.0))

    monkeypatch.setattr(shipper.line, "call", busy)
    with pytest.raises(Busy) as told:
        shipper.send((head.state, head.office_id, head.epoch, 0))
    assert (shipper.most, told.value.pause) == (31, 4.0)


def test_a_batch_goes_over_a_slow_line_in_seconds_so_that_letters_get_their_turn(
    shipped: list[bytes], between: Between, by: Posting
) -> None:
    """And the rate is believed as soon as it falls, however fast the line was before."""
    head = JournalHead.objects.get(office=by.office)
    line = Line(Peer(name="cctns.in/above", role="state"))
    line._measure(100_000, 0.01)
    sent: list[tuple[int, int]] = []
    rate = 2_000.0

    def call(_method: str, _path: str, body: bytes = b"", **_more: Any) -> Answer:
        sent.append((len(wire.unpack(body).entries), len(body)))
        line._measure(len(body), len(body) / rate)
        raise Busy(Answer(503, b"{}"))

    line.call = call  # type: ignore[method-assign]
    shipper = ship.Shipper(line)
    for _ in range(2):
        with pytest.raises(Busy):
            shipper.send((head.state, head.office_id, head.epoch, 0))
    (all_of_it, _bytes), (some, amount) = sent[:2]
    assert all_of_it == 300
    assert 0 < some < 300
    assert amount / 2_000 < 10
    rate = 50.0  # hardly a line: what is sent is still enough to be measured
    for _ in range(3):
        with pytest.raises(Busy):
            shipper.send((head.state, head.office_id, head.epoch, 0))
    assert sent[-1][1] > 4096
    line._open()  # connected anew: nobody knows what it carries now
    with pytest.raises(Busy):
        shipper.send((head.state, head.office_id, head.epoch, 0))
    assert sent[-1][1] < 20_000


def test_over_a_slow_line_it_goes_on_at_the_byte_where_it_was_cut() -> None:
    data = bytes(range(256)) * 400
    line = Bad(2_000, 3)
    shipper = ship.Shipper(line)  # type: ignore[arg-type]
    for _ in range(3):
        with pytest.raises(Cut):
            shipper._upload(data, 30_000)
    assert len(line.kept) == 45_000
    shipper._upload(data, 30_000)
    assert hashlib.sha256(line.kept).digest() == hashlib.sha256(data).digest()
    assert line.sent == len(data) - 45_000  # nothing that had arrived was sent again


def test_whoever_was_asked_to_wait_waits_and_no_two_alike() -> None:
    waits = {wait_after(3, 4.0) for _ in range(200)}
    assert min(waits) >= 4.0
    assert max(waits) <= 12.0
    assert len(waits) == 200
    assert max(wait_after(40) for _ in range(200)) <= 900.2


def test_nobody_waits_longer_than_the_line_was_gone() -> None:
    """Random runs had a line fail nine times within a minute; it slept for eight more."""
    assert max(wait_after(9, silent=60.0) for _ in range(200)) <= 60.2
    assert 300 < max(wait_after(9, silent=3600.0) for _ in range(200)) <= 512.2
    assert min(wait_after(9, silent=-9.0) for _ in range(200)) >= 0.2  # a clock that was set right
    assert min(wait_after(2, 4.0, silent=1.0) for _ in range(200)) >= 4.0


def test_after_a_long_silence_stations_come_back_over_the_pause_that_was_told_last() -> None:
    waits = {first_try(3600.0, 800.0) for _ in range(200)}
    assert min(waits) < 100 < 700 < max(waits) <= 800
    assert first_try(60.0, 800.0) == 0  # a process that ended and started again goes on at once


class Stop(threading.Event):
    """Told to stop as soon as somebody waits; `waited` says for how long."""

    waited = 0.0

    def wait(self, timeout: float | None = None) -> bool:
        if timeout and not self.is_set():
            self.waited = timeout
            self.set()
        return self.is_set()


def test_a_node_that_was_off_for_a_night_does_not_knock_at_once(
    parent: Peer, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(running.Upward, "step", lambda _self: asked.append("step") or 1.0)
    stop = Stop()
    running.upward(stop)
    assert asked
    Peer.objects.update(heard_at=now() - timedelta(hours=9))
    asked.clear()
    monkeypatch.setattr(random, "uniform", lambda _least, most: most / 2)
    running.upward(stop := Stop())
    assert (asked, stop.waited) == ([], 400.0)


class Doorkeeper:
    """A parent's line, full at the call of that number; `heard` are the paths that were asked."""

    def __init__(self, peer: Peer, full_at: int, pause: float) -> None:
        self.peer, self.bytes_per_second, self.heard = peer, 0.0, list[str]()
        self._full_at, self._pause = full_at, pause

    def call(self, method: str, path: str, body: bytes = b"", **more: Any) -> Answer:
        self.heard.append(path.rpartition("/")[2])
        if len(self.heard) == self._full_at:
            raise Busy(Answer(503, b"{}", retry_after=4.0))
        mine = directory.upward_digest()
        told: dict[str, Any] = {"heads": [], "directory": mine, "yours": "", "pause": self._pause}
        told |= {"taken": [], "letters": []}
        return Answer(200, json.dumps(told).encode())


def upward(
    parent: Peer, *, full_at: int = 0, pause: float = 51.5
) -> tuple[running.Upward, Doorkeeper]:
    talking, line = running.Upward(parent), Doorkeeper(parent, full_at, pause)
    talking.line = line  # type: ignore[assignment]
    talking.shipper = ship.Shipper(talking.line)
    return talking, line


@pytest.mark.parametrize(("pause", "hellos"), [(1.0, 10), (800.0, 1)])
def test_of_many_stations_each_says_hello_no_oftener_than_it_looks(
    parent: Peer, monkeypatch: pytest.MonkeyPatch, pause: float, hellos: int
) -> None:
    """Of 17,500 that look every quarter of an hour, a hello each minute would be 290 a second."""
    talking, line = upward(parent, pause=pause)
    moment = 1000.0
    monkeypatch.setattr(running, "time", SimpleNamespace(monotonic=lambda: moment))
    for _ in range(10):
        talking.step()
        moment += 70
    assert line.heard == ["hello", "letters"] * hellos


def test_a_station_that_is_asked_to_wait_goes_on_with_what_it_had_begun(parent: Peer) -> None:
    talking, line = upward(parent, full_at=2)
    with pytest.raises(Busy) as told:
        talking.step()
    assert talking.failed(told.value) >= 4.0
    talking.step()
    assert line.heard == ["hello", "letters", "letters"]
    assert Peer.objects.get().pause == 51.5  # kept, for the day the node comes back with all others


def test_who_was_given_ten_times_of_its_own_is_not_kept_away_by_one_cut(parent: Peer) -> None:
    Peer.objects.update(heard_at=now() - timedelta(hours=9))
    talking, _line = upward(parent)
    for _ in range(10):
        assert talking.failed(Busy(Answer(503, b"{}", retry_after=300.0))) >= 300
    assert max(wait_after(Peer.objects.get().failures) for _ in range(200)) <= 2.2
    assert talking.failed(Cut("the line is gone")) <= 4.2
    talking.greet()
    assert (Peer.objects.get().failures, Peer.objects.get().trouble) == (0, "")


def test_a_time_of_its_own_is_kept_and_not_missed_by_minutes() -> None:
    """The door works on the herd one after the other: who comes late finds others in its place."""
    waits = {wait_after(9, 300.0) for _ in range(200)}
    assert 300 <= min(waits) < max(waits) <= 302
