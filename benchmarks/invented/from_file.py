"""Mentions of the persons of a file, written with the spellings that the file has of each name.

The file is a TSV, perhaps gzipped, with the columns id, name, father_name, birth_year,
script_language, name_class and father_class; a class is one name in all its spellings.
"""

from __future__ import annotations

import csv
import gzip
from collections import defaultdict
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from random import Random

from .noise import arranged
from .persons import Person, Told, home, number_of, told

Spellings = dict[str, list[str]]


def mentions(path: Path, rows: int, seed: int) -> list[Told]:
    """About `rows` mentions, with telephones, papers and homes invented."""
    random, lines = Random(seed), _lines(path)
    spellings = _spellings(lines)
    random.shuffle(lines)
    return told(random, _persons(random, lines, spellings), rows)


def _lines(path: Path) -> list[dict[str, str]]:
    raw = path.read_bytes()
    text = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode()
    return list(csv.DictReader(text.splitlines(), delimiter="\t"))


def _spellings(lines: list[dict[str, str]]) -> Spellings:
    """Class of a word to what is written for it; names whose words do not pair off are left out."""
    found: dict[str, set[str]] = defaultdict(set)
    for line in lines:
        for name, classes in (("name", "name_class"), ("father_name", "father_class")):
            words, of = line[name].split(), line[classes].split("|")
            if len(words) == len(of):
                for word, class_ in zip(words, of, strict=True):
                    found[class_].add(word)
    return {class_: sorted(words) for class_, words in found.items()}


def _persons(random: Random, lines: list[dict[str, str]], spellings: Spellings) -> Iterator[Person]:
    for line in lines:
        region = line["script_language"]
        district, village = home(random, region)
        yield Person(
            number=int(line["id"]),
            region=region,
            sex="m",  # the file tells of none
            birth_year=int(line["birth_year"]),
            village=village,
            district=district,
            phone=number_of(random),
            identity=f"ID{random.randrange(10**9)}",
            name=partial(_again, line["name"], line["name_class"], spellings),
            relative=partial(_again, line["father_name"], line["father_class"], spellings),
        )


def _again(name: str, classes: str, spellings: Spellings, random: Random) -> str:
    """The name as it stands, or each of its words in another spelling."""
    of = classes.split("|")
    if random.random() < 0.4 or not all(one in spellings for one in of):
        return name
    return " ".join(arranged(random, [random.choice(spellings[one]) for one in of]))
