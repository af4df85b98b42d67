"""The process at the line: ships journals, carries letters, puts received records in place."""

from __future__ import annotations

import signal
import sys
import threading
import time

from . import bootstrap, logs

PATIENCE = 20  # seconds that a step may still take; what dies within one is taken up again


def main() -> int:
    """Run until SIGTERM."""
    logs.set_up()
    bootstrap.setup_django("sync")
    from cctns.sync import running

    stop = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_told: stop.set())
    threads = [
        # Daemons, since a parent that falls silent keeps a call waiting for a minute.
        threading.Thread(target=work, args=(stop,), name=work.__name__, daemon=True)
        for work in (running.upward, running.inward)
    ]
    for one in threads:
        one.start()
    failed = False
    while not stop.wait(0.5):
        if not all(one.is_alive() for one in threads):
            failed = True  # `cctns up` starts this process again
            stop.set()
    until = time.monotonic() + PATIENCE
    for one in threads:
        one.join(max(0.0, until - time.monotonic()))
    return int(failed)


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; `up` decides
    sys.exit(main())
