"""A station as an officer writes it: by its code or its name in either language."""

from __future__ import annotations

from django.db.models import Q

from cctns.offices import access
from cctns.offices.models import Office, Posting


@access.query
def station_named(*, by: Posting, words: str) -> Office | None:
    """Of one's own State; of several with one name the first by code. Raises Refused."""
    access.require(by, "case.search", by.office)
    named = Q(code__iexact=words) | Q(name__iexact=words) | Q(name_hi=words)
    return Office.objects.filter(named, state=by.office.state_id).order_by("code").first()
