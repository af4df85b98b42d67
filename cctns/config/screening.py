"""A process that looks at lists of names beside the worker; it ends when no line is left."""

from __future__ import annotations

import os
import sys

from . import bootstrap, logs


def main() -> int:
    os.nice(10)  # whoever waits for a page goes before a list of 100,000 names
    logs.set_up()
    bootstrap.setup_django("worker")
    from cctns.search import screening

    screening.run_waiting()
    return 0


if __name__ == "__main__":
    sys.exit(main())
