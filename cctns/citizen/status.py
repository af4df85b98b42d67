"""Where a complaint or a case stands, told to who knows number and telephone.

The pages' role cannot read the registers without an officer behind it. Two functions of the
database answer for it (cctns.citizen.answering): of one row, no person's name but the officer's.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection

from cctns.lib.text import ascii_digits
from cctns.offices.access import today
from cctns.offices.models import Office

COMPLAINT, FIR = "complaint", "fir"


@dataclass(frozen=True)
class Standing:
    """`stage` is a code of `STAGES`; times aware; `officer` empty while nobody was named."""

    number: str
    received_at: datetime
    stage: str
    since: datetime | None
    officer: str


def telephone(text: str) -> str:
    """The last ten digits, in whatever script and with whatever code they were typed."""
    return "".join(one for one in ascii_digits(text) if one.isdigit())[-10:]


def standing_of(
    *, what: str, office: Office, serial: int, year: int, mobile: str
) -> Standing | None:
    """None when there is no such number, the telephone is another, or the case is withheld.

    The three are not told apart. `what` is "complaint" or "fir"; `mobile` as typed.
    """
    told: list[Any] = [office.state_id, office.pk, year, serial, telephone(mobile)]
    with connection.cursor() as cursor:
        cursor.execute(_ASK[what], told)
        row = cursor.fetchone()
        cursor.execute(_COUNT, [office.state_id, office.pk, today(), int(row is not None)])
    return Standing(f"{serial}/{year}", *row) if row else None


_ASK = {
    COMPLAINT: "SELECT * FROM citizen_complaint(%s, %s, %s, %s, %s)",
    FIR: "SELECT * FROM citizen_fir(%s, %s, %s, %s, %s)",
}
_COUNT = """
INSERT INTO citizen_asked AS kept (state, office_id, "on", count, answered)
VALUES (%s, %s, %s, 1, %s)
ON CONFLICT (state, office_id, "on")
    DO UPDATE SET count = kept.count + 1, answered = kept.answered + excluded.answered
"""
