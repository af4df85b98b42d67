"""The account of an FIR as words; it can name whom the law hides, and is closed like that name."""

from __future__ import annotations

from collections.abc import Iterator

from cctns.search.codes import Closed
from cctns.search.lexemes import words_of
from cctns.search.rows import TextRow

from ..masking import hidden
from .files import File


def accounts(file: File) -> Iterator[TextRow]:
    case, fir = file.case, file.case.fir
    words = words_of(" ".join((fir.narrative, fir.place, fir.crime_head)))
    if not words:
        return
    hides = next((why for one in fir.parties.all() if (why := hidden(case, one))), "")
    yield TextRow(
        id=fir.pk,
        state=case.state,
        record_kind="fir",
        record_id=fir.pk,
        case_id=case.pk,
        office_id=case.office_id,
        number=fir.number,
        told_at=fir.registered_at,
        closed=str(Closed.SEALED if file.erased else hides),
        words=words,
    )
