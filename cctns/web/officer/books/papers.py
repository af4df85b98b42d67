"""The papers of an entry as PDF, in the language asked for."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from cctns.documents import queries

from ...postings import posting_of
from ..case.papers import answer, language_of
from .pages import book_named


@require_safe
def paper(request: HttpRequest, name: str, entry_id: UUID, paper: str) -> HttpResponse:
    book, language = book_named(name), language_of(request)
    try:
        pdf = queries.entry_pdf(
            by=posting_of(request), book=book, entry_id=entry_id, paper=paper, language=language
        )
    except (LookupError, book.model.DoesNotExist):
        raise Http404 from None
    return answer(pdf, f"{name}-{paper}-{entry_id}-{language}")
