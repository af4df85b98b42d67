"""Papers as PDF: the FIR, a day of the General Diary, the receipt of a complaint."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation
from django.views.decorators.http import require_safe

from cctns.cases.models import Case
from cctns.documents import queries
from cctns.documents.wording import LANGUAGES
from cctns.offices import access
from cctns.registers.models import Complaint
from cctns.web.postings import posting_of


@require_safe
def fir(request: HttpRequest, fir_id: UUID) -> HttpResponse:
    """IIF-I in the language asked for; persons as far as the law shows them to this officer."""
    language = language_of(request)
    try:
        pdf = queries.fir_pdf(by=posting_of(request), fir_id=fir_id, language=language)
    except Case.DoesNotExist:
        raise Http404 from None
    return answer(pdf, f"fir-{fir_id}-{language}")


@require_safe
def diary_day(request: HttpRequest, day: str) -> HttpResponse:
    """One's own station's General Diary of a day in India, whole."""
    by, language = posting_of(request), language_of(request)
    try:
        when = date.fromisoformat(day)
    except ValueError:
        raise Http404 from None
    if when > access.today():  # a signed page would say that nothing happened then
        raise Http404
    pdf = queries.diary_pdf(by=by, office=by.office, day=when, language=language)
    return answer(pdf, f"diary-{when}-{language}")


@require_safe
def receipt(request: HttpRequest, complaint_id: UUID) -> HttpResponse:
    by, language = posting_of(request), language_of(request)
    try:
        pdf = queries.receipt_pdf(by=by, complaint_id=complaint_id, language=language)
    except Complaint.DoesNotExist:
        raise Http404 from None
    return answer(pdf, f"complaint-{complaint_id}-{language}")


def language_of(request: HttpRequest) -> str:
    """As asked for, else the page's own."""
    wanted = request.GET.get("lang", translation.get_language() or "en")
    if wanted not in LANGUAGES:
        raise Http404
    return wanted


def answer(pdf: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(pdf, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    return answer
