"""A name as an officer writes it, taken apart: who, whose son or wife, also called what, of where.

"Late Sh. Mohd. Rafiq @ Pappu s/o Abdul Karim r/o Ballari" in Latin letters or any Indian script.
Order of words means nothing here: surname first or last, compare.py pairs them as fits best.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from ..text import ascii_digits
from . import tables
from .words import MOST_WORDS, fold, is_initial, is_one_sign, letters, pieces

_ONLY_RELATION = frozenset(f"{one}/o" for one in "sdwhfmcb")
MOST_TEXT = 400
_FIGURE = "\u0001"  # where an age or a year stood
_DOTS = re.compile(r"[./\\]+")
# "c/o" and its like are one word however they are spaced or dotted: s / o, S.O., s/o., S\O.
_SPACED = re.compile(r"(?<!\w)([sdwchfmbr])\s*[/\\]\s*[o0](?![^\W_])\.?")
_DOTTED = re.compile(r"(?<!\w)([sdwcr])\.o\.?(?=\s)")
_PHRASE = re.compile(
    r"\b(son|daughter|wife|widow|husband|father|mother|care|brother|resident|native) of\b"
)
_TAMIL = re.compile(r"(த|க)\s*/\s*பெ\.?")
_AGE = re.compile(
    r"\b(?:about|aged?|approx\w*|around|umar|umra|उम्र|आयु|लगभग|करीब|क़रीब|वय|বয়স|ਉਮਰ|ઉંમર|வயது|వయసు|ವಯಸ್ಸು|വയസ്സ്|عمر)?"
    r"[\s.:]*(?<![\w/-])(\d{1,3})(?![\w/-])\s*(?:years?|yrs?|y|वर्षीय|वर्ष|साल|old)*\b(?: old)?"
)
_BORN = re.compile(r"\b(?:born|b\.?|जन्म)?\s*(?:in\s*)?(?<![\w/-])((?:19|20)\d\d)(?![\w/-])")
_NUMBERS, _MARKS = re.compile(r"\d"), re.compile(r"[@./\\]|\bof\b|\baka\b")
_AT = re.compile(r"@+|\ba\.?k\.?a\b\.?")


@dataclass(frozen=True, slots=True)
class Parsed:
    """Words are folded, without honorifics, abbreviations written out; initials are one letter."""

    name: tuple[str, ...] = ()
    aliases: tuple[tuple[str, ...], ...] = ()
    relation: str = ""  # son, daughter, wife, husband, father, mother, brother, care
    relative: tuple[str, ...] = ()
    honorifics: tuple[str, ...] = ()
    place: str = ""
    initials: tuple[str, ...] = field(default=())
    age: int | None = None
    birth_year: int | None = None

    @property
    def with_honorific(self) -> tuple[str, ...]:
        """A lone word with the Shri before it, which may be its given name; else nothing."""
        sides = tables.mapping("honorifics", "word", "side")
        if len(self.name) != 1 or not self.honorifics or sides[self.honorifics[-1]] != "name":
            return ()
        return (self.honorifics[-1], *self.name)

    @property
    def words(self) -> tuple[str, ...]:
        """The name's words that are more than an initial."""
        return tuple(one for one in self.name if not is_initial(one))


def parse(text: str) -> Parsed:
    """Take a written name apart. Never raises; nothing readable gives an empty Parsed."""
    text, birth_year, age = fold(text[:MOST_TEXT]), None, None
    if _NUMBERS.search(text):
        text, birth_year = _number(_BORN, ascii_digits(text), range(1900, 2100))
        text, age = _number(_AGE, text, range(1, 121))
    parts = _parts(_marked(text) if _MARKS.search(text) else text)
    name, honours = _name(parts["name"])
    if not name and parts["alias"]:
        name, honours = _name(parts["alias"].pop(0))
    relative, _late = _name(parts["relative"])
    others = [_name(one)[0] for one in parts["alias"]]
    return Parsed(
        name=name,
        aliases=tuple(one for one in others if one),
        relation=parts["relation"],
        relative=relative,
        honorifics=honours,
        place=" ".join(parts["place"]),
        initials=tuple(one for one in name if is_initial(one)),
        age=age,
        birth_year=birth_year,
    )


