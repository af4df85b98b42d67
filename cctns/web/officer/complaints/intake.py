"""Taking a complaint in: question page, check answers, receipt. Sent twice, it is taken in once."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cctns.lib.clock import now
from cctns.lib.ids import uuid7
from cctns.offices import access
from cctns.registers import actions, queries
from cctns.registers.codes import Intake

from ...parts import Row
from ...postings import posting_of
from ...templatetags.cctns import moment
from ..known import known
from . import forms
from .desk import complaint_at

_PAGE = "officer/complaints/new.html"


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """`step` is "check" to see the answers, "change" to go back to them, "save" to take it in."""
    by = posting_of(request)
    access.require(by, "complaint.receive", by.office)
    if request.method != "POST":
        initial = {"id": uuid7(), "received_at": now(), "intake": Intake.DESK}
        return render(request, _PAGE, {"form": forms.NewComplaint(initial=initial)})
    form, step = forms.NewComplaint(request.POST), request.POST.get("step", "check")
    if not form.is_valid():
        return render(request, _PAGE, {"form": form}, status=400)
    if step == "save":
        return _save(request, form)
    if step == "change":
        return render(request, _PAGE, {"form": form})
    return _check(request, form)


def _check(request: HttpRequest, form: forms.NewComplaint) -> HttpResponse:
    kept = [
        (name, value)
        for name, values in request.POST.lists()
        if name not in ("step", "csrfmiddlewaretoken")
        for value in values
    ]
    person = SimpleNamespace(**form.cleaned_data)
    shown = {"rows": _answers(form), "kept": kept, "known": known(request, person)}
    return render(request, "officer/complaints/check.html", shown)


def _answers(form: forms.NewComplaint) -> list[Row]:
    rows = []
    for bound in form.visible_fields():
        value = form.cleaned_data[bound.name]
        if value not in (None, ""):
            rows.append(Row(str(bound.label), _shown(bound.field, value)))
    return rows


def _shown(field: Any, value: Any) -> Any:
    choices = dict(getattr(field, "choices", ()))
    if hasattr(value, "astimezone"):
        return moment(value)
    return choices.get(value, value)


def _save(request: HttpRequest, form: forms.NewComplaint) -> HttpResponse:
    complaint_id: UUID = form.cleaned_data["id"]
    if queries.complaint_is_known(by=posting_of(request), complaint_id=complaint_id):
        return redirect("complaint_receipt", complaint_id)
    complaint = form.attempt(
        lambda: actions.receive_complaint(by=posting_of(request), details=form.cleaned_data)
    )
    if complaint is None:
        return render(request, _PAGE, {"form": form}, status=400)
    return redirect("complaint_receipt", complaint.pk)


@require_safe
def receipt(request: HttpRequest, complaint_id: UUID) -> HttpResponse:
    """The number to tell the complainant, and the paper to give them."""
    complaint = complaint_at(request, complaint_id)
    told = _("Its number is %(number)s") % {"number": complaint.number}
    shown = {"complaint": complaint, "told": told, "back": reverse("complaint_list")}
    return render(request, "officer/complaints/receipt.html", shown)
