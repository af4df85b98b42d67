"""Learns cctns/search/weights.csv from questions whose person is known.

    python -m tools.name_weights --persons FILE --queries FILE [--part 0]

Each word of a question is paired with the person's words as the engine pairs them, and with those
of persons who only share a word with the question, as other candidates do. `match` is the share of
a level among the former, `chance` among the latter. With `--part` 0 or 1 only questions whose name
falls into that half are learned from, so that `cctns bench names` on the other half is held out.
What these questions cannot teach (sex, telephone, identity number, marks) keeps its line.
"""

from __future__ import annotations

import argparse
import csv
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from zlib import crc32

from benchmarks import name_data
from benchmarks.name_data import Known, Question
from cctns.lib.names import compare_words, keys, parse
from cctns.search import evidence

_OTHERS = 20  # other candidates looked at for each question
_PLACE = 0.95  # of those who give a district; here all live where they are said to
_OMITTED = 0.5  # of the words that a record has more than an asker tells, whoever is meant
_SMOOTH = 0.5
# These informants never err by more than three years; real ones do.
_YEARS_AT_LEAST = {"5": 0.02, "10": 0.01, "more": 0.004}


def half(name_class: str) -> int:
    """The half into which a name falls."""
    return crc32(name_class.encode()) % 2


def learn(people: Sequence[Known], asked: Sequence[Question]) -> dict[tuple[str, str], list[float]]:
    """Match and chance of every level met."""
    choose, sharing = random.Random(1), _by_word(people)  # noqa: S311 - a sample
    same, other = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for question in asked:
        same.update(_levels(question, people[question.person]))
        near = sorted(
            {at for one in keys.skeletons(parse(question.text).name) for at in sharing[one]}
        )
        for at in choose.sample(near, min(_OTHERS, len(near))):
            if people[at].name_class != people[question.person].name_class:
                other.update(_levels(question, people[at]))
    found = {
        (part, level): [_rate(same, part, level), _rate(other, part, level)]
        for part, level in evidence.table()
        if any(met for (of, _), met in same.items() if of == part) and level != "alias"
    }
    for part in ("word", "relative"):
        names = [name for name, _ in evidence.LEVELS]
        for name, rate in zip(names, falling([found[part, one][0] for one in names]), strict=True):
            found[part, name][0] = rate
    found["word", "extra"] = [_OMITTED, 1.0]
    for level, least in _YEARS_AT_LEAST.items():
        found["year", level][0] = max(found["year", level][0], least)
    return found


def falling(rates: Sequence[float]) -> list[float]:
    """Rates that never rise from one level to the next weaker: what rises is pooled (isotonic)."""
    blocks: list[list[float]] = []
    for rate in rates:
        blocks.append([rate])
        while len(blocks) > 1 and _mean(blocks[-1]) > _mean(blocks[-2]):
            blocks[-2:] = [blocks[-2] + blocks[-1]]
    return [_mean(block) for block in blocks for _ in block]


def _mean(rates: Sequence[float]) -> float:
    return sum(rates) / len(rates)


def _by_word(people: Sequence[Known]) -> dict[str, list[int]]:
    found = defaultdict[str, list[int]](list)
    for at, one in enumerate(people):
        for word in keys.skeletons(parse(one.name).name):
            found[word].append(at)
    return found


def _levels(question: Question, person: Known) -> Iterator[tuple[str, str]]:
    asked, held = parse(question.text), parse(person.name)
    yield from _of_words("word", asked.name, held.name)
    relative = parse(question.father).name or asked.relative
    if relative:
        yield from _of_words("relative", relative, parse(person.father).name)
    if question.birth_year is not None:
        yield "year", evidence.years_level(abs(question.birth_year - person.birth_year))
    if question.district:
        yield "place", "same" if question.district == person.district else "other"


def _of_words(part: str, asked: Sequence[str], held: Sequence[str]) -> Iterator[tuple[str, str]]:
    for one in compare_words(asked, held).pairs:
        if not one.asked:
            yield part, "extra"
        elif not one.held or one.likeness < 0.55:
            yield part, "missing"
        elif one.level == "initial":
            yield part, "initial"
        else:
            yield part, evidence.level_between(one.asked, one.held)


def _rate(met: Counter[tuple[str, str]], part: str, level: str) -> float:
    """The share of a level among the words asked; of `extra`, among the names."""
    levels = [one for of, one in evidence.table() if of == part and one != "extra"]
    whole = sum(met[part, one] + _SMOOTH for one in levels)
    return (met[part, level] + _SMOOTH) / whole


def main() -> None:
    """Print the table."""
    told = argparse.ArgumentParser(description=__doc__)
    told.add_argument("--persons", type=Path, required=True)
    told.add_argument("--queries", type=Path, required=True)
    told.add_argument("--part", type=int, choices=[0, 1])
    arguments = told.parse_args()
    people, places = name_data.persons(arguments.persons)
    asked = name_data.questions(arguments.queries, places)
    if arguments.part is not None:
        asked = [one for one in asked if half(people[one.person].name_class) == arguments.part]
    learned = learn(people, asked)
    table = csv.writer(sys.stdout, lineterminator="\n")
    table.writerow(["part", "level", "match", "chance"])
    for (part, level), rate in evidence.table().items():
        match, chance = learned.get((part, level), [rate.match, rate.chance or 0.0])
        if part == "place":
            match = _PLACE if level == "same" else 1 - _PLACE
        shown = "" if rate.chance is None else f"{chance:.6g}"
        table.writerow([part, level, f"{match:.4g}", shown])


if __name__ == "__main__":
    main()
