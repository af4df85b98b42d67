"""Invented people, each told twice: by the family that misses them, and by whoever found them.

Seeded. The second telling is as bad as real ones are said to be: see NOISE. The words are this
file's own and not the vocabulary's; some of them the vocabulary does not know. Which two records
are one person is told in `Sample.truth` only; ids are random.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from cctns.lib.tracing import ALIVE, DEAD, MISSING, Described

NOISE = {
    "age guessed wrong by up to, years": 8,  # children: a quarter of their age
    "age told as a range of plus or minus, years": 5,
    "height wrong by up to, cm": 6,
    "height not told": 0.25,
    "mark not told, each": 0.25,
    "no marks told at all": 0.1,
    "mark told at a neighbouring part": 0.15,
    "left and right mixed up": 0.08,
    "side not told": 0.3,
    "dress changed or faded": 0.4,
    "garment not told, each": 0.3,
    "mean distance, km": 150,  # exponential, cut off at 800
    "place known by its district only": 0.3,  # then the register gives the district's centre
    "no coordinates at all": 0.05,
    "mean days until found dead": 20,
    "mean days until found alive": 35,
    "sex unknown": 0.02,
    "typing error, each word": 0.06,
    "looks not told, each": 0.4,
    "looks told otherwise, each": 0.2,
}
FIRST, DAYS = date(2024, 1, 1), 730
LANGUAGES = ("en", "en", "en", "hi", "hi", "ro")  # ro: Hindi in Roman letters
NO_MARKS = ("", "nil", "कोई नहीं", "koi nahi")
LOOKS = {
    "hair": ("black", "grey", "brown", "curly", "long", "short", "bald"),
    "build": ("thin", "medium", "strong", "stout"),
    "complexion": ("fair", "wheatish", "dark", "very_dark"),
}


@dataclass(frozen=True)
class Spoken:
    """A row of tracing_words.csv: how families and inquests write it, in three ways of writing."""

    name: str
    common: float
    where: list[str]  # a mark's parts; a part's (paired, neighbour); a garment's (place, sex)
    words: dict[str, list[str]]


def _spoken() -> dict[str, dict[str, Spoken]]:
    tables: dict[str, dict[str, Spoken]] = {}
    path = Path(__file__).with_name("tracing_words.csv")
    for row in csv.DictReader(path.read_text(encoding="utf-8").splitlines()):
        words = {language: row[language].split("|") for language in ("en", "hi", "ro")}
        one = Spoken(row["name"], float(row["common"] or 1), row["where"].split("|"), words)
        tables.setdefault(row["table"], {})[one.name] = one
    return tables


SPOKEN = _spoken()


@dataclass
class Mark:
    kind: str
    part: str
    side: str  # "" when in the middle
    motif: str


@dataclass
class Person:
    """The truth that neither side tells whole."""

    sex: str
    age: int
    height: int
    marks: list[Mark]
    clothes: list[tuple[str, str]]
    point: tuple[float, float]
    day: date
    looks: dict[str, str] = field(default_factory=dict)


@dataclass
class Sample:
    missing: list[Described]
    found: list[Described]
    truth: dict[str, str]  # missing id -> found id


def make(pairs: int, records: int, seed: int = 20, other_missing: int = 0) -> Sample:
    """`pairs` people told twice among `records` found ones and `other_missing` more missing."""
    random = Random(seed)
    towns = [(random.uniform(10, 30), random.uniform(73, 87)) for _ in range(300)]
    sample = Sample([], [], {})
    for _ in range(pairs):
        person = _person(random, towns)
        one, other = _missed(random, person), _found(random, person)
        sample.missing.append(one)
        sample.found.append(other)
        sample.truth[one.id] = other.id
    for _ in range(records - pairs):
        sample.found.append(_found(random, _person(random, towns)))
    for _ in range(other_missing):
        sample.missing.append(_missed(random, _person(random, towns)))
    random.shuffle(sample.missing)
    random.shuffle(sample.found)
    return sample


def _person(random: Random, towns: list[tuple[float, float]]) -> Person:
    sex = "male" if random.random() < 0.55 else "female"
    ages = random.choices([(2, 17), (18, 40), (41, 85)], [20, 50, 30])[0]
    age = random.randint(*ages)
    grown = random.gauss(166 if sex == "male" else 153, 6.5)
    height = grown if age >= 17 else grown * (0.42 + 0.58 * age / 17)
    town = towns[min(int(random.expovariate(1 / 80)), len(towns) - 1)]
    return Person(
        sex=sex,
        age=age,
        height=round(height),
        marks=[_mark(random) for _ in range(random.choices([0, 1, 2, 3], [10, 35, 35, 20])[0])],
        clothes=_clothes(random, sex),
        point=_moved(random, town, random.expovariate(1 / 15)),
        day=FIRST + timedelta(days=random.randrange(DAYS)),
        looks={name: random.choice(codes) for name, codes in LOOKS.items()},
    )


def _any(random: Random, choice: Iterable[Spoken]) -> Spoken:
    several = list(choice)
    return random.choices(several, [one.common for one in several])[0]


def _mark(random: Random) -> Mark:
    kind = _any(random, SPOKEN["mark"].values())
    part = random.choice(kind.where)
    side = random.choice(("left", "right")) if SPOKEN["part"][part].where[0] == "paired" else ""
    drawn = kind.name == "tattoo" and random.random() < 0.7
    return Mark(kind.name, part, side, random.choice([*SPOKEN["motif"]]) if drawn else "")


def _clothes(random: Random, sex: str) -> list[tuple[str, str]]:
    """(garment, colour): top, bottom, something on the feet or worn besides."""
    worn = []
    for place in ("top", "bottom", "feet", "more"):
        if place != "more" or random.random() > 0.4:
            choice = (
                one for one in SPOKEN["garment"].values() if one.where in ([place], [place, sex])
            )
            garment = _any(random, choice)
            worn.append((garment.name, _any(random, SPOKEN["colour"].values()).name))
    return worn


def _missed(random: Random, person: Person) -> Described:
    """As a family tells it: the age is known, words and heights are theirs."""
    height = round(person.height + random.gauss(0, 3))
    told = None if random.random() < NOISE["height not told"] else height
    slip = random.choice((-1, 1)) if random.random() < 0.2 else 0
    return _told(
        random,
        person,
        condition=MISSING,
        day=person.day,
        ages=(max(0, person.age + slip),) * 2,
        heights=(told, told),
        clothes=person.clothes,
        point=person.point,
    )


def _found(random: Random, person: Person) -> Described:
    """As an inquest or a shelter tells it."""
    condition = DEAD if random.random() < 0.65 else ALIVE
    wrong = min(NOISE["age guessed wrong by up to, years"], 1 + person.age / 4)
    age = round(person.age + random.uniform(-wrong, wrong))
    wide = min(5, 1 + age // 4)
    height = round(person.height + random.uniform(-6, 6))
    heights = (height - 2, height + 2) if random.random() < 0.5 else (height, height)
    far = min(800.0, random.expovariate(1 / NOISE["mean distance, km"]))
    mean = NOISE[f"mean days until found {condition}"]
    return _told(
        random,
        person,
        condition=condition,
        day=person.day + timedelta(days=int(random.expovariate(1 / mean))),
        ages=(max(0, age - wide), age + wide),
        heights=(None, None) if random.random() < NOISE["height not told"] else heights,
        clothes=_worn_later(random, person),
        point=_moved(random, person.point, far),
    )


def _told(
    random: Random,
    person: Person,
    *,
    condition: str,
    day: date,
    ages: tuple[int, int],
    heights: tuple[int | None, int | None],
    clothes: list[tuple[str, str]],
    point: tuple[float, float],
) -> Described:
    language = random.choice(LANGUAGES)
    unknown = condition != MISSING and random.random() < NOISE["sex unknown"]
    return Described(
        id=f"{random.getrandbits(64):016x}",
        condition=condition,
        day=day,
        sex="unknown" if unknown else person.sex,
        age_from=ages[0],
        age_to=ages[1],
        height_from=heights[0],
        height_to=heights[1],
        marks=_marks_in_words(random, person.marks, language),
        dress=_dress_in_words(random, clothes, language),
        **_whereabouts(random, point),
        **{name: _look(random, name, code) for name, code in person.looks.items()},
    )


def _whereabouts(random: Random, point: tuple[float, float]) -> dict[str, Any]:
    """Districts are squares of about 55 km."""
    row, column = round(point[0] * 2), round(point[1] * 2)
    told: dict[str, Any] = {"district": f"{row}/{column}"}
    chance = random.random()
    if chance > NOISE["no coordinates at all"]:
        coarse = chance < NOISE["no coordinates at all"] + NOISE["place known by its district only"]
        told["latitude"], told["longitude"] = (row / 2, column / 2) if coarse else point
    return told


def _look(random: Random, name: str, code: str) -> str:
    if random.random() < NOISE["looks not told, each"]:
        return ""
    return random.choice(LOOKS[name]) if random.random() < 0.2 else code


def _worn_later(random: Random, person: Person) -> list[tuple[str, str]]:
    if random.random() > NOISE["dress changed or faded"]:
        return person.clothes
    if random.random() < 0.5:
        return _clothes(random, person.sex)
    return [
        (name, random.choice(("", random.choice([*SPOKEN["colour"]]))))
        for name, _ in person.clothes
    ]


def _marks_in_words(random: Random, marks: list[Mark], language: str) -> str:
    if random.random() < NOISE["no marks told at all"]:
        return random.choice(NO_MARKS)
    told = [one for one in marks if random.random() > NOISE["mark not told, each"]]
    random.shuffle(told)
    joint = random.choice(
        {"en": (", ", " and ", "; "), "hi": (", ", " व ", " और ")}.get(language, (", ", " aur "))
    )
    return _mistyped(random, joint.join(_mark_in_words(random, one, language) for one in told))


def _mark_in_words(random: Random, mark: Mark, language: str) -> str:
    part, side = SPOKEN["part"][mark.part], mark.side
    if len(part.where) > 1 and random.random() < NOISE["mark told at a neighbouring part"]:
        part = SPOKEN["part"][part.where[1]]
    if side and random.random() < NOISE["left and right mixed up"]:
        side = "left" if side == "right" else "right"
    if random.random() < NOISE["side not told"]:
        side = ""
    kind = random.choice(SPOKEN["mark"][mark.kind].words[language])
    where = random.choice(part.words[language])
    which = random.choice(SPOKEN["side"][side].words[language]) + " " if side else ""
    motif = random.choice(SPOKEN["motif"][mark.motif].words[language]) if mark.motif else ""
    if language == "en":
        return f"{kind}{' of ' + motif if motif else ''} on {which}{where}"
    on, of = {"hi": ("पर", "का"), "ro": (random.choice(("par", "pe")), "ka")}[language]
    return f"{which}{where} {on} {motif + ' ' + of + ' ' if motif else ''}{kind}"


def _dress_in_words(random: Random, clothes: list[tuple[str, str]], language: str) -> str:
    told = []
    for name, colour in clothes:
        if random.random() > NOISE["garment not told, each"]:
            hues = SPOKEN["colour"][colour].words[language] if colour else [""]
            garment = random.choice(SPOKEN["garment"][name].words[language])
            told.append(f"{random.choice(hues)} {garment}".strip())
    return _mistyped(random, random.choice((", ", " ")).join(told))


def _mistyped(random: Random, text: str) -> str:
    """A letter left out, doubled, exchanged with the next or wrong, in some of the words."""
    words = text.split(" ")
    for place, word in enumerate(words):
        if len(word) < 3 or random.random() > NOISE["typing error, each word"]:
            continue
        at = random.randrange(1, len(word) - 1)
        words[place] = random.choice(
            (
                word[:at] + word[at + 1 :],
                word[:at] + word[at] + word[at:],
                word[:at] + word[at + 1] + word[at] + word[at + 2 :],
                word[:at] + random.choice(word) + word[at + 1 :],
            )
        )
    return " ".join(words)


def _moved(random: Random, point: tuple[float, float], km: float) -> tuple[float, float]:
    angle = random.uniform(0, 2 * math.pi)
    latitude = point[0] + km * math.cos(angle) / 111
    return latitude, point[1] + km * math.sin(angle) / (111 * math.cos(math.radians(point[0])))
