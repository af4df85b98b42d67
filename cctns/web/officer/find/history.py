"""The picture of who was accused with whom, beside the tables of a history sheet."""

from __future__ import annotations

import math
from dataclasses import dataclass

from django.utils.translation import gettext as _

from cctns.cases.telling import name_of
from cctns.search.sheet import Sheet

WIDTH, HEIGHT, RADIUS = 640, 420, 150
MOST_DRAWN = 12


def alike_heads() -> list[str]:
    return [_("Name"), _("Told of them"), _("Mentioned as"), _("Case or entry"), _("Why")]


@dataclass(frozen=True)
class Node:
    """One associate in the picture, in its units; `cases` are those that both stand in."""

    name: str
    cases: str
    x: int
    y: int


@dataclass(frozen=True)
class Graph:
    name: str
    nodes: list[Node]
    left_out: int
    width: int = WIDTH
    height: int = HEIGHT
    x: int = WIDTH // 2
    y: int = HEIGHT // 2


def graph(sheet: Sheet) -> Graph | None:
    """The person in the middle, the others around; None when nobody else is accused."""
    cases: dict[tuple[str, str], list[str]] = {}
    for one in sheet.associates:
        cases.setdefault((name_of(one), one.relative_name), []).append(one.number)
    shown = list(cases.items())[:MOST_DRAWN]
    if not shown:
        return None
    nodes = []
    for place, ((name, _relative), numbers) in enumerate(shown):
        angle = 2 * math.pi * place / len(shown) - math.pi / 2
        x = WIDTH / 2 + 1.4 * RADIUS * math.cos(angle)
        y = HEIGHT / 2 + RADIUS * math.sin(angle)
        nodes.append(Node(name, ", ".join(dict.fromkeys(numbers)), round(x), round(y)))
    return Graph(name_of(sheet.first), nodes, len(cases) - len(shown))
