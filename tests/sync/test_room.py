"""A door that has more callers than places gives each who is turned away a time of its own."""

from __future__ import annotations

from collections import Counter

import pytest

from cctns.sync.room import LONGEST, Full, Room


class Clock:
    """Stands until it is moved."""

    def __init__(self) -> None:
        self.moment = 100.0

    def __call__(self) -> float:
        return self.moment


def turned_away(room: Room) -> int:
    with pytest.raises(Full) as told, room.place(begins=True):
        pass
    return int(told.value.told["pause"])


def test_a_thousand_that_knock_together_are_told_times_one_after_the_other() -> None:
    room = Room(1, more=0, clock=Clock())
    with room.place(begins=True):
        pauses = [turned_away(room) for _ in range(1000)]
    assert pauses == sorted(pauses)
    assert pauses[0] == 1
    assert pauses[-1] > 15
    assert max(Counter(pauses).values()) <= 51  # no two seconds alike for hundreds


def test_one_that_knocks_beside_another_comes_back_at_once() -> None:
    room = Room(1, more=0, clock=Clock())
    with room.place(begins=True):
        assert turned_away(room) == 1
    with room.place(begins=True):
        pass


def test_who_has_begun_finds_a_place_where_a_beginner_does_not() -> None:
    room = Room(1, more=1, clock=Clock())
    with room.place(begins=True):
        turned_away(room)
        with room.place(begins=False):
            with pytest.raises(Full) as told, room.place(begins=False):
                pass
            assert 1 <= told.value.told["pause"] <= 5  # and is not sent to the end of the queue


def test_a_slow_door_spreads_further_than_a_fast_one() -> None:
    assert _last_of_a_hundred(seconds=0.01) < _last_of_a_hundred(seconds=0.2)


def _last_of_a_hundred(seconds: float) -> int:
    clock = Clock()
    room = Room(1, more=0, clock=clock)
    for _ in range(50):
        with room.place(begins=True):
            clock.moment += seconds
    with room.place(begins=True):
        return [turned_away(room) for _ in range(100)][-1]


def test_a_door_that_stood_still_for_a_while_leaves_no_hole_behind() -> None:
    """Measured: the few that came while nothing moved filled a minute and a half of the plan."""
    assert _last_of_a_hundred(seconds=20.0) <= 12


def test_what_lay_idle_between_does_not_count_as_slow() -> None:
    clock = Clock()
    room = Room(1, more=0, clock=clock)
    for _ in range(50):
        with room.place(begins=True):
            clock.moment += 0.01
        clock.moment += 1000
    with room.place(begins=True):
        assert [turned_away(room) for _ in range(100)][-1] < 10


def test_nobody_is_sent_away_for_longer_than_ten_minutes() -> None:
    room = Room(1, more=0, clock=Clock())
    with room.place(begins=True):
        assert max(turned_away(room) for _ in range(50_000)) <= LONGEST + 2


def test_a_slow_line_keeps_no_place_while_it_sends() -> None:
    room = Room(1, more=0, clock=Clock())
    with room.place(begins=True):
        with room.away(), room.place(begins=True):
            pass
        turned_away(room)
