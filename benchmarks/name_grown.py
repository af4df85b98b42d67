"""Given persons and as many invented ones as are wanted, made of words of the given."""

from __future__ import annotations

import random
from array import array
from collections import defaultdict
from collections.abc import Sequence
from typing import overload

from .name_data import Known

_DRAWN = 5  # places of the given that make one invented person


class Grown(Sequence[Known]):
    """The given, then invented ones up to `size` persons; fewer than the given when it is less.

    An invented person takes the surname of one, the first word of another of the same language,
    the father's first word of a third; the father bears the family's name where he did before.
    He is kept as five numbers and put together when he is looked at: ten million fit in memory.
    """

    def __init__(self, given: Sequence[Known], size: int, seed: int = 1) -> None:
        self.given = given[:size]
        self._drawn = array("I")
        choose, everyone = random.Random(seed), range(len(self.given))
        by_language = defaultdict[str, list[int]](list)
        for place, one in enumerate(self.given):
            by_language[one.language].append(place)
        for _ in range(size - len(self.given)):
            base, when = choose.choice(everyone), choose.choice(everyone)
            same = by_language[self.given[base].language]
            first, father = choose.choice(same), choose.choice(same)
            self._drawn.extend((base, when, first, father, choose.choice(everyone)))

    def __len__(self) -> int:
        return len(self.given) + len(self._drawn) // _DRAWN

    @overload
    def __getitem__(self, at: int) -> Known: ...
    @overload
    def __getitem__(self, at: slice) -> list[Known]: ...
    def __getitem__(self, at: int | slice) -> Known | list[Known]:
        where = range(len(self))[at]
        return self._one(where) if isinstance(where, int) else [self._one(one) for one in where]

    def _one(self, place: int) -> Known:
        if place < len(self.given):
            return self.given[place]
        begin = (place - len(self.given)) * _DRAWN
        base, when, first, father, home = (
            self.given[one] for one in self._drawn[begin : begin + _DRAWN]
        )
        return Known(
            _first_word(base.name, first.name, " "), _first_word(base.father, father.father, " "),
            when.birth_year, home.district, base.language,
            _first_word(base.name_class, first.name_class, "|"),
            _first_word(base.father_class, father.father_class, "|"), invented=True,
        )  # fmt: skip


def _first_word(of: str, by: str, mark: str) -> str:
    """`of` with its first word replaced by the first of `by`."""
    return mark.join([by.split(mark)[0], *of.split(mark)[1:]])
