"""Who may be named to investigate: officers posted at the station and at work today."""

from __future__ import annotations

from cctns.offices import queries
from cctns.offices.codes import Role
from cctns.offices.models import Office, Officer, Posting

_ROLES = (Role.SHO, Role.IO, Role.DUTY_OFFICER)


def investigators(by: Posting, office: Office) -> list[Officer]:
    """Each officer once, by role and length of posting. Raises Refused."""
    posted = queries.staff(by=by, office=office)
    fit = [one.officer for one in posted if one.role in _ROLES and not one.away]  # type: ignore[attr-defined]
    return list({one.pk: one for one in fit}.values())
