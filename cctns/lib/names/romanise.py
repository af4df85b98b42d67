"""Any word of a name in Latin letters; several readings where the script leaves it open."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from itertools import groupby

from . import brahmi, readings, urdu

MOST_READINGS = 4


@lru_cache(maxsize=200_000)
def romanise(word: str) -> tuple[str, ...]:
    """Readings of a folded word (words.fold), the likeliest first; Latin gives itself.

    A word of mixed scripts is read run by run. What has no reading (Thai, Han) gives "".
    """
    found: tuple[str, ...] = ("",)
    for script, run in groupby(word, key=script_of):
        heads = _read("".join(run), script)
        found = tuple(a + b for a in found for b in heads)[:MOST_READINGS]
    return tuple(dict.fromkeys(found))


def voiceless(word: str) -> bool:
    """Whether the word stands in a script that does not tell b from p (Tamil)."""
    return any(brahmi.block(one) == brahmi.TAMIL for one in word)


def script_of(letter: str) -> int:
    """The start of its Brahmi block; 1 for a letter of Urdu, 0 for Latin and all others."""
    block = brahmi.block(letter)
    if block is not None:
        return block
    return 1 if urdu.is_urdu(letter) else 0


def _read(run: str, script: int) -> tuple[str, ...]:
    if script == 1:
        return urdu.romanise(run)
    if script:
        return readings.romanise(run, script)
    plain = unicodedata.normalize("NFD", run)
    return ("".join(one for one in plain if "a" <= one <= "z"),)
