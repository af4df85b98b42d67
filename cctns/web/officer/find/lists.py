"""Lists of names: brought as a file, looked at by the worker, reviewed line by line."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from cctns.cases.telling import label_of
from cctns.search import screening
from cctns.search.codes import Reason, Scope
from cctns.search.looking import Look, Purpose
from cctns.search.tables import Screened, Screening
from cctns.web.forms import Form
from cctns.web.parts import Link
from cctns.web.postings import posting_of
from cctns.web.templatetags.cctns import moment

from ..fir.fields import Text
from ..fir.forms.base import options, radios
from .rows import sheet_address

_ENVELOPE = 64 * 1024  # of a form around its file


class ListForm(Form):
    title = Text(label=_("Name of the list"), longest=200, required=True)
    file = forms.FileField(
        label=_("CSV file"),
        help_text=_(
            "In UTF-8, at most 8 MB. Columns: name, and as far as known father, age, sex, "
            "district, phone"
        ),
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}),
        error_messages={"required": _("Choose a file"), "empty": _("This file is empty")},
    )
    reason = options(_("What for"), Reason.choices, required=True)
    reference = Text(
        label=_("Number of the case or order, and a few words"), longest=300, required=True
    )


@require_http_methods(["GET", "HEAD", "POST"])
def lists(request: HttpRequest) -> HttpResponse:
    """The lists of one's office, how far each has come, and a form for another one."""
    by = posting_of(request)
    if int(request.META.get("CONTENT_LENGTH") or 0) > screening.MOST_BYTES + _ENVELOPE:
        form, too_large = ListForm(), True
    else:
        too_large = False
        form = ListForm(request.POST, request.FILES) if request.method == "POST" else ListForm()
        if form.is_bound and form.is_valid() and (taken := _taken(request, form)):
            messages.success(request, gettext("The list is taken in and being looked at"))
            return redirect("find_list", taken.pk)
    told = {
        "form": form,
        "too_large": too_large,
        "heads": [gettext("List"), gettext("What for"), gettext("Brought"), gettext("Looked at")],
        "rows": [
            (
                Link(one.title, reverse("find_list", args=[one.pk])),
                f"{one.get_reason_display()}: {one.reference}",
                moment(one.made_at),
                f"{one.done} / {one.total}",
            )
            for one in screening.lists(by=by)
        ],
    }
    status = 413 if too_large else 400 if form.errors else 200
    return render(request, "officer/find/lists.html", told, status=status)


def _taken(request: HttpRequest, form: ListForm) -> Screening | None:
    told = form.cleaned_data
    purpose = Purpose(told["reason"], told["reference"])
    return form.attempt(
        lambda: screening.take_list(
            by=posting_of(request), title=told["title"], file=told["file"].file, purpose=purpose
        )
    )


class DecisionForm(Form):
    decision = radios(
        _("Is one of these the person of the list?"),
        [("same", _("Yes, to be checked")), ("other", _("No")), ("unsure", _("Not sure"))],
        required=True,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def one(request: HttpRequest, screening_id: UUID) -> HttpResponse:
    """How far the list has come, and the undecided line that matches best."""
    by = posting_of(request)
    try:
        taken = screening.list_for(by=by, screening_id=screening_id)
    except Screening.DoesNotExist:
        raise Http404 from None
    form = DecisionForm(request.POST or None)
    if form.is_bound and form.is_valid() and request.POST.get("line", "").isdecimal():
        line, decision = int(request.POST["line"]), form.cleaned_data["decision"]
        screening.decide(by=by, screening=taken, ordinal=line, decision=decision)
        return redirect("find_list", taken.pk)
    waiting = screening.to_review(by=by, screening=taken)
    told = {
        "taken": taken,
        "form": form,
        "waiting": len(waiting),
        "line": waiting[0] if waiting else None,
        "asked": _told(waiting[0]) if waiting else "",
        "heads": [
            *(gettext("Name"), gettext("Told of them"), gettext("Mentioned as")),
            *(gettext("Case or entry"), gettext("Score")),
        ],
        "rows": _rows(taken, waiting[0]) if waiting else [],
    }
    return render(request, "officer/find/list.html", told, status=400 if form.errors else 200)


def _told(line: Screened) -> str:
    """A line, the name first: the database keeps the columns in an order of its own."""
    return ", ".join(line.told[name] for name in screening.COLUMNS if line.told.get(name))


def _rows(taken: Screening, line: Screened) -> list[list[Any]]:
    look = Look(Scope.NATION, Purpose(taken.reason, taken.reference))
    facts = ("relative_name", "birth_to", "district")
    return [
        [
            Link(hit["name"] or hit["alias"], sheet_address(UUID(hit["id"]), look)),
            ", ".join(str(hit[name]) for name in facts if hit[name]),
            label_of(hit["role"], hit["standing"]),
            hit["number"],
            str(hit["score"]),
        ]
        for hit in line.found or []
    ]
