"""An invented population and what records mention of it: the labelled set of `cctns bench resolve`.

Families share surname, village and sometimes the telephone, sons have the names of their fathers as
relative, and the commonest names are as common as they are: what makes resolution hard is in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache, partial
from random import Random

from .noise import written
from .words import Word, community, names

REGIONS = {
    "hi": 40, "ur": 12, "bn": 9, "mr": 8, "te": 7, "ta": 7, "gu": 5, "kn": 4, "ml": 3, "or": 3,
    "pa": 4, "ne": 2,
}  # fmt: skip
DISTRICTS = 12  # of each region


@dataclass(frozen=True)
class Told:
    """One mention as a record has it; `person` is the truth, which no matcher is told."""

    id: int
    person: int
    region: str
    script: str
    name: str
    relative: str
    sex: str
    birth_year: int | None
    village: str
    district: str
    phones: tuple[str, ...]
    identities: tuple[str, ...]
    community: str = "other"


@dataclass(frozen=True)
class Person:
    """The truth behind some mentions; `name` and `relative` write it anew each time."""

    number: int
    region: str
    sex: str
    birth_year: int
    village: str
    district: str
    phone: str
    identity: str
    name: Callable[[Random], str]
    relative: Callable[[Random], str]
    community: str = "other"


def mentions(rows: int, seed: int) -> list[Told]:
    """About `rows` mentions of about half as many persons, in no order."""
    random = Random(seed)
    return told(random, _population(random), rows)


def told(random: Random, persons: Iterator[Person], rows: int) -> list[Told]:
    """Each person is mentioned once or several times, until there are so many mentions."""
    made: list[Told] = []
    for person in persons:
        for _time in range(random.choices((1, 2, 3, 4, 6), (45, 28, 15, 8, 4))[0]):
            made.append(mention(random, person))
        if len(made) >= rows:
            break
    random.shuffle(made)
    return [replace(one, id=place) for place, one in enumerate(made)]


def _population(random: Random) -> Iterator[Person]:
    number = 0
    while True:
        for person in _family(random, number):
            yield person
            number += 1


def _family(random: Random, number: int) -> Iterator[Person]:
    region = random.choices(list(REGIONS), list(REGIONS.values()))[0]
    district, village = home(random, region)
    last = _pick(random, names(region, "last")) if region != "ta" else None
    father = _pick(random, names(region, "given", "m"))
    phone = number_of(random)
    begun = random.randint(1950, 2000)
    for child in range(random.choices((1, 2, 3), (70, 22, 8))[0]):
        sex = "m" if random.random() < 0.85 else "f"
        yield Person(
            number=number + child,
            region=region,
            sex=sex,
            birth_year=begun + child * random.randint(1, 4),
            village=village,
            district=district,
            phone=phone if random.random() < 0.3 else number_of(random),
            identity=f"ID{random.randrange(10**9)}",
            name=partial(_name, given := _given(random, region, sex), last, father),
            relative=partial(_relative, last, father),
            community=community(region, [*given, *([last] if last else [])]),
        )


def home(random: Random, region: str) -> tuple[str, str]:
    """District and village; some are larger than others."""
    district = f"{region}{skewed(random, DISTRICTS)}"
    return district, f"{district}-{skewed(random, 60)}"


def _name(given: tuple[Word, ...], last: Word | None, father: Word, random: Random) -> str:
    """Tamil names have the father's initial before them, not always, and no surname."""
    if last:
        return _written(random, [*given, last])
    initial = Word(f"{father.latin[0]}.", f"{father.native[0]}.")
    return _written(random, [initial, *given] if random.random() < 0.7 else list(given))


def _relative(last: Word | None, father: Word, random: Random) -> str:
    return _written(random, [father, last] if last and random.random() < 0.6 else [father])


def _written(random: Random, words: list[Word]) -> str:
    return written(random, [one.latin for one in words], [one.native for one in words])


def _given(random: Random, region: str, sex: str) -> tuple[Word, ...]:
    """A third have two given names."""
    known = names(region, "given", sex)
    found = [_pick(random, known) for _time in range(random.choice((1, 1, 2)))]
    return tuple(dict.fromkeys(found))


def _pick(random: Random, words: tuple[Word, ...]) -> Word:
    return words[skewed(random, len(words))]


def skewed(random: Random, count: int) -> int:
    """The r-th of these is as common as 1 / (r + 4): few are common, many are rare."""
    return random.choices(range(count), _weights(count))[0]


@cache
def _weights(count: int) -> tuple[float, ...]:
    return tuple(1 / (rank + 4) for rank in range(count))


def number_of(random: Random) -> str:
    return f"9{random.randrange(10**9):09d}"


def mention(random: Random, person: Person) -> Told:
    """As some record tells it: ages are rounded, people move, much is not asked."""
    name, relative = person.name(random), person.relative(random)
    year = person.birth_year + random.choice((0, 0, 0, 0, 1, -1, 2, -2, 3, -4))
    moved = random.random() < 0.1
    district = f"{person.region}{random.randrange(DISTRICTS)}" if moved else person.district
    return Told(
        id=0,
        person=person.number,
        region=person.region,
        script="latin" if name.isascii() else person.region,
        name=name,
        relative=relative if random.random() < 0.8 else "",
        sex=_sex(random, person),
        birth_year=year if random.random() < 0.85 else None,
        village="" if moved or random.random() < 0.2 else person.village,
        district=district if random.random() < 0.93 else "",
        phones=_phones(random, person),
        identities=_papers(random, person),
        community=person.community,
    )


def _phones(random: Random, person: Person) -> tuple[str, ...]:
    if random.random() > 0.5:
        return ()
    return (person.phone,) if random.random() < 0.8 else (number_of(random),)


def _papers(random: Random, person: Person) -> tuple[str, ...]:
    """A person has several papers, and shows one or the other."""
    if random.random() > 0.25:
        return ()
    return (person.identity if random.random() < 0.8 else f"{person.identity}B",)


def _sex(random: Random, person: Person) -> str:
    """Not told now and then, and rarely entered wrong."""
    told = random.random()
    if told < 0.03:
        return ""
    return person.sex if told > 0.035 else {"m": "f", "f": "m"}[person.sex]
