"""The forms of an investigation, all registers of a case in one question."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import CharField, Value

from cctns.offices import access
from cctns.offices.models import Posting
from cctns.registers import book as books

from ..models import Case
from .look import require_view


@dataclass(frozen=True)
class Sheet:
    """One form in the list of its case; times aware."""

    book: str
    id: UUID
    serial: int
    year: int
    stage: str
    happened_at: datetime

    @property
    def number(self) -> str:
        return f"{self.serial}/{self.year}"


@access.query
def sheets_of(*, by: Posting, case: Case) -> list[Sheet]:
    """Every form of a case, oldest first: one query however many registers there are."""
    require_view(by, case)
    return written_in(case)


def written_in(case: Case) -> list[Sheet]:
    """The same for actions, which have asked whether the case may be read."""
    found = [
        book.model._base_manager.filter(case=case)  # type: ignore[misc]
        .annotate(book=Value(book.name, output_field=CharField()))
        .values_list("book", "id", "serial", "year", "stage", "happened_at")
        .order_by()
        for book in books.all_books()
        if book.of_case
    ]
    first, *others = found
    rows = first.union(*others, all=True).order_by("happened_at", "id") if others else first
    return [Sheet(*row) for row in rows]
