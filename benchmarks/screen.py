"""A list of names held against the index: how many a second, on one process."""

from __future__ import annotations

import time
from pathlib import Path

from . import ground, name_data, name_load, name_made

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
        from cctns.search.people import Asked, find

        met, begun = 0, time.perf_counter()
        for one in asked:
            told = Asked(
                one.text, relative=one.father, birth_year=one.birth_year, place=one.district
            )
            hits = find(told, limit=5).hits
            truth = people[one.person].truth
            met += any(people[name_load.place(hit.mention.id)].truth == truth for hit in hits)
        taken = time.perf_counter() - begun
    figures = {
        "names_per_second": len(asked) / taken,
        "found_in_first_five": met / len(asked),
        "persons": float(wanted),
    }
    return figures, {}
