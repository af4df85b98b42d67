"""A parent that was put back from a backup: its child says so, and sends again what it lacks."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from cctns.journal.models import JournalCheckpoint, JournalHead
from cctns.lib.clock import IST, now
from cctns.offices.models import Posting
from cctns.sync import greeting, overview, ship, shortfalls
from cctns.sync.line import Answer
from cctns.sync.models import Held, Peer, Shortfall
from cctns.sync.models.peer import NodeRole, Side

from .between import Between


@pytest.fixture
def above(shipped: list[bytes], between: Between) -> Peer:
    """Holds all 300 entries, by its own word."""
    keys: dict[str, Any] = {"cosign_key": bytes(32), "box_key": bytes(32), "enrolled_at": now()}
    made = Peer.objects.create(
        name="cctns.in/above", role=NodeRole.STATE, side=Side.PARENT, heard_at=now(), **keys
    )
    for head in JournalHead.objects.all():
        Held.mark(made, head, head.size)
    return made


def _heads(by: Posting, size: int | None) -> list[list[Any]]:
    told = JournalHead.objects.get(office=by.office)
    return [] if size is None else [[str(told.office_id), told.epoch, size, ""]]


def _of(by: Posting) -> int:
    return Held.objects.get(office=by.office).size


def test_a_clock_that_is_wrong_is_told_with_both_times(above: Peer) -> None:
    heard = {"time": (now() - timedelta(days=365)).isoformat()}
    for told, alarms in ((heard, 1), ({"time": now().isoformat()}, 0), ({"time": "soon"}, 0)):
        Peer.objects.update(skew=greeting.skew_of(told))
        said = overview.overview().alarms
        assert len(said) == alarms
        if said:
            assert "The clock of cctns.in/above says" in said[0]
            assert f"{(now() - timedelta(days=365)).astimezone(IST):%d.%m.%Y}" in said[0]
            assert "set the one that is wrong" in said[0]


@pytest.mark.parametrize("size", [120, None])
def test_it_says_less_than_before_and_is_sent_the_rest(
    above: Peer, by: Posting, size: int | None
) -> None:
    shortfalls.compare(above, shortfalls.vouched(above), _heads(by, size))
    assert _of(by) == (size or 0)
    (alarm,) = overview.overview().alarms
    assert f"vouched for 300 entries of {by.office.name}" in alarm
    assert f"held only {size or 0}" in alarm
    assert "is sent again" in alarm
    Held.mark(above, JournalHead.objects.get(office=by.office), 300)
    (alarm,) = overview.overview().alarms
    assert "was sent again" in alarm
    Shortfall.objects.update(at=now() - timedelta(days=2))
    assert overview.overview().alarms == []


@pytest.mark.parametrize(("cosigned", "alarms"), [(0, 0), (100, 0), (300, 1)])
def test_of_a_forked_journal_that_was_closed_only_what_was_cosigned_counts(
    above: Peer, by: Posting, cosigned: int, alarms: int
) -> None:
    """Its rest is told again in the next epoch: above it ends at the fork, and that is no loss."""
    JournalHead.objects.filter(office=by.office).update(closed=True)
    signed = JournalCheckpoint.objects.filter(office=by.office, size=cosigned)
    signed.update(cosignatures=["— cctns.in/above AAAA"])
    shortfalls.compare(above, shortfalls.vouched(above), _heads(by, 120))
    assert Shortfall.objects.count() == alarms
    assert _of(by) == (120 if alarms else 300)


@pytest.mark.parametrize("size", [300, 400])
def test_as_much_as_before_or_more_is_no_alarm(above: Peer, by: Posting, size: int) -> None:
    shortfalls.compare(above, shortfalls.vouched(above), _heads(by, size))
    assert not Shortfall.objects.exists()
    assert _of(by) == 300


def test_what_another_process_shipped_meanwhile_is_no_alarm(above: Peer, by: Posting) -> None:
    """Asked at 200, the parent answered; the mark was moved to 300 before the answer was read."""
    head = JournalHead.objects.get(office=by.office)
    Held.mark(above, head, 200)
    before = shortfalls.vouched(above)
    Held.mark(above, head, 300)
    shortfalls.compare(above, before, _heads(by, 200))
    assert not Shortfall.objects.exists()


def test_it_refuses_the_next_batch_and_says_that_it_ends_earlier(above: Peer, by: Posting) -> None:
    head = JournalHead.objects.get(office=by.office)
    Held.mark(above, head, 250)

    class Line:
        peer, bytes_per_second, measured = above, 0.0, False

        def call(self, *_told: Any, **_more: Any) -> Answer:
            return Answer(409, b'{"reason": "this stretch does not begin there", "size": 100}')

    shipper = ship.Shipper(Line())  # type: ignore[arg-type]
    assert shipper.send((head.state, head.office_id, head.epoch, 250))
    assert _of(by) == 100
    told = Shortfall.objects.get()
    assert (told.vouched, told.held, told.office) == (250, 100, by.office)
