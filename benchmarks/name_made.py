"""A small set of persons and questions that the project makes itself, so that it is at hand.

names_made.csv: 38 true names with three or four Latin spellings and nine other scripts, written
for this purpose. It shows that the benchmark runs; figures to be proud of come from data that the
authors did not write.
"""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

from cctns.lib.names import brahmi, urdu

from . import name_data
from .name_data import Known, Question
from .name_grown import Grown

_PERSONS = 10_000
_ROWS = Path(__file__).with_name("names_made.csv")
_LANGUAGES = {
    brahmi.DEVANAGARI: "hi", brahmi.BENGALI: "bn", brahmi.GURMUKHI: "pa", brahmi.GUJARATI: "gu",
    brahmi.TAMIL: "ta", brahmi.TELUGU: "te", brahmi.KANNADA: "kn", brahmi.MALAYALAM: "ml",
}  # fmt: skip
KINDS = ("cross", "spell", "order", "initial", "abbr_alias", "drop", "typo", "combo")

Names = dict[str, dict[str, list[str]]]  # class: language: spellings


def held_and_asked(
    persons: Path | None, queries: Path | None, *, made: int, least: int, hold: int | None = None
) -> tuple[Grown, list[Question]]:
    """Persons and questions of the files, or made here (`made` questions).

    Persons are filled up to `least`, or there are `hold` of them to the man; questions about
    somebody who is not held are left out.
    """
    if persons is None or queries is None:
        given, asked = persons_and_questions(_PERSONS, made)
    else:
        given, places = name_data.persons(persons)
        asked = name_data.questions(queries, places)
    people = Grown(given, hold or max(least, len(given)))
    return people, [one for one in asked if one.person < len(people)]


def persons_and_questions(size: int, asked: int) -> tuple[list[Known], list[Question]]:
    """So many persons, and so many questions about the first of them, kinds in turn."""
    choose = random.Random(7)
    given, surnames = _names("given"), _names("surname")
    people = [_person(choose, given, surnames) for _ in range(size)]
    every = {**given, **surnames}
    return people, [
        _question(choose, every, people[at % size], at % size, KINDS[at % len(KINDS)])
        for at in range(asked)
    ]


def _names(part: str) -> Names:
    with _ROWS.open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["part"] == part]
    names: Names = {}
    for row in rows:
        found = names.setdefault(row["class"], {})
        for word in row["spellings"].split():
            found.setdefault(_language(word), []).append(word)
    return names


def _language(word: str) -> str:
    if urdu.is_urdu(word[0]):
        return "ur"
    return _LANGUAGES.get(brahmi.block(word[0]) or 0, "en")


def _person(choose: random.Random, given: Names, surnames: Names) -> Known:
    language = "en" if choose.random() < 0.4 else choose.choice([*_LANGUAGES.values(), "ur"])
    classes = choose.sample(list(given), 3)
    middle, surname = choose.random() < 0.2, choose.choice(list(surnames))
    name = [classes[0], *([classes[2]] if middle else []), surname]
    father = [classes[1], surname]

    def written(words: Sequence[str]) -> str:
        return " ".join(choose.choice((given | surnames)[one][language]) for one in words)

    return Known(
        written(name), written(father), choose.randint(1955, 2010), str(choose.randint(1, 700)),
        language, "|".join(name), "|".join(father),
    )  # fmt: skip


def _question(
    choose: random.Random, names: Names, person: Known, place: int, kind: str
) -> Question:
    language = "en" if kind != "cross" or person.language != "en" else "hi"
    words = [choose.choice(names[one][language]) for one in person.name_class.split("|")]
    father = " ".join(choose.choice(names[one][language]) for one in person.father_class.split("|"))
    knows = [choose.random() < 0.7 for _ in range(3)]
    return Question(
        place, kind, " ".join(_told(choose, words, father, kind)), father if knows[0] else "",
        person.birth_year + choose.randint(-3, 3) if knows[1] else None,
        person.district if knows[2] else "", person.language,
    )  # fmt: skip


def _told(choose: random.Random, words: list[str], father: str, kind: str) -> Iterator[str]:
    """The words of a question of that kind."""
    if kind in ("order", "combo"):
        yield choose.choice(["Shri", "Late"])
        words = [words[-1], *words[:-1]]
    if kind == "initial":
        words = [f"{words[0][0]}.", *words[1:]]
    if kind == "drop" and len(words) > 2:
        words = [words[0], words[-1]]
    if kind == "typo":
        at = choose.randrange(1, len(words[0]) - 1)
        words = [words[0][:at] + words[0][at + 1 :], *words[1:]]
    yield from ("Mohd." if kind == "abbr_alias" and one == "Mohammad" else one for one in words)
    if kind == "abbr_alias":
        yield "@ Pappu"
    if kind == "combo":
        yield f"s/o {father}"
