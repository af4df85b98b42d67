"""A refusal that the other node understands: a status, one sentence, and where."""

from __future__ import annotations

from typing import Any


class Refused(Exception):
    """`told` goes into the answer: the size that is held, the number that is wrong."""

    def __init__(self, status: int, sentence: str, **told: Any) -> None:
        super().__init__(sentence)
        self.status, self.sentence, self.told = status, sentence, told
