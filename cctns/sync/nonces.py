"""Whether a signed request comes for the first time.

In a table of its own: the cache forgets from its 300th entry on, and a State's stations that come
back together make thousands a minute. Without a write-ahead log, so that no request waits for the
disk: after a crash of the database a request of the last minutes could come twice, and whatever
comes twice has its effect once.
"""

from __future__ import annotations

from datetime import timedelta

from django.db import connection

from cctns.lib.clock import now

from .models import Nonce

_NEW = "INSERT INTO sync_nonce (id, until) VALUES (%s, %s) ON CONFLICT DO NOTHING"


def is_new(word: str, *, seconds: int) -> bool:
    """Remember the word for so long; False when it is remembered already."""
    with connection.cursor() as cursor:
        cursor.execute(_NEW, [word, now() + timedelta(seconds=seconds)])
        return bool(cursor.rowcount)


def forget() -> int:
    """Those whose time is over; returns how many."""
    return Nonce.objects.filter(until__lt=now()).delete()[0]
