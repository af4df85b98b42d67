"""A refusal that the other node understands: a status, one sentence, and where."""

from __future__ import annotations

from typing import Any

from cctns.lib.full import is_full


class Refused(Exception):
    """`told` goes into the answer: the size that is held, the number that is wrong."""

    def __init__(self, status: int, sentence: str, **told: Any) -> None:
        super().__init__(sentence)
        self.status, self.sentence, self.told = status, sentence, told


def unable(error: Exception) -> Refused:
    """This node could not: its disk is full, or its database is away. Nothing was taken."""
    if is_full(error):
        return Refused(503, "the disk of this node is full: nothing was taken; free some space")
    return Refused(503, f"the database did not take it: {type(error).__name__}")
