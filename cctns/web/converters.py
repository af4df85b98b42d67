"""Days in addresses: 2026-11-24."""

from __future__ import annotations

from datetime import date

from django.urls import register_converter


class IsoDay:
    regex = "[0-9]{4}-[0-9]{2}-[0-9]{2}"

    def to_python(self, value: str) -> date:
        """ValueError, which Django shows as 404, for a day that no calendar has."""
        return date.fromisoformat(value)

    def to_url(self, value: date) -> str:
        return value.isoformat()


register_converter(IsoDay, "iso")
