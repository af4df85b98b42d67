"""Services given to people, and those that are not there yet."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cctns.citizen.services import NOT_YET, Count, given
from cctns.offices.access import today
from cctns.offices.naming import named
from cctns.web.postings import posting_of

from .pages import office_at

DAYS = 30


@require_safe
def page(request: HttpRequest, office_id: UUID) -> HttpResponse:
    """Of the last thirty days, beside the thirty before."""
    office, until = office_at(office_id), today()
    since = until - timedelta(days=DAYS - 1)
    found = given(by=posting_of(request), office=office, since=since, until=until)
    told = {
        "office": office,
        "since": since,
        "until": until,
        "found": found,
        "heads": [_("Service"), _("Law"), _("Given"), _("Thirty days before")],
        "counts": [_count(one) for one in found.counts],
        "station_heads": [_("Police station"), _("Services")],
        "stations": [(named(station), count) for station, count in found.by_station],
        "not_yet": [_(one) for one in NOT_YET],
    }
    return render(request, "officer/figures/services.html", told)


def _count(one: Count) -> list[Any]:
    return [_(one.title), one.law, one.given, one.before]
