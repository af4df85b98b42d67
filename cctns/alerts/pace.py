"""The pace of alerts: the worker looks at the journals every quarter of a second."""

from __future__ import annotations

import threading

import structlog
from django.db import connection

from cctns.journal import follow

from . import lookback
from .follower import FOLLOWER, handle

log = structlog.get_logger(__name__)
EVERY = 0.25  # seconds; an idle look costs one question to the database
AFTER_FAULT = 5.0


def turn() -> int:
    """Follow every journal as far as it has come, then look back; how many entries were new."""
    return follow.follow(FOLLOWER, handle) + lookback.run()


def start() -> threading.Event:
    """Go on in a thread of this process until the event is set."""
    stop = threading.Event()
    threading.Thread(target=_run, args=(stop,), name="alerts", daemon=True).start()
    return stop


def _run(stop: threading.Event) -> None:
    """A fault is told and tried again: nothing is lost, the cursor stands where it stood."""
    wait = 0.0
    while not stop.wait(wait):
        wait = EVERY
        try:
            turn()
        except Exception as error:  # whatever it is, the next turn must come
            log.error("alerts.fault", error=type(error).__name__, told=str(error)[:300])
            connection.close()
            wait = AFTER_FAULT
