"""Whose identity is shown to whom (BNS 72, POCSO 23 and 33(7), JJ Act 74, BNSS 398).

Every page, paper, list and export takes persons and accounts from here. Those who need to know see
all: the investigating officer of the case, the officer in charge of its station, and the police
officers who supervise it. Everybody else sees that something is withheld, and why.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q, QuerySet

from cctns.offices import access
from cctns.offices.codes import Role
from cctns.offices.models import Posting

from .codes import CaseStatus, PartyRole, Withheld
from .models import Case, Fir, Party

IN_CHARGE = frozenset({Role.SHO, Role.SDPO, Role.SP})
# What tells nothing of who it is.
_SHOWN = ("id", "fir_id", "state", "ordinal", "role", "knowledge", "code", "withheld")
# Where it happened and what was told can name a hidden person.
_ACCOUNT = ("narrative", "place", "house", "street", "landmark", "delay_reason", "action_detail")


def sees_all(case: Case, by: Posting) -> bool:
    """May this posting see the hidden persons of this case? Access to the case is asked before."""
    return _needs(case, by) or _took_over(case, by)


def _needs(case: Case, by: Posting) -> bool:
    if case.investigating_officer_id == by.officer_id and by.office_id == case.office_id:
        return True
    return by.role in IN_CHARGE and access.may(by, "case.view", case.office)


def _took_over(case: Case, by: Posting) -> bool:
    """Who investigates a case that another station sent needs what was written there."""
    if case.status != CaseStatus.SENT or by.office_id == case.office_id:
        return False
    there = case.taken_over
    return there is not None and _needs(there, by)


def shown_parties(case: Case, by: Posting) -> list[Party]:
    """The FIR's persons as this posting may see them, in order; copies, never to be saved.

    Hidden ones keep role, code and number; `name` says why the rest is empty. `withheld` is the
    reason also where the person is shown, so that pages can warn.
    """
    parties = list(case.fir.parties.all())
    if sees_all(case, by):
        return parties
    return masked_parties(case, parties)


def masked_parties(case: Case, parties: Iterable[Party]) -> list[Party]:
    """As everybody else sees them: lists, exports, public papers."""
    return [_masked(one, reason) if (reason := hidden(case, one)) else one for one in parties]


def hidden(case: Case, party: Party) -> str:
    """Why this person is hidden, as a code of Withheld; empty when not.

    A case whose sections changed later may hide persons whom the FIR itself did not.
    """
    near_victim = party.also_victim or party.role in (PartyRole.VICTIM, PartyRole.COMPLAINANT)
    if not party.withheld and case.victim_masked and near_victim:
        return Withheld.VICTIM
    return party.withheld


def _masked(party: Party, reason: str) -> Party:
    kept = {name: getattr(party, name) for name in _SHOWN}
    shown = Party(**{**kept, "withheld": reason})
    shown.name = str(Withheld(reason).label)
    shown._prefetched_objects_cache = {  # type: ignore[attr-defined]
        "papers": party.papers.none()
    }
    return shown


def shown_fir(case: Case, by: Posting) -> Fir:
    """The FIR as this posting may see it; a copy, never to be saved."""
    return case.fir if sees_all(case, by) else masked_fir(case)


def masked_fir(case: Case) -> Fir:
    """Without the account and the exact place when a person of the FIR is hidden."""
    reason = next((why for one in case.fir.parties.all() if (why := hidden(case, one))), "")
    if not reason:
        return case.fir
    fir = copy.copy(case.fir)
    for name in _ACCOUNT:
        setattr(fir, name, "")
    fir.narrative = fir.place = str(Withheld(reason).label)
    fir.latitude = fir.longitude = None
    return fir


def findable(parties: QuerySet[Party], by: Posting) -> QuerySet[Party]:
    """Persons whose name this posting may search: a hidden name is not found by trying it."""
    if by.role in IN_CHARGE:
        return parties
    near_victim = Q(also_victim=True) | Q(role__in=(PartyRole.VICTIM, PartyRole.COMPLAINANT))
    cases = Case.objects.filter(fir=OuterRef("fir"))
    own = cases.filter(investigating_officer=by.officer_id, office=by.office_id)
    return parties.filter(
        Exists(own) | (Q(withheld="") & ~(near_victim & Exists(cases.filter(victim_masked=True))))
    )
