"""What people write of marks and dress, as tokens that meet across scripts and spellings.

Only the words of words.csv are understood, Hindi and English, in either script; one wrong letter
is forgiven. A token knows the piece of text it was read from, so that an officer sees the words.
"""

from __future__ import annotations

import csv
import math
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from . import weights

_SEPARATORS = ",;./|+&()\n\u0964"
_PIECES = re.compile(rf"[a-z0-9]+|[\u0900-\u0963\u0966-\u097f]+|[{_SEPARATORS}]")
_VOWELS = re.compile(r"[aeiou\u0904-\u0914\u093e-\u094c]")
_SHORT_FORM = re.compile(r"\b([a-z]{1,2})\.")  # "rt.", whose dot ends no sentence
_ROMAN = (
    *(("aa", "a"), ("ee", "i"), ("oo", "u"), ("ph", "f"), ("ck", "k"), ("w", "v"), ("z", "j")),
)
# The nukta and the signs of a nasal are written or left out; i and u are short or long.
_DEVANAGARI = (
    *(("\u093c", ""), ("ँ", "ं"), ("न्", "ं"), ("म्", "ं"), ("ये", "ए"), ("यी", "ई")),
    *(("ी", "ि"), ("ू", "ु"), ("ई", "इ"), ("ऊ", "उ"), ("\u200c", ""), ("\u200d", "")),
)
_LONGEST = 3  # words of an expression, fillers left out
_SHORTEST_MISTYPED = 4  # letters: of shorter words one wrong letter makes another word


@dataclass(frozen=True)
class Word:
    """What an expression of the vocabulary stands for."""

    role: str  # mark, part, side, motif, none; garment, colour; filler, joint
    code: str
    within: str
    share: float

    @property
    def weight(self) -> float:
        again = {"garment": weights.GARMENT_AGAIN, "colour": weights.COLOUR_AGAIN}
        return _rarer(again.get(self.role, weights.MARK_AGAIN), self.share)


class Token(str):
    """One comparable thing ("scar about head") and what it weighs when both sides say it."""

    weight: float

    def __new__(cls, key: str, weight: float = 0.0) -> Token:
        one = super().__new__(cls, key)
        one.weight = weight
        return one


ANY_MARK = "mark"  # "nishan", "daag": of whatever kind
Tokens = dict[Token, list[str]]  # with the pieces of text that say so
Expression = tuple[str, ...]


class Vocabulary:
    """The expressions of one field of words.csv."""

    def __init__(self, rows: Iterable[dict[str, str]]) -> None:
        self.expressions: dict[Expression, Word] = {}
        self.fillers: set[str] = set()
        self._mistyped: dict[str, list[str]] = {}
        meant = []
        for row in rows:
            spoken = [one for one in row["words"].split(";") if one.strip()]
            if row["role"] == "filler":
                self.fillers.update(fold(one) for one in spoken)
            else:
                meant.append((row, spoken))
        for row, spoken in meant:
            word = Word(row["role"], row["code"], row["within"], float(row["share"] or 1))
            for one in spoken:
                folded = (fold(piece) for piece in _PIECES.findall(_plain(one)))
                expression = tuple(piece for piece in folded if piece not in self.fillers)
                self.expressions.setdefault(expression, word)
        self._known = {piece for one in self.expressions for piece in one} | self.fillers
        for known in self._known:
            for key in _shortened(known):
                self._mistyped.setdefault(key, []).append(known)
        self.nearest = lru_cache(maxsize=50_000)(self._nearest)

    def _nearest(self, word: str) -> str:
        """The word of the vocabulary that was meant; the word itself when there is none."""
        if word in self._known or len(word) < _SHORTEST_MISTYPED:
            return word
        near = {one for key in _shortened(word) for one in self._mistyped.get(key, ())}
        near = {one for one in near if len(one) >= _SHORTEST_MISTYPED}
        return min(near, key=lambda one: _strangeness(one, word)) if near else word


def _strangeness(known: str, word: str) -> tuple[bool, bool, str]:
    """A first letter is seldom wrong, a vowel often."""
    return known[0] != word[0], _VOWELS.sub("", known) != _VOWELS.sub("", word), known


@dataclass(frozen=True)
class Said:
    """A word of the vocabulary, or an unknown one (word None), in a piece of text."""

    written: str
    word: Word | None


@dataclass(frozen=True)
class Piece:
    """What stands between two commas or joints, as written and as understood."""

    text: str
    said: tuple[Said, ...]

    def words(self, role: str) -> list[Word]:
        return [one.word for one in self.said if one.word and one.word.role == role]


@lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    """A word without the differences that spelling makes: baayaan and bayan, ऊँगली and उंगलि."""
    if word[:1] < "\u0900":
        for written, instead in _ROMAN:
            word = word.replace(written, instead)
        word = re.sub(r"(.)\1+", r"\1", word)
        return word.removesuffix("s") if len(word) > 3 else word
    for written, instead in _DEVANAGARI:
        word = word.replace(written, instead)
    return word


def marks(text: str) -> Tokens:
    """{kind, part of the body, both together, its side, what a tattoo shows: where it is said}."""
    found: Tokens = {}
    last: list[Word] = []
    for piece in _pieces(text, "marks"):
        if piece.words("none"):
            continue
        for told in _one_mark_each(_without_any(piece)):
            last = told.words("mark") or last
            for token in _mark_tokens(told, last):
                _note(found, token, piece)
    return found


def dress(text: str) -> Tokens:
    """{garment, garment with colour or pattern: where it is said}."""
    found: Tokens = {}
    for piece in _pieces(text, "dress"):
        for garment, colours in _garments(piece):
            _note(found, Token(garment.code, garment.weight), piece)
            for colour in colours:
                _note(found, Token(f"{garment.code} {colour.code}", colour.weight), piece)
    return found


