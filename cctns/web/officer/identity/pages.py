"""The review, worth most first; two mentions side by side; propose, decide, take back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cctns.identity import actions, queries
from cctns.identity.codes import Verdict
from cctns.identity.queries import Asked, Compared, Review

from ...act import Words, act_page
from ...paging import with_query
from ...postings import posting_of
from . import shown
from .forms import Filter, TakeBack, Word


@require_safe
def review(request: HttpRequest) -> HttpResponse:
    """Pairs that may be one person, a page at a time."""
    form = Filter(request.GET)
    told = form.cleaned_data if form.is_valid() else {}
    asked = Asked(
        told.get("which") or queries.OPEN, told.get("likely", False), told.get("apart", False)
    )
    after = request.GET.get("after", "")
    found = _review(request, asked, after)
    page = {
        "form": form,
        "heads": shown.heads(asked.which),
        "rows": [shown.line(one) for one in found.lines],
        "asked": asked,
        "later": with_query(request, after=found.next_cursor) if found.next_cursor else "",
        "first": with_query(request, after=None) if after else "",
    }
    return render(request, "officer/identity/review.html", page)


def _review(request: HttpRequest, asked: Asked, after: str) -> Review:
    """A broken address leads to the first page."""
    by = posting_of(request)
    try:
        return queries.review(by=by, asked=asked, after=after)
    except ValueError:
        return queries.review(by=by, asked=asked)


@require_http_methods(["GET", "POST"])
def pair(request: HttpRequest, one: UUID, other: UUID) -> HttpResponse:
    """Side by side, with what was said so far; a POST says the officer's word."""
    told = _compared(request, one, other)
    form = _form(request, told)
    if form is not None and request.method == "POST" and _judged(request, told, form):
        messages.success(request, _("Your word is entered"))
        return redirect(request.path)
    page = {
        **shown.compared(told),
        "form": form,
        "undo": _undo_address(request, told),
        "told": told,
    }
    status = 400 if form is not None and form.errors else 200
    return render(request, "officer/identity/pair.html", page, status=status)


def _compared(request: HttpRequest, one: UUID, other: UUID) -> Compared:
    if one == other:
        raise Http404
    try:
        return queries.compared(by=posting_of(request), one=one, other=other)
    except LookupError:
        raise Http404 from None


def _form(request: HttpRequest, told: Compared) -> Word | None:
    """None when there is nothing left for this officer to say."""
    if told.standing.held or not _may_say(request, told):
        return None
    form = Word(
        request.POST if request.method == "POST" else None, initial={"seen": told.standing.last}
    )
    if not told.may_decide:
        form.fields["verdict"].choices = [(Verdict.SAME, Verdict.SAME.label)]  # type: ignore[attr-defined]
    return form


def _may_say(request: HttpRequest, told: Compared) -> bool:
    return told.may_decide if told.standing.proposed else told.may_propose


def _judged(request: HttpRequest, told: Compared, form: Word) -> bool:
    if not form.is_valid():
        return False
    word = form.cleaned_data
    made = form.attempt(
        lambda: actions.judge(
            by=posting_of(request),
            pair=told.pair,
            verdict=Verdict(word["verdict"]),
            grounds=word["grounds"],
            reason=word["reason"],
            seen=word["seen"],
        )
    )
    return made is not None


def _undo_address(request: HttpRequest, told: Compared) -> str:
    """Whoever decides may take back, and whoever proposed the own proposal."""
    proposed = told.standing.proposed
    own = proposed is not None and proposed.officer_id == posting_of(request).officer_id
    if told.standing.last is None or not (told.may_decide or own):
        return ""
    return reverse("identity_undo", args=told.pair.ids)


@require_http_methods(["GET", "POST"])
def undo(request: HttpRequest, one: UUID, other: UUID) -> HttpResponse:
    """Take back what holds. Everything is then as it was before it was said."""
    told = _compared(request, one, other)
    here = reverse("identity_pair", args=told.pair.ids)
    data = request.POST if request.method == "POST" else None
    words = Words(
        title=_("Take back the judgement"),
        button=_("Take it back"),
        told=_("It is taken back"),
        intro=_("The judgement stays in the history; it holds no longer."),
        kind="warning",
    )

    def act(word: dict[str, Any]) -> Any:
        return actions.undo(
            by=posting_of(request), pair=told.pair, reason=word["reason"], seen=word["seen"]
        )

    form = TakeBack(data, initial={"seen": told.standing.last})
    return act_page(request, form=form, words=words, back=here, act=act, then=here)
