"""A table of a return as plain data: for page, spreadsheet and paper alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, TypeVar

from .cuts import Cut
from .events import EventCut

Thing = TypeVar("Thing")


@dataclass(frozen=True)
class Cell:
    """A number, and what lists the cases or entries that it counts."""

    text: str
    cut: Cut | EventCut | None = None


@dataclass(frozen=True)
class Sheet:
    """Rows under heads; the first cell of a row names it. In the language that Django speaks."""

    title: str
    heads: list[str]
    rows: list[list[str | Cell]]
    notes: list[str] = field(default_factory=list)

    @property
    def plain(self) -> dict[str, Any]:
        """As JSON, without what leads further."""
        rows = [[text_of(cell) for cell in row] for row in self.rows]
        return {"title": self.title, "heads": self.heads, "rows": rows, "notes": self.notes}


def text_of(cell: str | Cell) -> str:
    return cell if isinstance(cell, str) else cell.text


def number(count: int, cut: Cut | EventCut | None = None) -> Cell:
    """Nothing leads from 0."""
    return Cell(str(count), cut if count else None)


def money(amount: Decimal) -> str:
    return f"{amount:.2f}"


def percent(part: int, whole: int) -> str:
    """With one digit; a dash of nothing. Halves are rounded up."""
    if not whole:
        return "—"
    return str((Decimal(100) * part / whole).quantize(Decimal("0.1"), ROUND_HALF_UP))


def lines(
    things: Iterable[Thing],
    name: Callable[[Thing], str],
    cells: Callable[[Thing], Sequence[str | Cell]],
) -> list[list[str | Cell]]:
    return [[name(one), *cells(one)] for one in things]
