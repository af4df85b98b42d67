"""From a form's data to the signed paper: who printed it and when, the stamp, the node's seal."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils import translation

from . import wording
from .press import press
from .sign import sign
from .stamp import Stamp

# In both languages, whatever the paper's: nobody may take it for a real one.
PRACTICE = "PRACTICE: nothing here is real / अभ्यास: यहाँ कुछ भी वास्तविक नहीं है"


def speaking(language: str) -> AbstractContextManager[None]:
    """Codes are named in the paper's language inside this block."""
    return translation.override(language)


def printed(
    form: str,
    data: dict[str, Any],
    *,
    stamp: Stamp | None,
    language: str,
    printed_at: datetime,
    by_name: str,
) -> bytes:
    """The signed PDF. `printed_at` is aware; shown in India's time. Raises CannotSign."""
    told = data["caption"]
    who = f"{told['printed_by'][0]} {by_name}" if by_name else ""
    line = wording.joined(told["printed"][0], wording.moment(printed_at), who, by=" ")
    stamped = stamp.printed() if stamp else None
    about = {"language": language, "printed": line, "stamp": stamped}
    whole = {**wording.breakable(data), **about, "practice": PRACTICE if settings.PRACTICE else ""}
    return sign(press(form, whole, at=printed_at))
