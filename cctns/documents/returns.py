"""A return on paper, as it was issued: its tables, who issued it, its place in the journal."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext

from cctns.analytics import words
from cctns.analytics.models import IssuedReturn

from . import printing, wording
from .fir_paper import place_of
from .stamp import Stamp


def pdf(
    issued: IssuedReturn,
    *,
    language: str,
    stamp: Stamp | None,
    printed_at: datetime,
    by_name: str,
) -> bytes:
    """A signed PDF. Raises CannotSign."""
    with printing.speaking(language):
        form = page(issued, language)
    return printing.printed(
        "return", form, stamp=stamp, language=language, printed_at=printed_at, by_name=by_name
    )


def page(issued: IssuedReturn, language: str) -> dict[str, Any]:
    """The template's data, in the language that Django now speaks."""
    told = wording.captions("return", language)
    return {
        "caption": told,
        **place_of(issued.about, language),
        "title": gettext(words.RETURNS[issued.kind]),
        "days": f"{wording.day(issued.since)} – {wording.day(issued.until)}",
        "rows": [
            (told["days"], f"{wording.day(issued.since)} – {wording.day(issued.until)}"),
            (told["issued"], wording.moment(issued.issued_at)),
            (told["issued_by"], issued.officer_name),
            (told["issuing"], words.named(issued.office)),
        ],
        "sheets": issued.told[language],
    }
