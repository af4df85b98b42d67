"""Asking the lines of cases one question, under the offices of a reach."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import connection

from . import facts
from .cuts import AGE
from .reach import Reach

Row = dict[str, Any]


def ask(reach: Reach, question: str, told: Mapping[str, Any]) -> list[Row]:
    """Rows by name. `question` is our own SQL on `line`: the columns of a CaseFigure and `age`.

    `told` has `until` besides what the question asks for.
    """
    head, known = facts.read(reach.offices)
    lines = f"{head}, line AS (SELECT *, {AGE} AS age FROM figure) {question}"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(lines, {**known, **told})
        names = [one.name for one in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def counted(conditions: Mapping[str, str]) -> str:
    """One column a measure: how many lines meet its condition."""
    return ", ".join(
        f'count(*) FILTER (WHERE {condition}) AS "{name}"' for name, condition in conditions.items()
    )
