"""Two names held against each other, with a reason for every word.

Similarity of two words is half the closeness of their plain spellings, half that of their
skeletons (Levenshtein), with floors where the skeletons agree. Words are paired as fits best,
so order means nothing; two words written as one are tried as one.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from rapidfuzz.distance import OSA, Levenshtein

from . import tables
from .parse import Parsed, parse
from .sound import Sound, initials, sound, unvoiced
from .words import is_initial

SAME_SKELETON, SHARED_COARSE, CLOSE = 0.86, 0.70, 0.60
INITIAL, SHORT = 0.55, 0.62
ONE_SLIP = 0.74  # of the pen or the key: Kavcta for Kavita
_SLIPS_FROM = 4  # letters; in a shorter word one letter makes another name


# What stands on one side only is often a part left out: it counts less than a different word.
_LEAST = 0.5  # words less alike than this are not held to be one


class Level(StrEnum):
    """How two words agree, strongest first."""

    SAME = "same"  # one spelling or one sound
    SOUND = "sound"  # same consonants, other vowels
    LIKE = "like"  # confusable consonants, near in spelling, or two forms of a name
    SLIP = "slip"  # one slip of the pen apart
    SHORT = "short"  # a short form of the other
    INITIAL = "initial"  # its first letter
    MISSING = "missing"  # the other name has no such word
    OTHER = "other"  # a different word


_WEIGHT = {Level.MISSING: 0.35, Level.INITIAL: 0.5}


@dataclass(frozen=True, slots=True)
class Pair:
    """One word of the first name, and what it met in the second."""

    asked: str
    held: str
    level: Level
    likeness: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """`likeness` is 0 to 1; `pairs` name every word of both."""

    likeness: float
    pairs: tuple[Pair, ...]


def compare(a: str | Parsed, b: str | Parsed) -> Comparison:
    """Two names (not the relatives) in any script and order of words. Symmetric in likeness."""
    mine = (a if isinstance(a, Parsed) else parse(a)).name
    theirs = (b if isinstance(b, Parsed) else parse(b)).name
    return compare_words(mine, theirs)


def compare_words(mine: Sequence[str], theirs: Sequence[str]) -> Comparison:
    """Words of two parsed names, paired as fits best; empty names are alike in nothing."""
    joins = [*_joined(mine, theirs), *_joined(theirs, mine)]
    pairs = list(_best_pairs(_merge(mine, joins), _merge(theirs, joins)))
    whole = sum(_WEIGHT.get(one.level, 1.0) for one in pairs)
    met = sum(_WEIGHT.get(one.level, 1.0) * one.likeness for one in pairs)
    return Comparison(met / whole if whole else 0.0, tuple(pairs))


def likeness(a: str, b: str) -> float:
    """How alike two folded words sound, 0 to 1. Symmetric; 1 for equal sounds."""
    return 1.0 if a == b else _likeness(*sorted((a, b)))


@lru_cache(maxsize=500_000)
def _likeness(a: str, b: str) -> float:
    if is_initial(a) or is_initial(b):
        return INITIAL if firsts(a) & firsts(b) else 0.0
    one, two = sound(a), sound(b)
    if one.form and one.form == two.form:
        return max(SAME_SKELETON, sounds_alike(one, two))
    if one_slip(a, b):
        return max(ONE_SLIP, sounds_alike(one, two))
    return max(sounds_alike(one, two), SHORT if is_short(a, b) else 0.0)


def one_slip(a: str, b: str) -> bool:
    """Whether one letter is wrong, missing, too many or swapped in words of Latin letters."""
    long = min(len(a), len(b)) >= _SLIPS_FROM and a.isascii() and b.isascii()
    return long and OSA.distance(a, b, score_cutoff=1) <= 1


def sounds_alike(a: Sound, b: Sound) -> float:
    """Likeness of two sounds over all their readings."""
    folded = a.voiceless or b.voiceless
    best = 0.0
    for p, f in zip(a.plain, a.fine, strict=True):
        for q, g in zip(b.plain, b.fine, strict=True):
            best = max(best, _close(p, f, q, g))
            if folded:
                near = _close(*map(unvoiced, (p, f, q, g)))
                best = max(best, min(near, max(SAME_SKELETON, 0.98 * near)))
    if best < SHARED_COARSE and a.coarse & b.coarse:
        return SHARED_COARSE
    return best


def _close(p: str, f: str, q: str, g: str) -> float:
    spelling = 1 - OSA.distance(p, q) / max(len(p), len(q))
    bones = 1 - Levenshtein.distance(f, g) / max(len(f), len(g))
    mean = (spelling + bones) / 2
    return max(mean, SAME_SKELETON) if f == g else mean


@lru_cache(maxsize=200_000)
def firsts(word: str) -> frozenset[str]:
    """The sounds with which a word begins, or which an initial may stand for."""
    return initials(word) if is_initial(word) else frozenset((sound(word).first,)) - {""}


@lru_cache(maxsize=1)
def _short_forms() -> dict[str, frozenset[str]]:
    rows = tables.rows("short_names")
    return {row["short"]: frozenset(row["long"].split()) for row in rows}


def is_short(a: str, b: str) -> bool:
    """Whether one is a pet name of the other in tables/short_names.csv, by sound."""
    return b in _short_forms().get(a, ()) or a in _short_forms().get(b, ())


def level(a: str, b: str) -> Level:
    """How two words agree."""
    if is_initial(a) != is_initial(b):
        return Level.INITIAL if firsts(a) & firsts(b) else Level.OTHER
    one, two = sound(a), sound(b)
    if a == b or set(one.plain) & set(two.plain):
        return Level.SAME
    if set(one.fine) & set(two.fine):
        return Level.SOUND
    if is_short(a, b):
        return Level.SHORT
    if one.coarse & two.coarse:
        return Level.LIKE
    return Level.SLIP if likeness(a, b) >= CLOSE else Level.OTHER


def _best_pairs(mine: Sequence[str], theirs: Sequence[str]) -> Iterator[Pair]:
    order: list[tuple[float, str, str, int, int]] = []
    for (i, a), (j, b) in itertools.product(enumerate(mine), enumerate(theirs)):
        order.append((-likeness(a, b), min(a, b), max(a, b), i, j))
    taken_a, taken_b = set[int](), set[int]()
    for value, _, _, i, j in sorted(order):
        if -value >= _LEAST and i not in taken_a and j not in taken_b:
            taken_a.add(i)
            taken_b.add(j)
            yield Pair(mine[i], theirs[j], level(mine[i], theirs[j]), -value)
    left_a = [one for i, one in enumerate(mine) if i not in taken_a]
    left_b = [one for j, one in enumerate(theirs) if j not in taken_b]
    if left_a and left_b and not taken_a:  # nothing in common at all
        yield from (Pair(a, b, Level.OTHER, 0.0) for a, b in zip(left_a, left_b, strict=False))
        left_a, left_b = left_a[len(left_b) :], left_b[len(left_a) :]
    yield from (Pair(one, "", Level.MISSING, 0.0) for one in left_a)
    yield from (Pair("", one, Level.MISSING, 0.0) for one in left_b)


def _joined(apart: Sequence[str], whole: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Neighbours of `apart` that stand as one word in `whole`: ram kumar, ramkumar."""
    for a, b in itertools.pairwise(apart):
        if is_initial(a) or is_initial(b):
            continue
        for word in whole:
            one = likeness(a + b, word)
            if one >= SAME_SKELETON and one > max(likeness(a, word), likeness(b, word)):
                yield a, b


def _merge(words: Sequence[str], joins: Sequence[tuple[str, str]]) -> list[str]:
    merged: list[str] = []
    for word in words:
        if merged and (merged[-1], word) in joins:
            merged[-1] += word
        else:
            merged.append(word)
    return merged
