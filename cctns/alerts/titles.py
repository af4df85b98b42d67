"""What a lookout is for, in the language of who reads it.

Titles travel from node to node in English, as the office wrote them; which number of a thing is
meant is a word of ours, and is told in the reader's.
"""

from __future__ import annotations

from functools import cache

from django.utils.translation import gettext, override

from .codes import NumberKind


def told(title: str) -> str:
    """The title of a notice or an alert."""
    return ", ".join(map(_part, title.split(", ")))


def _part(part: str) -> str:
    for label in _labels():
        if part.startswith(f"{label} "):
            return gettext(label) + part.removeprefix(label)
    return part


@cache
def _labels() -> tuple[str, ...]:
    with override("en"):
        return tuple(str(one) for one in NumberKind.labels)
