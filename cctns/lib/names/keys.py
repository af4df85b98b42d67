"""Whole numbers by which a person is found: pairs of words, a word with an initial, single facts.

A key is the CRC-32 of its parts as a signed 32-bit number, so that an index of integers holds it
in four bytes. Two parts may meet in one number: what is found is held against the question again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from zlib import crc32

from ..text import ascii_digits
from .sound import initials, sound
from .words import is_initial

_SHORTEST_NUMBER = 6  # digits of a telephone number


def bones(word: str) -> str:
    """The fine skeleton under which a word is kept; "" for a word that cannot be read."""
    fine = sound(word).fine
    return fine[0] if fine else ""


def pair(a: str, b: str) -> int:
    """The key of two skeletons, in any order."""
    return number(f"{a} {b}" if a < b else f"{b} {a}")


def with_initial(letter: str, skeleton: str) -> int:
    """The key of a word beside another that begins with the class `letter`."""
    return number(f"{letter}. {skeleton}")


def single(skeleton: str) -> int:
    """The key of one word of a name."""
    return number(f"1 {skeleton}")


def alone(skeleton: str) -> int:
    """The key of a name that has this one word."""
    return number(f"0 {skeleton}")


def fact(kind: str, text: str) -> int:
    """The key of a telephone number, an identity number's hash and the like."""
    return number(f"{kind}={text}")


def home(district: str) -> int:
    """The key of whoever lives in a district; its name as `words.place_name` writes it."""
    return fact("home", district)


def phone(told: str) -> str:
    """A telephone number as it is compared: its last ten digits (TRAI's national numbers)."""
    digits = "".join(one for one in ascii_digits(told) if "0" <= one <= "9")
    return digits[-10:] if len(digits) >= _SHORTEST_NUMBER else ""


def number(text: str) -> int:
    """CRC-32 as PostgreSQL's integer."""
    told = crc32(text.encode())
    return told - (1 << 32) if told >= 1 << 31 else told


def of_person(name: Sequence[str], relative: Sequence[str]) -> set[int]:
    """All keys of a name and a relative's name: name with name, name with relative, initials.

    A surname that both bear makes no pair with itself: it would say no more than the word alone.
    """
    own = [(bones(word), sound(word).first) for word in name if not is_initial(word)]
    theirs = skeletons(relative)
    letters = [one for word in name if is_initial(word) for one in initials(word)]
    found = set(_within(own, letters))
    found |= {pair(mine, other) for mine, _ in own for other in theirs if mine not in ("", other)}
    if len(own) == 1 and own[0][0]:
        found.add(alone(own[0][0]))
    return found


def _within(own: Sequence[tuple[str, str]], letters: Sequence[str]) -> Iterator[int]:
    for mine, _first in own:
        if mine:
            yield single(mine)
            yield from (with_initial(letter, mine) for letter in letters if letter)
    for (a, a_first), (b, b_first) in combinations(own, 2):
        if a and b:
            yield pair(a, b)  # be it of one sound twice: Ram Rama
        if a and b and a != b:
            yield with_initial(a_first, b)
            yield with_initial(b_first, a)


def skeletons(words: Sequence[str]) -> set[str]:
    """The skeletons of the words that are more than an initial."""
    return {bones(word) for word in words if not is_initial(word)} - {""}
