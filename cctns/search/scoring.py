"""How strongly a mention answers a question: the sum of its parts' log-likelihood ratios."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from cctns.lib.names import likeness
from cctns.lib.names.compare import first
from cctns.lib.names.words import fold, is_initial, pieces

from .evidence import Part, level_of, weight, years_level
from .question import Question, Stands


@dataclass(frozen=True, slots=True)
class Reason:
    """One part of the evidence: asked, held by the record, how alike, what it weighs."""

    part: str
    asked: str
    held: str
    level: str
    weight: float


class Scorer:
    """Scores the candidates of one question; equal names and relatives are scored once."""

    def __init__(self, question: Question) -> None:
        self.question = question
        self._names: dict[str, float] = {}
        self._relatives: dict[str, float] = {}
        self._places: dict[str, float] = {}

    def words(self, words: str) -> float:
        """The weight of name, other names and relative, as `Person.words` holds them."""
        name, _, rest = words.partition("|")
        relative, _, others = rest.partition("|")
        value = self._name(name)
        for other in others.split("|") if others else ():
            value = max(value, self._name(other))
        if self.question.relative and relative:
            value += self._relative(relative)
        return value

    def _name(self, name: str) -> float:
        value = self._names.get(name)
        if value is None:
            held = name.split()
            value = max(
                (self.assign(one, held, Part.WORD)[0] for one in self.question.names), default=0.0
            )
            self._names[name] = value
        return value

    def _relative(self, relative: str) -> float:
        value = self._relatives.get(relative)
        if value is None:
            value = self.assign(self.question.relative, relative.split(), Part.RELATIVE)[0]
            self._relatives[relative] = value
        return value

    def birth(self, told_from: int | None, told_to: int | None) -> float:
        level = self._year_level(told_from, told_to)
        return weight(Part.YEAR, level) if level else 0.0

    def _year_level(self, told_from: int | None, told_to: int | None) -> str:
        year = self.question.birth_year
        if year is None or told_from is None or told_to is None:
            return ""
        return years_level(max(told_from - year, year - told_to, 0))

    def place(self, district: str, place: str) -> float:
        if not self.question.places or not (district or place):
            return 0.0
        key = f"{district}|{place}"
        value = self._places.get(key)
        if value is None:
            held = set(pieces(fold(f"{district} {place}")))
            met = any(asked <= held for asked in self.question.places)
            value = self._places[key] = weight(Part.PLACE, "same" if met else "other")
        return value

    def assign(
        self, asked: Sequence[Stands], held: Sequence[str], part: Part
    ) -> tuple[float, list[Reason]]:
        """Words of the question paired with words held, the heaviest pairs first."""
        pairs = []
        for i, one in enumerate(asked):
            for j, word in enumerate(held):
                value, alike, level = self._pair(one, word, part)
                if level:
                    pairs.append((value, alike, level, i, j))
        pairs.sort(key=lambda one: (-one[0], -one[1]))
        total, taken_i, taken_j, reasons = 0.0, set[int](), set[int](), []
        for value, _alike, level, i, j in pairs:
            if i not in taken_i and j not in taken_j:
                taken_i.add(i)
                taken_j.add(j)
                total += value
                reasons.append(Reason(part, asked[i].word, held[j], level, value))
        missing, extra = weight(part, "missing"), weight(Part.WORD, "extra")
        for i, one in enumerate(asked):
            if i not in taken_i:
                total += missing
                reasons.append(Reason(part, one.word, "", "missing", missing))
        if part is Part.WORD:
            total += extra * (len(held) - len(taken_j))
        return total, reasons

    def _pair(self, one: Stands, word: str, part: Part) -> tuple[float, float, str]:
        """Weight, likeness and level of two words; no level: nothing in common."""
        if one.initial or is_initial(word):
            same = one.first != "" and one.first == first(word)
            return (weight(part, "initial"), 0.5, "initial") if same else (0.0, 0.0, "")
        known = self.question.known.of_word.get(word)
        if known is None:  # told by another process a moment ago
            alike = likeness(one.word, word)
            if alike < 0.7:
                return 0.0, 0.0, ""
            heaviest = max((value for value, _ in one.weights.values()), default=5.0)
            return heaviest, alike, level_of(alike)
        met = one.weights.get(known.word)
        return (met[0], met[1], level_of(met[1])) if met else (0.0, 0.0, "")

    def reasons(self, row: Sequence[Any]) -> list[Reason]:
        """Every part of a candidate's score; the row is as people.py reads it."""
        question = self.question
        _, _, words, born_from, born_to, district, place, sex, phone, identity, _marks = row
        name, _, rest = words.partition("|")
        relative, _, others = rest.partition("|")
        ways = [
            self.assign(one, held.split(), Part.WORD)
            for one in question.names
            for held in (name, *(others.split("|") if others else ()))
        ]
        found = list(max(ways, key=lambda one: one[0])[1]) if ways else []
        if question.relative and relative:
            found += self.assign(question.relative, relative.split(), Part.RELATIVE)[1]
        if value := self.birth(born_from, born_to):
            span = str(born_from) if born_from == born_to else f"{born_from}-{born_to}"
            asked = str(question.birth_year)
            found.append(
                Reason(Part.YEAR, asked, span, self._year_level(born_from, born_to), value)
            )
        if value := self.place(district, place):
            level = "same" if value > 0 else "other"
            asked = " ".join(" ".join(sorted(one)) for one in question.places)
            found.append(Reason(Part.PLACE, asked, district or place, level, value))
        found += self._facts(sex, phone, identity)
        return found

    def _facts(self, sex: str, phone: bool, identity: bool) -> Iterator[Reason]:
        asked = self.question.asked
        if asked.sex and sex != "unknown":
            yield _fact(Part.SEX, asked.sex, sex, asked.sex == sex)
        if told := self.question.phone:
            yield _fact(Part.PHONE, told, told if phone else "", phone)
        if self.question.identity:
            yield _fact(Part.IDENTITY, "", "", identity)


def _fact(part: Part, asked: str, held: str, met: bool) -> Reason:
    level = "same" if met else "other"
    return Reason(part, asked, held, level, weight(part, level))
