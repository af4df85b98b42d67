"""The posting under which a page's request acts."""

from __future__ import annotations

from django.http import HttpRequest

from cctns.offices import access
from cctns.offices.models import Office, Posting


def posting_of(request: HttpRequest) -> Posting:
    """Set by offices.middleware; its gate lets nobody without one through to a page."""
    posting = request.posting  # type: ignore[attr-defined]
    assert isinstance(posting, Posting)
    return posting


def acts_of(request: HttpRequest) -> frozenset[str]:
    """What this posting may do at its own office, asked at most once a request; for links alone.

    It opens nothing: every act and query asks for itself again.
    """
    found: frozenset[str] | None = getattr(request, "open_acts", None)
    if found is None:
        found = access.acts_last_open_to(posting_of(request))
        request.open_acts = found  # type: ignore[attr-defined]
    return found


def acts_at(request: HttpRequest, office: Office) -> frozenset[str]:
    """The same of any office."""
    posting = posting_of(request)
    own = office.pk == posting.office_id
    return acts_of(request) if own else access.acts_open_to(posting, office)
