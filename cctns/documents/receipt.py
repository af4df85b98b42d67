"""The receipt that every complainant gets: number, officer, and the complaint as it was given."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from cctns.registers.models import Complaint

from . import printing, wording
from .fir_paper import place_of
from .stamp import Stamp


def pdf(
    complaint: Complaint,
    *,
    language: str,
    stamp: Stamp | None,
    printed_at: datetime,
    by_name: str,
) -> bytes:
    """A signed PDF for the complainant. Raises CannotSign."""
    with printing.speaking(language):
        form = slip(complaint, language)
    return printing.printed(
        "receipt", form, stamp=stamp, language=language, printed_at=printed_at, by_name=by_name
    )


def slip(complaint: Complaint, language: str) -> dict[str, Any]:
    """The template's data; codes are named in the language that Django now speaks."""
    told = wording.captions("receipt", language)
    rows = {
        "complaint_number": complaint.number,
        "received": wording.moment(complaint.received_at),
        "intake": complaint.get_intake_display(),
        "gd": str(complaint.gd_entry),
        "complainant": complaint.name,
        "relative": complaint.relative_name,
        "address": complaint.address,
        "phone": wording.joined(complaint.phone, complaint.mobile),
        "subject": complaint.subject,
        "against": complaint.against,
        "enquiry_officer": _officer(complaint),
        "outcome": complaint.get_outcome_display(),
    }
    return {
        "caption": told,
        **place_of(complaint.office, language),
        "number": complaint.number,
        "rows": [(told[key], value) for key, value in rows.items() if value],
        "text": wording.paragraphs(complaint.text),
        "outcome_reason": wording.paragraphs(complaint.outcome_reason),
    }


def _officer(complaint: Complaint) -> str:
    officer = complaint.enquiry_officer
    return wording.joined(officer.name, officer.rank, officer.username) if officer else ""
