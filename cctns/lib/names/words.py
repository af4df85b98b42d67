"""Text to words as names need them: one form of each letter, no joiners, no marks of direction."""

from __future__ import annotations

import re
import unicodedata

from .brahmi import block

MOST_LETTERS = 40  # of a word; the longest Indian surname on a roll has 28
MOST_WORDS = 12  # of one name

# Places in the blocks of the Brahmi scripts, which run parallel.
_NEVER_INITIAL = {0x01, 0x02, 0x03, 0x70, 0x3E, 0x48, 0x4C}  # nasals, aa, ai, au
_E, _K_AND_J = {0x46, 0x47}, {0x15, 0x1C}  # के and जे are K and J; no other letter is told so
_JOINERS = {ord(one): None for one in "\u200b\u200c\u200d\u200e\u200f\u00ad\ufeff\u2060"}
_SPACES = re.compile(r"[\s,;:()\[\]{}\"“”|=+*!?&<>#%^~`_।॥\u2010-\u2015-]+")
_QUOTES = {ord(one): None for one in "'\u2019\u2018\u02bc\u00b4"}


def fold(text: str) -> str:
    """NFKC, lower case, no joiners, direction marks or apostrophes. Idempotent."""
    if text.isascii() and text.isprintable():
        return text.lower().replace("'", "")
    text = unicodedata.normalize("NFKC", text).casefold().translate(_JOINERS)
    kept = "".join(one for one in text if unicodedata.category(one) not in ("Cf", "Cc", "Cs", "Co"))
    return unicodedata.normalize("NFC", kept.translate(_QUOTES))


def pieces(text: str) -> list[str]:
    """What stands between spaces and marks of a folded text; dots and slashes stay."""
    return [one for one in _SPACES.split(text) if one]


def place_name(place: str) -> str:
    """A place as it is compared: folded, one space between its words."""
    return " ".join(pieces(fold(place)))


def letters(piece: str) -> str:
    """The letters and vowel signs of a piece, at most 40; digits, dots and pictures go."""
    if piece.isalpha():
        return piece[:MOST_LETTERS]
    kept = [one for one in piece if unicodedata.category(one)[0] in "LM"]
    return "".join(kept[:MOST_LETTERS])


def is_initial(word: str) -> bool:
    """One letter, or one consonant of an Indic script with the sign of a letter's name ("के").

    What is spoken with another vowel or a nasal is a name: झा Jha, ஷா Shah, দে De, പൈ Pai, റം Ram.
    """
    return is_one_sign(word) and not (len(word) == 2 and _is_name(*word))


def is_one_sign(word: str) -> bool:
    """One letter, with or without the sign of a vowel."""
    return len(word) <= 2 and sum(unicodedata.category(one)[0] == "L" for one in word) == 1


def _is_name(letter: str, sign: str) -> bool:
    start = block(sign)
    if start is None:
        return False
    at = ord(sign) - start
    return at in _NEVER_INITIAL or (at in _E and ord(letter) - start not in _K_AND_J)
