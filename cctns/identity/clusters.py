"""Clusters out of judgements. Pure: what holds decides, never the order in which it was said.

Confirmed links join mentions; a negative judgement keeps two apart for good. Where both cannot be
true, links are taken strongest first (best ground, then the earlier confirmation, then the ids),
and a link that would bring together two that are judged different yields. So the weakest gives
way, and whoever undoes either judgement gets back what was.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias
from uuid import UUID

Pair: TypeAlias = tuple[UUID, UUID]


@dataclass(frozen=True)
class Link:
    """Two mentions that two officers say are one, what it stands on, and since when."""

    pair: Pair
    strength: int
    at: datetime

    @property
    def rank(self) -> tuple[int, datetime, Pair]:
        return (-self.strength, self.at, self.pair)


@dataclass(frozen=True)
class Clustered:
    """`of` maps each mention of a cluster of two or more to the least id in it."""

    of: dict[UUID, UUID]
    yielded: tuple[Link, ...]  # links that a negative judgement keeps from holding


def clusters(links: Iterable[Link], apart: Iterable[Pair]) -> Clustered:
    """The clusters that these links make, with no two of `apart` in one."""
    groups: dict[UUID, set[UUID]] = {}
    enemies: dict[UUID, set[UUID]] = {}
    for one, other in apart:
        enemies.setdefault(one, set()).add(other)
        enemies.setdefault(other, set()).add(one)
    yielded = []
    for link in sorted(set(links), key=lambda one: one.rank):
        first, second = (groups.setdefault(one, {one}) for one in link.pair)
        if first is second:
            continue
        if any(enemies.get(one, set()) & second for one in first):
            yielded.append(link)
            continue
        first |= second
        groups.update(dict.fromkeys(second, first))
    return Clustered(dict(_named(groups)), tuple(yielded))


def _named(groups: dict[UUID, set[UUID]]) -> Iterator[tuple[UUID, UUID]]:
    for one, members in groups.items():
        if len(members) > 1:
            yield one, min(members)
