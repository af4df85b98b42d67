"""What an import tells at its end: counts by station and year, every refused row with a reason."""

from __future__ import annotations

import csv
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from cctns.offices import access
from cctns.offices.models import Posting

from ..models import ImportRefusal, ImportRun
from .importing import Tally

OWN_COLUMNS = ("row", "reason", "explanation")


@access.query
def reasons(*, by: Posting, run: ImportRun) -> Counter[str]:
    """How many rows of a run were refused for which reason."""
    access.require(by, "case.import", by.office)
    return Counter(run.refusals.values_list("code", flat=True))


@access.query
def write_refused(*, by: Posting, run: ImportRun, path: Path, columns: tuple[str, ...]) -> int:
    """A CSV of the run's refused rows, readable by its owner only; returns how many they are.

    After the three columns of our own come those of the file, so that it can be mended and read
    again by the same mapping.
    """
    access.require(by, "case.import", by.office)
    every = run.refusals.order_by("row").iterator(chunk_size=500)
    return _write(path, columns, every)


def _write(path: Path, columns: tuple[str, ...], every: Iterable[ImportRefusal]) -> int:
    count = 0
    with open(path, "w", encoding="utf-8-sig", newline="", opener=_private) as file:
        out = csv.writer(file)
        out.writerow([*OWN_COLUMNS, *columns])
        for one in every:
            values = (one.columns.get(name, "") for name in columns)
            out.writerow([one.row, one.code, one.sentence, *values])
            count += 1
    return count


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def as_json(tally: Tally) -> dict[str, Any]:
    """{"read", "imported", "already_there", "refused", "reasons": {code: n}, "counts": ...}.

    The counts are {station code: {year: FIRs brought in or found there}}.
    """
    stations: dict[str, dict[str, int]] = {}
    for (station, year), number in sorted(tally.counts.items()):
        stations.setdefault(station, {})[year] = number
    return {
        "read": tally.read,
        "imported": tally.imported,
        "already_there": tally.already_there,
        "refused": tally.refused,
        "reasons": dict(sorted(tally.reasons.items())),
        "counts": stations,
    }


def lines(tally: Tally) -> Iterator[str]:
    """The same for a person to read."""
    yield (
        f"{tally.read:,} rows read: {tally.imported:,} brought in, "
        f"{tally.already_there:,} already there, {tally.refused:,} refused"
    )
    for code, number in tally.reasons.most_common():
        yield f"  refused {number:,}: {code}"
    years = sorted({year for _, year in tally.counts})
    if years:
        yield "  ".join(["station".ljust(14), *(year.rjust(6) for year in years), "   all"])
    for station in sorted({station for station, _ in tally.counts}):
        numbers = [tally.counts[station, year] for year in years]
        cells = [f"{number or '-':>6}" for number in (*numbers, sum(numbers))]
        yield "  ".join([station.ljust(14), *cells])
