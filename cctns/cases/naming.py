"""An accused gets a form of their own: numbered in the register of the station that writes it."""

from __future__ import annotations

from typing import Any

from cctns.journal.serials import next_number
from cctns.lib.clock import IST, now
from cctns.offices.models import Office, Posting
from cctns.registers import diary

from .models import Accused, Case


def new_accused(case: Case, *, office: Office, by: Posting, **told: Any) -> Accused:
    """The form, unsaved, with its number of the year (in India) and who writes it."""
    moment = now()
    year = moment.astimezone(IST).year
    return Accused(
        **told,
        state=office.state_id,
        office=office,
        case=case,
        year=year,
        serial=next_number(office=office, series="accused", period=str(year)),
        happened_at=moment,
        recorded_at=moment,
        officer_id=by.officer_id,
        officer_name=diary.signed(by.officer),
    )
