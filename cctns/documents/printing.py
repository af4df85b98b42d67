"""From a form's data to the signed paper: who printed it and when, the stamp, the node's seal."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any

from django.utils import translation

from . import wording
from .press import press
from .sign import sign
from .stamp import Stamp


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
    whole = {**wording.breakable(data), "language": language, "printed": line, "stamp": stamped}
    return sign(press(form, whole, at=printed_at))
