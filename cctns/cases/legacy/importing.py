"""A whole file, batch by batch: each is one transaction with its progress, and can be resumed.

Killed at any moment, nothing is half written: the next start goes on behind the last batch.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import islice

from django.db import connection

from cctns.lib.clock import now
from cctns.offices import access
from cctns.offices.models import Posting

from ..models import ImportRefusal, ImportRun
from . import batch, reading
from .mapping import Mapping
from .old import station_named
from .stations import Named, Stations

BATCH = 1000
"""Rows of one transaction: more cost memory and lost work, fewer cost waits for the disk."""

_STOCK_AFTER = frozenset(4**power - 1 for power in range(12))  # batches 1, 4, 16, 64 ...

Step = Callable[[int], None]  # told how many rows have just been dealt with


class Elsewhere(Exception):
    """Another process is bringing in the same file."""


@dataclass
class Tally:
    """What became of the rows; `counts` of FIRs in the register by (station code, year)."""

    imported: int = 0
    already_there: int = 0
    refused: int = 0
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)

    @property
    def read(self) -> int:
        return self.imported + self.already_there + self.refused

    def add(self, found: batch.Judged) -> None:
        self.imported += len(found.new)
        self.already_there += len(found.there)
        self.refused += len(found.refused)
        self.counts += found.counts()
        self.reasons += Counter(refusal.code for _, refusal in found.refused)


def stations_named(found: reading.Survey, mapping: Mapping) -> Iterator[Named]:
    """The station of every row, as the file has it."""
    for row in reading.rows(found):
        if row.refusal is None:
            yield station_named(mapping.read(row.columns), mapping)


def rehearse(
    *, by: Posting, found: reading.Survey, mapping: Mapping, stations: Stations, step: Step
) -> Tally:
    """What bringing in would do; nothing is written. Raises Refused."""
    tally = Tally()
    seen: dict[batch.Key, batch.There] = {}
    for judged in _judged(found, 0, mapping, stations):
        seen |= _there(by=by, judged=judged)
        batch.compare(judged, _source(found), seen)
        tally.add(judged)
        step(judged.rows)
    return tally


@access.query
def _there(*, by: Posting, judged: batch.Judged) -> dict[batch.Key, batch.There]:
    access.require(by, "case.import", by.office)
    return batch.already_there(by.office.state_id, judged.candidates)


@access.action
def begin(*, by: Posting, found: reading.Survey, mapping: Mapping) -> ImportRun:
    """The unfinished run of this file and mapping, else a new one. Raises Refused."""
    access.require(by, "case.import", by.office)
    same = {
        "office": by.office,
        "file_sha256": found.sha256,
        "mapping_sha256": mapping.digest,
        "finished_at": None,
    }
    unfinished = ImportRun.objects.filter(**same).order_by("-id").first()
    return unfinished or ImportRun.objects.create(
        **same, posting=by, file_name=_source(found), started_at=now()
    )


def bring_in(
    *,
    by: Posting,
    run: ImportRun,
    found: reading.Survey,
    mapping: Mapping,
    stations: Stations,
    step: Step,
) -> None:
    """Every row from `run.next_row` on. Raises Refused, Elsewhere."""
    for number, judged in enumerate(_judged(found, run.next_row - 1, mapping, stations)):
        _write(by=by, run=run, judged=judged)
        step(judged.rows)
        if number in _STOCK_AFTER:
            _take_stock()
    _take_stock()
    _finish(by=by, run=run)


def _take_stock() -> None:
    """Let PostgreSQL count what has come in, so that it plans look-ups on what is there."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT cases_take_stock()")


@access.action
def _write(*, by: Posting, run: ImportRun, judged: batch.Judged) -> None:
    """One batch and how far it brought the run, or nothing of both."""
    access.require(by, "case.import", by.office)
    _lock(run)
    batch.hold_numbers(judged.candidates)
    batch.compare(judged, run.file_name, batch.already_there(by.office.state_id, judged.candidates))
    batch.write(judged, by=by)
    ImportRefusal.objects.bulk_create(_refusals(run, judged))
    _advance(run, judged)


def _lock(run: ImportRun) -> None:
    stored = ImportRun.objects.select_for_update().get(pk=run.pk)
    if stored.next_row != run.next_row or stored.finished_at:
        raise Elsewhere(run.file_name)


def _advance(run: ImportRun, judged: batch.Judged) -> None:
    run.next_row = judged.last_row + 1
    run.imported += len(judged.new)
    run.already_there += len(judged.there)
    run.refused += len(judged.refused)
    for (code, year), number in judged.counts().items():
        years = run.counts.setdefault(code, {})
        years[year] = years.get(year, 0) + number
    run.save()


@access.action
def _finish(*, by: Posting, run: ImportRun) -> None:
    _lock(run)
    run.finished_at = now()
    run.save(update_fields=["finished_at"])


def tally_of(run: ImportRun) -> Tally:
    """The run so far; the reasons are read from its refused rows when asked for."""
    counts = {
        (code, year): number for code, years in run.counts.items() for year, number in years.items()
    }
    return Tally(run.imported, run.already_there, run.refused, Counter(counts))


def _refusals(run: ImportRun, judged: batch.Judged) -> list[ImportRefusal]:
    return [
        ImportRefusal(
            run=run,
            office_id=run.office_id,
            row=row.number,
            code=refusal.code,
            sentence=refusal.sentence[:500],
            columns=batch.shown(row),
        )
        for row, refusal in judged.refused
    ]


def _judged(
    found: reading.Survey, after: int, mapping: Mapping, stations: Stations
) -> Iterator[batch.Judged]:
    """Batch by batch; the next is read and judged while the database takes the last."""
    rows, source = reading.rows(found, after=after), _source(found)

    def following() -> batch.Judged:
        held = islice(rows, BATCH)
        return batch.judge(held, mapping, stations, source, now())

    with ThreadPoolExecutor(1) as ahead:
        coming = ahead.submit(following)
        while (judged := coming.result()).rows:
            coming = ahead.submit(following)
            yield judged


def _source(found: reading.Survey) -> str:
    """The file's name, as a database takes it: names on disk may be no text."""
    return found.path.name.encode("utf-8", "replace").decode()[:200]
