"""Saved searches: their list, a new one, and what is new in one since the last look."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from cctns.lib.clock import now
from cctns.search import saved as store
from cctns.search.tables import SavedSearch
from cctns.web import news
from cctns.web.forms import Form
from cctns.web.parts import Link
from cctns.web.postings import acts_of, posting_of
from cctns.web.templatetags.cctns import moment

from ..fir.fields import Text
from . import rows
from .anyone import offices_of
from .asking import BoxForm
from .subscriptions import new_in


class SaveForm(Form):
    title = Text(label=_("Name of the search"), longest=100)


@require_http_methods(["GET", "HEAD", "POST"])
def saved(request: HttpRequest) -> HttpResponse:
    """One's own searches; with `query`, a form that keeps another one."""
    by, query = posting_of(request), request.GET.get("query", "")
    form = SaveForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        title = form.cleaned_data["title"]
        if form.attempt(lambda: store.save_search(by=by, title=title, query=query)):
            messages.success(request, gettext("The search is kept"))
            return redirect("find_saved")
    told = {
        "form": form,
        "query": query,
        "words": QueryDict(query).get("q", ""),
        "heads": [
            *(gettext("Search"), gettext("Asked"), gettext("New")),
            gettext("Looked at last"),
        ],
        "rows": [
            (
                Link(one.title, reverse("find_saved_one", args=[one.pk])),
                QueryDict(one.query).get("q", ""),
                one.news or "",
                moment(one.seen_at),
            )
            for one in store.saved_searches(by=by)
        ],
    }
    return render(request, "officer/find/saved.html", told, status=400 if form.errors else 200)


@require_safe
def one(request: HttpRequest, saved_id: UUID) -> HttpResponse:
    """What the search finds that was told since the last look. Looking again starts from now."""
    by = posting_of(request)
    try:
        kept = store.saved_search(by=by, saved_id=saved_id)
    except SavedSearch.DoesNotExist:
        raise Http404 from None
    begun, form = now(), BoxForm(QueryDict(kept.query))
    fresh = new_in(form, by=by, since=kept.seen_at)
    told: dict[str, Any] = {"kept": kept, "again": f"{reverse('find_anyone')}?{kept.query}"}
    if fresh:
        may_open = "case.view" in acts_of(request)
        told["table"] = rows.table_of(
            fresh, form.look, may_open=may_open, offices=offices_of(fresh)
        )
    store.seen(by=by, saved_id=saved_id, at=begun)
    news.forget(request)
    return render(request, "officer/find/saved_one.html", told)


@require_http_methods(["POST"])
def throw_away(request: HttpRequest, saved_id: UUID) -> HttpResponse:
    store.throw_away(by=posting_of(request), saved_id=saved_id)
    news.forget(request)
    messages.success(request, gettext("The search is thrown away"))
    return redirect("find_saved")
