"""JSON: one array of objects, or JSON Lines; read piece by piece, never the whole at once."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

from .forms import MOST_COLUMNS, CannotRead, RawRow, Refusal, check_heading, checked

_BLOCK = 1 << 16
_LARGEST = 16 << 20  # one record
_SPACE = " \t\r\n\ufeff"
# Numbers stay as they are written: 0.10 is no 0.1, and 0012 no 12.
_DECODER = json.JSONDecoder(parse_float=str, parse_int=str, parse_constant=str)


def survey(path: Path, encoding: str, form: str) -> tuple[tuple[str, ...], int]:
    """All names that the objects use, in the order met, and their number. Raises CannotRead."""
    names: dict[str, None] = {}
    count = 0
    for row in rows(path, encoding, form):
        names.update(dict.fromkeys(row.columns))
        count += 1
        if len(names) > MOST_COLUMNS:
            break
    return check_heading(list(names), path.name), count


def rows(path: Path, encoding: str, form: str) -> Iterator[RawRow]:
    """Every object, numbered from 1; in JSON Lines a line that is no JSON is refused alone."""
    values = _array(path, encoding) if form == "json" else _lines(path, encoding)
    for number, value in enumerate(values, start=1):
        yield value_row(number, value)


def value_row(number: int, value: Any) -> RawRow:
    if isinstance(value, Refusal):
        return RawRow(number, {}, value)
    if not isinstance(value, dict):
        return RawRow(number, {}, Refusal("no_object", "this entry is no object with names"))
    return checked(number, {name: _text(inside) for name, inside in value.items()})


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False)


def _lines(path: Path, encoding: str) -> Iterator[Any]:
    with path.open(encoding=encoding) as file:
        for place, line in enumerate(file, start=1):
            text = line.strip(_SPACE)
            if text:
                yield _one(text, place)


def _one(text: str, place: int) -> Any:
    try:
        return _DECODER.decode(text)
    except (ValueError, RecursionError) as error:
        return Refusal("no_json", f"line {place:,} is no JSON: {error}")


def _array(path: Path, encoding: str) -> Iterator[Any]:
    """The entries of one array. Raises CannotRead where the array is broken."""
    with path.open(encoding=encoding) as file:
        text, done, count = file.read(_BLOCK).lstrip(_SPACE)[1:], False, 0
        while True:
            text = text.lstrip(_SPACE + ",") if count else text.lstrip(_SPACE)
            if text.startswith("]"):
                _refuse_more(path, text[1:], file)
                return
            value, end = _next(text)
            # A number or a word at the very end of what was read may go on.
            if end is None or end == len(text):
                block = file.read(max(_BLOCK, len(text)))
                done = not block
                if done or len(text) > _LARGEST:
                    raise CannotRead(_broken(path, count, done))
                text += block
                continue
            yield value
            count, text = count + 1, text[end:]


def _refuse_more(path: Path, text: str, file: TextIO) -> None:
    while not text.strip(_SPACE):
        text = file.read(_BLOCK)
        if not text:
            return
    raise CannotRead(f"{path.name}: something stands behind the array: {text.strip()[:40]!r}")


def _next(text: str) -> tuple[Any, int | None]:
    try:
        return _DECODER.raw_decode(text)
    except (ValueError, RecursionError):
        return None, None


def _broken(path: Path, count: int, ended: bool) -> str:
    what = "ends in the middle" if ended else "is no valid JSON"
    return f"{path.name}: the array {what} after entry {count:,}"
