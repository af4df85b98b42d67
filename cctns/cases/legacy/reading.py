"""Files of old records, row by row: what kind of file it is, and what is wrong with a row's form.

Two passes: `survey` reads the whole file first, so that a file that cannot be read to its end is
refused before anything is written; `rows` reads it again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from . import delimited, jsonfile, opening
from .forms import CannotRead, RawRow, Refusal


@dataclass(frozen=True)
class Survey:
    """One file as found: SHA-256 of its bytes, form ("csv", "json" or "jsonl"), names, rows."""

    path: Path
    sha256: str
    encoding: str
    form: str
    columns: tuple[str, ...]
    rows: int
    delimiter: str = ","


def survey(path: Path, *, encoding: str = "") -> Survey:
    """Read a file once to its end. Raises CannotRead, naming the byte or line at fault."""
    head = opening.head_of(path)
    _refuse_other_kinds(path, head)
    encoding = encoding or opening.encoding_of(head)
    digest = opening.digest_of(path, encoding)
    start = head.decode(encoding, "ignore").lstrip("\ufeff \t\r\n")
    if not start:
        raise CannotRead(f"{path.name} is empty")
    found = _survey(path, digest, encoding, start)
    if not found.rows:
        raise CannotRead(f"{path.name} has a heading but no rows")
    return found


_OTHER_KINDS = (
    (b"PK\x03\x04", "a spreadsheet or an archive"),
    (b"\xd0\xcf\x11\xe0", "an old spreadsheet"),
    (b"%PDF", "a PDF"),
    (b"\x1f\x8b", "compressed"),
    (b"<", "a web page or XML"),
)


def _refuse_other_kinds(path: Path, head: bytes) -> None:
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    for begins, kind in _OTHER_KINDS:
        if start.startswith(begins):
            raise CannotRead(f"{path.name} is {kind}: save its rows as CSV in UTF-8")


def _survey(path: Path, digest: str, encoding: str, start: str) -> Survey:
    if start[0] in "[{":
        form = "json" if start[0] == "[" else "jsonl"
        columns, rows = jsonfile.survey(path, encoding, form)
        return Survey(path, digest, encoding, form, columns, rows)
    delimiter = delimited.delimiter_of(start)
    columns, rows = delimited.survey(path, encoding, delimiter)
    return Survey(path, digest, encoding, "csv", columns, rows, delimiter)


def rows(
    found: Survey, *, after: int = 0, of: Callable[[RawRow], bool] | None = None
) -> Iterator[RawRow]:
    """The rows numbered from 1, those up to `after` left out; a repeated row is refused.

    `of` picks rows before any other look at them: with one, equal rows are picked alike.
    """
    if found.form == "csv":
        every = delimited.rows(found.path, found.encoding, found.delimiter)
    else:
        every = jsonfile.rows(found.path, found.encoding, found.form)
    return (row for row in _once(filter(of, every)) if row.number > after)


def _once(every: Iterator[RawRow]) -> Iterator[RawRow]:
    """By hash and not by value: 100 bytes a row are kept and not the file."""
    first: dict[int, int] = {}
    for row in every:
        if row.refusal is None:
            told = hash((tuple(row.columns), tuple(row.columns.values())))
            before = first.setdefault(told, row.number)
            if before != row.number:
                refusal = Refusal("repeated", f"the row repeats row {before:,} word by word")
                yield replace(row, refusal=refusal)
                continue
        yield row
