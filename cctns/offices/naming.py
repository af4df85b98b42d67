"""Names of offices, officers, districts and States in the reader's language."""

from __future__ import annotations

from typing import Any

from django.utils import translation


def named(thing: Any, language: str = "") -> str:
    """In `language`, or in the one now spoken; empty for nothing."""
    if thing is None:
        return ""
    spoken = language or translation.get_language()
    hindi = getattr(thing, "name_hi", "") if spoken == "hi" else ""
    return str(hindi or thing.name)
