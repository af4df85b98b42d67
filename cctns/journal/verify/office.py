"""One office's journals, every epoch: entries, payloads, tree, tiles, checkpoints, records."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

from cctns.offices.models import Office

from ..models import JournalHead
from . import records
from .chain import Chain
from .checkpoints import checkpoint_faults
from .fault import Fault


def verify(office: Office) -> list[Fault]:
    """Everything that is wrong with an office's journals and records; empty when nothing is.

    Reads one unchanging state of the database, whatever is written meanwhile.
    """
    with _snapshot():
        return list(_faults(office))


def _faults(office: Office) -> Iterator[Fault]:
    comparison = records.Comparison(office)
    for head in JournalHead.objects.filter(office=office).order_by("epoch"):
        chain = Chain(office, head)
        for row in chain.rows():
            yield from chain.check(row)
            yield from comparison.add(row)
        yield from chain.end()
        yield from checkpoint_faults(office, head, chain.roots)
    yield from comparison.end()
    yield from records.unknown_to_journal(office)


@contextmanager
def _snapshot() -> Iterator[None]:
    nested = connection.in_atomic_block
    with transaction.atomic():
        if not nested:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield
