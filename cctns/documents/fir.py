"""The FIR as paper: IIF-I in English or Hindi, stamped with its journal position and signed."""

from __future__ import annotations

from datetime import datetime

from . import fir_paper, printing
from .fir_paper import FirPaper
from .stamp import Stamp


def pdf(
    paper: FirPaper, *, language: str, stamp: Stamp | None, printed_at: datetime, by_name: str
) -> bytes:
    """A signed PDF/A-3a, PDF/UA-1. Raises ValueError for another language, CannotSign."""
    with printing.speaking(language):
        form = fir_paper.form(paper, language)
    return printing.printed(
        "fir", form, stamp=stamp, language=language, printed_at=printed_at, by_name=by_name
    )
