"""What an officer asks, made ready: its words, and what each may stand for in the vocabulary."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from itertools import pairwise
from math import log, sqrt
from typing import NamedTuple

from cctns.lib.names import Parsed, keys, parse
from cctns.lib.names.compare import SAME_SKELETON, firsts
from cctns.lib.names.sound import sound
from cctns.lib.names.words import is_initial, place_name

from .evidence import SPELT, Part, level_of, table, weight
from .vocabulary import Entry, Vocabulary

_OF_SCRIPT = 0.2  # of a level's chance: for words of a script other than Latin, however few
_SHORTEST_HALF = 3  # letters of each half of a word that is taken for two


@dataclass(frozen=True, slots=True)
class Asked:
    """What is known of the person asked for; `text` may hold the rest in words."""

    text: str
    relative: str = ""
    birth_year: int | None = None
    age: int | None = None
    sex: str = ""
    place: str = ""  # district, town or village
    phone: str = ""
    identity: str = ""  # HMAC of the number
    marks: str = ""


class Group(NamedTuple):
    """Words of the vocabulary under one skeleton, as one word of the question meets them."""

    bones: str
    persons: int  # who bear one of them
    chance: float  # that the person asked for is kept under it
    script: int  # `Entry.script` that all have; 0 for Latin and several


@dataclass(frozen=True, slots=True, eq=False)
class Stands:
    """What one word of a question may stand for, weighed against the vocabulary."""

    word: str
    initial: bool
    firsts: frozenset[str]  # sounds it begins with
    coarse: frozenset[str]
    weights: dict[str, float]  # by an entry's word
    spelt: float  # the weight of the very word, letter by letter
    rarest: float  # the weight of a word that nobody else bears
    groups: tuple[Group, ...]
    of_scripts: tuple[Group, ...]  # those of one script that is not Latin

    @property
    def most(self) -> float:
        """The weight of its best match."""
        return max(self.weights.values(), default=0.0)


def stands(word: str, part: Part, known: Vocabulary) -> Stands:
    """Read a word of a question against the vocabulary."""
    rarest = log(known.persons + 1)
    if is_initial(word):
        return Stands(word, True, firsts(word), frozenset(), {}, 0.0, rarest, (), ())
    near = [(entry, level_of(alike), _likely(entry)) for entry, alike in known.near(word)]
    mass = defaultdict[tuple[str, int | None], float](float)
    for entry, level, likely in near:  # of all at this level, and of those in one script
        mass[level, None] += likely
        mass[level, entry.script] += likely
    weights, so_far, groups = dict[str, float](), 0, dict[str, Group]()
    for entry, level, likely in near:  # the likest first: the chance is of a word at least as like
        so_far += entry.times
        weights[entry.word] = weight(part, level) + rarest - log(so_far + 1)
        share = likely / mass[level, None]
        if entry.script:
            share = max(share, _OF_SCRIPT * likely / mass[level, entry.script])
        chance = table()[part, level].match * share
        groups[entry.bones] = _joined(groups.get(entry.bones), entry, chance)
    spells = known.of_word.get(word)
    if spells and (held := groups.get(spells.bones)):
        groups[spells.bones] = held._replace(chance=held.chance + table()[part, SPELT].match)
    spelt = weight(part, SPELT) + rarest - log(known.times_of(word) + 1)
    made = sorted(groups.values(), key=lambda one: -one.chance)
    of_scripts = tuple(one for one in made if one.script)
    return Stands(
        word, False, firsts(word), sound(word).coarse, weights, spelt, rarest,
        tuple(made), of_scripts,
    )  # fmt: skip


def _joined(group: Group | None, entry: Entry, chance: float) -> Group:
    if group is None:
        return Group(entry.bones, entry.times, chance, entry.script)
    script = group.script if group.script == entry.script else 0
    return Group(entry.bones, group.persons + entry.times, group.chance + chance, script)


def _likely(entry: Entry) -> float:
    """How likely an entry is the one meant, beside others of its level: as the root of its bearers.

    By its bearers alone a spelling of a rare script (பிரதீப் beside Pradeep) would hardly be
    looked for, and whoever is written in it be found less often.
    """
    return sqrt(entry.times)


@lru_cache(maxsize=4_096)
def _places(told: str) -> dict[str, frozenset[str]]:
    """Names of places as they are compared, and the words of each."""
    names = (place_name(one) for one in told.split(","))
    return {name: frozenset(name.split()) for name in names if name}


class Question:
    """A question read once, and no more of it than is looked at: ways to take its name apart, the
    relative, and the facts beside."""

    def __init__(self, asked: Asked, known: Vocabulary, this_year: int) -> None:
        self.known, self.asked, self._this_year = known, asked, this_year
        self.phone = keys.phone(asked.phone)
        self.identity = (
            asked.identity if asked.identity.isascii() and asked.identity.isprintable() else ""
        )

    @cached_property
    def _told(self) -> Parsed:
        """What the text tells."""
        return parse(self.asked.text)

    @cached_property
    def names(self) -> list[tuple[Stands, ...]]:
        """`own` ways to read the name itself, then its other names."""
        told = (*self._ways(self._told), *self._told.aliases)
        return [self._stand(one, Part.WORD) for one in told]

    @cached_property
    def own(self) -> int:
        """How many of `names` are ways to read the name itself."""
        return len(self.names) - len(self._told.aliases)

    @cached_property
    def relatives(self) -> list[tuple[Stands, ...]]:
        """Ways to read the relative."""
        kin = parse(self.asked.relative)
        if not kin.name:
            kin = Parsed(name=kin.relative or self._told.relative)
        return [self._stand(one, Part.RELATIVE) for one in self._ways(kin)]

    @property
    def relative(self) -> tuple[Stands, ...]:
        """The relative as told."""
        return self.relatives[0] if self.relatives else ()

    @cached_property
    def birth_year(self) -> int | None:
        """As told, or reckoned from the age."""
        if self.asked.birth_year is not None:
            return self.asked.birth_year
        if self._told.birth_year is not None:
            return self._told.birth_year
        age = self.asked.age if self.asked.age is not None else self._told.age
        return None if age is None else self._this_year - age

    @property
    def place_told(self) -> str:
        """Districts, towns or villages, with commas between them."""
        return self.asked.place or self._told.place

    @cached_property
    def districts(self) -> Sequence[str]:
        """The places told; each may be a district."""
        return tuple(_places(self.place_told))

    @cached_property
    def places(self) -> Sequence[frozenset[str]]:
        """The words of each."""
        return tuple(_places(self.place_told).values())

    @cached_property
    def has_initials(self) -> bool:
        """Whether a word of the name is an initial."""
        return any(one.initial for name in self.names for one in name)

    @cached_property
    def most(self) -> float:
        """The weight of a mention that fits in all parts."""
        words = sum(one.most for one in (*self.names[0], *self.relative)) if self.names else 0.0
        years = weight(Part.YEAR, "0") if self.birth_year is not None else 0.0
        return words + years + (weight(Part.PLACE, "same") if self.places else 0.0)

    @cached_property
    def homes(self) -> set[int]:
        """Keys of whoever lives there."""
        return {keys.home(one) for one in self.districts}

    @property
    def sifts(self) -> bool:
        """Whether it tells of a mention what the server can hold against a crowd by itself."""
        return self.birth_year is not None or bool(self.places)

    @property
    def tells_more(self) -> bool:
        """Whether it tells more of a person than the name."""
        return self.sifts or bool(self.relative)

    @property
    def is_narrow(self) -> bool:
        """Whether it tells one person from his namesakes; of a name alone, all are wanted."""
        told = (bool(self.relative), self.birth_year is not None, bool(self.places))
        return sum(told) > 1

    def _stand(self, words: Sequence[str], part: Part) -> tuple[Stands, ...]:
        known = self.known
        return tuple(
            known.weighed(word, part, partial(stands, word, part, known)) for word in words
        )

    def _ways(self, told: Parsed) -> Iterator[tuple[str, ...]]:
        """The name as told; with its Shri; two words as one (Ram Kumar, Ramkumar); one as two."""
        words = told.name
        if words:
            yield words
        if with_honorific := told.with_honorific:
            yield with_honorific
        for at, (a, b) in enumerate(pairwise(words)):
            if not is_initial(a) and not is_initial(b) and self._is_known(a + b):
                yield (*words[:at], a + b, *words[at + 2 :])
        for at, word in enumerate(words):
            if halves := self._halves(word):
                yield (*words[:at], *halves, *words[at + 1 :])

    def _is_known(self, word: str) -> bool:
        near = self.known.near(word)
        return bool(near) and near[0].likeness >= SAME_SKELETON

    def _halves(self, word: str) -> tuple[str, str] | None:
        """The two known words of which it is made, the commoner pair first."""
        best, found = 0, None
        for at in range(_SHORTEST_HALF, len(word) - _SHORTEST_HALF + 1):
            if not word[at].isalpha():
                continue  # a vowel sign stays with its letter
            a, b = (self.known.of_word.get(one) for one in (word[:at], word[at:]))
            if a and b and min(a.times, b.times) > best:
                best, found = min(a.times, b.times), (word[:at], word[at:])
        return found
