"""CSV: comma, semicolon, tab or bar; quoted fields may hold line breaks."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from .forms import SHOWN, CannotRead, RawRow, Refusal, check_heading, checked

_DELIMITERS = ",;\t|"
# A quote that is never closed swallows the rest of the file: past this, the file is refused.
_SWALLOWED = 16 << 20


def delimiter_of(start: str) -> str:
    """Whichever stands most often in the heading."""
    heading = start.partition("\n")[0]
    return max(_DELIMITERS, key=heading.count)


def survey(path: Path, encoding: str, delimiter: str) -> tuple[tuple[str, ...], int]:
    """The column names and how many rows follow. Raises CannotRead."""
    heading, found = _open(path, encoding, delimiter)
    return heading, sum(1 for _ in found)


def rows(path: Path, encoding: str, delimiter: str) -> Iterator[RawRow]:
    """Every row but the heading and empty lines, numbered from 1."""
    return _open(path, encoding, delimiter)[1]


def _open(path: Path, encoding: str, delimiter: str) -> tuple[tuple[str, ...], Iterator[RawRow]]:
    csv.field_size_limit(_SWALLOWED)
    lines = _lines(path, encoding, delimiter)
    _, first = next(lines, (0, []))
    if isinstance(first, Refusal):
        raise CannotRead(f"the heading of {path.name} cannot be read: {first.sentence}")
    heading = check_heading(first, f"the heading of {path.name}")
    if len(heading) < 2:
        raise CannotRead(f"{path.name} has no heading with several columns in its first line")
    return heading, (_row(heading, number, cells) for number, cells in lines)


def _lines(path: Path, encoding: str, delimiter: str) -> Iterator[tuple[int, list[str] | Refusal]]:
    """Cells of each record with its number (the heading is 0); a badly quoted one as a refusal."""
    with path.open(encoding=encoding, newline="") as file:
        reader = csv.reader(file, delimiter=delimiter, strict=True)
        number = 0
        while True:
            begins = reader.line_num + 1
            try:
                cells: list[str] | Refusal = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                cells = _bad_quoting(path, begins, error)
            if cells:
                yield number, cells
                number += 1


def _bad_quoting(path: Path, line: int, error: csv.Error) -> Refusal:
    if "field limit" in str(error):
        raise CannotRead(
            f"{path.name}: a field in the record of line {line:,} has over 16 MiB; perhaps a quote "
            '(") that opens there is never closed'
        ) from error
    if "end of data" in str(error):
        raise CannotRead(
            f'{path.name}: the quote (") opened in the record of line {line:,} is never closed'
        ) from error
    return Refusal("bad_quoting", f'the quotes (") in line {line:,} do not match: {error}')


def _row(heading: tuple[str, ...], number: int, cells: list[str] | Refusal) -> RawRow:
    if isinstance(cells, Refusal):
        return RawRow(number, {}, cells)
    columns = dict(zip(heading, cells, strict=False))
    if len(cells) != len(heading):
        shown = {name: value[:SHOWN] for name, value in columns.items()}
        return RawRow(number, shown, _half(len(cells), len(heading)))
    return checked(number, columns)


def _half(found: int, wanted: int) -> Refusal:
    if found < wanted:
        return Refusal("half_row", f"the row ends after {found} of {wanted} columns")
    return Refusal("too_many_columns", f"the row has {found:,} columns, the heading {wanted}")
