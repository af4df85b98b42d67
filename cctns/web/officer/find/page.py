"""One box, a filter panel, and a table that says why each FIR matched; newest first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cctns.cases import queries
from cctns.cases.models import Fir
from cctns.cases.queries import FirPage, Wanted
from cctns.web.paging import with_query
from cctns.web.postings import acts_of, posting_of
from cctns.web.templatetags.cases import act
from cctns.web.templatetags.cctns import day

from ..case.page import section_text
from .forms import FindForm

FACETS = ("head", "method", "status", "area")
NARROWED = ("since_day", "until_day", "act", "section", "station", "officer", *FACETS)


@require_safe
def find(request: HttpRequest) -> HttpResponse:
    """Without a question: the newest FIRs within reach."""
    by = posting_of(request)
    form = FindForm(request.GET, by=by)
    page = _page(request, form)
    told: dict[str, Any] = {"form": form, "page": page, "after": request.GET.get("after", "")}
    told["narrowed"] = any(request.GET.get(name) for name in NARROWED)
    if page:
        wanted = form.wanted()
        told |= {
            "rows": [(fir, sections_of(fir), "; ".join(reasons(fir, wanted))) for fir in page.firs],
            "asked": list(asked(wanted, form)),
            "later": with_query(request, after=page.next_cursor) if page.next_cursor else "",
            "first": with_query(request, after=None) if told["after"] else "",
            "may_open": "case.view" in acts_of(request),
            "may_export": "case.export" in acts_of(request),
            "query": request.GET.urlencode(),
        }
    return render(request, "officer/find/find.html", told, status=200 if page else 400)


def _page(request: HttpRequest, form: FindForm) -> FirPage | None:
    if not form.is_valid():
        return None
    try:
        return queries.find_firs(by=form.by, wanted=form.wanted(request.GET.get("after", "")))
    except ValueError:
        form.add_error(None, _("This page of the list cannot be found: search again"))
        return None


def sections_of(fir: Fir) -> str:
    return ", ".join(section_text(one) for one in fir.sections.all())


def asked(wanted: Wanted, form: FindForm) -> Iterator[tuple[str, str]]:
    """What was searched, in words, for the table and above all for an empty one."""
    if wanted.number:
        yield _("Number"), wanted.number
    if wanted.name:
        how = _("exactly") if wanted.exact_name else _("beginning with")
        yield _("Name"), f"{how} {wanted.name}"
    if wanted.since:
        yield _("From"), day(wanted.since)
    if wanted.until:
        yield _("Until"), day(wanted.until)
    if wanted.section:
        yield _("Section"), f"{act(wanted.act)} {wanted.section}".strip()
    if form.place:
        yield _("Station"), form.place.name
    if wanted.officer:
        yield _("Investigating officer"), wanted.officer
    for name in FACETS:
        if value := getattr(wanted, name):
            yield str(form.fields[name].label), shown(form, name, value)


def shown(form: FindForm, name: str, value: str) -> str:
    """A chosen code in words; what was typed, as it was typed."""
    for code, words in getattr(form.fields[name], "choices", ()):
        pairs = words if isinstance(words, list | tuple) else [(code, words)]
        told = dict(pairs)
        if value in told:
            return str(told[value])
    return value


def reasons(fir: Fir, wanted: Wanted) -> Iterator[str]:
    """Why this FIR is in the list."""
    if wanted.number:
        yield _("number")
    if wanted.name:
        yield _("name of a person")
    if wanted.section:
        yield _("section %(number)s") % {"number": wanted.section}
    if wanted.officer:
        yield _("investigating officer")
    words = {"head": _("head"), "method": _("method"), "status": _("status"), "area": _("place")}
    yield from (word for name, word in words.items() if getattr(wanted, name))
    if wanted.station:
        yield _("station")
    if wanted.since or wanted.until:
        yield _("date")