def total(tokens: Iterable[Token]) -> float:
    """The same whatever the order."""
    return math.fsum(token.weight for token in tokens)


def place(text: str) -> frozenset[str]:
    """The names in a place: its longer words, without "near", "station" and the like."""
    fillers = _vocabulary("place").fillers
    folded = (fold(one) for one in _PIECES.findall(_plain(text)))
    return frozenset(one for one in folded if len(one) > 3 and one not in fillers)


def _without_any(piece: Piece) -> Piece:
    """ "til ka nishan" is a mole, and no further mark."""
    kinds = {one.code for one in piece.words("mark")}
    if len(kinds) < 2:
        return piece
    told = (one for one in piece.said if not (one.word and one.word.code == ANY_MARK))
    return Piece(piece.text, tuple(told))


def _note(found: Tokens, token: Token, piece: Piece) -> None:
    pieces = found.setdefault(token, [])
    if piece.text not in pieces:
        pieces.append(piece.text)


def _mark_tokens(told: Piece, kinds: list[Word]) -> Iterator[Token]:
    parts = told.words("part")
    for kind in dict.fromkeys(kinds):
        yield Token(kind.code, kind.weight)
        for part in parts:
            yield Token(f"{kind.code} about {part.within}", weights.TOGETHER)
        if kind.code == "tattoo":
            yield from _tattooed(told)
    if kinds:
        for part in parts:
            yield Token(f"about {part.within}", _rarer(weights.PART_AGAIN, _region(part.within)))
            exact = _rarer(weights.PART_AGAIN, part.share / _region(part.within))
            yield Token(f"at {part.code}", exact)
            for side in told.words("side"):
                yield Token(f"{part.within} {side.code}", weights.SIDE_AGAIN)


def _tattooed(told: Piece) -> Iterator[Token]:
    for motif in told.words("motif"):
        yield Token(f"tattoo of {motif.code}", motif.weight)
    for one in told.said:
        if one.word is None and len(one.written) > 2:
            yield Token(f"tattoo reads {one.written}", weights.WORD_AGAIN)


def _one_mark_each(piece: Piece) -> Iterator[Piece]:
    """ "mole on cheek tattoo on arm" has no comma: each kind with its own part.

    English names the part after the mark, Hindi before it: the first of them tells.
    """
    if len(piece.words("mark")) < 2:
        yield piece
        return
    roles = [one.word.role for one in piece.said if one.word]
    before = "part" in roles and roles.index("part") < roles.index("mark")
    taken: list[Said] = []
    had = False
    for one in piece.said:
        is_kind = one.word is not None and one.word.role == "mark"
        if is_kind and had and not before:
            yield Piece(piece.text, tuple(taken))
            taken = []
        taken.append(one)
        had = had or is_kind
        if is_kind and before:
            yield Piece(piece.text, tuple(taken))
            taken = []
    yield Piece(piece.text, tuple(taken))


def _garments(piece: Piece) -> Iterator[tuple[Word, list[Word]]]:
    """Colours stand before their garment ("blue shirt"), the last ones also behind it."""
    colours: list[Word] = []
    garment = None
    for one in piece.said:
        if one.word and one.word.role == "colour":
            colours.append(one.word)
        elif one.word and one.word.role == "garment":
            garment = one.word
            yield garment, colours
            colours = []
    if garment and colours:
        yield garment, colours


def _pieces(text: str, field: str) -> Iterator[Piece]:
    vocabulary = _vocabulary(field)
    words: list[tuple[str, str]] = []
    start = end = 0
    plain = _plain(text)
    for match in _PIECES.finditer(plain):
        written = vocabulary.nearest(fold(match[0]))
        word = vocabulary.expressions.get((written,))
        if match[0] in _SEPARATORS or (word and word.role == "joint"):
            if words:
                yield Piece(plain[start:end].strip(), tuple(_read(words, vocabulary)))
            words, start = [], match.end()
        else:
            words.append((match[0], written))
        end = match.end()
    if words:
        yield Piece(plain[start:end].strip(), tuple(_read(words, vocabulary)))


def _read(words: list[tuple[str, str]], vocabulary: Vocabulary) -> Iterator[Said]:
    """The longest expressions first; fillers are passed over."""
    told = [folded for _, folded in words if folded not in vocabulary.fillers]
    place = 0
    while place < len(told):
        for length in range(min(_LONGEST, len(told) - place), 0, -1):
            word = vocabulary.expressions.get(tuple(told[place : place + length]))
            if word or length == 1:
                yield Said(" ".join(told[place : place + length]), word)
                place += length
                break


def _plain(text: str) -> str:
    return _SHORT_FORM.sub(r"\1 ", unicodedata.normalize("NFC", text).lower())


def _shortened(word: str) -> set[str]:
    """The word, and the word without each of its letters: two that share one differ by little."""
    return {word, *(word[:place] + word[place + 1 :] for place in range(len(word)))}


def _rarer(again: float, share: float) -> float:
    """What it weighs that both say it: it is said again so often, and of a stranger so seldom."""
    return max(0.0, math.log(again / share))


@cache
def _vocabulary(field: str) -> Vocabulary:
    return Vocabulary(row for row in _rows() if row["field"] == field)


@cache
def _region(name: str) -> float:
    return sum(float(row["share"]) for row in _rows() if row["within"] == name)


@cache
def _rows() -> tuple[dict[str, str], ...]:
    text = resources.files("cctns.lib.tracing").joinpath("words.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))
