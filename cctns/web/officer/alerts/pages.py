"""The inbox page by page; one alert with why, what was answered, and what may be answered now."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cctns.alerts import actions, queries
from cctns.alerts.codes import Step
from cctns.alerts.models import Alert
from cctns.alerts.queries import Asked, Inbox, Told

from ...act import Words, act_page
from ...paging import with_query
from ...parts import Link
from ...postings import acts_of, posting_of
from . import shown
from .forms import Answer, Filter, Promise


@require_safe
def inbox(request: HttpRequest) -> HttpResponse:
    """Alerts of one's office; the page renews its list by itself where scripts run."""
    page = {**lines(request), "acts": acts_of(request)}
    return render(request, "officer/alerts/inbox.html", page)


def lines(request: HttpRequest) -> dict[str, Any]:
    """The list itself, also for the page that renews it; what is shown counts as delivered."""
    form = Filter(request.GET)
    told = form.cleaned_data if form.is_valid() else {}
    after = request.GET.get("after", "")
    asked = Asked(told.get("which") or "open", told.get("kind", ""), after)
    by = posting_of(request)
    found = _inbox(request, asked)
    actions.shown(by=by, alert_ids=[one.alert.pk for one in found.lines])
    return {
        "form": form,
        "heads": shown.heads(),
        "rows": [shown.line(one) for one in found.lines],
        "fresh_heads": shown.fresh_heads(),
        "fresh": [shown.fresh(one) for one in found.fresh],
        "asked": asked,
        "first": with_query(request, after=None) if after else "",
        "later": with_query(request, after=found.more) if found.more else "",
        "live": "" if after else shown.mark(found),
    }


def _inbox(request: HttpRequest, asked: Asked) -> Inbox:
    """A broken address leads to the first page."""
    by = posting_of(request)
    try:
        return queries.inbox(by=by, asked=asked)
    except ValueError:
        return queries.inbox(by=by, asked=Asked(asked.which, asked.kind))


def told_of(request: HttpRequest, alert_id: UUID) -> Told:
    try:
        return queries.alert_for(by=posting_of(request), alert_id=alert_id)
    except Alert.DoesNotExist:
        raise Http404 from None


@require_safe
def alert(request: HttpRequest, alert_id: UUID) -> HttpResponse:
    """Why it was raised, how it came here, who answered what."""
    told = told_of(request, alert_id)
    actions.opened(by=posting_of(request), alert_id=alert_id)
    page = {
        **shown.page(told),
        "steps": [
            Link(str(one.label), reverse("alert_answer", args=[alert_id, one.value]))
            for one in told.steps
        ],
    }
    return render(request, "officer/alerts/alert.html", page)


@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, alert_id: UUID, verb: str) -> HttpResponse:
    """One answer: acknowledge, confirm, exclude, note, act, clear."""
    told, by = told_of(request, alert_id), posting_of(request)
    try:
        step = Step(verb)
    except ValueError:
        raise Http404 from None
    kind = Promise if step == Step.ACKNOWLEDGED else Answer
    form = kind(request.POST if request.method == "POST" else None)
    here = reverse("alert_page", args=[alert_id])
    words = Words(
        title=str(step.label),
        button=str(step.label),
        told=_("Your answer is entered"),
        intro=told.alert.heading,
    )

    def act(word: dict[str, Any]) -> Any:
        promised = word.get("answer_by")
        return actions.answer(
            by=by, alert_id=alert_id, step=step, words=word["words"], answer_by=promised
        )

    return act_page(request, form=form, words=words, back=here, act=act, then=here)
