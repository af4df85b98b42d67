"""A full disk is told from other trouble, however deep the reason lies."""

from __future__ import annotations

import errno

import pytest
from django.db import OperationalError
from psycopg import errors

from cctns.lib.full import is_full


def _wrapped(cause: Exception) -> Exception:
    made = OperationalError("wrapped")
    made.__cause__ = cause
    return made


@pytest.mark.parametrize(
    ("error", "full"),
    [
        (_wrapped(errors.DiskFull("could not extend file")), True),
        (OSError(errno.ENOSPC, "No space left on device"), True),
        (OSError(errno.EDQUOT, "Disk quota exceeded"), True),
        (_wrapped(errors.AdminShutdown("terminating connection")), False),
        (OSError(errno.EIO, "Input/output error"), False),
        (ValueError("another"), False),
    ],
)
def test_whether_a_disk_was_full(error: Exception, full: bool) -> None:
    assert is_full(error) is full
