"""Section numbers as people write them: "u/s 303 (2)", "धारा ३०३(२)", "498-A", "354(B)"."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_PREFIX = re.compile(
    r"^(?:u/?s|under section|sections?|sec|s|धारा|दफा)[\s.:]*(?=\d)", re.IGNORECASE
)
_SHAPE = re.compile(r"\d{1,4}[A-Z]{0,3}(?:\([0-9A-Za-z]{1,5}\))*")


@lru_cache(maxsize=8192)
def clean(written: str) -> str:
    """The number without its dress: ASCII digits, no spaces, the letter of "498a" in capitals.

    Empty when the text is not the number of one section.
    """
    text = _PREFIX.sub("", _plain_digits(written).strip()).strip(" .,")
    if re.search(r"\d\s+\d", text):
        return ""
    text = re.sub(r"\s+", "", text)
    text = re.sub(r"^(\d+)-([A-Za-z]{1,2})(?![A-Za-z])", r"\1\2", text)
    text = re.sub(r"^(\d+[A-Za-z]*)", lambda found: found[1].upper(), text)
    return text if _SHAPE.fullmatch(text) else ""


def parents(number: str) -> list[str]:
    """The number and what it stands in, the narrowest first: 376(2)(n), 376(2), 376."""
    found = [number]
    while "(" in number:
        number = number[: number.rindex("(")]
        found.append(number)
    return found


def lettered(number: str) -> str:
    """354(A) as 354A: records often write the section that way. Empty if it is nothing such."""
    found = re.match(r"^(\d+)\(([A-Za-z]{1,2})\)(.*)$", number)
    return f"{found[1]}{found[2].upper()}{found[3]}" if found else ""


def order(number: str) -> tuple[tuple[int, int, str], ...]:
    """Sorts 9 before 10, 304 before 304A, 304A before 304(1)."""
    return tuple(
        (0, int(part), "") if part.isdigit() else (2 if part == "(" else 1, 0, part)
        for part in re.findall(r"\d+|[A-Za-z]+|\(", number)
    )


def _plain_digits(text: str) -> str:
    return "".join(str(unicodedata.decimal(one)) if one.isdecimal() else one for one in text)
