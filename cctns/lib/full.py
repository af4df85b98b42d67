"""Whether something failed for want of room: on a disk, ours or the database's."""

from __future__ import annotations

import errno

_DISK_FULL = "53100"  # PostgreSQL: could not extend a file, no space left on device


def is_full(error: BaseException | None) -> bool:
    """Of what was raised, or of what that was raised from: Django wraps the database's errors."""
    while error is not None:
        if getattr(error, "sqlstate", None) == _DISK_FULL:
            return True
        if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
            return True
        error = error.__cause__
    return False
