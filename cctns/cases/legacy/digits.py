"""Numbers as old registers write them: "0001/2016", "Cr. No. 12 of 2009", any script's digits."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from cctns.lib.text import ascii_digits

_NUMBER = re.compile(
    r"^(?:\D*?\b)?(?P<zero>0\s*/\s*(?=\d+\s*/))?(?P<serial>\d{1,9})"
    r"\s*(?:/|-|\bof\b|\s)\s*(?P<year>\d{4}|\d{2})$",
    re.IGNORECASE,
)
_COUNT = re.compile(r"^\d{1,4}(?:\.0+)?$")


@dataclass(frozen=True)
class OldNumber:
    """The serial of a station's yearly series; Zero FIRs run in a series of their own."""

    serial: int
    year: int
    zero: bool


def latin(text: str) -> str:
    """The same text with the digits of Indian scripts as 0 to 9."""
    return text if text.isascii() else ascii_digits(text)


def fir_number(text: str, *, year: int | None) -> OldNumber | None:
    """Reads "0001/2016", "0/12/2023" (Zero FIR), "Cr.No. 7-2009", "१२/२०२०"; None when it cannot.

    A number without a year ("142") takes the year of the row's own column.
    """
    plain = unicodedata.normalize("NFKC", latin(text)).strip()
    match = _NUMBER.match(plain)
    if match:
        return _checked(int(match["serial"]), _century(match["year"]), bool(match["zero"]))
    if year is not None and plain.isdecimal() and len(plain) < 10:
        return _checked(int(plain), year, False)
    return None


def _checked(serial: int, year: int, zero: bool) -> OldNumber | None:
    """PostgreSQL holds serials to 2,147,483,647; the first police stations date from 1861."""
    if not (1 <= serial < 2**31 and 1861 <= year <= 9999):
        return None
    return OldNumber(serial, year, zero)


def _century(text: str) -> int:
    """Two digits are of this century up to 68, as POSIX reads them."""
    value = int(text)
    if len(text) == 4:
        return value
    return value + (2000 if value <= 68 else 1900)


def count(text: str) -> int | None:
    """A number of persons; None when the text is none. Empty counts as zero."""
    plain = latin(text).strip()
    if not plain:
        return 0
    return int(plain.partition(".")[0]) if _COUNT.match(plain) else None
