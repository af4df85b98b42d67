"""Many papers of a case signed in one go: a ZIP archive of PDFs in their order, with a list."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from cctns.offices.access import Refused
from cctns.offices.models import Posting
from cctns.registers import book as books

from .queries import entry_pdf, fir_pdf

MOST = 60  # papers signed at once: some ten seconds


@dataclass(frozen=True)
class Wanted:
    """One paper of an entry; without a register it is the FIR itself."""

    book: str
    record_id: UUID
    paper: str
    number: str  # as it stands in the file's name


def signed(*, by: Posting, wanted: Sequence[Wanted], language: str) -> bytes:
    """Each paper as this posting may see it, each with its own signature, code and place.

    What is not open to the posting is named in the list and left out; its refusal is kept.
    Raises CannotSign, and the model's DoesNotExist.
    """
    archive = io.BytesIO()
    told = []
    # PDFs are compressed already.
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as packed:
        for place, one in enumerate(wanted, start=1):
            name = f"{place:02}-{one.paper}-{one.number.replace('/', '-')}-{language}.pdf"
            try:
                packed.writestr(name, _pdf(by, one, language))
            except Refused as refusal:
                told.append(f"{name}: {refusal.reason}")
            else:
                told.append(name)
        packed.writestr("list.txt", _listed(told))
    return archive.getvalue()


def _pdf(by: Posting, one: Wanted, language: str) -> bytes:
    if not one.book:
        return fir_pdf(by=by, fir_id=one.record_id, language=language)
    return entry_pdf(
        by=by,
        book=books.named(one.book),
        entry_id=one.record_id,
        paper=one.paper,
        language=language,
    )


def _listed(told: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in told)
