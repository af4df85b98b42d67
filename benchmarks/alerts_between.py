"""How soon an FIR of State A is on a screen in State B: real nodes of a nation and two States.

The screen is the inbox as a browser holds it open: told by the server's events, it asks for the
list anew. Time runs from the moment after the FIR was registered.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from cctns.lib.clock import now
from tests.nodes.network import at_rest
from tests.nodes.states import State, country, signed_in

from .officer import Terminal

_LONGEST = 60.0  # seconds that an alert is waited for
_STAFF = "benchmarks.alerts_staff"


def seconds(lookouts: int, firs: int) -> list[float]:
    """Of each FIR; both States hold so many lookouts, and B raised one for each car beside."""
    with at_rest() as tables, country(tables, ("a", "b"), _STAFF) as (a, b):
        for state in (a, b):
            state.acts("holds", lookouts=lookouts)
        plates = [f"BR{10 + at % 80}Z{at:04}" for at in range(firs + 1)]
        for plate in plates:
            _sought(b, plate)
        page = signed_in(b)
        screen = _screen(page)
        next(screen)
        return [_until_shown(a, page, screen, plate) for plate in plates][1:]


def _sought(b: State, plate: str) -> None:
    b.acts("seeks", what="CAR", numbers=[{"kind": "registration", "number": plate}])


def _screen(page: Terminal) -> Iterator[None]:
    """Something each time the server says that the inbox changed."""
    while True:
        with page.stream("/alerts/live/", _LONGEST) as lines:
            for line in lines:
                if line.startswith(b"event: inbox"):
                    yield


def _until_shown(a: State, page: Terminal, screen: Iterator[None], plate: str) -> float:
    begun = datetime.fromisoformat(a.acts("registers_a_car", plate=plate))
    for _changed in screen:
        if plate in page.get("/alerts/latest/").text:
            break
        if (now() - begun).total_seconds() > _LONGEST:
            raise RuntimeError(f"no alert for {plate} came to B")
    return (now() - begun).total_seconds()
