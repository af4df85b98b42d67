"""A list of names held against the index as the worker does it: how many a second."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

from . import ground, name_data, name_load, name_made
from .name_data import Known, Question

_LEAST = {"small": 1, "full": 1_000_000}  # persons held, or those that are given if more
_NAMES = {"small": 2_400, "full": 24_000}
_COLUMNS = ("name", "relative", "birth_year", "place")
_BROUGHT = """
import sys
from cctns.config import bootstrap
bootstrap.setup_django("app")
from cctns.cli.acting import posting_for
from cctns.search.looking import Purpose
from cctns.search.screening import take_list
by = posting_for("io.kotwali", "person.search")
take_list(by=by, title="bench", file=sys.stdin.buffer, purpose=Purpose("investigation", "bench"))
"""


def run(size: str, *, persons: Path | None = None, queries: Path | None = None) -> ground.Result:
    people, asked = name_made.held_and_asked(
        persons, queries, made=_NAMES[size], least=_LEAST[size]
    )
    asked = [asked[turn % len(asked)] for turn in range(_NAMES[size])]
    with ground.node("worker") as environment:
        name_load.load(ground.superuser_dsn(environment), people)
        taken, found = _screened(asked)
    met = sum(
        people[one.person].truth in {_truth(people, hit) for hit in hits}
        for one, hits in zip(asked, found, strict=True)
    )
    figures = {
        "names_per_second": len(asked) / taken,
        "found_in_first_three": met / len(asked),
        "names": float(len(asked)),
        "persons": float(len(people)),
    }
    return figures, {}


def _screened(asked: Sequence[Question]) -> tuple[float, list[list[str]]]:
    """Seconds from the worker's first look at a list to its last line, and the hits of each."""
    from cctns.config import schedule
    from cctns.search.tables import Screened

    file = io.StringIO()
    rows = csv.writer(file)
    rows.writerows([_COLUMNS, *map(_line, asked)])
    told = file.getvalue().encode()
    subprocess.run([sys.executable, "-c", _BROUGHT], input=told, check=True)  # as a page does
    begun = time.perf_counter()
    schedule.screen_lists(0)
    taken = time.perf_counter() - begun
    lines = Screened.objects.order_by("ordinal").values_list("found", flat=True)
    return taken, [[hit["id"] for hit in found] for found in lines]


def _line(question: Question) -> tuple[str, str, str, str]:
    told = name_data.told(question)
    year = "" if told.birth_year is None else str(told.birth_year)
    return told.text, told.relative, year, told.place


def _truth(people: Sequence[Known], hit: str) -> tuple[str, str, int, str]:
    return people[name_load.place(UUID(hit))].truth
