"""What a word sounds like, at three depths: plain spelling, fine skeleton, coarse key.

`plain` writes one sound one way (aa and a, w and v, sh and s, aspirates, doubles); `fine` keeps
the first letter and the consonants; `coarse` merges what Indian scripts and ears confuse: voice
and place (k g, t d, p b f, s j c, m n) and drops h, y and v. Scheme of docs/explanation/
name-search.md; the merges follow the confusion classes of ALA-LC's tables for the ten scripts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from . import tables
from .romanise import romanise, voiceless
from .words import fold

# In this order. Digraphs come before the letters they are made of.
_SPELLINGS = [
    (r"^x", "j"), ("x", "ks"), ("ck", "k"), (r"^gn|^jn|dny|jny|gny", "gy"),
    ("chr", "kr"), ("chae", "ke"), ("tsh|tch|chch|cch", "ch"), ("sch", "s"), ("s?sh+|zh(?=e)", "s"),
    ("ch+", "C"), (r"c(?=[eiy])", "s"), ("c", "k"), ("C", "c"), ("q", "k"), ("ph", "f"),
    (r"([kgjtdbprl])h+", r"\1"), ("zh", "l"), ("w", "v"), ("z|dj", "j"),
    ("ee|ii|ie|ea|iy(?![aeiou])", "i"), ("oo|uu", "u"), ("oa", "o"),
    ("a?[ae]y(?![aeiou])|aa?i|ei", "e"),
    ("aa?u|ou|av(?![aeiouy])|ov(?![aeiouy])", "o"), ("a+", "a"),
    (r"(?<=[^aeiou])y(?![aeiou])", "i"), (r"n(?=[pbf])", "m"), (r"(?<=[aeiou])h(?![aeiou])", ""),
]  # fmt: skip
_RULES = [(re.compile(a), b) for a, b in _SPELLINGS]
_DOUBLED = re.compile(r"(.)\1+")
_WEAK, _WEAKER = re.compile("[hy]"), re.compile("[hyv]")
_VOWELS = re.compile(r"[aeiou]+")
_FOLD_VOICE = str.maketrans("gdbfjc", "ktppss")
_MERGED = str.maketrans("gdbfvjczmnq", "ktpppsssnnk")
_FIRST = str.maketrans("eiou", "aaaa")
# C. for Chandra, Kumar or Cyril; P. for Phool; V. for Vikram or Bikram; Y. for Yusuf or Eusuf.
_STANDS_FOR = {
    **dict.fromkeys("aeiou", "a"), "y": "yaj", "k": "kc", "c": "cks", "p": "pf", "f": "fp",
    "v": "vb", "b": "bv", "j": "jy", "s": "sc",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sound:
    """A word as it is compared.

    `plain` and `fine` run parallel, one element a reading, the likeliest first.
    """

    plain: tuple[str, ...]
    fine: tuple[str, ...]
    coarse: frozenset[str]  # and `form`, so that its other forms are met
    form: str  # the name of which it is one of two forms (Banerjee, Bandyopadhyay); "" for most
    voiceless: bool  # its script does not tell b from p

    @property
    def first(self) -> str:
        """The first sound, any vowel as "a"; "" for a word without reading."""
        return self.plain[0][0].translate(_FIRST) if self.plain else ""


@lru_cache(maxsize=200_000)
def sound(word: str) -> Sound:
    """The sound of a folded word (words.fold) in any script."""
    plain = readings(word)
    form = next((_forms()[one] for one in plain if one in _forms()), "")
    return Sound(
        plain=plain,
        fine=tuple(skeleton(one) for one in plain),
        coarse=frozenset((*(key for one in plain for key in coarse(one)), form)) - {""},
        form=form,
        voiceless=voiceless(word),
    )


def readings(word: str) -> tuple[str, ...]:
    """The plain spellings of a folded word, the likeliest first."""
    return tuple(dict.fromkeys(p for one in romanise(word) if (p := simplify(one))))


@lru_cache(maxsize=1)
def _forms() -> dict[str, str]:
    """The likeliest plain spelling of each form in tables/double_forms.csv, with its name."""
    return {
        readings(form)[0]: f"={row['name']}"
        for row in tables.rows("double_forms")
        for form in (row["name"], *fold(row["forms"]).split())
    }


def simplify(roman: str) -> str:
    """One spelling for one sound: "Mohammed" and "Mohammad" still differ, "Raam" is "ram"."""
    for pattern, into in _RULES:
        roman = pattern.sub(into, roman)
    return _DOUBLED.sub(r"\1", roman)


def skeleton(plain: str) -> str:
    """First letter (A for any vowel) and the consonants after it, doubles once."""
    first = "A" if plain[:1] in "aeiou" else plain[:1]
    return first + _DOUBLED.sub(r"\1", _VOWELS.sub("", plain[1:]))


def coarse(plain: str) -> tuple[str, ...]:
    """The skeleton with confusable consonants merged and weak ones dropped; v is heard or lost."""
    first = "A" if plain[:1] in "aeiouy" else plain[:1]
    rest = _VOWELS.sub("", plain[1:])
    kept = [_WEAK.sub("", rest)] + ([_WEAKER.sub("", rest)] if "v" in rest else [])
    return tuple(_DOUBLED.sub(r"\1", (first + one).translate(_MERGED)) for one in kept)


def unvoiced(plain: str) -> str:
    """As a script writes it that has one letter for k and g, t and d, p and b, s and j."""
    return _DOUBLED.sub(r"\1", plain.translate(_FOLD_VOICE))


def initials(letter: str) -> frozenset[str]:
    """The first sounds that a lone letter (or its sign in any script) may stand for."""
    return frozenset("".join(_STANDS_FOR.get(one[0], one[0]) for one in sound(letter).plain))
