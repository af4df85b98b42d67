"""The weights as sentences: what speaks for a pair and what against, in words pages translate."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from cctns.lib.wording import noop as _

from . import weighing, words
from .described import Reason
from .weighing import Prepared

SAME_SEX = _("Same sex")
OTHER_SEX = _("One of the two is recorded as transgender")
AGE_FITS = _("Ages fit: missing %(missing)s, found %(found)s years")
AGE_APART = _("Ages lie apart: missing %(missing)s, found %(found)s years")
HEIGHT_FITS = _("Heights fit: missing %(missing)s, found %(found)s cm")
HEIGHT_APART = _("Heights lie apart: missing %(missing)s, found %(found)s cm")
MARKS_FIT = _("Marks: “%(missing)s” and “%(found)s”")
MARKS_NONE = _("No mark of one is told of the other")
DRESS_FITS = _("Dress: “%(missing)s” and “%(found)s”")
DRESS_NONE = _("No garment of one is told of the other")
APART = _("Distance between the places: %(km)s km")
SAME_DISTRICT = _("Same district")
OTHER_DISTRICT = _("Another district")
PLACE_NAME = _("Both places name “%(name)s”")
DAYS = _("Days from last seen to found: %(days)s")
LOOKS_SAME = {
    "hair": _("Hair is described alike"),
    "build": _("Build is described alike"),
    "complexion": _("Complexion is described alike"),
}
LOOKS_DIFFER = {
    "hair": _("Hair is described differently"),
    "build": _("Build is described differently"),
    "complexion": _("Complexion is described differently"),
}
_PLAIN = {
    one.__name__: one
    for one in (
        *(weighing.sex, weighing.age, weighing.height, weighing.place, weighing.day),
        *(weighing.hair, weighing.build, weighing.complexion),
    )
}


def reasons(missing: Prepared, found: Prepared) -> tuple[Reason, ...]:
    """All that weighs, heaviest first; the weights add up to the score."""
    told = [*_plain(missing, found), *_told(missing, found)]
    return tuple(sorted(told, key=lambda one: (-abs(one.weight), one.what, str(one.values))))


def _plain(missing: Prepared, found: Prepared) -> Iterator[Reason]:
    for what, weigh in _PLAIN.items():
        weight = weigh(missing, found)
        if weight:
            yield Reason(what, *_sentence(what, weight, missing, found), weight)


def _sentence(
    what: str, weight: float, missing: Prepared, found: Prepared
) -> tuple[str, dict[str, str | int]]:
    one, other = missing.said, found.said
    if what == "sex":
        return (SAME_SEX if weight > 0 else OTHER_SEX), {}
    if what == "age":
        return (AGE_FITS if weight > 0 else AGE_APART), {
            "missing": _range(one.age_from, one.age_to),
            "found": _range(other.age_from, other.age_to),
        }
    if what == "height":
        return (HEIGHT_FITS if weight > 0 else HEIGHT_APART), {
            "missing": _range(one.height_from, one.height_to),
            "found": _range(other.height_from, other.height_to),
        }
    if what == "place":
        return _place(weight, missing, found)
    if what == "day":
        return DAYS, {"days": found.day - missing.day}
    return (LOOKS_SAME if weight > 0 else LOOKS_DIFFER)[what], {}


def _place(weight: float, missing: Prepared, found: Prepared) -> tuple[str, dict[str, str | int]]:
    apart = weighing.kilometres(missing, found)
    if apart is not None:
        return APART, {"km": round(apart)}
    if missing.said.district and found.said.district:
        return (SAME_DISTRICT if weight > 0 else OTHER_DISTRICT), {}
    return PLACE_NAME, {"name": min(missing.names & found.names)}


def _told(missing: Prepared, found: Prepared) -> Iterator[Reason]:
    """Marks and dress."""
    if weighing.marks(missing, found) < 0:
        yield Reason("marks", MARKS_NONE, {}, weighing.marks(missing, found))
    if weighing.dress(missing, found) < 0:
        yield Reason("dress", DRESS_NONE, {}, weighing.dress(missing, found))
    yield from _quoted("marks", MARKS_FIT, missing.marks, found.marks)
    yield from _quoted("dress", DRESS_FITS, missing.dress, found.dress)


def _quoted(what: str, sentence: str, one: words.Tokens, other: words.Tokens) -> Iterator[Reason]:
    """A reason for each two pieces of text that say the same, in the words of both.

    What stands in several pieces is told with those two that have most in common.
    """
    left = {token for token in one.keys() & other.keys() if token.weight}
    while left:
        common: dict[tuple[str, str], set[words.Token]] = {}
        for token in left:
            for pair in product(one[token], other[token]):
                common.setdefault(pair, set()).add(token)
        pair = min(common, key=lambda pair: (-words.total(common[pair]), pair))
        values = {"missing": pair[0], "found": pair[1]}
        yield Reason(what, sentence, values, words.total(common[pair]))
        left -= common[pair]


def _range(least: int | None, most: int | None) -> str:
    known = [str(one) for one in (least, most) if one is not None]
    return "–".join(dict.fromkeys(known))
