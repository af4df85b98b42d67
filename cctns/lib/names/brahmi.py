"""Indic scripts to Latin letters. Their Unicode blocks run parallel, so one table serves nine.

Offsets within a block follow ISCII (IS 13194:1991), which Unicode took over; what a script has of
its own (Bengali ya-phala and khanda ta, Tamil's unmarked voicing, Malayalam chillus) is in
brahmi_readings.py. Schwas are dropped where Hindi, Marathi, Bengali, Gujarati and Punjabi drop
them in speech (Ohala 1983: at the end, and between VC and CV); the southern scripts and Odia
write what they say.
"""

from __future__ import annotations

from dataclasses import dataclass

DEVANAGARI, BENGALI, GURMUKHI, GUJARATI, ODIA, TAMIL, TELUGU, KANNADA, MALAYALAM = range(
    0x900, 0xD80, 0x80
)
FLAP = "R"  # ड़ is heard as r and written d as often
NASAL = "M"  # the southern sign of a nasal: as what follows is spoken
JNA = "X"  # ज्ञ: gy in the north, jn as it is written
YA_PHALA = "Y"  # ্য after a Bengali consonant: প্যাটেল Patel, বিদ্যা Bidya
_DROPS_SCHWA = {DEVANAGARI, BENGALI, GURMUKHI, GUJARATI}

_INDEPENDENT = "a aa i ee u oo ri li e e e ai o o o au"
_DEPENDENT = "aa i ee u oo ri ri e e e ai o o o au"
_VOWELS = dict(
    enumerate(
        ["a", "aa", "i", "ee", "u", "oo", "ri", "li", "e", "e", "e", "ai", "o", "o", "o", "au"],
        0x05,
    )
)
_SIGNS = dict(
    enumerate(
        ["aa", "i", "ee", "u", "oo", "ri", "ri", "e", "e", "e", "ai", "o", "o", "o", "au"], 0x3E
    )
)
_LETTERS = (
    "k kh g gh ng ch chh j jh ny t th d dh n t th d dh n n p ph b bh m y r r l l zh v sh sh s h"
)
_CONSONANTS = dict(enumerate(_LETTERS.split(), 0x15))
_NUKTA = {
    "k": "q", "kh": "kh", "g": "g", "j": "z", "d": FLAP, "dh": FLAP, "ph": "f", "J": "y",
}  # fmt: skip
_COMPOSED = {
    0x58: "q", 0x59: "kh", 0x5A: "g", 0x5B: "z", 0x5C: FLAP, 0x5D: FLAP, 0x5E: "f", 0x5F: "y",
}  # fmt: skip
_OWN: dict[int, dict[int, str]] = {
    DEVANAGARI: {**_COMPOSED, 0x72: "a"},
    BENGALI: {0x2F: "J", 0x5C: FLAP, 0x5D: FLAP, 0x5F: "y", 0x70: "r", 0x71: "v", 0x4E: "t"},
    GURMUKHI: {0x59: "kh", 0x5A: "g", 0x5B: "z", 0x5C: FLAP, 0x5E: "f"},
    GUJARATI: {},
    ODIA: {0x5C: FLAP, 0x5D: FLAP, 0x5F: "y", 0x71: "v", 0x35: "v"},
    TAMIL: {0x1C: "j"},
    TELUGU: {0x58: "ts", 0x59: "dz", 0x5A: "r"},
    KANNADA: {0x5E: "l"},
    MALAYALAM: {0x7A: "n", 0x7B: "n", 0x7C: "r", 0x7D: "l", 0x7E: "l", 0x7F: "k"},
}
_CLOSED = {MALAYALAM: range(0x7A, 0x80), BENGALI: range(0x4E, 0x4F)}  # consonants without a vowel
_HARD_R, _HARD_T, _PALATAL_N = 0x31, 0x1F, 0x1E
_VIRAMA, _NUKTA_SIGN, _NASAL_SIGNS = 0x4D, 0x3C, (0x01, 0x02)
_TIPPI, _YAKASH = 0x70, 0x75  # Gurmukhi's own nasal and y


@dataclass(slots=True)
class Syllable:
    """Consonants and the vowel after them; "" when silenced, "*" for the unwritten a."""

    consonants: list[str]
    vowel: str


def block(letter: str) -> int | None:
    """The start of the Brahmi block in which a letter stands; None for other scripts."""
    start = ord(letter) & ~0x7F
    return start if DEVANAGARI <= start <= MALAYALAM else None


def syllables(word: str, start: int) -> list[Syllable]:
    """The word as it is spoken, in the block that begins at `start`."""
    own, found = _OWN[start], list[Syllable]()
    joined = False  # by a virama to what follows
    for letter in word:
        at = ord(letter) - start
        consonant = own.get(at) or _CONSONANTS.get(at)
        if consonant is not None:
            if joined:
                _join(found[-1], consonant, at, start)
            else:
                found.append(Syllable([consonant], "*"))
            joined = False
            if at in _CLOSED.get(start, ()):
                found[-1].vowel = ""
        elif at in _VOWELS:
            found.append(Syllable([], _VOWELS[at]))
            joined = False
        elif found:
            joined = _sign(found, at, start) or joined
    if start in _DROPS_SCHWA:
        _drop_schwas(found)
    return found


def _join(syllable: Syllable, consonant: str, at: int, start: int) -> None:
    """A conjunct; what is written in it is not always what is said."""
    syllable.vowel = "*"
    held = syllable.consonants
    if consonant == "J":
        held.append(YA_PHALA)
    elif start == MALAYALAM and at == _HARD_R:  # റ്റ is tt, ന്റ is nt
        held[-1:] = [held[-1].replace("r", "t"), "t"]
    elif at == _PALATAL_N and held[-1:] == ["j"]:  # ज्ञ
        held[-1:] = [JNA]
    elif start == MALAYALAM and at == _HARD_T and held[-1:] == ["n"]:  # ണ്ട is nd
        held.append("d")
    else:
        held.append(consonant)


def _sign(found: list[Syllable], at: int, start: int) -> bool:
    """A sign after a syllable; True when it binds the next consonant to this one."""
    last = found[-1]
    if at == _VIRAMA:
        last.vowel = "" if last.consonants else last.vowel
        return bool(last.consonants) or start == BENGALI  # অ্যা
    if at in _SIGNS:
        last.vowel = _SIGNS[at]
    elif at == _NUKTA_SIGN and last.consonants:
        last.consonants[-1] = _NUKTA.get(last.consonants[-1], last.consonants[-1])
    elif at in _NASAL_SIGNS or (start == GURMUKHI and at == _TIPPI):
        found.append(Syllable([NASAL if start in (TELUGU, KANNADA, MALAYALAM) else "n"], ""))
    elif start == GURMUKHI and at == _YAKASH:
        last.consonants.append("y")
    return False


def _drop_schwas(found: list[Syllable]) -> None:
    last = len(found) - 1
    if last > 0 and found[last].vowel == "*" and found[last].consonants:
        found[last].vowel = ""
    for at in range(last - 1, 0, -1):
        here, after = found[at], found[at + 1]
        between = len(here.consonants) == 1 and len(after.consonants) == 1
        if here.vowel == "*" and between and after.vowel and found[at - 1].vowel:
            here.vowel = ""
