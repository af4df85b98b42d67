"""May this posting do this act there, and may this change be made? Pure: facts in, reason out."""

from __future__ import annotations

from dataclasses import dataclass

from cctns.lib.wording import noop as _

from .codes import CHAIN, HELD_AT, Charge, OfficeKind, Rank, Role
from .matrix import BELOW, FROM_DYSP, IN_CHARGE, MATRIX

NOT_CURRENT = _("This posting is not current")
ON_LEAVE = _("This officer is on leave or suspended")
CLOSED = _("This officer's account is closed")
NOT_THE_ROLE = _("This role does not do this")
CHARGE_ELSEWHERE = _("Another officer holds the charge of this office")
TOO_JUNIOR = _("This takes a Deputy Superintendent or above")
OUT_OF_REACH = _("This office lies outside your jurisdiction")


@dataclass(frozen=True, kw_only=True)
class Standing:
    """How a posting stands today, towards one office."""

    role: Role
    rank: str
    charge: Charge
    active: bool
    current: bool
    away: bool
    charge_elsewhere: bool  # an acting officer in charge is at work in the posting's office
    own: bool
    below: bool  # the closure says so; true of one's own office as well


def why_not(act: str, standing: Standing) -> str:
    """The reason for a refusal; empty when there is none. KeyError for an act nobody defined."""
    row = MATRIX[act]
    personal = absent(standing)
    if personal:
        return personal
    scope = row.get(standing.role)
    if scope is None:
        return NOT_THE_ROLE
    if act in FROM_DYSP and not _at_least(standing.rank, Rank.DYSP):
        return TOO_JUNIOR
    if act in IN_CHARGE and _waits(standing):
        return CHARGE_ELSEWHERE
    return "" if _reaches(scope, standing) else OUT_OF_REACH


def absent(standing: Standing) -> str:
    """Why this posting does nothing at all today; empty when it is at work."""
    if not standing.active:
        return CLOSED
    if not standing.current:
        return NOT_CURRENT
    return ON_LEAVE if standing.away else ""


def _waits(standing: Standing) -> bool:
    substantive = standing.charge == Charge.SUBSTANTIVE
    return standing.role == Role.SHO and substantive and standing.charge_elsewhere


def _reaches(scope: str, standing: Standing) -> bool:
    return standing.own or (scope == BELOW and standing.below)


class NotPossible(ValueError):
    """The change cannot be made as asked; `field` and `message` say what is wrong with it."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field, self.message = field, message


def must(holds: bool, field: str, message: str) -> None:
    """Raises NotPossible unless a condition of a change holds."""
    if not holds:
        raise NotPossible(field, message)


FOUNDED = _("This State already has an office; its administrator opens further ones")
NAME_MISSING = _("Enter the name")
CODE_MISSING = _("Enter the code")
CODE_TAKEN = _("Another office of this State has this code")
OTHER_STATE = _("This district lies in another State")
PARTNER_ALONE = _("Courts, prosecution, prisons and laboratories stand under nobody in the police")
NOT_A_PARTNER = _("A police office stands under another police office")
NOT_A_SUPERVISOR = _("This kind of office does not supervise the other")
NOT_IN_THE_PAST = _("Choose today or a later day")
MOVED_ALREADY = _("The present supervision begins on that day or later")
CLOSED_ALREADY = _("This office is closed already")
CLOSED_BEFORE_OPENED = _("An office closes after the day it opened")
OFFICE_CLOSED = _("This office is not open on that day")
STILL_SUPERVISES = _("Other offices still stand under this one")
STILL_STAFFED = _("Officers are still posted at this office")
NOT_ONESELF = _("Nobody does this for themselves: ask another officer")
WRONG_OFFICE = _("This role is not held at this kind of office")
TWO_IN_CHARGE = _("This station already has an officer in charge; end that posting first")
POSTED_ALREADY = _("This officer already holds this role here")
ENDS_BEFORE_START = _("The last day comes before the first")
LEAVE_ENDS = _("Enter the last day of the leave")
ENDED_ALREADY = _("This has ended already")
NUMBER_TAKEN = _("Another officer has this police number")
NUMBER_MISSING = _("Enter the police number")
NOT_POSTED_HERE = _("This officer is not posted here, or is on leave")
CONSTABLE_IN_CHARGE = _("The officer in charge must be above the rank of constable (BNSS 2(1)(r))")
CHARGE_GIVEN = _("Another officer already holds acting charge; take it back first")
NO_CHARGE_GIVEN = _("Nobody holds acting charge of this office")


def may_supervise(supervisor: OfficeKind, office: OfficeKind) -> bool:
    """Police offices stand under higher ones, so that the tree can never close into a ring."""
    if office == OfficeKind.SCRB:
        return supervisor == OfficeKind.STATE_HQ
    if supervisor not in CHAIN or office not in CHAIN:
        return False
    return CHAIN.index(supervisor) > CHAIN.index(office)


def held_at(role: Role, kind: OfficeKind) -> bool:
    return kind in HELD_AT[role]


def may_hold_charge(rank: str) -> bool:
    """Above the rank of constable (BNSS 2(1)(r)), of the police."""
    return _at_least(rank, Rank.HEAD_CONSTABLE)


def _at_least(rank: str, lowest: Rank) -> bool:
    """True of a police rank that is this one or higher."""
    ranks = list(Rank)
    return rank in ranks[ranks.index(lowest) : ranks.index(Rank.DG) + 1]
