"""How papers say things: captions of the forms in two languages, dates, times and rupees.

The captions are the form's own text, kept as data in forms/*.json as [English, Hindi].
"""

from __future__ import annotations

import json
import re
import unicodedata
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from cctns.lib.clock import IST

FORMS = Path(__file__).resolve().parent / "forms"
LANGUAGES = ("en", "hi")
_LINE = 40  # letters, after which a word may break
_ENDLESS = re.compile(rf"\S{{{_LINE + 1},}}")
_VIRAMA = 9  # Unicode combining class
Captions = dict[str, list[str]]


def captions(form: str, language: str) -> Captions:
    """Each caption as [in the paper's language, in the other]. Raises ValueError for a third."""
    if language not in LANGUAGES:
        raise ValueError(f"Papers are printed in {' or '.join(LANGUAGES)}, not in {language}.")
    first = LANGUAGES.index(language)
    table = {**_table("common"), **_table(form)}
    return {key: [both[first], both[1 - first]] for key, both in table.items()}


@cache
def _table(form: str) -> Captions:
    table: Captions = json.loads((FORMS / f"{form}.json").read_text(encoding="utf-8"))
    return table


def day(value: datetime | date | None) -> str:
    """12/06/2026, in India."""
    value = value.astimezone(IST) if isinstance(value, datetime) else value
    return value.strftime("%d/%m/%Y") if value else ""


def clock_time(value: datetime | None) -> str:
    """18:05, in India."""
    return value.astimezone(IST).strftime("%H:%M") if value else ""


def moment(value: datetime | None) -> str:
    return f"{day(value)} {clock_time(value)}".strip()


def weekday(value: datetime | None, language: str) -> str:
    if value is None:
        return ""
    return captions("common", language)[f"day{value.astimezone(IST).weekday()}"][0]


def rupees(value: Decimal | None) -> str:
    """1,25,000.00: grouped as India groups, in lakhs and crores."""
    if value is None:
        return ""
    whole, _, paise = f"{value:.2f}".partition(".")
    return re.sub(r"(\d)(?=(\d\d)+\d$)", r"\1,", whole) + f".{paise}"


def paragraphs(text: str) -> list[str]:
    """Lines as told; empty ones only part them."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def breakable(value: Any) -> Any:
    """The same data, with places to break inside words that would run off the page.

    A place is a zero-width space, never within a letter: not before a mark, not after a joiner.
    """
    if isinstance(value, str):
        return _ENDLESS.sub(lambda word: _broken(word[0]), value)
    if isinstance(value, dict):
        return {key: breakable(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [breakable(one) for one in value]
    return value


def _broken(word: str) -> str:
    pieces, begun = [], 0
    for place in range(1, len(word)):
        if place - begun >= _LINE and _parts(word[place - 1], word[place]):
            pieces.append(word[begun:place])
            begun = place
    return "\u200b".join([*pieces, word[begun:]])


def _parts(before: str, after: str) -> bool:
    """Whether one written letter ends and another begins here."""
    joined_on = unicodedata.category(after) in ("Mn", "Mc", "Me", "Cf")
    joins = unicodedata.combining(before) == _VIRAMA or unicodedata.category(before) == "Cf"
    return not (joined_on or joins)


def joined(*parts: Any, by: str = ", ") -> str:
    return by.join(str(part) for part in parts if part not in (None, ""))
