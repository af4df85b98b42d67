"""What a section says of a case that has it: how grave it is, and which special rules come with it.

A clock asks for marks (cctns.law.clocks). A case has the marks of all its sections together.
"""

from __future__ import annotations

from functools import lru_cache

from . import flags, numbers
from .sections import canonical, find_section

LONGEST = 100  # life and death, beside terms in years
# Marks that every section of an Act carries.
_ACTS = {"POCSO": "pocso", "SCST": "scst", "NDPS": "ndps", "UAPA": "uapa"}
# Marks that flags.csv gives to single sections.
_FLAGGED = ("rape", "statement_before_magistrate", "two_months", "ndps_commercial")
# From how many years of the longest term; "over": more than so many.
_TERMS = {"years7": 7, "years10": 10, "over7": 8, "over10": 11}
EVERY = frozenset({*_ACTS.values(), *_FLAGGED, *_TERMS})


@lru_cache(maxsize=20_000)
def marks(act: str, number: str) -> frozenset[str]:
    """The marks of one section; a term that our tables do not know counts as short.

    A clock that runs too early reminds for nothing; one that runs too late frees an accused.
    """
    longest = _longest(act, number)
    found = {mark for mark, years in _TERMS.items() if longest >= years}
    found |= {mark for mark in _FLAGGED if flags.flagged(mark, act, number)}
    return frozenset(found | ({_ACTS[act]} if act in _ACTS else set()))


def _longest(act: str, number: str) -> int:
    known = canonical(act, number) or numbers.clean(number)
    section = find_section(act, known) if known else None
    return max((_years(one.longest) for one in section.classes), default=0) if section else 0


def _years(term: str) -> int:
    return LONGEST if term in ("life", "death") else int(term or 0)
