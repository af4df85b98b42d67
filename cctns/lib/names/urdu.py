"""Urdu to Latin letters: consonants are written, short vowels are not; waw and ye are either.

Letters and sounds after the Urdu table of ALA-LC (2012). The likeliest reading stands first.
"""

from __future__ import annotations

_LETTERS = {
    "ا": "A", "آ": "A", "أ": "A", "إ": "A", "ٱ": "A", "ع": "A", "ى": "Y", "ی": "Y", "ي": "Y",
    "ے": "E", "ۓ": "E", "ئ": "I", "و": "W", "ؤ": "W", "ہ": "H", "ه": "H", "ة": "H", "ۃ": "H",
    "ۂ": "H", "ھ": "+", "ء": "", "ں": "n", "ب": "b", "پ": "p", "ت": "t", "ٹ": "t", "ث": "s",
    "ج": "j", "چ": "ch", "ح": "h", "خ": "kh", "د": "d", "ڈ": "d", "ذ": "z", "ر": "r", "ڑ": "r",
    "ز": "z", "ژ": "zh", "س": "s", "ش": "sh", "ص": "s", "ض": "z", "ط": "t", "ظ": "z", "غ": "g",
    "ف": "f", "ق": "q", "ک": "k", "ك": "k", "گ": "g", "ل": "l", "م": "m", "ن": "n",
    # Sindhi's own
    "ٻ": "b", "ڀ": "bh", "ٺ": "th", "ٽ": "t", "ٿ": "th", "ڄ": "j", "ڃ": "n", "ڇ": "ch", "ڊ": "d",
    "ڌ": "dh", "ڏ": "d", "ڍ": "dh", "ڦ": "ph", "ڪ": "k", "ڱ": "n", "ڳ": "g", "ڻ": "n", "ڙ": "r",
}  # fmt: skip
_SIGNS = {"َ": "a", "ِ": "i", "ُ": "u", "ً": "an", "ٰ": "a", "ٔ": ""}
_READINGS = (("o", "i"), ("v", "e"), ("u", "i"), ("v", "y"))  # of waw and ye inside a word


def is_urdu(letter: str) -> bool:
    return "\u0600" <= letter <= "\u06ff" or "\u0750" <= letter <= "\u077f"


def romanise(word: str) -> tuple[str, ...]:
    """Readings in Latin letters, the likeliest first."""
    signs = [_LETTERS.get(one) or _SIGNS.get(one, "") for one in word]
    signs = [one for one in signs if one]
    between = any(one in "WY" for one in signs)
    readings = _READINGS if between else _READINGS[:1]
    return tuple(dict.fromkeys(_read(signs, *one) for one in readings))


def _read(signs: list[str], waw: str, ye: str) -> str:
    out: list[str] = []
    for at, sign in enumerate(signs):
        ends = at + 1 == len(signs)
        sound = _sound(sign, at, ends, waw, ye)
        if at == 1 and signs[0] == "A" and sign in "WY" and not ends:
            out = []  # alif only carries the vowel: اودے Uday, ایشور Ishwar
        if sign == "+":  # aspirates the letter before
            out.append("h")
            continue
        if out and _consonant(out[-1]) and _consonant(sound):
            out.append("a")
        out.append(sound)
    return "".join(out)


def _sound(sign: str, at: int, ends: bool, waw: str, ye: str) -> str:
    if sign == "A":
        return "a" if at == 0 else "aa"
    if sign == "W":
        return "v" if at == 0 else "u" if ends and waw != "o" else waw
    if sign == "Y":
        return "y" if at == 0 else "ee" if ends else ye
    if sign == "H":
        return "a" if ends and at else "h"
    return {"E": "e", "I": "i"}.get(sign, sign)


def _consonant(sound: str) -> bool:
    return bool(sound) and sound[-1] not in "aeiou" and sound != "h+"
