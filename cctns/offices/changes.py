"""Keeping what an administrative act changed: insert-only, in the act's own transaction.

Offices and postings lie below the journal, so their history stands here and not in a journal.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Model

from .models import Office, OfficeChange, Posting

SECRET = frozenset({"password", "last_login"})


def snapshot(subject: Model) -> dict[str, Any]:
    """Every stored field but secrets, as plain JSON."""
    return {
        field.attname: _plain(getattr(subject, field.attname))
        for field in subject._meta.concrete_fields
        if field.attname not in SECRET
    }


def note(
    *,
    by: Posting | None,
    action: str,
    office: Office,
    subject: Model,
    before: dict[str, Any] | None = None,
) -> None:
    """Keep who did what: `before` is the earlier snapshot, None when the subject is new."""
    OfficeChange.objects.create(
        posting=by,
        action=action,
        office=office,
        subject=subject._meta.model_name or "",
        subject_id=subject.pk,
        before=before,
        after=snapshot(subject),
    )


def _plain(value: Any) -> Any:
    if isinstance(value, datetime | date):
        return value.isoformat()
    return str(value) if isinstance(value, UUID) else value
