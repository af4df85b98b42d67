"""Daily, monthly and yearly returns of an office: on the page, as a spreadsheet, on paper."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cctns.analytics import words
from cctns.analytics.cuts import Cut
from cctns.analytics.events import EventCut, events_of, source_of
from cctns.analytics.models import IssuedReturn
from cctns.analytics.returns import (
    RETURNS,
    Period,
    issue,
    issued_returns,
    period_of,
    sheets_of,
)
from cctns.analytics.sheets import Cell, Sheet, text_of
from cctns.documents import queries as documents
from cctns.offices.models import Office
from cctns.offices.naming import named
from cctns.web.paging import as_uuid, with_query
from cctns.web.parts import Link
from cctns.web.postings import posting_of
from cctns.web.templatetags.cctns import day, moment

from ..case.papers import answer, language_of
from ..find.sheet import csv_lines
from .pages import office_at


@require_safe
def index(request: HttpRequest, office_id: UUID) -> HttpResponse:
    """Which returns there are, and which were issued."""
    office = office_at(office_id)
    issued = issued_returns(by=posting_of(request), office=office)
    told = {
        "office": office,
        "returns": [Link(_(words.RETURNS[name]), _address(office, name)) for name in RETURNS],
        "heads": [_("Return"), _("Days"), _("Issued"), _("Issued by")],
        "rows": [
            (
                Link(_(words.RETURNS[one.kind]), reverse("figures_return_pdf", args=[one.pk])),
                f"{day(one.since)} – {day(one.until)}",
                moment(one.issued_at),
                one.officer_name,
            )
            for one in issued
        ],
    }
    return render(request, "officer/figures/returns.html", told)


def _address(office: Office, name: str, period: Period | None = None) -> str:
    address = reverse("figures_return", args=[office.pk, name])
    return f"{address}?at={period.at}" if period else address


def _period(request: HttpRequest, name: str) -> Period:
    try:
        return period_of(name, request.GET.get("at", ""))
    except (LookupError, ValueError, OverflowError):
        raise Http404 from None


@require_http_methods(["GET", "HEAD", "POST"])
def one(request: HttpRequest, office_id: UUID, name: str) -> HttpResponse:
    """One return; sent by POST, it is issued as it stands and its paper is shown."""
    office, period, by = office_at(office_id), _period(request, name), posting_of(request)
    if request.method == "POST":
        issued = issue(by=by, office=office, name=name, period=period)
        return redirect("figures_return_pdf", issued.pk)
    sheets = sheets_of(by=by, office=office, name=name, period=period)
    told = {
        "office": office,
        "name": name,
        "title": _(words.RETURNS[name]),
        "period": period,
        "sheets": [(sheet, _rows(office, sheet)) for sheet in sheets],
        "earlier": _address(office, name, period.before),
        "later": _address(office, name, period.after),
        "file": f"{reverse('figures_return_csv', args=[office.pk, name])}?at={period.at}",
    }
    return render(request, "officer/figures/return.html", told)


def _rows(office: Office, sheet: Sheet) -> list[list[Any]]:
    return [[_shown(office, row, cell) for cell in row] for row in sheet.rows]


def _shown(office: Office, row: list[str | Cell], cell: str | Cell) -> Link | str:
    if isinstance(cell, str) or cell.cut is None:
        return text_of(cell)
    about = text_of(row[0])
    if isinstance(cell.cut, Cut):
        return Link(
            cell.text, f"{reverse('figures_cases', args=[office.pk])}?{cell.cut.query}", about
        )
    address = reverse("figures_events", args=[office.pk, cell.cut.name])
    return Link(cell.text, f"{address}?{cell.cut.query}", about)


@require_safe
def file(request: HttpRequest, office_id: UUID, name: str) -> StreamingHttpResponse:
    """The same as CSV, sheet under sheet; counts alone, so that no purpose is asked."""
    office, period = office_at(office_id), _period(request, name)
    sheets = sheets_of(by=posting_of(request), office=office, name=name, period=period)
    rows: list[list[str]] = [[_(words.RETURNS[name]), named(office), period.at]]
    for sheet in sheets:
        rows += [[], [sheet.title], sheet.heads]
        rows += [[text_of(cell) for cell in row] for row in sheet.rows]
        rows += [[note] for note in sheet.notes]
    shown = StreamingHttpResponse(csv_lines(rows), content_type="text/csv; charset=utf-8")
    shown["Content-Disposition"] = f'attachment; filename="{name}-{period.at}.csv"'
    return shown


@require_safe
def paper(request: HttpRequest, return_id: UUID) -> HttpResponse:
    """An issued return as PDF, in the language asked for."""
    language = language_of(request)
    try:
        pdf = documents.return_pdf(by=posting_of(request), return_id=return_id, language=language)
    except IssuedReturn.DoesNotExist:
        raise Http404 from None
    return answer(pdf, f"return-{return_id}-{language}")


@require_safe
def events(request: HttpRequest, office_id: UUID, name: str) -> HttpResponse:
    """The entries behind one number of a return."""
    office, after = office_at(office_id), request.GET.get("after", "")
    try:
        source = source_of(name)
        cut = EventCut(name, _day(request, "since"), _day(request, "until"))
    except (LookupError, ValueError):
        raise Http404 from None
    page = events_of(by=posting_of(request), office=office, cut=cut, after=as_uuid(after))
    told = {
        "office": office,
        "title": _(words.EVENTS[name]),
        "days": f"{day(cut.since)} – {day(cut.until)}",
        "heads": [_("Number"), _("Office"), _("When it happened"), _("Entered")],
        "rows": [
            (
                Link(one.number, reverse("book_entry", args=[source.book, one.id])),
                named(one.office),
                moment(one.happened_at),
                moment(one.recorded_at),
            )
            for one in page.rows
        ],
        "later": with_query(request, after=page.next_cursor) if page.next_cursor else "",
        "first": with_query(request, after=None) if after else "",
    }
    return render(request, "officer/figures/events.html", told)


def _day(request: HttpRequest, name: str) -> date:
    return date.fromisoformat(request.GET.get(name, ""))
