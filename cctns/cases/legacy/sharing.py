"""The stations of a large file dealt to two processes, so that neither waits for the other.

All rows of a station are in one share: its journal's head is locked by one process only, and of
two rows with one number it is always the later one of the file that is refused.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection
from uuid import UUID

from .forms import RawRow
from .mapping import Mapping
from .old import Refused, station_named
from .stations import Named, Stations

WORTH_IT = 4000
"""Rows from which on a second process gains more than its start costs."""

_FIELDS = ("station_code", "station_name", "district")


def namer(mapping: Mapping) -> Callable[[RawRow], Named]:
    """A function that tells the station of a row as the file has it, and nothing else of it."""
    known: dict[tuple[str, ...], Named] = {}
    only = mapping.only(_FIELDS)
    columns = sorted({column for source in only.fields.values() for column in source.columns})

    def named(row: RawRow) -> Named:
        cells = tuple([row.columns.get(column, "") for column in columns])
        found = known.get(cells)
        if found is None:
            found = known[cells] = station_named(only.read(row.columns), mapping)
        return found

    return named


def deal(named: Counter[Named], stations: Stations) -> list[Named]:
    """Half of the rows as names of stations: the second share. The first has all others.

    All names of one station lie on one side, and so do rows whose station is not known. Of a small
    file, or of a single station, the first share is the whole.
    """
    if named.total() < WORTH_IT:
        return []
    groups: dict[UUID, list[Named]] = {}
    for one in named:
        office = _office(one, stations)
        if office is not None:
            groups.setdefault(office, []).append(one)
    sizes = {office: sum(named[one] for one in names) for office, names in groups.items()}
    second: list[Named] = []
    lead = named.total() - sum(sizes.values())  # of the first share over the second
    for office in sorted(groups, key=lambda one: -sizes[one]):
        if lead > 0:
            second += groups[office]
        lead += -sizes[office] if lead > 0 else sizes[office]
    return second


def _office(named: Named, stations: Stations) -> UUID | None:
    try:
        office = stations.find(named)
    except Refused:
        return None
    return office.pk if office else None


def of_share(
    mapping: Mapping, apart: Collection[Named], *, second: bool
) -> Callable[[RawRow], bool]:
    """Whether a row is of this share; `apart` are the stations of the second."""
    named, theirs = namer(mapping), frozenset(apart)
    return lambda row: (row.refusal is None and named(row) in theirs) is second
