"""The complaint that an FIR begins from."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404

from cctns.offices.models import Posting
from cctns.registers import queries
from cctns.registers.models import Complaint


def named(by: Posting, identity: str) -> Complaint | None:
    """None when it begins from nothing; Http404 for a complaint that is not there."""
    if not identity:
        return None
    try:
        return queries.complaint_for(by=by, complaint_id=UUID(identity))
    except (ValueError, Complaint.DoesNotExist):
        raise Http404 from None
