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

_PERSONS = {"small": 10_000, "full": 1_000_000}
_NAMES = {"small": 400, "full": 3_000}


def run(size: str, *, persons: Path | None = None, queries: Path | None = None) -> ground.Result:
    if persons is None or queries is None:
        given, asked = name_made.persons_and_questions(_PERSONS["small"], _NAMES[size])
    else:
        given, places = name_data.persons(persons)
        asked = name_data.questions(queries, places)
    wanted = max(_PERSONS[size], len(given)) if size == "full" else len(given)
    with ground.node("worker") as environment:
        people = list(name_data.enlarged(given, wanted))
        name_load.load(ground.superuser_dsn(environment), people, wanted)
        from cctns.search.people import Asked, find_each
        from cctns.search.screening import batches

        told = [
            Asked(one.text, relative=one.father, birth_year=one.birth_year, place=one.district)
            for one in asked
        ]
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
        "persons": float(wanted),
    }
    return figures, {}


def _truth(people: Sequence[Known], hit: Hit) -> tuple[str, str, int, str]:
    return people[name_load.place(hit.mention.id)].truth
