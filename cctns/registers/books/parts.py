"""Parts that many registers ask alike."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from cctns.lib.wording import noop as _

from ..book import Part
from ..rules import Problem

PERSON = Part(
    _("The person"),
    ("name", "alias", "relation", "relative_name", "sex", "age", "occupation", "mobile"),
)
ADDRESS = Part(
    _("Address"),
    ("house", "street", "landmark", "village", "area", "district_name", "state_name", "pin"),
)


def looks_problems(entry: Any, law: str) -> Iterator[Problem]:
    """A photograph, or why there is none."""
    if not entry.photo and not entry.no_photo:
        yield Problem("no_photo", _("Give the photograph, or why there is none"), law)


def fir_number_problems(entry: Any, _now: datetime) -> Iterator[Problem]:
    """An FIR is named by its number, so that both are linked for ever."""
    if entry.fir_number and "/" not in entry.fir_number:
        law = "BNSS 173(1)"
        yield Problem("fir_number", _("Write the FIR's number with its year, as 0142/2026"), law)
