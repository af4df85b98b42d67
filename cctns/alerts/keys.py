"""By which keys a lookout is found: those of its numbers, and of its person with what else is told.

A record gives its keys plainly; a lookout gives those that the search would look by, spelling
variants included, so that a name in another script or with a slip meets it all the same. A name
alone is shared by too many: each of its keys is joined with the relative, five years of birth or
the district, and two of these parts must meet (POINTS).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from heapq import nlargest
from itertools import combinations, pairwise
from typing import NamedTuple

from cctns.lib.names import keys, parse
from cctns.lib.names.words import fold, is_initial, pieces
from cctns.search.mentions import MentionRow
from cctns.search.numbers import SHORTEST, key_of
from cctns.search.question import Group, Question, Stands

YEARS = 5  # of birth in one key
ENOUGH = 2  # points from which a pair is scored
_VARIANTS = 3  # skeletons of one word
_PAIRS = 6  # keys of one name
_LEAST_CHANCE = 0.05


class Key(NamedTuple):
    """`part`: r relative, y year, d district, n number, p telephone, i identity, m method."""

    key: int
    part: str
    text: str = ""


# A telephone or a number is enough; a name wants two of the others beside it.
NAMES = {
    "r": "relative", "y": "year", "d": "place", "n": "number", "p": "phone", "i": "identity",
    "m": "crime_head",
}  # fmt: skip
POINTS = {"r": 1, "y": 1, "d": 1, "n": 2, "p": 2, "i": 2, "m": 2}


def of_number(kind: str, number: str) -> Key | None:
    """Of a plate, IMEI, chassis, document ...; None for what is too short to tell anything."""
    if kind == "phone":
        return of_phone(number)
    told = key_of(number)
    return Key(keys.fact("n", told), "n", told[:60]) if len(told) >= SHORTEST else None


def of_phone(number: str) -> Key | None:
    told = keys.phone(number)
    return Key(keys.fact("phone", told), "p", told) if told else None


def of_mention(row: MentionRow) -> set[Key]:
    """What a record that names a person is looked up by: its words as they stand."""
    told = parse(row.name)
    relative = parse(row.relative_name).name or told.relative
    names = [told.name, *told.aliases, *(parse(one).name for one in row.alias.split(","))]
    plain = {key for name in names for key in _plain(name)}
    kin = _kin(relative)
    return {
        *_joined(plain, kin, row.birth_from, row.birth_to, row.district, 0),
        *(one for number in row.phones if (one := of_phone(number))),
        *(Key(keys.fact("identity", one), "i", one[:60]) for one in row.identity),
    }


def of_person(question: Question, birth: tuple[int | None, int | None], district: str,
              phones: Iterable[str]) -> set[Key]:  # fmt: skip
    """What a lookout for a person is found by: its words and those that they may stand for."""
    found = {key for name in question.names for key in _likely(name)}
    kin = {one.bones for word in question.relative for one in _best(word)}
    kin |= _kin([word.word for word in question.relative])
    return {
        *_joined(found, kin - {""}, *birth, district, 2),
        *(one for number in phones if (one := of_phone(number))),
    }


def _plain(name: Sequence[str]) -> Iterator[int]:
    """Of each two words, and of two that are one word elsewhere: Ram Kumar, Ramkumar."""
    for way in (name, *_together(name)):
        bones = sorted(keys.skeletons(way))
        yield from (keys.pair(a, b) for a, b in combinations(bones, 2))
    bones = sorted(keys.skeletons(name))
    if len([one for one in name if not is_initial(one)]) == 1 and bones:
        yield keys.alone(bones[0])


def _together(name: Sequence[str]) -> Iterator[Sequence[str]]:
    """The name with two words that stand side by side written as one."""
    for at, (a, b) in enumerate(pairwise(name)):
        if not is_initial(a) and not is_initial(b):
            yield (*name[:at], a + b, *name[at + 2 :])


def _kin(name: Sequence[str]) -> set[str]:
    """The skeletons of a relative's words, each alone and two as one."""
    return keys.skeletons([*name, *(word for way in _together(name) for word in way)])


def _likely(name: Sequence[Stands]) -> Iterator[int]:
    """The name's own keys, and those of words that stand for its words."""
    words = [one for one in name if not one.initial]
    yield from _plain([one.word for one in words])
    pairs: list[tuple[float, int]] = []
    for a, b in combinations(words, 2):
        pairs += [
            (one.chance * other.chance, keys.pair(one.bones, other.bones))
            for one in _best(a)
            for other in _best(b)
            if one.bones != other.bones
        ]
    if len(words) == 1:
        pairs = [(one.chance, keys.alone(one.bones)) for one in _best(words[0])]
    yield from (key for chance, key in nlargest(_PAIRS, pairs) if chance >= _LEAST_CHANCE)


def _best(word: Stands) -> Sequence[Group]:
    return word.groups[:_VARIANTS]


def _joined(
    names: Iterable[int],
    kin: Iterable[str],
    birth_from: int | None,
    birth_to: int | None,
    district: str,
    slack: int,
) -> Iterator[Key]:
    """Each key of a name with each thing else that is told; `slack` years to both sides."""
    spans: list[int] = []
    if birth_from is not None and birth_to is not None:
        spans = list(range((birth_from - slack) // YEARS, (birth_to + slack) // YEARS + 1))
    place = " ".join(pieces(fold(district)))
    for name in names:
        yield from (Key(keys.number(f"{name}r{one}"), "r") for one in kin)
        yield from (Key(keys.number(f"{name}y{one}"), "y") for one in spans)
        if place:
            yield Key(keys.number(f"{name}d{place}"), "d")


def of_head(crime_head: str) -> Key:
    """Of a way of working: all crimes under one head are scored (mo.py)."""
    return Key(keys.fact("mo", crime_head), "m", crime_head)


def aligned(held: Sequence[str], asked: Sequence[str]) -> list[str]:
    """The words held, one parted or two joined where the words asked are: Shyamlal, Shyam Lal."""
    single, joined = _sounds(tuple(held))
    asked_single, asked_joined = _sounds(tuple(asked))
    if single.isdisjoint(asked_joined) and joined.isdisjoint(asked_single):
        return list(held)  # as most are
    return _realigned(held, asked)


@lru_cache(maxsize=20_000)
def _sounds(words: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """The sounds of the words alone, and of each two that stand side by side."""
    return frozenset(map(_sound, words)), frozenset(_sound(a + b) for a, b in pairwise(words))


def _realigned(held: Sequence[str], asked: Sequence[str]) -> list[str]:
    words = list(held)
    for a, b in pairwise(asked):
        whole = _sound(a + b)
        for one in [one for one in words if _sound(one) == whole]:
            at = words.index(one)
            words[at : at + 1] = [a, b]
    for one in asked:
        whole = _sound(one)
        for at, (a, b) in enumerate(pairwise(words)):
            if _sound(a + b) == whole:
                words[at : at + 2] = [one]
                break
    return words


@lru_cache(maxsize=50_000)
def _sound(word: str) -> str:
    """By which two words are the same; of one that cannot be read, itself."""
    return keys.bones(word) or f"={word}"
