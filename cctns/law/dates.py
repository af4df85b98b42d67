"""Which penal code governs: the day of the offence decides (BNS 358, BNSS 531; IPC until then)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cctns.lib.wording import noop as _

from . import enactments, numbers
from .enactments import Act
from .sections import canonical, corresponding, find_section

SOURCE = "BNS 1(2), 358; S.O. 848(E) of 23.02.2024"
OTHER = {"IPC": "BNS", "BNS": "IPC", "CRPC": "BNSS", "BNSS": "CRPC", "IEA": "BSA", "BSA": "IEA"}
OTHER |= {"FOREIGNERS": "IFA", "IFA": "FOREIGNERS"}

NO_ACT = _("This Act is not in the law tables")
NO_NUMBER = _("This is not the number of a section")
NO_SECTION = _("This Act has no such section")
NOT_LISTED = _("This section is not in our list of the Act; check it against the Act")
NOT_IN_FORCE = _("This section was not in force on that day")


@dataclass(frozen=True)
class Decision:
    """May the section be used for an offence of that day; `reason` says why not, or what to check.

    `instead` names the sections of the other code that match, e.g. ("IPC 379",).
    """

    ok: bool
    reason: str = ""
    source: str = ""
    instead: tuple[str, ...] = ()


def check_section_for_date(act: str, number: str, day: date) -> Decision:
    """BNS for offences from 1 July 2024, IPC until 30 June 2024; so for every Act's days."""
    if not enactments.known(act):
        return Decision(False, NO_ACT, SOURCE)
    law = enactments.act(act)
    if not numbers.clean(number):
        return Decision(False, NO_NUMBER, law.title)
    if not law.in_force(day):
        return _other_code(law, number)
    section = find_section(act, number)
    if section is None:
        return Decision(not law.whole, NO_SECTION if law.whole else NOT_LISTED, law.title)
    if not section.in_force(day):
        return Decision(False, NOT_IN_FORCE, f"{law.title}, s. {section.number}")
    return Decision(True, source=law.title)


def _other_code(law: Act, number: str) -> Decision:
    if law.code not in OTHER:
        return Decision(False, _not_on_that_day(law), law.title)
    governs = enactments.act(OTHER[law.code])
    known = corresponding(law.code, number) if canonical(law.code, number) else []
    instead = tuple(f"{governs.code} {one.number}" for one in known)
    reason = f"{governs.short} governs offences of that day"
    if instead:
        reason += f": see {', '.join(instead)}"
    return Decision(False, reason, SOURCE, instead)


def _not_on_that_day(law: Act) -> str:
    return f"{law.short} was not in force on that day"
