"""The worker: follows journals and does what the clock asks for, under its own database role."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time

from . import bootstrap, logs


def main() -> int:
    """Run procrastinate's worker until SIGTERM."""
    logs.set_up()
    bootstrap.setup_django(os.environ.get("CCTNS_DB_ROLE", "worker"))
    from procrastinate.contrib.django import app

    from cctns.alerts import pace

    from . import schedule

    schedule.register(app)
    threading.Thread(target=follow_promptly, daemon=True, name="followers").start()
    stop = pace.start()  # apart: an alert does not wait until the search has read an import
    with app.replace_connector(app.connector.get_worker_connector()) as working:  # type: ignore[attr-defined]
        working.run_worker(concurrency=2, install_signal_handlers=True, listen_notify=False)
    stop.set()
    return 0


def follow_promptly(seconds: float = 0.5) -> None:
    """Followers look at once at what was written: alerts are for now, not for the next minute."""
    import structlog
    from django.db import close_old_connections

    from cctns.journal import follow

    log = structlog.get_logger(__name__)

    while True:
        time.sleep(seconds)
        try:
            if follow.is_anything_new():
                follow.run_all()
        except Exception:
            # Whatever a follower stumbles over: its cursor stays, the next look tries again.
            log.exception("followers.failed")
            close_old_connections()
            time.sleep(10)


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; `up` decides
    sys.exit(main())
