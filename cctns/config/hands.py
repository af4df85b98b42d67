"""More hands for long work: beside the worker a process for each core that is left."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def beside(module: str, *, when: bool) -> Iterator[None]:
    """Run the module in more processes while the block runs; they end when no work is left."""
    more = len(os.sched_getaffinity(0)) - 1 if when else 0
    command = [sys.executable, "-m", module]
    helpers = [subprocess.Popen(command) for _ in range(more)]  # noqa: S603 - our own module
    try:
        yield
    finally:
        for one in helpers:
            one.wait()
