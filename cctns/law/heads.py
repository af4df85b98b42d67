"""Under which head of crime a section is counted, while no form of the case says it (IIF-II).

The lists are our own, as those of the heads are (NCRB's manuals are not public): in
`data/crime/section_heads.csv`. Of a case with several sections the gravest head counts, once: the
principal offence rule of Crime in India. Heads stand in `major_heads.csv` from the gravest down.
"""

from __future__ import annotations

from functools import cache, lru_cache

from . import numbers
from .sections import canonical
from .tables import rows

PENAL = ("BNS", "IPC")  # the penal codes; every other Act is a special or local law
OTHER = "other"


@cache
def ranks() -> dict[str, int]:
    """Heads by gravity, 0 the gravest."""
    return {row["code"]: rank for rank, row in enumerate(rows("crime/major_heads.csv"))}


@lru_cache(maxsize=20_000)
def head_of(act: str, number: str) -> str:
    """The head of one section, or of what it stands in; "other" for one that no list names."""
    known = canonical(act, number) or numbers.clean(number)
    for one in [*(numbers.parents(known) if known else ()), "*"]:
        if head := _table().get((act, one)):
            return head
    return OTHER


def sections_of(head: str) -> tuple[tuple[str, str], ...]:
    """(Act, section) of every line under a head; "*" stands for all sections of an Act."""
    return tuple(pair for pair, known in _table().items() if known == head)


@cache
def _table() -> dict[tuple[str, str], str]:
    return {(row["act"], row["section"]): row["head"] for row in rows("crime/section_heads.csv")}
