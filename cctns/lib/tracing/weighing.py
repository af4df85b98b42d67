"""How much each thing says, for or against one missing and one found person being the same.

Every function takes them prepared, the missing one first, and gives a weight (weights.py);
0.0 where one side says nothing.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from . import weights, words
from .described import DEAD, Described

EARTH_KM = 6371.0
_DAYS_A_YEAR = 365.25

Vector = tuple[float, float, float]


class Span(NamedTuple):
    """A range in which every value is as likely."""

    middle: float
    variance: float


@dataclass(frozen=True, slots=True)
class Prepared:
    """A record with all that has to be worked out only once."""

    said: Described
    day: int
    sex: str  # "" when not known
    age: Span | None
    height: Span | None
    point: Vector | None
    names: frozenset[str]  # in the place
    marks: words.Tokens
    dress: words.Tokens


def prepare(one: Described) -> Prepared:
    return Prepared(
        said=one,
        day=one.day.toordinal(),
        sex="" if one.sex == "unknown" else one.sex,
        age=_span(one.age_from, one.age_to),
        height=_span(one.height_from, one.height_to),
        point=_point(one.latitude, one.longitude),
        names=words.place(one.place),
        marks=words.marks(one.marks),
        dress=words.dress(one.dress),
    )


def same_sex_possible(one: Prepared, other: Prepared) -> bool:
    """A man is no woman; what was written of a transgender person may be any of the three."""
    if one.sex == other.sex or not one.sex or not other.sex:
        return True
    return "transgender" in (one.sex, other.sex)


def sex(missing: Prepared, found: Prepared) -> float:
    if not missing.sex or not found.sex:
        return 0.0
    same = missing.sex == found.sex
    return weights.SEX_SAME if same else weights.SEX_OF_TRANSGENDER


def age(missing: Prepared, found: Prepared) -> float:
    """Middle against middle; the wider the ranges, the less it says. The missing one has aged."""
    one, other = missing.age, found.age
    if one is None or other is None:
        return 0.0
    years = one.middle + (found.day - missing.day) / _DAYS_A_YEAR
    error = weights.AGE_ERROR_SHARE * (years + other.middle) / 2
    error = min(max(error, weights.AGE_ERROR_LEAST), weights.AGE_ERROR_MOST)
    variance = error * error + one.variance + other.variance
    weight = _normal(years - other.middle, variance, weights.AGE_APART**2)
    return max(weights.AGE_LEAST, weight)


def height(missing: Prepared, found: Prepared) -> float:
    one, other = missing.height, found.height
    if one is None or other is None or _has_grown(missing, found):
        return 0.0
    variance = weights.HEIGHT_ERROR**2 + one.variance + other.variance
    weight = _normal(one.middle - other.middle, variance, weights.HEIGHT_APART**2)
    return max(weights.HEIGHT_LEAST, weight)


def place(missing: Prepared, found: Prepared) -> float:
    """Distance; without it the district; without that a name in both texts."""
    apart = kilometres(missing, found)
    if apart is not None:
        return _distance(round(apart))
    if missing.said.district and found.said.district:
        same = missing.said.district == found.said.district
        return weights.DISTRICT_SAME if same else weights.DISTRICT_OTHER
    return 0.0 if missing.names.isdisjoint(found.names) else weights.PLACE_WORD


def day(missing: Prepared, found: Prepared) -> float:
    return _days(found.day - missing.day, found.said.condition == DEAD)


def marks(missing: Prepared, found: Prepared) -> float:
    return _shared(missing.marks, found.marks, weights.MARKS_NONE)


def dress(missing: Prepared, found: Prepared) -> float:
    return _shared(missing.dress, found.dress, weights.DRESS_NONE)


def hair(missing: Prepared, found: Prepared) -> float:
    return _looks("hair", missing.said.hair, found.said.hair)


def build(missing: Prepared, found: Prepared) -> float:
    return _looks("build", missing.said.build, found.said.build)


def complexion(missing: Prepared, found: Prepared) -> float:
    return _looks("complexion", missing.said.complexion, found.said.complexion)


def score(missing: Prepared, found: Prepared) -> float:
    """What all of it adds up to."""
    told = marks(missing, found) + dress(missing, found) + sex(missing, found)
    looks = hair(missing, found) + build(missing, found) + complexion(missing, found)
    body = age(missing, found) + height(missing, found)
    return where_and_when(missing, found) + body + told + looks


def where_and_when(missing: Prepared, found: Prepared) -> float:
    return place(missing, found) + day(missing, found)


# More than this sex, age, height and looks together never say.
REST_AT_MOST = (
    weights.SEX_SAME
    + math.log(weights.AGE_APART / weights.AGE_ERROR_LEAST)
    + math.log(weights.HEIGHT_APART / weights.HEIGHT_ERROR)
    + sum(same for same, _ in weights.LOOKS.values())
)


def kilometres(missing: Prepared, found: Prepared) -> float | None:
    """Straight through the earth: a kilometre short of the way over ground at a thousand."""
    if missing.point is None or found.point is None:
        return None
    return EARTH_KM * math.dist(missing.point, found.point)


def _span(least: int | None, most: int | None) -> Span | None:
    known = [one for one in (least, most) if one is not None]
    if not known:
        return None
    return Span((known[0] + known[-1]) / 2, (known[-1] - known[0]) ** 2 / 12)


def _point(latitude: float | None, longitude: float | None) -> Vector | None:
    if latitude is None or longitude is None:
        return None
    up, east = math.radians(latitude), math.radians(longitude)
    return math.cos(up) * math.cos(east), math.cos(up) * math.sin(east), math.sin(up)


def _has_grown(missing: Prepared, found: Prepared) -> bool:
    if found.day - missing.day <= _DAYS_A_YEAR or missing.age is None:
        return False
    return missing.age.middle < weights.GROWING_UNTIL


def _normal(apart: float, variance: float, of_two: float) -> float:
    """ln of a normal density of this variance against that of two people taken at random."""
    of_two = max(variance, of_two)
    return (math.log(of_two / variance) - apart * apart * (1 / variance - 1 / of_two)) / 2


@lru_cache(maxsize=5000)
def _distance(km: int) -> float:
    apart = min(max(float(km), weights.PLACE_BLUR_KM), weights.LAND_KM)
    near = weights.NEAR_SHARE * math.exp(-apart / weights.NEAR_KM) / weights.NEAR_KM
    same = near + (1 - weights.NEAR_SHARE) / weights.FAR_KM
    return math.log(same / (2 * apart / weights.LAND_KM**2))


@lru_cache(maxsize=20_000)
def _days(count: int, dead: bool) -> float:
    kinds = weights.DAYS_DEAD if dead else weights.DAYS_ALIVE
    same = sum(share * math.exp(-count / mean) / mean for share, mean in kinds)
    return max(weights.DAY_LEAST, math.log(max(same * weights.DAYS_OPEN, 1e-9)))


def _shared(one: words.Tokens, other: words.Tokens, none: float) -> float:
    if not one or not other:
        return 0.0
    both = one.keys() & other.keys()
    return words.total(both) if both else none


def _looks(what: str, one: str, other: str) -> float:
    if not one or not other:
        return 0.0
    same, differs = weights.LOOKS[what]
    return same if one == other else differs
