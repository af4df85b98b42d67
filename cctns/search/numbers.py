"""Numbers by which things are known: how they compare, and where they stand in free text. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cctns.lib.text import ascii_digits

from .codes import ThingKind

_SIGNS = re.compile(r"[^0-9A-Z]")
# State, RTO district, series and number; also the BH series of 2021 (22 BH 1234 AA).
_PLATE = r"[A-Z]{2}[ -]?\d{1,2}[ -]?[A-Z]{0,3}[ -]?\d{1,4}|\d{2}[ -]?BH[ -]?\d{4}[ -]?[A-Z]{1,2}"
PLATE = re.compile(rf"\b(?:{_PLATE})\b")
IMEI = re.compile(r"(?<!\d)\d{15}(?!\d)")
_OTHER = re.compile(r"\b(?=[A-Z0-9/-]*\d)[A-Z0-9][A-Z0-9/-]{5,24}\b")
SHORTEST = 4


def key_of(number: str) -> str:
    """Letters and digits alone: "DL-01 ab 1234" and "dl01AB1234" are one plate."""
    return _SIGNS.sub("", ascii_digits(number).upper())


def found_in(text: str) -> Iterator[tuple[ThingKind, str]]:
    """Numbers in a description: plates, IMEIs, and what else has letters or signs and digits."""
    told = ascii_digits(text).upper()
    seen: set[str] = set()
    patterns = ((ThingKind.REGISTRATION, PLATE), (ThingKind.IMEI, IMEI), (ThingKind.SERIAL, _OTHER))
    for kind, pattern in patterns:
        for match in pattern.finditer(told):
            key = key_of(match.group())
            if len(key) >= SHORTEST and key not in seen:
                seen.add(key)
                yield kind, match.group()
