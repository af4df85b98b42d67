"""The worker: follows journals and does what the clock asks for, under its own database role."""

from __future__ import annotations

import os
import signal
import sys

from . import bootstrap, logs


def main() -> int:
    """Run procrastinate's worker until SIGTERM."""
    logs.set_up()
    bootstrap.setup_django(os.environ.get("CCTNS_DB_ROLE", "worker"))
    from procrastinate.contrib.django import app

    from . import schedule

    schedule.register(app)
    with app.replace_connector(app.connector.get_worker_connector()) as working:  # type: ignore[attr-defined]
        working.run_worker(concurrency=2, install_signal_handlers=True, listen_notify=False)
    return 0


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; `up` decides
    sys.exit(main())
