"""Persons and questions of `cctns bench names` and `screen`: what they are, and read from files.

The files are tab-separated with a header. Persons: id, name, father_name, birth_year, district,
script_language, name_class, father_class; questions: person_id, kind, query, father_name,
birth_year, district, name_class, record_language. A class is an opaque label of one word's true
name: two records are equal when classes, year and district are.
"""

from __future__ import annotations

import csv
import gzip
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING

from cctns.lib.names import parse

if TYPE_CHECKING:
    from cctns.search.people import Asked


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


def told(question: Question, *, full: bool = True) -> Asked:
    """What the search is asked: with all the evidence, or by the name and the aliases alone."""
    from cctns.search.people import Asked

    if full:
        return Asked(
            question.text, relative=question.father, birth_year=question.birth_year,
            place=question.district,
        )  # fmt: skip
    parsed = parse(question.text)
    names = ((*parsed.honorifics, *parsed.name), *parsed.aliases)
    return Asked(" @ ".join(" ".join(one) for one in names))


def _open(path: Path) -> IO[str]:
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8")
    return path.open(encoding="utf-8")
