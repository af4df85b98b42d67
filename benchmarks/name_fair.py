"""Is anybody found less often for the language or community of his name? As many questions of each.

The questions of a file follow its persons: of a rare script there are so few that one miss is three
points. Here as many records of each script, and of each community of names, are drawn, and each is
asked for in Latin letters, every word as some Latin record spells it; relative, year and district
are told about as often as the development set tells them.

Which community a name is commonly taken for stands in name_communities.csv, for this audit alone:
the product holds no such table, and no name proves it of anybody.
"""

from __future__ import annotations

import csv
import random
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from .name_data import Known, Question

EACH = 300  # questions of a group
_TOLD = (0.9, 0.86, 0.7)  # how often relative, year and district are
_ABOUT = 3  # years that an informant may be wrong

Spellings = Mapping[str, Sequence[str]]


def of_languages(given: Sequence[Known], each: int = EACH) -> list[Question]:
    """So many of each language, or as many as can be spelt otherwise than their record does."""
    return _questions(given, _latin(given), lambda one: one.language, each)


def of_communities(given: Sequence[Known], each: int = EACH) -> list[Question]:
    """So many of each community of names, those of none in "other"; it stands for the language."""
    latin, told = _latin(given), _communities()
    of_class = {
        label: told[one.lower()]
        for label, spelt in latin.items()
        for one in spelt
        if one.lower() in told
    }

    def community(one: Known) -> str:
        labels = one.name_class.split("|")
        return next((of_class[label] for label in labels if label in of_class), "other")

    return _questions(given, latin, community, each)


def _questions(
    given: Sequence[Known], latin: Spellings, group_of: Callable[[Known], str], each: int
) -> list[Question]:
    choose = random.Random(17)
    of_group = defaultdict[str, list[int]](list)
    for place, one in enumerate(given):
        of_group[group_of(one)].append(place)
    asked = list[Question]()
    for group, places in sorted(of_group.items()):
        choose.shuffle(places)
        spelt = (_question(choose, given[place], place, latin, group) for place in places)
        asked += [one for one, _ in zip(filter(None, spelt), range(each), strict=False)]
    return asked


def _communities() -> dict[str, str]:
    with Path(__file__).with_name("name_communities.csv").open(encoding="utf-8") as file:
        return {row["word"]: row["community"] for row in csv.DictReader(file)}


def _latin(given: Sequence[Known]) -> Spellings:
    """How records in Latin letters spell the words of each class."""
    found = defaultdict[str, set[str]](set)
    for one in given:
        if one.language == "en":
            for words, classes in ((one.name, one.name_class), (one.father, one.father_class)):
                apart, labels = words.split(), classes.split("|")
                if len(apart) == len(labels):
                    for word, label in zip(apart, labels, strict=True):
                        found[label].add(word)
    return {label: sorted(words) for label, words in found.items()}


def _question(
    choose: random.Random, one: Known, place: int, latin: Spellings, group: str
) -> Question | None:
    """None where no record tells how a word is spelt, or all spell it as this one does."""
    name = _spelt(choose, one.name_class, latin)
    father = _spelt(choose, one.father_class, latin)
    if not name or not father or name == one.name:
        return None
    tells = [choose.random() < often for often in _TOLD]
    return Question(
        place, "fair", name, father if tells[0] else "",
        one.birth_year + choose.randint(-_ABOUT, _ABOUT) if tells[1] else None,
        one.district if tells[2] else "", group,
    )  # fmt: skip


def _spelt(choose: random.Random, classes: str, latin: Spellings) -> str:
    labels = classes.split("|")
    return (
        " ".join(choose.choice(latin[one]) for one in labels) if set(labels) <= set(latin) else ""
    )
