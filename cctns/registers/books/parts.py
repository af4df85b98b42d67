"""Parts that many registers ask alike."""

from __future__ import annotations

from collections.abc import Iterator
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
