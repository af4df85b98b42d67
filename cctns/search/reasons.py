"""Why a mention was found: every part of its score, for the officer to judge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from cctns.lib.names.words import is_initial

from .candidates import Candidate
from .evidence import Part, level_between, weight
from .question import Stands
from .scoring import Scorer
from .weighing import Weigher


@dataclass(frozen=True, slots=True)
class Reason:
    """One part of the evidence: asked, held by the record, how alike, what it weighs."""

    part: str
    asked: str
    held: str
    level: str
    weight: float


def explain(scorer: Scorer, one: Candidate) -> Iterator[Reason]:
    """Words of the name, then of the relative, then facts. The weights add up to the score."""
    question = scorer.question
    name, relative, *others = one.words.split("|")
    kin = relative.split() if question.has_initials else []
    yield from _best(
        [*_words(scorer.names, way, held.split(), kin), *_other_name(plus, held)]
        for held in (name, *others)
        for way, plus in scorer.names.ways
    )
    if question.relative and relative:
        yield from _best(
            _words(scorer.relatives, way, relative.split()) for way, _ in scorer.relatives.ways
        )
    if level := scorer.year_level(one.birth_from, one.birth_to):
        span = "-".join(sorted({str(one.birth_from), str(one.birth_to)}))
        yield _fact(Part.YEAR, level, str(question.birth_year), span)
    if level := scorer.place_level(one.district, one.place):
        yield _fact(Part.PLACE, level, question.place_told, one.district or one.place)
    shown = {
        Part.SEX: (question.asked.sex, one.sex),
        Part.PHONE: (question.phone, ""),
        Part.MARK: (question.asked.marks, one.marks),
    }
    for part, level in scorer.facts(one):
        yield _fact(part, level, *shown.get(part, ("", "")))


def _best(ways: Iterable[list[Reason]]) -> list[Reason]:
    return max(ways, key=lambda way: sum(one.weight for one in way), default=[])


def _other_name(plus: float, held: str) -> list[Reason]:
    return [Reason(Part.WORD, "", held, "alias", plus)] if plus else []


def _words(
    weigher: Weigher, way: Sequence[Stands], held: Sequence[str], kin: Sequence[str] = ()
) -> list[Reason]:
    """Words that met, are missing, stand beside."""
    part, of_kin = weigher.part, weigher.of_kin(kin)
    met = weigher.pairs(way, [weigher[word] for word in held])
    found = [
        Reason(part, way[i].word, held[j], _level(way[i].word, held[j]), value)
        for value, i, j in met
    ]
    for i, one in enumerate(way):
        if all(i != place for _, place, _ in met):
            level = "initial" if one in of_kin else "missing"
            found.append(Reason(part, one.word, "", level, weigher.missing(one, of_kin)))
    if weigher.extra:
        beside = [word for j, word in enumerate(held) if all(j != place for *_, place in met)]
        found += [Reason(part, "", word, "extra", weigher.extra) for word in beside]
    return found


def _level(mine: str, theirs: str) -> str:
    if is_initial(mine) or is_initial(theirs):
        return "initial"
    return level_between(mine, theirs)


def _fact(part: Part, level: str, asked: str, held: str) -> Reason:
    return Reason(part, asked, held, level, weight(part, level))
