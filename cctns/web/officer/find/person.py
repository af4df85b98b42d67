"""A person's history: cases, how each stands, custody, those accused with them, what is known."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cctns.cases.telling import name_of, tables
from cctns.documents import queries as documents
from cctns.identity.queries import cluster_of
from cctns.offices.models import Office
from cctns.search.looking import Look, PurposeWanted
from cctns.search.sheet import Sheet, Unseen, sheet_of
from cctns.web.postings import posting_of

from ..case.papers import answer, language_of
from . import history, rows
from .asking import LookForm


@require_safe
def person(request: HttpRequest, mention_id: UUID) -> HttpResponse:
    """What lies in one's jurisdiction freely; with a purpose all that may be seen."""
    form = LookForm(request.GET or None)
    sheet = _sheet(request, form, mention_id) if not form.is_bound or form.is_valid() else None
    told: dict[str, Any] = {"form": form, "mention_id": mention_id, "sheet": sheet}
    if sheet:
        told |= _shown(form, sheet)
    return render(request, "officer/find/person.html", told, status=400 if form.errors else 200)


def _sheet(request: HttpRequest, form: LookForm, mention_id: UUID) -> Sheet | None:
    look = form.look if form.is_bound else Look()
    try:
        by = posting_of(request)
        mentions = cluster_of(by=by, mention=mention_id)
        return sheet_of(by=by, mentions=mentions, look=look)
    except Unseen:
        raise Http404 from None
    except PurposeWanted:
        form.purpose_wanted()
        return None


def _shown(form: LookForm, sheet: Sheet) -> dict[str, Any]:
    found = Office.objects.select_related("state", "district")
    mentions = [*(one.mention for one in sheet.lines), *sheet.associates]
    alike = [one.mention for one in sheet.alike]
    offices = dict(found.in_bulk({one.office_id for one in (*mentions, *alike)}))
    look = form.look if form.is_bound else Look()
    return {
        "title": name_of(sheet.first),
        "tables": tables(sheet, offices),
        "graph": history.graph(sheet),
        "alike": [rows.person_row(one, look, offices) for one in sheet.alike],
        "alike_heads": history.alike_heads(),
    }


@require_safe
def paper(request: HttpRequest, mention_id: UUID) -> HttpResponse:
    """The sheet as PDF; printed for a purpose alone, and kept. Raises as a page does."""
    language, form = language_of(request), LookForm(request.GET)
    if form.is_valid():
        try:
            by = posting_of(request)
            mentions = cluster_of(by=by, mention=mention_id)
            pdf = documents.history_pdf(by=by, mentions=mentions, look=form.look, language=language)
            return answer(pdf, f"history-{mention_id}-{language}")
        except Unseen:
            raise Http404 from None
        except PurposeWanted:
            form.purpose_wanted()
    told = {"form": form, "mention_id": mention_id, "sheet": None}
    return render(request, "officer/find/person.html", told, status=400)
