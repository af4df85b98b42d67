"""One question page: what is well-formed is saved, what the law misses is said at its field."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from cctns.cases import actions, rules
from cctns.cases.rules import Problem

from . import forms, pages, shown
from .closed import unless_writable
from .desk import Desk, open_desk, plain
from .problems import add_errors


@require_http_methods(["GET", "POST"])
def question(request: HttpRequest, draft_id: UUID, slug: str) -> HttpResponse:
    page, desk = pages.PAGES.get(slug), open_desk(request, draft_id)
    if page is None or page.form is None:
        raise Http404
    form = shown.question(page, desk, request.POST if request.method == "POST" else None)
    return unless_writable(desk) or (
        _save(request, page, desk, form) if form.is_bound else show(request, page, desk, form)
    )


def show(
    request: HttpRequest,
    page: pages.Page,
    desk: Desk,
    form: forms.Question,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    told = {
        "page": page,
        "desk": desk,
        "form": form,
        "seen": desk.seen(form.fields),
        "facts": facts(page, desk),
        "must_hide": page.slug == "close" and rules.must_be_sensitive(desk.answers),
        **more,
    }
    return render(request, "officer/fir/question.html", told, status=status)


def _save(request: HttpRequest, page: pages.Page, desk: Desk, form: forms.Question) -> HttpResponse:
    form.full_clean()
    told = {key: form.cleaned_data[key] for key in form.fields if key in form.cleaned_data}
    if "later" not in request.POST:
        add_errors(form, missing_on(page, desk, told))
    if form.errors:
        return show(request, page, desk, form, 400)
    try:
        if desk.save(plain(told), seen=request.POST.get("seen", "")):
            return go_on(request, page, desk)
    except actions.CannotRegister as error:
        add_errors(form, error.problems)
        return show(request, page, desk, form, 400)
    saved = shown.rows(shown.question(page, desk))
    return show(request, page, desk, form, 409, saved=saved, changed=desk.draft)


def go_on(request: HttpRequest, page: pages.Page, desk: Desk) -> HttpResponse:
    """To the next page that wants something, or back to the task list when saved for later."""
    if "later" in request.POST:
        return redirect("fir_draft", draft_id=desk.draft.pk)
    return redirect(pages.onward(page, desk))


def missing_on(page: pages.Page, desk: Desk, told: dict[str, Any]) -> list[Problem]:
    found = desk.problems(replace(desk.answers, **told))
    return [one for one in found if one.page == page.slug]


def facts(page: pages.Page, desk: Desk) -> list[tuple[str, str]]:
    """What the form asks for and the system works out: the weekday of the occurrence."""
    start = desk.answers.occurred_from
    if page.slug != "occurrence" or start is None:
        return []
    return [(_("Day of the week"), shown.weekday(start))]
