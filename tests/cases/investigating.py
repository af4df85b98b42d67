"""A case under investigation, and its forms ready to be written, for the tests of each."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from cctns.cases.books.accused import ACCUSED
from cctns.cases.books.arrest import ARREST
from cctns.cases.models import Arrest, Case, Party
from cctns.lib.clock import now
from cctns.lib.ids import uuid7
from cctns.offices.models import Posting
from cctns.registers.actions import make_entry, take_step
from cctns.registers.book import Book
from cctns.registers.models import Entry

from .made import case_of, registered


def opened(sho: Posting, io: Posting, **changes: Any) -> Case:
    """A case registered by the officer in charge, with `io` to investigate."""
    return case_of(registered(sho, investigating_officer=io.officer.username, **changes))


def write(by: Posting, book: Book, case: Case, lists: Any = None, **details: Any) -> Any:
    """A new form of the case."""
    return make_entry(
        by=by,
        book=book,
        entry_id=uuid7(),
        details={"happened_at": now(), **details, "case_id": case.pk},
        lists=lists,
    )


def go_on(by: Posting, book: Book, sheet: Entry, step: str, **details: Any) -> Any:
    return take_step(by=by, book=book, entry=sheet, step=step, details=details)


def named_accused(case: Case) -> Party:
    return Party.objects.get(fir=case.fir_id, role="accused")


def another_accused(by: Posting, case: Case, **changes: Any) -> Any:
    details = {"name": "Raju", "sex": "male", "age": 24, "reason": "Named by a witness", **changes}
    return write(by, ACCUSED, case, **details)


def arrest_of(by: Posting, case: Case, **changes: Any) -> Arrest:
    made = write(by, ARREST, case, **arrest_details(case, **changes))
    assert isinstance(made, Arrest)
    return made


def arrest_details(case: Case, **changes: Any) -> Mapping[str, Any]:
    """All that an arrest wants, of the accused whom the FIR names."""
    return {
        "accused_id": changes["accused_id"] if "accused_id" in changes else named_accused(case).pk,
        "place": "Bus stand",
        "kind": "forwarded",
        "reasons": "He would flee: no fixed address",
        "grounds": "Identified by the complainant; the chain was in his pocket",
        "rights_told": True,
        "relative_told": "Mother, by telephone",
        "relative_told_at": now() + timedelta(minutes=0),
        "witness_name": "Mohan Lal",
        "articles": "NIL",
        "prints_number": "2700000001",
        **changes,
    }
