"""How many requests are worked on at once, and when a caller that finds no place comes back.

A caller that waits in a queue leaves it after a minute, and is then served for nothing. So whoever
finds no place is turned away at once, and is given a time of its own at which to knock again: as
many a second as requests were lately answered (a virtual queue). Most callers want three answers,
so some are turned away again, which costs little, and the door never waits for them. One that
knocks beside a few others loses a second.
"""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from .refused import Refused

LONGEST = 600.0  # seconds; after the last of these times the first is given again
# Seconds between two answers; more is a stop that passes, not our pace. Who comes too early knocks
# once more, which costs little; who comes too late leaves the door idle.
_SLOWEST = 0.1


class Full(Refused):
    """No place: nothing was looked at. The caller comes back after so many seconds."""

    def __init__(self, pause: int) -> None:
        super().__init__(503, "too many at once; come back", pause=pause)


class Room:
    """`places` at once, and `more` for those that go on with what they have begun."""

    def __init__(
        self, places: int, *, more: int, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._places, self._more, self._clock = places, more, clock
        self._lock = threading.Lock()
        self._taken = 0
        self._left = 0.0  # when somebody left the full room, or it became full
        self._between = 0.02  # seconds between two that leave the full room: our pace
        self._next = 0.0  # the time that was given last

    @contextmanager
    def place(self, *, begins: bool) -> Iterator[None]:
        """Raises Full when all places are taken."""
        with self._lock:
            if self._taken >= self._places + (0 if begins else self._more):
                raise Full(self._later() if begins else random.randint(1, 5))  # noqa: S311
            self._enter()
        try:
            yield
        finally:
            with self._lock:
                self._leave()

    @contextmanager
    def away(self) -> Iterator[None]:
        """While a caller sends what it has to say, others may have its place."""
        with self._lock:
            self._taken -= 1
        try:
            yield
        finally:
            with self._lock:
                self._enter()

    def _enter(self) -> None:
        self._taken += 1
        if self._taken == self._places:
            self._left = self._clock()

    def _leave(self) -> None:
        if self._taken >= self._places:
            moment = self._clock()
            self._between += (min(moment - self._left, _SLOWEST) - self._between) / 16
            self._left = moment
        self._taken -= 1

    def _later(self) -> int:
        """Whole seconds until the next time that nobody was given yet."""
        moment = self._clock()
        if not moment <= self._next <= moment + LONGEST:
            self._next = moment
        self._next += self._between
        return 1 + int(self._next - moment)


# Fewer than the threads of a process (config/serve.py): the others turn callers away.
PLACES, MORE = 4, 2
room = Room(PLACES, more=MORE)
