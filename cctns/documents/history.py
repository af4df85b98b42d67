"""A person's history on paper, with the purpose it was printed for; its stamp is of the look-up."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from cctns.cases.telling import name_of, tables
from cctns.offices.models import Office
from cctns.search.sheet import Sheet

from . import printing, wording
from .fir_paper import place_of
from .stamp import Stamp


def pdf(
    sheet: Sheet,
    offices: Mapping[Any, Office],
    *,
    language: str,
    stamp: Stamp | None,
    printed_at: datetime,
    by_name: str,
) -> bytes:
    """A signed PDF. Raises CannotSign."""
    with printing.speaking(language):
        form = page(sheet, offices, language)
    return printing.printed(
        "history", form, stamp=stamp, language=language, printed_at=printed_at, by_name=by_name
    )


def page(sheet: Sheet, offices: Mapping[Any, Office], language: str) -> dict[str, Any]:
    """The template's data, in the language that Django now speaks."""
    told = wording.captions("history", language)
    assert sheet.lookup is not None
    purpose = f"{sheet.lookup.get_reason_display()}: {sheet.lookup.reference}"
    return {
        "caption": told,
        **place_of(sheet.lookup.office, language),
        "who": name_of(sheet.first),
        "rows": [(told["who"], name_of(sheet.first)), (told["purpose"], purpose)],
        "sheets": [
            {
                "title": one.caption,
                "heads": list(one.heads),
                "rows": [list(row) for row in one.rows],
            }
            for one in tables(sheet, offices)
        ],
    }
