"""How strongly a mention answers a question: the sum of its parts' log-likelihood ratios."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache

from cctns.lib.names.words import place_name

from .candidates import Candidate
from .evidence import Part, weight, years_level
from .marks import marks_level
from .question import Question
from .weighing import Reading, Weigher


@lru_cache(maxsize=20_000)
def _words_of(place: str) -> frozenset[str]:
    return frozenset(place_name(place).split())


class Scorer:
    """Scores the candidates of one question; what many of them share is weighed once."""

    def __init__(self, question: Question) -> None:
        self.question = question
        self._places: dict[tuple[str, str], float] = {}
        self._births: dict[tuple[int | None, int | None], float] = {}
        asked = question.asked
        self._asks_facts = bool(asked.sex or asked.marks or question.phone or question.identity)

    @cached_property
    def names(self) -> Weigher:
        """Weighs names."""
        asked, own = self.question.names, self.question.own
        return Weigher(Part.WORD, asked[:own], asked[own:], self.question.known)

    @cached_property
    def relatives(self) -> Weigher:
        """Weighs relatives."""
        return Weigher(Part.RELATIVE, self.question.relatives, (), self.question.known)

    def score(self, one: Candidate) -> float:
        """All parts of a candidate together."""
        value = self.words(one.words)
        if self.question.birth_year is not None:
            value += self.birth(one.birth_from, one.birth_to)
        if self.question.places:
            value += self.place(one.district, one.place)
        if self._asks_facts:
            value += sum(weight(part, level) for part, level in self.facts(one))
        return value

    def words(self, words: str) -> float:
        """The weight of name, other names and relative, as `Person.words` holds them."""
        name, relative, *others = words.split("|")
        kin = relative.split() if self.names.initials else ()
        value = self.names.weigh(name.split(), kin)
        for other in others:
            value = max(value, self.names.weigh(other.split(), kin))
        if relative and self.relatives.asked:
            value += self.relatives.weigh(relative.split())
        return value

    def read_name(self, names: Iterable[Sequence[str]], kin: Sequence[str]) -> Reading | None:
        """How a name or an other name is read at best; `kin` are the words of the relative."""
        return self.names.read(names, kin if self.names.initials else ())

    def read_relative(self, kin: Sequence[str]) -> Reading | None:
        """How the relative is read at best; None when either side tells none."""
        return self.relatives.read([kin]) if kin and self.relatives.asked else None

    def birth(self, told_from: int | None, told_to: int | None) -> float:
        """The weight of the years of birth; 0 when either side does not tell one."""
        value = self._births.get((told_from, told_to))
        if value is None:
            level = self.year_level(told_from, told_to)
            value = weight(Part.YEAR, level) if level else 0.0
            self._births[told_from, told_to] = value
        return value

    def year_level(self, told_from: int | None, told_to: int | None) -> str:
        """How far the year asked lies from the span told; "" when either is not told."""
        year = self.question.birth_year
        if year is None or told_from is None or told_to is None:
            return ""
        return years_level(max(told_from - year, year - told_to, 0))

    def place(self, district: str, place: str) -> float:
        """The weight of district and place; 0 when either side tells none."""
        value = self._places.get((district, place))
        if value is None:
            level = self.place_level(district, place)
            value = weight(Part.PLACE, level) if level else 0.0
            self._places[district, place] = value
        return value

    def fits(self, one: Candidate) -> bool:
        """Whether neither district nor year of birth speaks against a candidate."""
        return (
            self.place(one.district, one.place) >= 0
            and self.birth(one.birth_from, one.birth_to) >= 0
        )

    def place_level(self, district: str, place: str) -> str:
        """Whether all words of a place asked stand in what is told."""
        if not self.question.places or not (district or place):
            return ""
        held = _words_of(f"{district} {place}")
        return "same" if any(asked <= held for asked in self.question.places) else "other"

    def facts(self, one: Candidate) -> list[tuple[Part, str]]:
        """The levels of sex, telephone, identity number and marks that both sides tell."""
        question, found = self.question, list[tuple[Part, str]]()
        if question.asked.sex and one.sex != "unknown":
            found.append((Part.SEX, "same" if one.sex == question.asked.sex else "other"))
        if question.phone:
            found.append((Part.PHONE, "same" if one.phone else "other"))
        if question.identity:
            found.append((Part.IDENTITY, "same" if one.identity else "other"))
        if level := marks_level(question.asked.marks, one.marks):
            found.append((Part.MARK, level))
        return found
