"""What the words of a name tell, held against all ways to read the name that is asked for.

A word held is to a question what it may be of each word asked. Most of what is read has few such
words beside many that have nothing to do with the question, so that names which are alike to it
are many, and are weighed once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from cctns.lib.names import likeness
from cctns.lib.names.compare import firsts
from cctns.lib.names.romanise import script_of
from cctns.lib.names.words import is_initial

from .evidence import Part, level_of, unspelt, weight
from .question import Stands
from .vocabulary import Entry, Vocabulary

_SURELY = 0.7  # likeness from which a word that nobody counted is held to be the one asked
_AHEAD = 0.01  # of equals the very spelling comes first, however common it is
_OTHER = 0  # number of the words that are none of those asked
_KIN = 0.5  # an initial that is the father's is told less often than one's own

_NOBODY = frozenset[Stands]()

Way = Sequence[Stands]
Pairing = list[tuple[float, int, int]]  # weight, place in the way, place among the words held


class Reading(NamedTuple):
    """A name held, read in one of the ways of what is asked; it weighs `value`."""

    value: float
    plus: float  # of `value`: that the way is an other name
    way: Way
    held: Sequence[str]
    met: Pairing
    of_kin: frozenset[Stands]


class Weigher(dict[str, int]):
    """Words held, each with a number; words with one number are alike to the question.

    `others` more ways follow the first: other names of the person asked for. `extra` is the
    weight of a word held that is not asked for, and `alias` of a name that is an other name.
    """

    def __init__(
        self, part: Part, ways: Sequence[Way], others: Sequence[Way], known: Vocabulary
    ) -> None:
        self.part, self.known = part, known
        self.ways = (*((one, 0.0) for one in ways), *((one, _alias()) for one in others))
        self.asked = list(dict.fromkeys(one for way, _ in self.ways for one in way))
        self.initials = [one for one in self.asked if one.initial]
        self.lacks = weight(part, "missing")
        self.extra = weight(part, "extra") if part is Part.WORD else 0.0
        self.gains: list[dict[Stands, float]] = [{}]  # by number
        self._known_then = len(known.entries)
        self._alike = set[str]().union(*(one.weights for one in self.asked))
        self._firsts = dict[str, int]()
        self._kin = dict[str, frozenset[Stands]]()
        self._numbers = dict[tuple[tuple[Stands, float], ...], int]([((), _OTHER)])
        self._totals = dict[tuple[tuple[int, ...], frozenset[Stands]], float]()

    def weigh(self, held: Sequence[str], kin: Sequence[str] = ()) -> float:
        """The weight of a name; `kin` are the words of the relative, whose an initial may be."""
        numbers = tuple([self[one] for one in held])
        of_kin = self.of_kin(kin) if kin else _NOBODY
        value = self._totals.get((numbers, of_kin))
        if value is None:
            ways = (
                self._total(way, len(numbers), self.pairs(way, numbers), of_kin) + plus
                for way, plus in self.ways
            )
            value = self._totals[numbers, of_kin] = max(ways, default=0.0)
        return value

    def read(self, names: Iterable[Sequence[str]], kin: Sequence[str] = ()) -> Reading | None:
        """The reading of one of these names that weighs most; None where there is none."""
        best, of_kin = None, self.of_kin(kin) if kin else _NOBODY
        for held in names:
            numbers = [self[one] for one in held]
            for way, plus in self.ways:
                met = self.pairs(way, numbers)
                value = self._total(way, len(held), met, of_kin) + plus
                if best is None or value > best.value:
                    best = Reading(value, plus, way, held, met, of_kin)
        return best

    def parts(self, one: Reading) -> Iterator[tuple[float, Stands | None, str]]:
        """Of a reading what each word weighs: words that met, are missing ("" is held), stand
        beside (none was asked). With `plus` they add up to the reading's value."""
        asked, held = {i for _, i, _ in one.met}, {j for *_, j in one.met}
        yield from ((value, one.way[i], one.held[j]) for value, i, j in one.met)
        for i, lacking in enumerate(one.way):
            if i not in asked:
                yield self.missing(lacking, one.of_kin), lacking, ""
        for j, beside in enumerate(one.held):
            if self.extra and j not in held:
                yield self.extra, None, beside

    def of_kin(self, kin: Sequence[str]) -> frozenset[Stands]:
        """The initials asked that may be a word of the relative's: K. Raman, son of Krishnan."""
        if len(kin) == 1:
            return self._initials_of(kin[0])
        return _NOBODY.union(*map(self._initials_of, kin))

    def pairs(self, way: Way, numbers: Sequence[int]) -> Pairing:
        """Words asked with words held, as fits best."""
        found = [
            (gain, i, j)
            for j, number in enumerate(numbers)
            if (gains := self.gains[number])
            for i, one in enumerate(way)
            if (gain := gains.get(one)) is not None
        ]
        if len(found) < 2:
            return found
        found.sort(reverse=True)
        taken = [found[0]]
        for pair in found[1:]:
            if all(pair[1] != i and pair[2] != j for _, i, j in taken):
                taken.append(pair)
        return taken

    def missing(self, one: Stands, of_kin: frozenset[Stands]) -> float:
        """The weight of a word that the name lacks, be it the initial of the father."""
        return weight(self.part, "initial") - _KIN if one in of_kin else self.lacks

    def _total(self, way: Way, held: int, met: Pairing, of_kin: frozenset[Stands]) -> float:
        value = self.extra * (held - len(met)) + self.lacks * (len(way) - len(met))
        value += sum(gain for gain, _, _ in met)
        if of_kin:
            told = {i for _, i, _ in met}
            lacking = (one for i, one in enumerate(way) if i not in told)
            value += sum(self.missing(one, of_kin) - self.lacks for one in lacking)
        return value

    def __missing__(self, word: str) -> int:
        entry = self.known.of_word.get(word)
        if entry is not None and entry.number >= self._known_then:
            entry = None  # to what was asked it is a word that nobody counted
        if entry is None or entry.words[0] in self._alike:
            number = self._number([(one, self._gain(one, word, entry)) for one in self.asked])
        elif self.initials:
            number = self._number_of_first(entry.first)
        else:
            number = _OTHER
        self[word] = number
        return number

    def _initials_of(self, word: str) -> frozenset[Stands]:
        found = self._kin.get(word)
        if found is None:
            heard = firsts(word)
            found = frozenset(one for one in self.initials if one.firsts & heard)
            self._kin[word] = found
        return found

    def _number_of_first(self, first: str) -> int:
        """Of a word that is none of those asked, but may be what an initial stands for."""
        number = self._firsts.get(first)
        if number is None:
            initials = (one for one in self.initials if first in one.firsts)
            gains = ((one, weight(self.part, "initial")) for one in initials)
            number = self._firsts[first] = self._number(gains)
        return number

    def _number(self, gains: Iterable[tuple[Stands, float | None]]) -> int:
        told = tuple((one, gain) for one, gain in gains if gain is not None)
        number = self._numbers.setdefault(told, len(self.gains))
        if number == len(self.gains):
            self.gains.append(dict(told))
        return number

    def _gain(self, one: Stands, word: str, entry: Entry | None) -> float | None:
        """The weight of a word asked and one held; None when they have nothing in common."""
        if one.initial or is_initial(word):
            return weight(self.part, "initial") if one.firsts & firsts(word) else None
        if entry is None:  # told by another process a moment ago, or since the question was read
            alike = likeness(one.word, word)
            return one.rarest + weight(self.part, level_of(alike)) if alike >= _SURELY else None
        gain = one.weights.get(entry.word)
        if gain is None:
            return None
        if word == one.word:
            return max(gain + _AHEAD, one.spelt)
        return gain + unspelt(self.part) if script_of(word[0]) != script_of(one.word[0]) else gain


def _alias() -> float:
    """The record's own name is what the asker calls alias."""
    return weight(Part.WORD, "alias")
