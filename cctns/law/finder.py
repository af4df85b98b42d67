"""Finds sections by plain words, in English, Hindi, and Hindi in Roman letters (complaint 48)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from . import enactments, numbers
from .sections import Section, corresponding, find_section
from .tokens import is_devanagari, sound, stem, words
from .vocabulary import Index, Target, Topic, index

WHOLE = 0.35  # what the words of a topic count beside its best expression
MISSPELT = 0.6
NEXT_BEST = 0.92  # the second section of a topic, beside its first
CHANGE = date(2024, 7, 1)

Weights = dict[str, tuple[float, str]]  # key -> how sure we are of it, and the word it came from


@dataclass(frozen=True)
class Found:
    """A section that matches, how well (higher is better), and the words that matched."""

    section: Section
    score: float
    why: str


def find_by_words(written: str, *, on: date, limit: int = 10) -> list[Found]:
    """Sections in force on that day, the best first, one hit for a section and its parts.

    A bare number finds the section itself and what it is in the other code.
    """
    if numbers.clean(written):
        return _by_number(numbers.clean(written), on)[:limit]
    known = index()
    asked = _keys(known, written)
    places = {place for key in asked for place in known.holding[key]}
    best: dict[Target, Found] = {}
    for place in sorted(places):
        topic = known.topics[place]
        score, why = _score(known, topic, asked)
        for rank, target in enumerate(topic.before if on < CHANGE else topic.since):
            _keep(best, target, score * NEXT_BEST**rank, why, on)
    return sorted(best.values(), key=lambda one: -one.score)[:limit]


def _keys(known: Index, written: str) -> Weights:
    """The keys of each word; those of a near word where ours has none like it."""
    asked: Weights = {}
    for word in words(written):
        own = ["h:" + sound(word)]
        if not is_devanagari(word):
            own.insert(0, "e:" + stem(word))
        exact = {key: (1.0, word) for key in own if key in known.holding}
        asked |= exact or {near: (MISSPELT, word) for key in own for near in _near(known, key)}
    return asked


def _near(known: Index, key: str) -> list[str]:
    """Keys one slip away, two in a long word; none for a short word."""
    slips = 0 if len(key) < 6 else 1 if len(key) < 10 else 2
    if not slips:
        return []
    return [one for one in known.alike.get(key[:3], ()) if _within(one, key, slips)]


def _within(one: str, other: str, slips: int) -> bool:
    """Is the edit distance at most so many slips?"""
    if abs(len(one) - len(other)) > slips:
        return False
    above = list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        line = [row]
        for column, against in enumerate(other, start=1):
            cost = above[column - 1] + (letter != against)
            line.append(min(cost, above[column] + 1, line[-1] + 1))
        above = line
    return above[-1] <= slips


def _score(known: Index, topic: Topic, asked: Weights) -> tuple[float, str]:
    """The best expression's share of matched rarity, and a little for every matched word."""
    best = max(_expression(known, phrase, asked) for phrase in topic.phrases)
    found: dict[str, float] = {}
    for key in {key for phrase in topic.phrases for key in phrase if key in asked}:
        sure, word = asked[key]
        found[word] = max(found.get(word, 0.0), sure * known.rarity[key])
    why = ", ".join(dict.fromkeys(word for _, word in asked.values() if word in found))
    return topic.weight * (best + WHOLE * sum(found.values())), why


def _expression(known: Index, phrase: tuple[str, ...], asked: Weights) -> float:
    matched = sum(asked[key][0] * known.rarity[key] for key in phrase if key in asked)
    return matched * matched / sum(known.rarity[key] for key in phrase) if matched else 0.0


def _keep(best: dict[Target, Found], target: Target, score: float, why: str, on: date) -> None:
    act, number = target
    place = (act, numbers.parents(number)[-1])
    if place in best and best[place].score >= score:
        return
    section = find_section(act, number)
    if section and section.in_force(on):
        best[place] = Found(section, score, why)


def _by_number(number: str, on: date) -> list[Found]:
    own = [section for one in enactments.acts(on) if (section := find_section(one.code, number))]
    other = [
        (section, f"{code} {number}")
        for code in ("IPC", "BNS")
        if not enactments.act(code).in_force(on)
        for section in corresponding(code, number)
    ]
    hits = [*((section, number) for section in own[:1]), *other]
    hits += [(section, number) for section in own[1:]]
    return [Found(section, 1.0, why) for section, why in hits if section.in_force(on)]
