"""One process at a time: a lock that the system itself lets go when its holder dies."""

from __future__ import annotations

import fcntl
import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Held:
    """A lock that this process holds until `release`, or until it ends, however it ends."""

    descriptor: int

    def release(self) -> None:
        os.close(self.descriptor)


def hold(path: Path) -> Held | None:
    """Take the lock on a file; None when another process has it."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        return None
    return Held(descriptor)
