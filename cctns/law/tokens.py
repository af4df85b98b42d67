"""Words as keys that meet across spellings: English stems; Hindi in either script as sounds."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from .tables import rows

_WORD = re.compile(r"[a-z0-9']+|[\u0900-\u0963\u0966-\u097f]+")
_ENDINGS = (("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("ly", ""))
_SOUNDS = (
    *(("aa", "a"), ("ee", "i"), ("oo", "u"), ("au", "o"), ("ou", "o"), ("ai", "e"), ("ei", "e")),
    *(("ph", "f"), ("chh", "c"), ("ch", "c"), ("sh", "s"), ("kh", "k"), ("gh", "g"), ("jh", "j")),
    *(("th", "t"), ("dh", "d"), ("bh", "b"), ("ck", "k"), ("z", "j"), ("w", "v"), ("q", "k")),
    *(("x", "ks"), ("y", "i")),
)
_VIRAMA, _NUKTA = "\u094d", "\u093c"


def words(text: str) -> list[str]:
    """The words that carry meaning, lower case, in order."""
    return [one for one in _WORD.findall(_plain(text)) if one not in _stop()]


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """An English word without its ending: snatching, snatched and snatches are snatch."""
    word = word.removesuffix("'s").replace("'", "")
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)] + instead
            break
    else:
        if word.endswith("s") and not word.endswith(("ss", "us")) and len(word) > 3:
            word = word[:-1]
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lse":
        word = word[:-1]
    return word.removesuffix("e") if len(word) > 3 else word


@lru_cache(maxsize=20_000)
def sound(word: str) -> str:
    """A Hindi word as it is heard, whichever way it is spelt: चोरी, chori and choree are cor."""
    word = _in_roman(word) if is_devanagari(word) else word
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    word = re.sub(r"(.)\1+", r"\1", word)
    if len(word) > 5:
        word = re.sub(r"(?:i[ao]n|on|en)$", "", word)
    bare = word[:1] + word[1:].replace("a", "")
    short = bare.rstrip("eiou")
    return short if len(short) > 1 else bare


def is_devanagari(word: str) -> bool:
    return word[:1] > "\u0900"


def _in_roman(word: str) -> str:
    """A consonant carries an "a" unless a vowel sign, a virama or the end of the word follows."""
    consonants, others = _letters()
    word = word.replace(_NUKTA, "")
    written = []
    for letter, after in zip(word, [*word[1:], ""], strict=True):
        bare = after in ("", _VIRAMA) or (after in others and others[after][1] == "sign")
        if letter in consonants:
            written.append(consonants[letter] + ("" if bare else "a"))
        elif letter in others:
            written.append(others[letter][0])
    return "".join(written)


def _plain(text: str) -> str:
    text = unicodedata.normalize("NFC", text.lower())
    return text.replace("\u2019", "'").replace("\u200d", "").replace("\u200c", "")


@cache
def _stop() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("stop_words.csv"))


@cache
def _letters() -> tuple[dict[str, str], dict[str, tuple[str, str]]]:
    """Consonants, and every other letter with its kind."""
    table = rows("letters.csv")
    consonants = {row["letter"]: row["roman"] for row in table if row["kind"] == "consonant"}
    others = {row["letter"]: (row["roman"], row["kind"]) for row in table}
    return consonants, {key: value for key, value in others.items() if key not in consonants}
