"""Beginning an FIR, from nothing or from a complaint, and the drafts that lie on the table."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cctns.cases import actions, queries
from cctns.cases.answers import FirAnswers
from cctns.cases.codes import FirKind
from cctns.cases.models import FirDraft
from cctns.offices import access
from cctns.registers.models import Complaint
from cctns.web.postings import posting_of

from . import complaint, forms, pages
from .closed import unless_open
from .desk import Desk, open_desk
from .problems import add_errors


@require_http_methods(["GET", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """Which kind of FIR, and from which complaint if from one."""
    by = posting_of(request)
    access.require(by, "fir.draft", by.office)
    source = complaint.named(by, request.GET.get("complaint", ""))
    posted = request.POST if request.method == "POST" else None
    form = forms.Kind(posted, answers=FirAnswers(), by=by)
    draft = _begin(form, source) if form.is_bound and form.is_valid() else None
    if draft:
        return redirect("fir_draft", draft_id=draft.pk)
    told = {"form": form, "complaint": source}
    return render(request, "officer/fir/start.html", told, status=400 if form.is_bound else 200)


def _begin(form: forms.Kind, source: Complaint | None) -> FirDraft | None:
    kind = FirKind(form.cleaned_data["kind"])
    try:
        return actions.start_draft(by=form.by, kind=kind, complaint=source)
    except actions.CannotRegister as error:
        add_errors(form, error.problems)
        return None


@require_safe
def drafts(request: HttpRequest) -> HttpResponse:
    """The station's unfinished FIRs; e-FIRs that await a signature show by when."""
    by = posting_of(request)
    return render(request, "officer/fir/drafts.html", {"drafts": queries.drafts(by=by)})


@require_safe
def hub(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """The task list of one draft: each page with its state and what is missing on it."""
    desk = open_desk(request, draft_id)
    return unless_open(desk) or render(request, "officer/fir/hub.html", _told(desk))


def _told(desk: Desk) -> dict[str, Any]:
    groups = pages.tasks(desk)
    wanted = [task for _title, tasks in groups for task in tasks if not task.settled]
    return {
        "desk": desk,
        "groups": [
            (title, [task.shown(desk.draft.pk) for task in tasks]) for title, tasks in groups
        ],
        "open": len(wanted),
    }


@require_http_methods(["GET", "POST"])
def discard(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """Put a draft away, after asking once."""
    desk = open_desk(request, draft_id)
    if request.method != "POST":
        return unless_open(desk) or render(request, "officer/fir/discard.html", {"desk": desk})
    actions.discard_draft(by=desk.by, draft=desk.draft)
    messages.success(request, _("The draft was put away"))
    return redirect("fir_drafts")
