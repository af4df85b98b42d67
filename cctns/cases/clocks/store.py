"""The stored clocks follow the journal; `cctns rebuild clocks` makes them anew."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from uuid import UUID

from django.db import connection

from cctns.journal import follow
from cctns.journal.models import JournalEntry
from cctns.law import clocks

from ..models import Fir
from .compute import CLOCKS, parameters

FOLLOWER = "clocks"
_COLUMNS = (
    "state, rule, subject_id, version, root_id, fir_id, office_id, starts_at, due_at, shows_at, "
    "sdpo_at, sp_at, closed_at, closed_by"
)
# A root that has no clock any more loses its rows too.
_FORGET = """
DELETE FROM cases_clock WHERE root_id = ANY(%(wanted)s)
    OR root_id IN (SELECT fir_id FROM cases_case WHERE id = ANY(%(wanted)s))
"""
_STORE = (
    f"WITH RECURSIVE {CLOCKS} INSERT INTO cases_clock ({_COLUMNS}) SELECT {_COLUMNS} FROM computed "  # noqa: S608
    "ON CONFLICT (state, rule, subject_id) DO NOTHING"
)


def register() -> None:
    # 2: of a case that was transferred a clock could be lost, by the order of its files.
    follow.register(FOLLOWER, _handle, forget=_forget_all, kinds=clocks.kinds(), made=2)


def recompute(wanted: Collection[UUID]) -> int:
    """Make the clocks of these FIRs, cases and records anew; how many there are.

    What the caller's role may not see has none: only the worker and the owner store clocks.
    """
    told = parameters(wanted)
    with connection.cursor() as cursor:
        cursor.execute(_FORGET, told)
        cursor.execute(_STORE, told)
        return int(cursor.rowcount)


def _handle(entries: Sequence[JournalEntry]) -> None:
    told = {one for entry in entries for one in (entry.record_id, *entry.refs)}
    recompute(told | _taken_over(told))


def _taken_over(told: Collection[UUID]) -> set[UUID]:
    """The FIRs under which other stations carry these cases on: their clocks count from here."""
    found = set(Fir.objects.filter(zero_fir_id__in=told).values_list("id", flat=True))
    return found | _taken_over(found) if found else found


def _forget_all() -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM cases_clock")
