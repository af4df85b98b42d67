"""Reads Acts and sections as old records write them: "IPC 1860 U/s: 379,34", "379/34 IPC"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from . import numbers
from .sections import canonical
from .tables import rows


@dataclass(frozen=True)
class Written:
    """One Act of a record with its sections in the order written, each once.

    `act` is our code for it, empty when we do not know the Act. A section is as the Act numbers
    it where our table has it, else as it was written.
    """

    act: str
    act_as_written: str
    sections: tuple[str, ...]


_PART = r"(?:\s?[(\[][0-9A-Za-z&\-]{1,6}[)\]])"  # (1), (va), [1A]
_LETTERS = r"(?:-?[A-Za-z]{1,2}\d?\b|[A-Z]\d[a-z]?\b)?"  # 304A, 498-a, 505B1
_LOOSE = r"(?:\s(?:\d[A-Z]|[A-Z])(?=,|\s|$))?"  # 366 A, 376 2F
_ITEM = rf"(?<![\w(])\d{{1,3}}(?!\d){_LETTERS}{_LOOSE}{_PART}*(?:[A-Z]|\d{_PART})?"
_SIGN = r"\s*(?:,|/|&|;|\br/?w\b\.?|\band\b|\bसहपठित\b|\bव\b|\bऔर\b)\s*"
_LIST = re.compile(rf"{_ITEM}(?:(?:{_SIGN}|\s+){_ITEM})*", re.IGNORECASE)
_SPLIT = re.compile(rf"{_SIGN}(?=\d)|\s+(?=\d)(?!\d[A-Z](?:,|\s|$))", re.IGNORECASE)
_MARK = re.compile(
    r"\b(?:u/?s|under sections?|sections?|sec|r/?w)\b[\s.:]*|धारा\s*|सहपठित\s*", re.IGNORECASE
)
_EDGE = " ,.;:&/-–|"
_NOT_CENTRAL = re.compile(r"\bKARN?[AT]\w*|\bRULES?\b|\bORDER\b|\bORDINANCE\b")


def parse(text: str) -> list[Written]:
    """The Acts and sections of one record; an empty list when the text names no section."""
    text = " ".join(text.split())
    lists = list(_LIST.finditer(text))
    between = _between(text, [found.span() for found in lists])
    names = between[:-1] if between and between[0] else between[1:]
    found: dict[str, list[str]] = {}
    for name, sections in zip(_carried(names), lists, strict=True):
        found.setdefault(name, []).extend(_SPLIT.split(sections[0]))
    return [_written(name, sections) for name, sections in found.items()]


def act_code(name: str) -> str:
    """Our code for an Act named in full or short; empty when we do not know it."""
    name = " ".join(name.upper().split())
    if _NOT_CENTRAL.search(name):
        return ""
    for code, pattern, unless in _names():
        if pattern.search(name) and not (unless and unless.search(name)):
            return code
    return ""


def _between(text: str, spans: list[tuple[int, int]]) -> list[str]:
    """What stands before, between and after the lists of sections, without "U/s"."""
    ends = [0, *(end for _, end in spans)]
    starts = [*(start for start, _ in spans), len(text)]
    pieces = [text[end:start] for end, start in zip(ends, starts, strict=True)]
    return [_MARK.sub("", piece).strip(_EDGE) for piece in pieces]


def _carried(names: list[str]) -> list[str]:
    """A list without a name of its own belongs to the Act named before it."""
    carried: list[str] = []
    for name in names:
        carried.append(name or (carried[-1] if carried else ""))
    return carried


def _written(name: str, sections: list[str]) -> Written:
    code = act_code(name)
    known = [canonical(code, one) or numbers.clean(one) or one for one in sections]
    return Written(code, name, tuple(dict.fromkeys(known)))


@cache
def _names() -> list[tuple[str, re.Pattern[str], re.Pattern[str] | None]]:
    return [
        (
            row["act"],
            re.compile(row["pattern"]),
            re.compile(row["unless"]) if row["unless"] else None,
        )
        for row in rows("act_names.csv")
    ]
