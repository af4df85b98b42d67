"""The days in court of a station, across its cases."""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import Count

from cctns.offices import access
from cctns.offices.models import Posting

from ..models import Hearing
from ..models.hearing import HearingStage

DAYS = 14


@access.query
def days_in_court(*, by: Posting, since: date) -> list[Hearing]:
    """Hearings fixed for the fortnight from `since`, by day, and those past that nobody told of.

    Each has `wanted`, how many witnesses; no names, as the law may hide them. Raises Refused.
    """
    access.require(by, "case.view", by.office)
    found = Hearing.objects.filter(
        stage=HearingStage.FIXED, hearing_on__lt=since + timedelta(days=DAYS)
    )
    rows = found.select_related("case__fir", "office").annotate(wanted=Count("witnesses"))
    return list(rows.order_by("hearing_on", "court_name", "id")[:MOST])


MOST = 200
