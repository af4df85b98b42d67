"""Papers for an officer: read within jurisdiction, masked, placed in the journal, then printed."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import prefetch_related_objects

from cctns.analytics.models import IssuedReturn
from cctns.analytics.returns import issued_return
from cctns.cases import masking
from cctns.cases.queries import case_for
from cctns.lib.clock import now
from cctns.offices import access
from cctns.offices.models import Office, Posting
from cctns.registers.book import Book
from cctns.registers.models import Complaint, Entry, GeneralDiaryEntry
from cctns.registers.queries import complaint_for, diary_day, entry_at
from cctns.search.looking import Look
from cctns.search.sheet import sheet_of

from . import entry, fir, gd, history, printing, receipt, returns
from .fir_paper import FirPaper
from .placing import stamp_of
from .stamp import Stamp


def fir_pdf(*, by: Posting, fir_id: UUID, language: str) -> bytes:
    """The FIR as this posting may see it. Raises Case.DoesNotExist, Refused, CannotSign."""
    with printing.speaking(language):
        paper, stamp = _read_fir(by=by, fir_id=fir_id)
    return fir.pdf(paper, language=language, stamp=stamp, printed_at=now(), by_name=name_of(by))


def diary_pdf(*, by: Posting, office: Office, day: date, language: str) -> bytes:
    """A station's diary of a day in India. Raises Refused, CannotSign."""
    entries, stamp = _read_day(by=by, office=office, day=day)
    return gd.pdf(
        office=office,
        day=day,
        entries=entries,
        language=language,
        stamp=stamp,
        printed_at=now(),
        by_name=name_of(by),
    )


def receipt_pdf(*, by: Posting, complaint_id: UUID, language: str) -> bytes:
    """A complaint's receipt. Raises Complaint.DoesNotExist, Refused, CannotSign."""
    complaint, stamp = _read_complaint(by=by, complaint_id=complaint_id)
    return receipt.pdf(
        complaint, language=language, stamp=stamp, printed_at=now(), by_name=name_of(by)
    )


def entry_pdf(*, by: Posting, book: Book, entry_id: UUID, paper: str, language: str) -> bytes:
    """A paper of an entry of a register. Raises the model's DoesNotExist, LookupError, Refused."""
    wanted = book.paper(paper)
    record, lists, stamp = _read_entry(by=by, book=book, entry_id=entry_id)
    return entry.pdf(
        book,
        wanted,
        record,
        lists,
        language=language,
        stamp=stamp,
        printed_at=now(),
        by_name=name_of(by),
    )


def return_pdf(*, by: Posting, return_id: UUID, language: str) -> bytes:
    """A return as issued. Raises IssuedReturn.DoesNotExist, Refused, CannotSign."""
    issued, stamp = _read_return(by=by, return_id=return_id)
    return returns.pdf(
        issued, language=language, stamp=stamp, printed_at=now(), by_name=name_of(by)
    )


def history_pdf(*, by: Posting, mentions: Collection[UUID], look: Look, language: str) -> bytes:
    """A person's history, kept as a look-up. Raises Unseen, Refused, PurposeWanted, CannotSign."""
    sheet = sheet_of(by=by, mentions=mentions, look=look, paper=True)
    told = [one.mention.office_id for one in sheet.lines]
    told += [one.office_id for one in sheet.associates]
    offices = Office.objects.select_related("state", "district").in_bulk(set(told))
    stamp = stamp_of(sheet.lookup, "lookup") if sheet.lookup else None
    return history.pdf(
        sheet, offices, language=language, stamp=stamp, printed_at=now(), by_name=name_of(by)
    )


def name_of(by: Posting) -> str:
    """Who prints, as it stands at the foot of a paper."""
    return f"{by.officer.name}, {by.officer.get_rank_display()} {by.officer.username}"


@access.query
def _read_fir(*, by: Posting, fir_id: UUID) -> tuple[FirPaper, Stamp | None]:
    """Who is withheld is told in the language that Django now speaks."""
    case = case_for(by=by, fir_id=fir_id)
    prefetch_related_objects([case.fir], "office__district", "office__state")
    persons = masking.shown_parties(case, by=by)
    paper = FirPaper(
        fir=masking.shown_fir(case, by=by),
        case=case,
        persons=persons,
        sections=list(case.fir.sections.all()),
        things=list(case.fir.property.all()),
        papers={one.id: list(one.papers.all()) for one in persons},
    )
    return paper, stamp_of(case.fir, "fir")


@access.query
def _read_day(
    *, by: Posting, office: Office, day: date
) -> tuple[list[GeneralDiaryEntry], Stamp | None]:
    entries: list[GeneralDiaryEntry] = []
    while page := diary_day(by=by, office=office, day=day, after=_last(entries)):
        entries.extend(page)
    return entries, stamp_of(entries[-1], "gd") if entries else None


def _last(entries: list[GeneralDiaryEntry]) -> int:
    return entries[-1].serial if entries else 0


@access.query
def _read_complaint(*, by: Posting, complaint_id: UUID) -> tuple[Complaint, Stamp | None]:
    complaint = complaint_for(by=by, complaint_id=complaint_id)
    return complaint, stamp_of(complaint, "complaint")


@access.query
def _read_entry(
    *, by: Posting, book: Book, entry_id: UUID
) -> tuple[Entry, dict[str, list[Any]], Stamp | None]:
    """With all that the paper's text may name: it is printed when the reach is closed again."""
    record, lists = entry_at(by=by, book=book, entry_id=entry_id)
    if book.of_case and not hasattr(record, "report"):  # a court prints without the case
        prefetch_related_objects([record], "case__fir__sections")
    return record, lists, stamp_of(record, book.name)


@access.query
def _read_return(*, by: Posting, return_id: UUID) -> tuple[IssuedReturn, Stamp | None]:
    issued = issued_return(by=by, return_id=return_id)
    return issued, stamp_of(issued, "return")
