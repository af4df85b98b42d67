"""`cctns screen FILE`: each line of a list of names held against the index, as a CSV of hits."""

from __future__ import annotations

import argparse
import csv
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cctns.config.env import Misconfigured

from .acting import add_as, posting_for
from .progress import progress

if TYPE_CHECKING:
    from cctns.search.looking import Look

HEADER = ("line", "name", "hit", "score", "found", "relative", "born", "role", "standing", "number")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="CSV in UTF-8; one column is called name")
    add_as(parser)
    parser.add_argument("--reason", required=True, help="what for: investigation, court ...")
    parser.add_argument("--reference", required=True, help="number of the case, and words")
    parser.add_argument("--out", type=Path, help="where the hits go; to the terminal without it")


def run(arguments: argparse.Namespace) -> int:
    from cctns.offices.access import Refused
    from cctns.offices.rules import NotPossible
    from cctns.search.codes import Scope
    from cctns.search.looking import Look, Purpose

    by = posting_for(arguments.login, "person.search")
    look = Look(Scope.NATION, Purpose(arguments.reason, arguments.reference))
    try:
        if arguments.out is None:
            _screen(by, look, arguments.file, sys.stdout)
        else:
            with arguments.out.open("w", encoding="utf-8", newline="") as out:
                _screen(by, look, arguments.file, out)
    except (NotPossible, Refused, OSError) as error:
        raise Misconfigured(f"{error}.") from error
    return 0


def _screen(by: Any, look: Look, path: Path, out: Any) -> None:
    """A batch is read, looked up, written and forgotten."""
    from cctns.search.screening import batches, lines_of, screened

    rows = csv.writer(out)
    rows.writerow(HEADER)
    with path.open("rb") as counted:
        total = max(sum(1 for _line in counted) - 1, 0)
    done = 0
    with path.open("rb") as file, progress("Screening", total) as step:
        for batch in batches(lines_of(file)):
            found = screened(by=by, look=look, lines=batch)
            for line, hits in zip(batch, found, strict=True):
                done += 1
                rows.writerows(map(_harmless, _rows(done, line, hits)))
            step(len(batch))


def _rows(place: int, line: dict[str, str], hits: Any) -> list[tuple[Any, ...]]:
    return [
        (place, line["name"], rank, round(one.score, 2), one.mention.name,
         one.mention.relative_name, one.mention.birth_to, one.mention.role,
         one.mention.standing, one.mention.number)
        for rank, one in enumerate(hits, start=1)
    ]  # fmt: skip


def _harmless(row: tuple[Any, ...]) -> tuple[Any, ...]:
    """A spreadsheet takes a cell that begins so for a formula."""
    return tuple(f"'{one}" if str(one).startswith(("=", "+", "@")) else one for one in row)
