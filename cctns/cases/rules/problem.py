"""What stands between a draft and its FIR, said so that the officer knows where to go."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """What is wrong, where (page and field of the draft) and the law or form that asks for it."""

    page: str
    field: str
    message: str
    source: str
    values: dict[str, str] = dataclasses.field(default_factory=dict)

    def __str__(self) -> str:
        return self.message % self.values if self.values else self.message
