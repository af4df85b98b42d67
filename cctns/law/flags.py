"""What follows from a section: a hidden victim, a woman officer, no public copy, experts."""

from __future__ import annotations

from functools import cache

from . import numbers
from .sections import canonical, find_section
from .tables import rows

THREE, SEVEN = 3, 7
UNLIMITED = frozenset({"life", "death"})


def victim_masked(act: str, number: str) -> bool:
    """The victim's identity is shown to nobody: BNS 72, IPC 228A, POCSO 23 and 33(7), JJ Act 74."""
    return flagged("victim_masked", act, number)


def needs_woman_officer(act: str, number: str) -> bool:
    """A woman officer records a woman victim's information: BNSS 173(1), CrPC 154(1), provisos."""
    return flagged("needs_woman_officer", act, number)


def exempt_from_upload(act: str, number: str) -> bool:
    """Kept off public pages: Youth Bar Association v Union of India (2016) 9 SCC 473."""
    return flagged("exempt_from_upload", act, number)


def at_least_seven_years(act: str, number: str) -> bool | None:
    """Punishable with seven years or more: a forensic expert visits (BNSS 176(3)).

    None when we do not know the longest term.
    """
    return at_least_years(act, number, SEVEN)


def at_least_years(act: str, number: str, years: int) -> bool | None:
    """Punishable with so many years or more, for life, or with death; None when not known."""
    terms = _terms(act, number)
    return any(term in UNLIMITED or int(term) >= years for term in terms) if terms else None


def enquiry_possible(act: str, number: str) -> bool | None:
    """Punishable with three years or more but less than seven: BNSS 173(3) allows an enquiry first.

    None when we do not know the longest term.
    """
    terms = _terms(act, number)
    if not terms:
        return None
    if not UNLIMITED.isdisjoint(terms):
        return False
    return THREE <= max(int(term) for term in terms) < SEVEN


def _terms(act: str, number: str) -> list[str]:
    """The longest term of each case of a section; empty when one of them is not known."""
    section = find_section(act, number)
    terms = [one.longest for one in section.classes] if section else []
    return [] if "" in terms else terms


def flagged(flag: str, act: str, number: str) -> bool:
    """Whether flags.csv gives this flag to the section, or to one that it stands in."""
    sections = _table().get((flag, act), set())
    number = canonical(act, number) or numbers.clean(number)
    return bool(number) and ("*" in sections or not sections.isdisjoint(numbers.parents(number)))


@cache
def _table() -> dict[tuple[str, str], set[str]]:
    found: dict[tuple[str, str], set[str]] = {}
    for row in rows("flags.csv"):
        found.setdefault((row["flag"], row["act"]), set()).add(row["section"])
    return found
