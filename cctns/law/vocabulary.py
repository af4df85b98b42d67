"""The index behind the section finder: plain words and headings, each with what it weighs."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from . import enactments
from .sections import corresponding, listed
from .tables import rows
from .tokens import sound, stem, words

HEADING = 0.55  # a heading names the section as lawyers do; the vocabulary as people do

Phrase = tuple[str, ...]  # the keys of one expression
Target = tuple[str, str]  # Act and section


@dataclass(frozen=True)
class Topic:
    """Expressions for one offence; the sections for it, before and since 1 July 2024."""

    phrases: tuple[Phrase, ...]
    since: tuple[Target, ...]
    before: tuple[Target, ...]
    weight: float


@dataclass(frozen=True)
class Index:
    topics: tuple[Topic, ...]
    holding: dict[str, list[int]]  # key -> places in `topics`
    rarity: dict[str, float]
    alike: dict[str, list[str]]  # first two letters of a key -> keys, for misspellings


@cache
def index() -> Index:
    topics = (*_topics(), *_headings())
    holding: dict[str, list[int]] = defaultdict(list)
    for place, topic in enumerate(topics):
        for key in sorted({key for phrase in topic.phrases for key in phrase}):
            holding[key].append(place)
    rarity = {key: math.log(1 + len(topics) / len(places)) for key, places in holding.items()}
    alike: dict[str, list[str]] = defaultdict(list)
    for key in holding:
        alike[key[:3]].append(key)
    return Index(topics, dict(holding), rarity, dict(alike))


def english(text: str) -> Phrase:
    return tuple(dict.fromkeys("e:" + stem(word) for word in words(text)))


def hindi(text: str) -> Phrase:
    """In Devanagari or in Roman letters."""
    return tuple(dict.fromkeys("h:" + sound(word) for word in words(text)))


def _topics() -> Iterator[Topic]:
    for row in rows("words.csv"):
        spoken = [
            *(english(one) for one in row["en"].split(";")),
            *(hindi(one) for one in (row["hi"] + ";" + row["roman"]).split(";")),
        ]
        since = _targets(row["sections"])
        yield Topic(_filled(spoken), since, _targets(row["before"]) or _before(since), 1.0)


def _headings() -> Iterator[Topic]:
    for code in enactments.codes():
        for row in listed(code).values():
            if row["offence"] == "yes":
                target = ((code, row["number"]),)
                phrases = _filled([english(row["heading"]), hindi(row["heading_hi"])])
                yield Topic(phrases, target, target, HEADING)


def _filled(phrases: Iterable[Phrase]) -> tuple[Phrase, ...]:
    return tuple(Counter(one for one in phrases if one))


def _targets(text: str) -> tuple[Target, ...]:
    pairs = (one.split(" ", 1) for one in text.split(";") if one)
    return tuple((act, number) for act, number in pairs)


def _before(since: tuple[Target, ...]) -> tuple[Target, ...]:
    """Where the vocabulary names no old section: the one that matches; other Acts as they are."""
    old: list[Target] = []
    for act, number in since:
        matching = corresponding(act, number) if act in ("BNS", "BNSS") else []
        old += [(one.act, one.number) for one in matching] or [(act, number)]
    return tuple(old)
