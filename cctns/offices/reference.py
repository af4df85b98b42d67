"""States, Union Territories and districts of India under their Local Government Directory codes.

The directory's state of December 2022; districts made since then are missing. Hindi names are
ours, and empty where we are not certain.
"""

from __future__ import annotations

import csv
from importlib import resources

from django.db import transaction

from .models import District, State


def load() -> tuple[int, int]:
    """Write the packaged tables over what is there; returns how many States and districts."""
    states = [State(**{**row, "code": int(row["code"])}) for row in _rows("states.csv")]
    districts = [
        District(
            code=int(row["code"]),
            state_id=int(row["state"]),
            name=row["name"],
            name_hi=row["name_hi"],
        )
        for row in _rows("districts.csv")
    ]
    with transaction.atomic():
        _write(states, "name", "name_hi", "kind", "iso", "vehicle_code", "language")
        _write(districts, "state", "name", "name_hi")
    return len(states), len(districts)


def _write(rows: list[State] | list[District], *fields: str) -> None:
    type(rows[0])._default_manager.bulk_create(
        rows,  # type: ignore[arg-type]
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=fields,
    )


def _rows(name: str) -> list[dict[str, str]]:
    text = resources.files("cctns.offices").joinpath("data", name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
