"""By which keys to look: those that most likely hold the person for the fewest rows read.

Rarest pair first under a budget of rows, so that the work stays the same however many persons
there are. A key's rows are reckoned from how often its two words stand in the vocabulary.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import combinations

from cctns.lib.names import keys

from .question import Group, Question, Stands
from .vocabulary import Vocabulary

BUDGET = 500  # rows that one question may read
WITH_INITIAL = 700  # and one with an initial, under which many names stand
OF_NAME_ALONE = 700  # and one that tells nothing but a name: all of that name are wanted
CROWD = 1_200  # rows under keys too common for the budget, of which the server gives the likeliest
BOTH = 30_000  # rows under keys of which two must be in one mention
PORTION = 40  # rows read before looking whether somebody fits
GROWS = 3  # by which each portion is more than the last
MOST_KEYS = 350
_LOOK_UP = 2.0  # what one more key costs, in rows
_LEAST_CHANCE = 0.0005
_CROWDED = 0.05  # chance from which a key is worth a crowd
_LIKELY = 0.005  # and from which it is worth meeting with another
_ALONE = 0.07  # share of names that are one word
_FAMILY = 0.3  # share of fathers' words that the person bears too
_SAME_SCRIPT = 0.3  # chance of a word in a script other than Latin, where another stands in it
_SECOND = 0.08  # worth of a key that mostly finds what a pair has found already


@dataclass(frozen=True, slots=True)
class Probe:
    """A key to look by."""

    key: int
    rows: float  # expected
    chance: float
    of_kin: bool = False  # of a word of the name with one of the relative's


@dataclass(frozen=True, slots=True)
class Chosen:
    """Keys to look by: the best first, and those too common to be read whole (Ram Patel).

    Of keys as common as a crowd's hardly anybody has two: one of the name, and one of a word of the
    name with one of the relative's.
    """

    keys: list[Probe]
    crowded: list[Probe]
    named: list[Probe]
    related: list[Probe]


def choose(question: Question) -> Chosen:
    """Keys worth looking by; the expected rows of each kind keep within its budget.

    When even the least crowded key is over its own, that one alone: the reader cuts it off.
    """
    found: dict[int, Probe] = {}
    for one in _all(question):
        if one.chance >= _LEAST_CHANCE and (
            one.key not in found or found[one.key].chance < one.chance
        ):
            found[one.key] = one
    best = nlargest(MOST_KEYS, found.values(), key=lambda one: one.chance / (one.rows + _LOOK_UP))
    chosen = _within(best, _budget(question))
    left = [one for one in best if one.chance >= _CROWDED and one not in chosen]
    crowded = _within(left, CROWD) if question.sifts else []
    likely = [one for one in best if one.chance >= _LIKELY]
    related = _within([one for one in likely if one.of_kin], BOTH)
    named = _within([one for one in likely if not one.of_kin], BOTH)
    return Chosen(chosen, crowded or left[:1], named, related)


def _budget(question: Question) -> int:
    if not question.tells_more:
        return OF_NAME_ALONE
    return WITH_INITIAL if question.has_initials else BUDGET


def _within(best: Sequence[Probe], budget: float) -> list[Probe]:
    chosen = list[Probe]()
    for one in best:
        if one.rows <= budget:
            chosen.append(one)
            budget -= one.rows
    return chosen


def stages(chosen: Sequence[Probe]) -> Iterator[list[Probe]]:
    """The chosen keys in portions of rows, so that broad keys do not crowd out rare ones."""
    portion, rows, most = list[Probe](), 0.0, PORTION
    for one in chosen:
        if portion and rows + one.rows > most:
            yield portion
            portion, rows, most = [], 0.0, GROWS * most
        portion.append(one)
        rows += one.rows
    if portion:
        yield portion


def most_rows(expected: float) -> int:
    """Where reading stops: at twice what is expected, within the budget."""
    return min(OF_NAME_ALONE, int(2 * expected) + PORTION)


def _all(question: Question) -> Iterator[Probe]:
    persons = question.known.persons
    kin = {one.word: one for way in question.relatives for one in way}.values()
    for at, name in enumerate(question.names):
        share = 1.0 if at == 0 else 0.3
        words = [one for one in name if one.groups]
        for a, b in combinations(words, 2):
            yield from _pairs(a, b, persons, share)
        for a in words:
            for b in kin:
                if a.coarse & b.coarse:
                    continue  # the family's name: told of most who bear it
                yield from _pairs(a, b, persons, share, of_kin=True)
        yield from _by_initial(name, name, question.known, share)
        # An initial beside the father's words, one of which may be the family's name.
        initials = [one for one in name if one.initial]
        yield from _by_initial(initials, [*kin], question.known, share * _FAMILY)
        for one in words:  # the other word may be quite another: a married name
            for group in one.groups:
                yield Probe(keys.single(group.bones), float(group.persons), group.chance * _SECOND)
        if len(name) == 1:
            yield from _alone(name, persons, share)
        elif at >= question.own and question.names:
            for a in words:
                for b in question.names[0]:
                    yield from _pairs(a, b, persons, share)
    yield from _facts(question)


def _pairs(
    a: Stands, b: Stands, persons: int, share: float, of_kin: bool = False
) -> Iterator[Probe]:
    """Groups come with the likeliest first, so that the rest need not be looked at.

    Who has one word in Tamil letters has the other in them too.
    """
    for one in a.groups:
        least = _LEAST_CHANCE / (one.chance * share)
        for other in b.groups:
            if other.chance < least:
                break
            yield _pair(one, other, persons, one.chance * other.chance * share, of_kin)
    for one in a.of_scripts:
        for other in b.of_scripts:
            if one.script == other.script:
                chance = min(one.chance, other.chance) * _SAME_SCRIPT * share
                yield _pair(one, other, persons, chance, of_kin)


def _pair(one: Group, other: Group, persons: int, chance: float, of_kin: bool) -> Probe:
    rows = one.persons * other.persons / persons
    return Probe(keys.pair(one.bones, other.bones), rows, chance, of_kin)


def _by_initial(
    firsts: Sequence[Stands], name: Sequence[Stands], known: Vocabulary, share: float
) -> Iterator[Probe]:
    """Words of a name beside another of which only the first sound is told, or taken."""
    for one in firsts:
        parts = {letter: known.share_of_first(letter) for letter in one.firsts}
        whole = sum(parts.values()) or 1.0
        for other in name:
            if one is other:
                continue
            for letter, part in parts.items():
                worth = share * part / whole * (1.0 if one.initial else _SECOND)
                for group in other.groups:
                    key = keys.with_initial(letter, group.bones)
                    yield Probe(key, group.persons * part, group.chance * worth)


def _alone(name: Sequence[Stands], persons: int, share: float) -> Iterator[Probe]:
    for group in name[0].groups:
        yield Probe(keys.alone(group.bones), group.persons * _ALONE, group.chance * share)
        yield Probe(keys.single(group.bones), float(group.persons), group.chance * share * 0.5)


def _facts(question: Question) -> Iterator[Probe]:
    if question.phone:
        yield Probe(keys.fact("phone", question.phone), 1.0, 1.0)
    if question.identity:
        yield Probe(keys.fact("identity", question.identity), 1.0, 1.0)
