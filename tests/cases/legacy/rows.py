"""One old FIR as a file of our own field names has it, to be changed where a test wants."""

from __future__ import annotations

from datetime import UTC, datetime

from cctns.cases.legacy import old
from cctns.cases.legacy.forms import RawRow
from cctns.cases.legacy.mapping import Mapping, choose

NOW = datetime(2026, 6, 1, tzinfo=UTC)
WHOLE = {
    "number": "0012/2019",
    "station_code": "T1",
    "station_name": "Fort PS",
    "district": "East",
    "registered_at": "2019-03-02 10:30:00",
    "received_at": "2019-03-02 10:00:00",
    "occurred_from": "2019-03-01 21:00:00",
    "occurred_to": "2019-03-01 22:00:00",
    "information": "written",
    "act_section": "IPC 1860 U/s: 379",
    "crime_group": "THEFT",
    "crime_head": "Of Automobiles",
    "place": "Market road",
    "way": "2 KM EAST",
    "latitude": "16.092257",
    "longitude": "75.867214",
    "narrative": "A motor cycle was taken away.",
    "stage": "Pending Trial",
    "officer_rank": "PSI",
    "officer_name": "S. Kumar",
    "complainant_name": "Asha Devi",
    "complainant_sex": "Female",
    "complainant_age": "34",
    "accused_names": "Ramu; Shyam",
    "victims_female": "1",
}


def row(at: int = 1, **changed: str) -> RawRow:
    return RawRow(at, {**WHOLE, **changed})


def read(mapping: Mapping | None = None, **changed: str) -> old.OldFir:
    one = row(**changed)
    return old.read(one, mapping or choose(one.columns), NOW)
