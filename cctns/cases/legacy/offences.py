"""Acts and sections of an old FIR: read from one text, checked against the law of the day. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from cctns import law
from cctns.law import written

from .quality import Lack

_LONGEST_NUMBER, _LONGEST_ACT = 30, 200


@dataclass(frozen=True)
class OldOffence:
    """`act` is empty when our tables do not know the Act; it is kept as written."""

    act: str
    as_written: str
    number: str
    law_version: str


@dataclass(frozen=True)
class Offences:
    """`masked` and `sensitive` follow from the sections exactly as at registration."""

    sections: tuple[OldOffence, ...]
    masked: bool
    sensitive: bool
    lacks: tuple[Lack, ...]


def read_offences(text: str, day: date) -> Offences:
    """`day` is that of the offence, in Indian time; it picks the code."""
    sections, masked, exempt = _parsed(text)
    found = (_lack(one.act, one.number, day) for one in sections)
    lacks = tuple(lack for lack in found if lack) if sections else (Lack.SECTIONS,)
    return Offences(sections, masked, masked or exempt, lacks)


@lru_cache(maxsize=8192)
def _parsed(text: str) -> tuple[tuple[OldOffence, ...], bool, bool]:
    """Exports repeat the same texts over and over."""
    sections = tuple(
        _offence(one, number) for one in written.parse(text) for number in one.sections
    )
    known = [one for one in sections if one.act]
    masked = any(law.victim_masked(one.act, one.number) for one in known)
    exempt = any(law.exempt_from_upload(one.act, one.number) for one in known)
    return sections, masked, exempt


def _offence(one: written.Written, number: str) -> OldOffence:
    return OldOffence(
        act=one.act,
        as_written=one.act_as_written[:_LONGEST_ACT],
        number=number[:_LONGEST_NUMBER],
        law_version=law.version(one.act) if one.act else "",
    )


@lru_cache(maxsize=65536)
def _lack(act: str, number: str, day: date) -> Lack | None:
    if not act:
        return Lack.ACT_UNKNOWN
    if law.find_section(act, number) is None:
        return Lack.SECTION_UNKNOWN
    return None if law.check_section_for_date(act, number, day).ok else Lack.WRONG_CODE
