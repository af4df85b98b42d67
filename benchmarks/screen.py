"""A list of names held against the index: how many a second, on one process."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from . import ground, name_data, name_load, name_made
from .name_data import Known

if TYPE_CHECKING:
    from cctns.search.people import Hit

_LEAST = {"small": 1, "full": 1_000_000}  # persons held, or those that are given if more
_NAMES = {"small": 400, "full": 3_000}


def run(size: str, *, persons: Path | None = None, queries: Path | None = None) -> ground.Result:
    people, asked = name_made.held_and_asked(
        persons, queries, made=_NAMES[size], least=_LEAST[size]
    )
    with ground.node("worker") as environment:
        name_load.load(ground.superuser_dsn(environment), people, len(people))
        from cctns.search.people import find_each
        from cctns.search.screening import batches

        told = [name_data.told(one) for one in asked]
        begun = time.perf_counter()
        found = [one for batch in batches(told) for one in find_each(batch, limit=5)]
        taken = time.perf_counter() - begun
        met = sum(
            any(_truth(people, hit) == people[one.person].truth for hit in answer.hits)
            for one, answer in zip(asked, found, strict=True)
        )
    figures = {
        "names_per_second": len(asked) / taken,
        "found_in_first_five": met / len(asked),
        "persons": float(len(people)),
    }
    return figures, {}


def _truth(people: Sequence[Known], hit: Hit) -> tuple[str, str, int, str]:
    return people[name_load.place(hit.mention.id)].truth
