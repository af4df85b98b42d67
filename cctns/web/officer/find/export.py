"""Taking a list away: for a purpose, kept in the journal, as a file for a spreadsheet."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from cctns.cases import actions
from cctns.cases.actions.export import HEADER
from cctns.offices import access
from cctns.web.forms import Form
from cctns.web.postings import posting_of

from ..fir.fields import Text
from ..fir.forms.base import radios
from .forms import FindForm
from .page import asked
from .sheet import csv_lines

PURPOSES = (
    ("investigation", _("Investigation of a case")),
    ("supervision", _("Supervision and inspection")),
    ("court", _("Order of a court")),
    ("statistics", _("Statistics")),
    ("audit", _("Audit")),
)


class PurposeForm(Form):
    purpose = radios(
        _("What is the list for?"),
        PURPOSES,
        required=True,
        error_messages={"required": _("Say what the list is for")},
    )
    reference = Text(label=_("Number of the case or order, if there is one"), longest=100)

    @property
    def told(self) -> str:
        code, reference = self.cleaned_data["purpose"], self.cleaned_data["reference"]
        return f"{code}: {reference}" if reference else code


@require_http_methods(["GET", "POST"])
def export(request: HttpRequest) -> HttpResponseBase:
    """The search is that of the address; persons whom the law hides are masked for everybody."""
    by = posting_of(request)
    access.require(by, "case.export", by.office)
    search = FindForm(request.GET, by=by)
    form = PurposeForm(request.POST if request.method == "POST" else None)
    if form.is_bound and search.is_valid() and form.is_valid():
        try:
            rows = actions.export_firs(by=by, wanted=search.wanted(), purpose=form.told)
        except actions.CannotRegister as error:
            form.show(error)
        else:
            return _file([HEADER, *rows])
    return _page(request, search, form)


def _page(request: HttpRequest, search: FindForm, form: PurposeForm) -> HttpResponse:
    told: dict[str, Any] = {"form": form, "search": search, "query": request.GET.urlencode()}
    told["asked"] = list(asked(search.wanted(), search)) if search.is_valid() else []
    wrong = bool(form.errors or search.errors)
    return render(request, "officer/find/export.html", told, status=400 if wrong else 200)


def _file(rows: list[tuple[str, ...]]) -> StreamingHttpResponse:
    answer = StreamingHttpResponse(csv_lines(rows), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="firs.csv"'
    return answer
