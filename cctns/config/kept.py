"""Which tables hold records: their rows are versions of the truth and are never deleted."""

from __future__ import annotations

from django.apps import apps

from cctns.journal.models import Record

_OFFICES = ("office", "officer", "posting", "leave", "supervision")


def kept_tables() -> list[str]:
    """The tables of every kind of record and of the offices they belong to, sorted."""
    records = [model._meta.db_table for model in apps.get_models() if issubclass(model, Record)]
    return sorted([*records, *(f"offices_{name}" for name in _OFFICES)])
