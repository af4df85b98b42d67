"""The process at the line: ships journals, carries letters, puts received records in place."""

from __future__ import annotations

import signal
import sys
import threading

from . import bootstrap, logs


def main() -> int:
    """Run until SIGTERM."""
    logs.set_up()
    bootstrap.setup_django("sync")
    from cctns.sync import running

    stop = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_told: stop.set())
    threads = [
        threading.Thread(target=work, args=(stop,), name=work.__name__)
        for work in (running.upward, running.inward)
    ]
    for one in threads:
        one.start()
    failed = False
    while not stop.wait(0.5):
        if not all(one.is_alive() for one in threads):
            failed = True  # `cctns up` starts this process again
            stop.set()
    for one in threads:
        one.join(20)
    return int(failed)


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; `up` decides
    sys.exit(main())
