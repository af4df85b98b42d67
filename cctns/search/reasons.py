"""Why a mention was found: every part of its score, for the officer to judge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from cctns.lib.names.words import is_initial

from .candidates import Candidate
from .evidence import Part, level_between, weight
from .question import Stands
from .scoring import Scorer


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
    name, _, rest = one.words.partition("|")
    relative, _, others = rest.partition("|")
    kin = relative.split() if question.has_initials else []
    ways = [
        _words(scorer, asked, held.split(), kin)
        for held in (name, *(others.split("|") if others else ()))
        for asked in question.names[: question.own]
    ] + [
        [*_words(scorer, asked, held.split(), kin), _fact(Part.WORD, "alias", "", held)]
        for held in (name, *(others.split("|") if others else ()))
        for asked in question.names[question.own :]
    ]
    yield from _best(ways)
    if question.relative and relative:
        yield from _best(
            _words(scorer, asked, relative.split(), None) for asked in question.relatives
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


def _words(
    scorer: Scorer, asked: Sequence[Stands], held: Sequence[str], kin: Sequence[str] | None
) -> list[Reason]:
    """Of a name or, without `kin`, of a relative: words that met, are missing, stand beside."""
    part = Part.RELATIVE if kin is None else Part.WORD
    met = scorer.pairs(asked, held, part)
    found = [
        Reason(part, asked[i].word, held[j], _level(asked[i].word, held[j]), value)
        for value, i, j in met
    ]
    for i, one in enumerate(asked):
        if all(i != place for _, place, _ in met):
            value = scorer.missing(one, part, kin)
            level = "missing" if value == weight(part, "missing") else "initial"
            found.append(Reason(part, one.word, "", level, value))
    if kin is not None:
        extra = [word for j, word in enumerate(held) if all(j != place for *_, place in met)]
        found += [Reason(part, "", word, "extra", weight(part, "extra")) for word in extra]
    return found


def _level(mine: str, theirs: str) -> str:
    if is_initial(mine) or is_initial(theirs):
        return "initial"
    return level_between(mine, theirs)


def _fact(part: Part, level: str, asked: str, held: str) -> Reason:
    return Reason(part, asked, held, level, weight(part, level))
