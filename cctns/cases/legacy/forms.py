"""One row as it stands in a file, and the words for what is wrong with its form."""

from __future__ import annotations

from dataclasses import dataclass

MOST_COLUMNS = 1000
LONGEST_FIELD = 1 << 20  # characters; the longest narrative in use is a tenth of it
SHOWN = 2000  # how much of an over-long value a list of refused rows repeats


class CannotRead(ValueError):
    """The file as a whole cannot be read; the message says where and how to mend it."""


@dataclass(frozen=True)
class Refusal:
    """Why a row is refused: a code for counting and a sentence for the person who mends it."""

    code: str
    sentence: str


@dataclass(frozen=True)
class RawRow:
    """Row `number` counts from 1 without the heading; `refusal` is set when its form is broken."""

    number: int
    columns: dict[str, str]
    refusal: Refusal | None = None


def checked(number: int, columns: dict[str, str]) -> RawRow:
    """The row, refused when a value holds what no database can: NUL, half a character, > 1 MiB."""
    whole = "".join(columns.values())
    if len(whole) <= LONGEST_FIELD and whole.isascii() and "\x00" not in whole:
        return RawRow(number, columns)
    for name, value in columns.items():
        fault = _fault(name, value)
        if fault:
            shown = {key: text[:SHOWN] for key, text in columns.items()}
            return RawRow(number, shown, fault)
    return RawRow(number, columns)


def _fault(name: str, value: str) -> Refusal | None:
    if len(value) > LONGEST_FIELD:
        return Refusal("too_long", f"{name} has {len(value):,} characters; 1,048,576 at most")
    if "\x00" in value:
        return Refusal("nul", f"{name} holds a NUL character")
    if value.isascii():
        return None
    try:
        value.encode()
    except UnicodeEncodeError:
        return Refusal("half_character", f"{name} holds half a character (lone surrogate)")
    return None


def check_heading(columns: list[str], where: str) -> tuple[str, ...]:
    """The column names, trimmed. Raises CannotRead when they are too many, or one stands twice."""
    if len(columns) > MOST_COLUMNS:
        raise CannotRead(
            f"{where} has {len(columns):,} columns; a list of FIRs has {MOST_COLUMNS:,} at most"
        )
    names = [name.strip() or f"column {place}" for place, name in enumerate(columns, start=1)]
    faults = (_fault(f"the column {place}", name) for place, name in enumerate(names, start=1))
    fault = next(filter(None, faults), None)
    if fault:
        raise CannotRead(f"{where}: the name of {fault.sentence}")
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise CannotRead(f"{where} names the column {twice[:80]!r} twice")
    return tuple(names)
