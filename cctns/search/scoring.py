"""How strongly a mention answers a question: the sum of its parts' log-likelihood ratios."""

from __future__ import annotations

from collections.abc import Sequence

from cctns.lib.names import likeness
from cctns.lib.names.compare import firsts
from cctns.lib.names.words import fold, is_initial, pieces

from .candidates import Candidate
from .evidence import Part, level_of, weight, years_level
from .marks import marks_level
from .question import Question, Stands
from .vocabulary import Vocabulary

_SURELY = 0.7  # likeness from which a word that nobody counted is held to be the one asked
_AHEAD = 0.01  # of equals the very spelling comes first, however common it is
_KIN = 0.5  # an initial that is the father's is told less often than one's own


Met = tuple[tuple[float, int], ...]


class Meetings(dict[str, Met]):
    """Words held, each with the words asked that it may be: weight and place, weighed once."""

    def __init__(self, asked: Sequence[Stands], part: Part, known: Vocabulary) -> None:
        self.asked, self.part, self.known = asked, part, known
        self.lacks = weight(part, "missing")
        self.initials = [(one, i) for i, one in enumerate(asked) if one.initial]
        self.spelt = dict[str, Met]()  # by the words that are meant, initials apart
        for i, one in enumerate(asked):
            for word, value in one.weights.items():
                for spelt in known.of_word[word].words:
                    met = max(value + _AHEAD, one.spelt) if spelt == one.word else value
                    self.spelt[spelt] = (*self.spelt.get(spelt, ()), (met, i))

    def __missing__(self, word: str) -> Met:
        if word in self.known.of_word:
            found, weighed = self.spelt.get(word, ()), self.initials
        else:
            found, weighed = (), [(one, i) for i, one in enumerate(self.asked)]
        if weighed:
            told = ((self._weigh(one, word), i) for one, i in weighed)
            found = (*found, *(one for one in told if one[0]))
        self[word] = found
        return found

    def _weigh(self, one: Stands, word: str) -> float:
        """The weight of two words; 0 when they have nothing in common."""
        if one.initial or is_initial(word):
            return weight(self.part, "initial") if one.firsts & firsts(word) else 0.0
        alike = likeness(one.word, word)  # told by another process a moment ago
        return one.rarest + weight(self.part, level_of(alike)) if alike >= _SURELY else 0.0


class Scorer:
    """Scores the candidates of one question; what many of them share is weighed once."""

    def __init__(self, question: Question) -> None:
        self.question = question
        # The record's own name is what the asker calls alias.
        self.alias = weight(Part.WORD, "alias")
        self._extra = weight(Part.WORD, "extra")
        self._meetings: dict[tuple[Part, Sequence[Stands]], Meetings] = {}
        self._names: dict[tuple[str, str], float] = {}
        self._relatives: dict[str, float] = {}
        self._places: dict[tuple[str, str], float] = {}
        self._births: dict[tuple[int | None, int | None], float] = {}
        asked = question.asked
        self._asks_facts = bool(asked.sex or asked.marks or question.phone or question.identity)

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
        kin = relative if self.question.has_initials else ""
        value = self._name(name, kin)
        for other in others:
            value = max(value, self._name(other, kin))
        if self.question.relative and relative:
            value += self._relative(relative)
        return value

    def _name(self, name: str, kin: str) -> float:
        value = self._names.get((name, kin))
        if value is None:
            held, near = name.split(), kin.split()
            ways = [self._total(one, held, near) for one in self.question.names]
            ways[self.question.own :] = [one + self.alias for one in ways[self.question.own :]]
            value = self._names[name, kin] = max(ways, default=0.0)
        return value

    def _relative(self, relative: str) -> float:
        value = self._relatives.get(relative)
        if value is None:
            held = relative.split()
            value = max(self._total(one, held, None) for one in self.question.relatives)
            self._relatives[relative] = value
        return value

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

    def place_level(self, district: str, place: str) -> str:
        """Whether all words of a place asked stand in what is told."""
        if not self.question.places or not (district or place):
            return ""
        held = set(pieces(fold(f"{district} {place}")))
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

    def pairs(
        self, asked: Sequence[Stands], held: Sequence[str], part: Part
    ) -> list[tuple[float, int, int]]:
        """Words of the question with words held, as fits best: weight and both places."""
        meetings = self._met(asked, part)
        found = [(value, i, j) for j, word in enumerate(held) for value, i in meetings[word]]
        if len(found) < 2:
            return found
        found.sort(reverse=True)
        taken = [found[0]]
        for one in found[1:]:
            if all(one[1] != i and one[2] != j for _, i, j in taken):
                taken.append(one)
        return taken

    def _met(self, asked: Sequence[Stands], part: Part) -> Meetings:
        meetings = self._meetings.get((part, asked))
        if meetings is None:
            meetings = Meetings(asked, part, self.question.known)
            self._meetings[part, asked] = meetings
        return meetings

    def _total(
        self, asked: Sequence[Stands], held: Sequence[str], kin: Sequence[str] | None
    ) -> float:
        """The weight of a name (`kin` are the relative's words) or, without `kin`, a relative.

        Most names meet the question in one way, and need no assignment.
        """
        part = Part.RELATIVE if kin is None else Part.WORD
        meetings = self._met(asked, part)
        extra = 0.0 if kin is None else self._extra
        value, seen = meetings.lacks * len(asked) + extra * len(held), 0
        for word in held:
            if met := meetings[word]:
                gain, i = met[0]
                if len(met) > 1 or seen >> i & 1:
                    return self._assigned(asked, held, kin)
                seen |= 1 << i
                value += gain - meetings.lacks - extra
        if kin:
            for one, i in meetings.initials:
                if not seen >> i & 1:
                    value += self.missing(one, part, kin) - meetings.lacks
        return value

    def _assigned(
        self, asked: Sequence[Stands], held: Sequence[str], kin: Sequence[str] | None
    ) -> float:
        part = Part.RELATIVE if kin is None else Part.WORD
        met = self.pairs(asked, held, part)
        value = sum(one for one, _, _ in met)
        told = {i for _, i, _ in met}
        value += sum(self.missing(one, part, kin) for i, one in enumerate(asked) if i not in told)
        return value if kin is None else value + self._extra * (len(held) - len(met))

    def missing(self, one: Stands, part: Part, kin: Sequence[str] | None) -> float:
        """The weight of a word that the name lacks, be it the father's initial: K. Raman."""
        if one.initial and kin and any(one.firsts & firsts(word) for word in kin):
            return weight(part, "initial") - _KIN
        return weight(part, "missing")
