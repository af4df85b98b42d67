"""A seizure and a scene of crime ready to be entered, for the tests of each form."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from cctns.cases.books.crime import CRIME
from cctns.cases.books.seizure import SEIZURE
from cctns.cases.models import Case, CrimeDetails, Seizure
from cctns.lib.clock import now
from cctns.offices.models import Posting

from .investigating import write

PRESENT = [
    {"name": "Mohan Lal", "address": "14, Gali 3, Rampur"},
    {"name": "Iqbal Ahmed", "address": "Main bazaar, Rampur", "age": 51},
]
CHAIN = {
    "property_class": "jewellery",
    "description": "Gold chain with a broken link",
    "value": "45000",
    "register_number": "31/2026",
    "packet": "P1, seal RK",
}


def seizure_of(by: Posting, case: Case, lists: Any = None, **changes: Any) -> Seizure:
    details = {
        "nature": "stolen",
        "place": "House of Vikram, Rampur",
        "name": "Vikram",
        "grounds": "He produced the chain from a tin box",
        "seal": "RK",
        "copy_to": "Vikram",
        "recording": "SID-2026-000031",
        **changes,
    }
    told = {"witnesses": PRESENT, "items": [CHAIN], **(lists or {})}
    made = write(by, SEIZURE, case, told, **details)
    assert isinstance(made, Seizure)
    return made


def crime_of(by: Posting, case: Case, lists: Any = None, **changes: Any) -> CrimeDetails:
    begun = now() - timedelta(minutes=1)
    details = {
        "happened_at": begun.replace(second=0, microsecond=0),
        "minor_head": "snatching.chain",
        "method_1": "snatching.motorcycle",
        "character": "none",
        "language": "silent",
        "feature_1": "helmet",
        "place_type": "road",
        "place_description": "Lane of four metres before the school gate, lamp post broken",
        "sketch": "Sketch 1",
        "latitude": "28.613900",
        "longitude": "77.209000",
        "panchnama_ended_at": now(),
        "recording": "SID-2026-000030",
        **changes,
    }
    made = write(by, CRIME, case, {"panches": PRESENT, **(lists or {})}, **details)
    assert isinstance(made, CrimeDetails)
    return made