def _number(pattern: re.Pattern[str], text: str, fit: range) -> tuple[str, int | None]:
    """The first number of that meaning, and the text with a mark in its place."""
    for met in pattern.finditer(text):
        if int(met[1]) in fit:
            return f"{text[: met.start()]} {_FIGURE} {text[met.end() :]}", int(met[1])
    return text, None


def _marked(text: str) -> str:
    """Relation words written in one way, each a word of its own."""
    text = _TAMIL.sub(lambda m: f" {m[1]}/பெ ", text)
    text = _SPACED.sub(lambda m: f" {m[1]}/o ", text)
    text = _DOTTED.sub(lambda m: f" {m[1]}/o ", text)
    text = _PHRASE.sub(lambda m: f" {_short()[m[1]]} ", text)
    return _AT.sub(" @ ", text)


def _parts(text: str) -> dict[str, Any]:
    found: dict[str, Any] = {"name": [], "alias": [], "relation": "", "relative": [], "place": []}
    relations, others = tables.mapping("relations", "word", "relation"), tables.words("other_names")
    places = tables.words("places")
    into = found["name"]
    told = pieces(text)
    for at, piece in enumerate(told):
        bare = piece.strip(".")
        if piece in others or bare in others:
            # An alias told after the father's name is still the person's.
            into = []
            found["alias"].append(into)
        elif (
            (relation := relations.get(piece) or relations.get(bare))
            and not found["relative"]
            and (found["name"] or piece in _ONLY_RELATION)
            and (piece in _ONLY_RELATION or _ONLY_RELATION.isdisjoint(told[at:]))
        ):  # স্বামী is "husband" and, first, the name Swami; Son in "Pande Son s/o Abhijeet" a name
            found["relation"], into = relation, found["relative"]
        elif piece in places or bare in places or piece == _FIGURE:
            into = found["place"]  # "Rafiq s/o Abdul, about 35, Ballari"
        else:
            into.append(piece)
    return found


def _name(written: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Words of a name, and the honorifics that stood before or after them."""
    if not written:
        return (), ()
    found, honours = list[str](), list[str]()
    sides = tables.mapping("honorifics", "word", "side")
    short = tables.mapping("abbreviations", "word", "means")
    split = [one for piece in written for one in _split(piece)]
    for at, word in enumerate(split[: 2 * MOST_WORDS]):
        side, rest = sides.get(word), len(split) - at - 1
        opens = (side in ("front", "name") and rest > 0) or (side == "both" and rest > 1)
        if (opens and not found) or (side == "back" and found and not rest):
            honours.append(word)
        else:
            found.append(short.get(word, word))
    return tuple(found[:MOST_WORDS]), tuple(honours)


def _split(piece: str) -> list[str]:
    if piece.isalpha():
        return [letters(piece)]
    *dotted, last = _DOTS.split(piece)
    found = [_initial(word) for one in dotted if (word := letters(one))]
    return [*found, word] if (word := letters(last)) else found


def _initial(word: str) -> str:
    """Before a dot one sign is an initial, whatever its vowel: रा. स्व., but not डा. (Doctor)."""
    if is_initial(word) or not is_one_sign(word):
        return word
    titles = tables.mapping("honorifics", "word", "side")
    short = tables.mapping("abbreviations", "word", "means")
    return word if word in titles or word in short else word[0]


@cache
def _short() -> dict[str, str]:
    kin = ("son", "daughter", "wife", "husband", "father", "mother", "care", "brother")
    return {
        **{one: f"{one[0]}/o" for one in kin},
        "widow": "w/o",
        "resident": "r/o",
        "native": "r/o",
    }
