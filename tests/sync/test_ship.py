"""How much is sent at once follows the line: less after each cut, in pieces where it is slow."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest

from cctns.journal.models import JournalHead
from cctns.lib.backoff import wait_after
from cctns.offices.models import Posting
from cctns.sync import ship
from cctns.sync.line import Answer, Busy, Cut
from cctns.sync.models import Peer

from .between import Between


class Bad:
    """A line that cuts every so often; keeps the upload as a parent would."""

    def __init__(self, rate: float, cuts: int) -> None:
        self.bytes_per_second, self._cuts, self.kept, self.sent = rate, cuts, b"", 0
        self.peer = Peer(name="cctns.in/above", role="state")

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
    shipper = ship.Shipper(Bad(0, 99))  # type: ignore[arg-type]
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
