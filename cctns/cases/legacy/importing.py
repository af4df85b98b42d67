"""A whole file, batch by batch: each is one transaction with its progress, and can be resumed.

Killed at any moment, nothing is half written: the next start goes on behind the last batch.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import islice

from django.db import connection
from django.db.models import Q

from cctns.lib.clock import now
from cctns.offices import access
from cctns.offices.models import Posting

from ..models import ImportRefusal, ImportRun
from . import batch, reading, sharing
from .beside import together
from .forms import RawRow
from .mapping import Mapping
from .stations import Named, Stations

BATCH = 1000
"""Rows of one transaction: more cost memory and lost work, fewer cost waits for the disk."""

_STOCK_AFTER = frozenset(4**power - 1 for power in range(12))  # batches 1, 4, 16, 64 ...

_ADVANCING = ("next_row", "imported", "already_there", "refused", "counts")

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

    @classmethod
    def of(cls, found: batch.Judged) -> Tally:
        reasons = Counter(refusal.code for _, refusal in found.refused)
        there, refused = len(found.there), len(found.refused)
        return cls(len(found.new), there, refused, found.counts(), reasons)

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.imported + other.imported,
            self.already_there + other.already_there,
            self.refused + other.refused,
            self.counts + other.counts,
            self.reasons + other.reasons,
        )


def stations_named(found: reading.Survey, mapping: Mapping) -> Counter[Named]:
    """How many rows each station has, as the file names them, in the order first met."""
    named = sharing.namer(mapping)
    return Counter(named(row) for row in reading.rows(found) if row.refusal is None)


@dataclass(frozen=True, kw_only=True)
class File:
    """A file as it is read; `apart` are the stations whose rows a second process takes."""

    found: reading.Survey
    mapping: Mapping
    stations: Stations
    apart: Sequence[Named] = ()

    def judged(self, after: int, *, second: bool) -> Iterator[batch.Judged]:
        """Its rows, or those of one share, batch by batch."""
        of = sharing.of_share(self.mapping, self.apart, second=second) if self.apart else None
        return _judged(reading.rows(self.found, after=after, of=of), self)


def rehearse(
    *,
    by: Posting,
    found: reading.Survey,
    mapping: Mapping,
    stations: Stations,
    step: Step,
    apart: Sequence[Named] = (),
) -> Tally:
    """What bringing in would do; nothing is written. Raises Refused, Stopped."""
    tally = Tally()
    file = File(found=found, mapping=mapping, stations=stations, apart=apart)
    tallies = _rehearsed(by, file, second=False)
    if apart:
        tallies = together(tallies, _rehearsed(by, file, second=True))
    for one in tallies:
        tally += one
        step(one.read)
    return tally


def _rehearsed(by: Posting, file: File, *, second: bool) -> Iterator[Tally]:
    seen: dict[batch.Key, batch.There] = {}
    for judged in file.judged(0, second=second):
        seen |= _there(by=by, judged=judged)
        batch.compare(judged, _source(file.found), seen)
        yield Tally.of(judged)


@access.query
def _there(*, by: Posting, judged: batch.Judged) -> dict[batch.Key, batch.There]:
    access.require(by, "case.import", by.office)
    return batch.already_there(by.office.state_id, judged.candidates)


@access.action
def begin(
    *, by: Posting, found: reading.Survey, mapping: Mapping, apart: Sequence[Named] = ()
) -> ImportRun:
    """The unfinished run of this file and mapping, as it was shared, else a new one.

    A new run leaves the stations `apart` to a second one beside it. Raises Refused.
    """
    access.require(by, "case.import", by.office)
    same = {
        "office": by.office,
        "file_sha256": found.sha256,
        "mapping_sha256": mapping.digest,
        "beside": None,
        "finished_at": None,
    }
    unfinished = ImportRun.objects.filter(**same).order_by("-id").first()
    if unfinished:
        return unfinished
    new = {**same, "posting": by, "file_name": _source(found), "started_at": now()}
    run = ImportRun.objects.create(**new)
    if apart:
        ImportRun.objects.create(**{**new, "beside": run, "apart": list(apart)})
    return run


def bring_in(
    *,
    by: Posting,
    run: ImportRun,
    found: reading.Survey,
    mapping: Mapping,
    stations: Stations,
    step: Step,
) -> None:
    """Every row that the run has not dealt with. Raises Refused, Elsewhere, Stopped."""
    second = _beside(by=by, run=run)
    apart = [_named(one) for one in second.apart] if second else []
    file = File(found=found, mapping=mapping, stations=stations, apart=apart)
    batches = _passage(by, run, file)
    if second:
        batches = together(batches, _passage(by, second, file))
    for number, rows in enumerate(batches):
        step(rows)
        if number in _STOCK_AFTER:
            _take_stock()
    _take_stock()
    _finish(by=by, run=run)


@access.query
def _beside(*, by: Posting, run: ImportRun) -> ImportRun | None:
    return ImportRun.objects.filter(beside=run).first()


def _named(told: list[str]) -> Named:
    code, name, district = told
    return code, name, district


def _passage(by: Posting, run: ImportRun, file: File) -> Iterator[int]:
    """Bring in the rows of one run; yields how many each transaction has dealt with."""
    for judged in file.judged(run.next_row - 1, second=run.beside_id is not None):
        _write(by=by, run=run, judged=judged)
        yield judged.rows


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
    # No key: the refused rows of the run beside may name this one meanwhile.
    locked = ImportRun.objects.select_for_update(no_key=True).only("next_row", "finished_at")
    stored = locked.get(pk=run.pk)
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
    run.save(update_fields=_ADVANCING)


@access.action
def _finish(*, by: Posting, run: ImportRun) -> None:
    _lock(run)
    run.finished_at = now()
    run.save(update_fields=["finished_at"])


@access.query
def tally_of(*, by: Posting, run: ImportRun) -> Tally:
    """The run so far, with the one beside it; the reasons are those of its refused rows."""
    runs = ImportRun.objects.filter(Q(pk=run.pk) | Q(beside=run)).defer("apart")
    return sum(map(_tally, runs), Tally())


def _tally(run: ImportRun) -> Tally:
    counts = {
        (code, year): number for code, years in run.counts.items() for year, number in years.items()
    }
    return Tally(run.imported, run.already_there, run.refused, Counter(counts))


def _refusals(run: ImportRun, judged: batch.Judged) -> list[ImportRefusal]:
    return [
        ImportRefusal(
            run_id=run.beside_id or run.pk,
            office_id=run.office_id,
            row=row.number,
            code=refusal.code,
            sentence=refusal.sentence[:500],
            columns=batch.shown(row),
        )
        for row, refusal in judged.refused
    ]


def _judged(rows: Iterator[RawRow], file: File) -> Iterator[batch.Judged]:
    """Batch by batch; the next is read and judged while the database takes the last."""
    source = _source(file.found)

    def following() -> batch.Judged:
        held = islice(rows, BATCH)
        return batch.judge(held, file.mapping, file.stations, source, now())

    with ThreadPoolExecutor(1) as ahead:
        coming = ahead.submit(following)
        while (judged := coming.result()).rows:
            coming = ahead.submit(following)
            yield judged


def _source(found: reading.Survey) -> str:
    """The file's name, as a database takes it: names on disk may be no text."""
    return found.path.name.encode("utf-8", "replace").decode()[:200]
