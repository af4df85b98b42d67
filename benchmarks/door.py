"""The door of a node as other nodes find it: gunicorn in a process of its own, for a benchmark."""

from __future__ import annotations

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress


@contextmanager
def opened(*, node: str) -> Iterator[int]:
    """The port of a door on the database of this process's environment, under that node's name."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    from cctns.config import serve

    told = {**os.environ, "CCTNS_NODE": node, "CCTNS_DB_ROLE": "sync"}
    server = subprocess.Popen(serve.door_command(port), env=told)
    try:
        until = time.monotonic() + 60
        while time.monotonic() < until:
            with suppress(OSError):
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                break
            time.sleep(0.1)
        yield port
    finally:
        server.terminate()
        server.wait(30)
