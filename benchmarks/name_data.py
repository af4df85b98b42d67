"""Persons and questions of `cctns bench names`: from files, recombined to a size, or made here.

The files are tab-separated with a header. Persons: id, name, father_name, birth_year, district,
script_language, name_class, father_class; questions: person_id, kind, query, father_name,
birth_year, district, name_class, record_language. A class is an opaque label of one word's true
name: two records are equal when classes, year and district are.
"""

from __future__ import annotations

import csv
import gzip
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO


@dataclass(frozen=True, slots=True)
class Known:
    """A person of the benchmark."""

    name: str
    father: str
    birth_year: int
    district: str
    language: str
    name_class: str
    father_class: str
    invented: bool = False  # by recombination

    @property
    def bearer_of(self) -> str:
        """The name borne, in no order of its words."""
        return "|".join(sorted(self.name_class.split("|")))

    @property
    def truth(self) -> tuple[str, str, int, str]:
        """What makes two records equal."""
        return (self.name_class, self.father_class, self.birth_year, self.district)


@dataclass(frozen=True, slots=True)
class Question:
    """A question and whom it means (a place in the list of persons)."""

    person: int
    kind: str
    text: str
    father: str
    birth_year: int | None
    district: str
    language: str  # of the record


def persons(path: Path) -> tuple[list[Known], dict[str, int]]:
    """The persons of a file, and the place of each id."""
    found, places = list[Known](), dict[str, int]()
    with _open(path) as file:
        for row in csv.DictReader(file, delimiter="\t"):
            places[row["id"]] = len(found)
            found.append(
                Known(
                    row["name"], row["father_name"], int(row["birth_year"]), row["district"],
                    row["script_language"], row["name_class"], row["father_class"],
                )
            )  # fmt: skip
    return found, places


def questions(path: Path, places: dict[str, int]) -> list[Question]:
    """The questions of a file."""
    with _open(path) as file:
        return [
            Question(
                places[row["person_id"]], row["kind"], row["query"], row["father_name"],
                int(row["birth_year"]) if row["birth_year"] else None, row["district"],
                row["record_language"],
            )
            for row in csv.DictReader(file, delimiter="\t")
        ]  # fmt: skip


def enlarged(given: Sequence[Known], size: int, seed: int = 1) -> Iterator[Known]:
    """The given persons, and invented ones up to `size`, made of words of the given.

    An invented person takes the surname of one, the first word of another of the same language,
    the father's first word of a third; the father bears the family's name where he did before.
    """
    yield from given
    choose = random.Random(seed)
    by_language = defaultdict[str, list[Known]](list)
    for one in given:
        by_language[one.language].append(one)
    for _ in range(size - len(given)):
        base, when = choose.choice(given), choose.choice(given)
        first, father = (choose.choice(by_language[base.language]) for _ in range(2))
        name = _first_word(base.name, first.name, " ")
        name_class = _first_word(base.name_class, first.name_class, "|")
        yield Known(
            name, _first_word(base.father, father.father, " "), when.birth_year,
            choose.choice(given).district, base.language, name_class,
            _first_word(base.father_class, father.father_class, "|"), invented=True,
        )  # fmt: skip


def _first_word(of: str, by: str, mark: str) -> str:
    """`of` with its first word replaced by the first of `by`."""
    return mark.join([by.split(mark)[0], *of.split(mark)[1:]])


def _open(path: Path) -> IO[str]:
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8")
    return path.open(encoding="utf-8")
