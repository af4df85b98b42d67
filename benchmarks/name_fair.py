"""Is anybody found less often for the language his name is written in? As many questions of each.

The questions of a file follow its persons: of a rare script there are so few that one miss is three
points. Here as many records of each script are drawn, and each is asked for in Latin letters, every
word as some Latin record spells it; relative, year and district are told about as often as the
development set tells them.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Mapping, Sequence

from .name_data import Known, Question

EACH = 300  # questions of a script
_TOLD = (0.9, 0.86, 0.7)  # how often relative, year and district are
_ABOUT = 3  # years that an informant may be wrong

Spellings = Mapping[str, Sequence[str]]


def questions(given: Sequence[Known], each: int = EACH) -> list[Question]:
    """So many of each language, or as many as can be spelt otherwise than their record does."""
    choose, latin = random.Random(17), _latin(given)
    of_language = defaultdict[str, list[int]](list)
    for place, one in enumerate(given):
        of_language[one.language].append(place)
    asked = list[Question]()
    for _, places in sorted(of_language.items()):
        choose.shuffle(places)
        spelt = (_question(choose, given[place], place, latin) for place in places)
        asked += [one for one, _ in zip(filter(None, spelt), range(each), strict=False)]
    return asked


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


def _question(choose: random.Random, one: Known, place: int, latin: Spellings) -> Question | None:
    """None where no record tells how a word is spelt, or all spell it as this one does."""
    name = _spelt(choose, one.name_class, latin)
    father = _spelt(choose, one.father_class, latin)
    if not name or not father or name == one.name:
        return None
    tells = [choose.random() < often for often in _TOLD]
    return Question(
        place, "fair", name, father if tells[0] else "",
        one.birth_year + choose.randint(-_ABOUT, _ABOUT) if tells[1] else None,
        one.district if tells[2] else "", one.language,
    )  # fmt: skip


def _spelt(choose: random.Random, classes: str, latin: Spellings) -> str:
    labels = classes.split("|")
    return (
        " ".join(choose.choice(latin[one]) for one in labels) if set(labels) <= set(latin) else ""
    )
