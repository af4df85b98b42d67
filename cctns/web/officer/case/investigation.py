"""The investigation of a case: its forms, register by register, and what may be written next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cctns.cases import queries
from cctns.cases.models.answer import ReportAnswer
from cctns.offices import access
from cctns.registers import book as books
from cctns.registers.book import Book
from cctns.web.parts import Link
from cctns.web.templatetags.cctns import moment

from ..books import steps
from ..books.pages import book_named
from .page import File, open_file, show


@dataclass(frozen=True)
class Folder:
    """One register of the case: what it holds, and the link that adds to it ("" when closed)."""

    title: str
    rows: list[list[Any]]
    add: Link | None


@require_safe
def investigation(request: HttpRequest, fir_id: UUID) -> HttpResponse:
    """Every form of the case; those that may be written now offer themselves."""
    file = open_file(request, fir_id, whole=False)
    sheets = queries.sheets_of(by=file.by, case=file.case)
    folders = [_folder(file, one, sheets) for one in books.all_books() if one.of_case]
    shown = {
        "written": [one for one in folders if one.rows],
        "open": [one.add for one in folders if one.add] + _lookout(file),
    }
    return show(request, file, "case_investigation", "investigation", shown)


def _lookout(file: File) -> list[Link]:
    """For the vehicles and things of the FIR; a person is sought from the person's own form."""
    if not {"lookout.raise", "case.investigate"} <= file.acts:
        return []
    href = f"{reverse('book_new', args=['lookout'])}?to={file.case.fir_id}"
    return [Link(_("Raise a lookout"), href)]


def _folder(file: File, book: Book, sheets: list[queries.Sheet]) -> Folder:
    blank = _blank(book, file)
    stages = dict(book.model._meta.get_field("stage").choices or ())
    open_now = book.enter.act in file.acts and not book.allow(file.by, blank, book.enter)
    rows: list[list[Any]] = [
        [
            Link(f"{_(book.one)} {one.number}", reverse("book_entry", args=[book.name, one.id])),
            moment(one.happened_at),
            str(stages.get(one.stage, one.stage)),
        ]
        for one in sheets
        if one.book == book.name
    ]
    href = reverse("case_sheet_new", args=[file.case.fir_id, book.name])
    add = Link(_(book.enter.title), href) if open_now and not (book.once and rows) else None
    return Folder(_(book.title), rows, add)


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, fir_id: UUID, name: str) -> HttpResponse:
    """A new form of a case, at the office where the case lies; answers begin at their report."""
    book = book_named(name)
    if not book.of_case or issubclass(book.model, ReportAnswer):
        raise Http404
    file = open_file(request, fir_id, whole=False)
    access.require(file.by, book.enter.act, file.case.office)
    return steps.enter(request, book, _blank(book, file))


def _blank(book: Book, file: File) -> Any:
    model: Any = book.model
    return model(case=file.case, state=file.case.state, office=file.case.office)
