"""Reports that wait for an answer, one report whole, and the answers given to it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cctns.cases import queries
from cctns.cases.models import FinalReport
from cctns.offices import access
from cctns.offices.naming import named
from cctns.registers import book as books
from cctns.registers import queries as register_queries
from cctns.registers.book import Book
from cctns.web.parts import Event, Link
from cctns.web.postings import posting_of
from cctns.web.templatetags.cctns import moment

from ..books import steps, told

ANSWERS = ("vetting", "approval", "acknowledgement", "disposal", "appeal")


@require_safe
def waiting(request: HttpRequest) -> HttpResponse:
    """What waits for this office, oldest first."""
    by = posting_of(request)
    rows = [
        (
            Link(str(one), reverse("report", args=[one.pk])),
            one.station_told,
            one.get_kind_display(),
            moment(one.recorded_at),
        )
        for one in queries.reports_waiting(by=by)
    ]
    heads = [_("Final report"), _("Police station"), _("Kind"), _("Prepared")]
    return render(request, "officer/reports/waiting.html", {"rows": rows, "heads": heads})


def report_at(request: HttpRequest, report_id: UUID) -> FinalReport:
    try:
        return queries.report_for(by=posting_of(request), report_id=report_id)
    except FinalReport.DoesNotExist:
        raise Http404 from None


@require_safe
def report(request: HttpRequest, report_id: UUID) -> HttpResponse:
    """The whole report with its answers, and the answers that this office may give now."""
    by, one = posting_of(request), report_at(request, report_id)
    book = books.named("report")
    lists = queries.lists_of(by=by, report=one)
    page = {
        "report": one,
        "title": f"{_(book.one)} {one}",
        "stage": told.text_of(one, "stage"),
        "steps": _open_answers(request, one),
        "sections": list(told.sections(book, one)),
        "tables": list(told.tables(book, lists)),
        "events": [_event(answer) for answer in queries.answers_of(by=by, report=one)],
    }
    return render(request, "officer/reports/report.html", page)


def _open_answers(request: HttpRequest, one: FinalReport) -> list[Link]:
    blanks = [(book, _blank(request, book, one)) for book in map(books.named, ANSWERS)]
    return [
        Link(_(book.enter.title), reverse("report_answer", args=[one.pk, book.name]))
        for book in register_queries.open_books(by=posting_of(request), blanks=blanks)
    ]


def _blank(request: HttpRequest, book: Book, one: FinalReport) -> Any:
    model: Any = book.model
    office = posting_of(request).office
    return model(state=office.state_id, office=office, report=one, case_id=one.case_id)


def _event(answer: Any) -> Event:
    book = next(one for one in books.all_books() if one.model is type(answer))
    outcome = next((told.text_of(answer, name) for name in _OUTCOMES if hasattr(answer, name)), "")
    return Event(
        title=": ".join(one for one in (_(book.one), outcome) if one),
        by=f"{answer.officer_name}, {named(answer.office)}",
        at=answer.recorded_at,
        text=answer.remarks,
        links=[Link(_("Show"), reverse("book_entry", args=[book.name, answer.pk]), _(book.one))],
    )


_OUTCOMES = ("opinion", "decision", "receipt", "case_number")


@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, report_id: UUID, name: str) -> HttpResponse:
    """A new answer of this office to the report."""
    if name not in ANSWERS:
        raise Http404
    book, by = books.named(name), posting_of(request)
    one = report_at(request, report_id)
    access.require(by, book.enter.act, by.office)
    return steps.enter(request, book, _blank(request, book, one))
