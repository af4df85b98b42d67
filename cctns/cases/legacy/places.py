"""Places as old records write them: "13KM TOWARDS EAST FROM PS", coordinates, a place twice."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from functools import lru_cache

from .digits import latin

_CENT = Decimal("0.01")
_MICRO = Decimal("0.000001")
FARTHEST_KM = 200  # more than any station's limits; the number stays, the quality falls

_AMOUNT = re.compile(
    r"(?P<whole>\d+(?:\.\d+)?)(?:\s*/\s*(?P<by>[1-9]\d*))?[\s.]*(?P<unit>[^\W\d_][^\d,;]{0,11})"
)
_KM = re.compile(r"^(?:k[\s.]*m|kilo|कि)", re.IGNORECASE)
_METRE = re.compile(r"^(?:m[\s.]*t|met|mit|m\b|मी)", re.IGNORECASE)
_FOOT = re.compile(r"^(?:fe?e?t|foot|फु)", re.IGNORECASE)
_FURLONG = re.compile(r"^(?:[fp][aeou]r ?l)", re.IGNORECASE)
_IN_KM = (
    (_KM, Fraction(1)),
    (_METRE, Fraction(1, 1000)),
    (_FOOT, Fraction(3048, 10_000_000)),
    (_FURLONG, Fraction(201168, 1_000_000)),
)
_WORDS = (
    (re.compile(r"\bhalf(?: an?)?\b", re.IGNORECASE), "0.5"),
    (re.compile(r"\bone\b", re.IGNORECASE), "1"),
    (re.compile(r"\btwo\b", re.IGNORECASE), "2"),
    (re.compile(r"\bthree\b", re.IGNORECASE), "3"),
)
# As typed in Indian stations: "NORT", "NARTH", "SOTH", "WESET".
_POINTS = (
    ("N", re.compile(r"\bn[ao]u?r?th?(?:ern|wards?)?(?=\b|east|west)", re.IGNORECASE)),
    ("S", re.compile(r"\bso?u?th(?:ern|wards?)?(?=\b|east|west)", re.IGNORECASE)),
    ("E", re.compile(r"(?:\b|(?<=north)|(?<=south))east(?:ern)?\b", re.IGNORECASE)),
    ("W", re.compile(r"(?:\b|(?<=north)|(?<=south))wea?s[et]*t(?:ern)?\b", re.IGNORECASE)),
)
_HINDI = (("N", "उत्तर"), ("S", "दक्षिण"), ("E", "पूर्व"), ("W", "पश्चिम"))
DIRECTIONS = frozenset({"N", "NE", "E", "SE", "S", "SW", "W", "NW"})


@dataclass(frozen=True)
class Way:
    """From the station to the place: IIF-I item 5(a). Empty or None where the text does not say."""

    direction: str
    km: Decimal | None


@lru_cache(maxsize=8192)
def way(text: str) -> Way:
    """Reads direction and distance out of free text; furlongs, feet, metres become kilometres."""
    plain = latin(text)
    return Way(_direction(plain), _distance(plain))


def _direction(text: str) -> str:
    points = {point for point, pattern in _POINTS if pattern.search(text)}
    points |= {point for point, word in _HINDI if word in text}
    across = "".join(point for point in "NSEW" if point in points)
    return across if across in DIRECTIONS else ""


def _distance(text: str) -> Decimal | None:
    for word, number in _WORDS:
        text = word.sub(number, text)
    for match in _AMOUNT.finditer(text):
        scale = next((by for unit, by in _IN_KM if unit.match(match["unit"])), None)
        if scale is not None:
            amount = Fraction(match["whole"]) / int(match["by"] or 1) * scale
            km = (Decimal(amount.numerator) / Decimal(amount.denominator)).quantize(_CENT)
            return km if km < 100_000 else None
    return None


@dataclass(frozen=True)
class Point:
    """WGS 84 degrees with six decimals (11 cm); `swapped` when the columns stood crosswise."""

    latitude: Decimal
    longitude: Decimal
    swapped: bool = False


def point(latitude: str, longitude: str) -> Point | None:
    """A point in India; None for anything else.

    India's latitudes (6 to 38) and longitudes (68 to 98) do not overlap, so a crosswise pair is
    certain.
    """
    try:
        lat, lon = Decimal(latin(latitude).strip()), Decimal(latin(longitude).strip())
    except InvalidOperation:
        return None
    if _in_india(lat, lon):
        return Point(lat.quantize(_MICRO), lon.quantize(_MICRO))
    if _in_india(lon, lat):
        return Point(lon.quantize(_MICRO), lat.quantize(_MICRO), swapped=True)
    return None


def _in_india(lat: Decimal, lon: Decimal) -> bool:
    if not (lat.is_finite() and lon.is_finite()):
        return False
    return 6 <= lat <= 38 and 68 <= lon <= 98


def once(text: str) -> str:
    """A place that an export repeats ("X ROAD, X ROAD") is told once."""
    at = (len(text) - 2) // 2
    repeated = at > 0 and text[at : at + 2] == ", " and text[:at] == text[at + 2 :]
    return text[:at] if repeated else text
