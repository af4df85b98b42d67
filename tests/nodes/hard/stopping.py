"""Ending a node: seconds, whoever holds its door open."""

from __future__ import annotations

import socket
import subprocess
import time
from contextlib import suppress

from cctns.config import serve

from ..network import eventually
from ..node import free_port
from ..pair import Pair


def test_a_door_ends_in_seconds_though_a_caller_says_nothing(pair: Pair) -> None:
    """A browser, a probe, a line that broke off: gunicorn would wait as long as it keeps alive."""
    port = free_port()
    told = {**pair.state.environment, "CCTNS_DB_ROLE": "sync"}
    door = subprocess.Popen(serve.door_command(port), env=told, cwd=pair.state.program)
    try:
        assert eventually(lambda: _opens(port))
        with socket.create_connection(("127.0.0.1", port)):
            time.sleep(6)  # it has said nothing for longer than a thread waits
            door.terminate()
            begun = time.monotonic()
            door.wait(60)
    finally:
        door.kill()
    assert time.monotonic() - begun < 10


def _opens(port: int) -> bool:
    with suppress(OSError):
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
        return True
    return False
