"""Charge of the station changes hands: the posting and the General Diary entry are one act."""

from __future__ import annotations

from datetime import date

from cctns.offices import access
from cctns.offices import charge as charges
from cctns.offices.models import Posting

from .. import diary
from ..codes import GdKind


@access.action
def hand_over_charge(
    *, by: Posting, to: Posting, until: date | None = None, notes: str = ""
) -> Posting:
    """Give acting charge of one's station to an officer posted there (BNSS 2(1)).

    `until` is exclusive; `notes` lists what is handed over. Returns the acting posting. Raises
    Refused and offices.rules.NotPossible.
    """
    acting = charges.hand_over(by=by, office=by.office, to=to, until=until)
    text = f"Charge of {by.office.name} handed over to {diary.signed(to.officer)}"
    told = diary.entry(
        by=by, kind=GdKind.CHARGE_HANDED, text=_with(text, notes), subject_id=acting.id
    )
    diary.enter(told, by=by)
    return acting


@access.action
def take_back_charge(*, by: Posting, notes: str = "") -> Posting:
    """The officer in charge is back: acting charge ends at once. Raises as hand_over_charge."""
    acting = charges.take_back(by=by, office=by.office)
    text = f"Charge of {by.office.name} taken over from {diary.signed(acting.officer)}"
    told = diary.entry(
        by=by, kind=GdKind.CHARGE_TAKEN, text=_with(text, notes), subject_id=acting.id
    )
    diary.enter(told, by=by)
    return acting


def _with(text: str, notes: str) -> str:
    return f"{text}. {notes}" if notes else text
