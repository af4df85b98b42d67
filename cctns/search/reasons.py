"""Why a mention was found: every part of its score, for the officer to judge."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cctns.lib.names.words import is_initial

from .candidates import Candidate
from .evidence import Part, level_between, weight
from .scoring import Scorer
from .weighing import Reading, Weigher


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
    name, kin, *others = (part.split() for part in one.words.split("|"))
    if read := scorer.read_name((name, *others), kin):
        yield from _words(scorer.names, read)
    if read := scorer.read_relative(kin):
        yield from _words(scorer.relatives, read)
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


def _words(weigher: Weigher, read: Reading) -> Iterator[Reason]:
    """Words that met, are missing, stand beside; that it is an other name."""
    for value, asked, held in weigher.parts(read):
        word = asked.word if asked else ""
        yield Reason(weigher.part, word, held, _level(word, held, asked in read.of_kin), value)
    if read.plus:
        yield Reason(weigher.part, "", " ".join(read.held), "alias", read.plus)


def _level(asked: str, held: str, of_kin: bool) -> str:
    if not asked:
        return "extra"
    if not held:
        return "initial" if of_kin else "missing"
    if is_initial(asked) or is_initial(held):
        return "initial"
    return level_between(asked, held)


def _fact(part: Part, level: str, asked: str, held: str) -> Reason:
    return Reason(part, asked, held, level, weight(part, level))
