"""Settings of our own PostgreSQL server, written when its data folder is made."""

from __future__ import annotations

import os

_LEAST, _MOST = 128, 4096  # MiB

# Data is never traded for speed: fsync and commits stay on.
_SETTINGS = """
listen_addresses = ''
unix_socket_permissions = 0777
password_encryption = 'scram-sha-256'
random_page_cost = 1.1
jit = off
max_connections = 60
wal_compression = 'on'
max_wal_size = '2GB'
log_destination = 'stderr'
log_min_messages = warning
timezone = 'UTC'
"""


def settings() -> str:
    """Lines for postgresql.auto.conf, fit for the memory of this machine."""
    return f"{_SETTINGS}shared_buffers = '{shared_buffers()}MB'\n"


def shared_buffers() -> int:
    """MiB for the pages that the server holds itself: an eighth of the machine's memory.

    256 at a station of 2 GB. The memory is taken page by page as data is read, not at the start.
    """
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2**20
    return max(_LEAST, min(memory // 8, _MOST))
