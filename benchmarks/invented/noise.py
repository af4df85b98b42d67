"""How one name comes to be written in two ways: spelling, script, order, short forms, slips.

Respellings are those that clerks use for one sound; none of them was fitted to what the matcher
undoes.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

_ALIKE = (
    ("ee", "i"), ("i", "ee"), ("oo", "u"), ("u", "oo"), ("aa", "a"), ("a", "aa"), ("v", "w"),
    ("w", "v"), ("sh", "s"), ("s", "sh"), ("ph", "f"), ("f", "ph"), ("j", "z"), ("z", "j"),
    ("q", "k"), ("k", "q"), ("y", "i"), ("i", "y"), ("th", "t"), ("dh", "d"), ("bh", "b"),
    ("kh", "k"), ("gh", "g"), ("d", "dh"), ("t", "th"), ("ai", "e"), ("au", "o"), ("ksh", "x"),
    ("ou", "au"), ("ndr", "nder"), ("an", "en"), ("ad", "ed"), ("am", "um"), ("u", "o"),
    ("ll", "l"), ("nn", "n"), ("tt", "t"), ("dd", "d"), ("l", "ll"), ("m", "mm"),
)  # fmt: skip
_SHORT = {
    "Mohammad": ("Mohd.", "Md.", "Mohd", "Mohammed", "Muhammad", "Mo."),
    "Abdul": ("Abd.", "Abdool", "A."),
    "Kumar": ("Kr.", "Kr"),
    "Singh": ("S.", "Sing"),
    "Prasad": ("Pd.", "Pd"),
    "Sheikh": ("Sk.", "Sk", "Shaikh"),
}
_HONORIFICS = ("Sri", "Shri", "Mr.", "Late", "Sh.")
_LETTERS = "abcdefghijklmnoprstuvy"


def respelt(random: Random, word: str) -> str:
    """A word in Latin letters with one or two sounds written another way."""
    low = word
    for _time in range(random.choice((1, 1, 2))):
        fits = [(old, new) for old, new in _ALIKE if old in low[1:]]
        if not fits:
            return low
        old, new = random.choice(fits)
        at = random.choice([m.start() for m in re.finditer(re.escape(old), low) if m.start() > 0])
        low = low[:at] + new + low[at + len(old) :]
    return low


def slipped(random: Random, word: str) -> str:
    """One slip of the pen: a letter left out, doubled, changed, or two exchanged."""
    if len(word) < 4:
        return word
    at, kind = random.randrange(1, len(word) - 1), random.randrange(4)
    return (
        word[:at] + word[at + 1 :],
        word[:at] + word[at] + word[at:],
        word[:at] + random.choice(_LETTERS) + word[at + 1 :],
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
    )[kind]


def written(random: Random, latin: list[str], native: list[str], *, amount: float = 1.0) -> str:
    """A name of these words as some officer wrote it; `amount` scales how much goes astray."""

    def chance(share: float) -> bool:
        return random.random() < share * amount

    if all(native) and random.random() < 0.35:
        words = list(native)
    else:
        words = [_latin(random, word, chance) for word in " ".join(latin).split()]
    words = arranged(random, words, amount=amount)
    if len(words) == 2 and words[0].isascii() and chance(0.04):
        words = [words[0] + words[1].lower()]
    if chance(0.15):
        words.insert(0, random.choice(_HONORIFICS))
    return " ".join(words)


def arranged(random: Random, words: list[str], *, amount: float = 1.0) -> list[str]:
    """A word left out, most of all one in the middle, or the surname first."""
    kept = list(words)
    if len(kept) > 2 and random.random() < 0.25 * amount:
        kept.pop(random.randrange(1, len(kept)))
    elif len(kept) > 1 and random.random() < 0.05 * amount:
        kept.pop(random.randrange(len(kept)))
    if len(kept) > 1 and random.random() < 0.12 * amount:
        kept.reverse()
    return kept


def _latin(random: Random, word: str, chance: Callable[[float], bool]) -> str:
    if word in _SHORT and chance(0.4):
        return random.choice(_SHORT[word])
    if len(word) > 3 and chance(0.06):
        return f"{word[0]}."
    if chance(0.35):
        word = respelt(random, word)
    return slipped(random, word) if chance(0.05) else word
