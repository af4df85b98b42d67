"""Possible matches of a missing person, a found one or a body: reasons, and a person's word."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from cctns.cases import queries
from cctns.cases.actions import decide_candidate
from cctns.cases.models import TraceCandidate
from cctns.offices.models import Posting
from cctns.registers import book as books
from cctns.registers.book import Book
from cctns.registers.models import Entry

from ...fields import Text
from ...forms import NOT_POSSIBLE, Form
from ...paging import as_uuid
from ...parts import Link
from ...postings import acts_at, posting_of
from ..fir.forms.base import radios
from .pages import MATCHED, book_named, entry_address, entry_of


class Word(Form):
    """What an officer says of one candidate."""

    same = radios(
        gettext_lazy("Is it the same person?"),
        [("yes", gettext_lazy("The same person")), ("no", gettext_lazy("Not the same person"))],
    )
    reason = Text(label=gettext_lazy("What shows it"), rows=2, required=False)


@dataclass(frozen=True)
class Card:
    """One candidate as the page shows it."""

    title: str
    place: str
    match: queries.Match
    reasons: list[str]
    decide: str


@require_http_methods(["GET", "POST"])
def matches(request: HttpRequest, name: str, entry_id: UUID) -> HttpResponse:
    """The candidates; with `?of=` the form about one of them."""
    book, by = book_named(name), posting_of(request)
    if name not in MATCHED:
        raise Http404
    entry, _lists = entry_of(request, book, entry_id)
    here = reverse("book_matches", args=[name, entry_id])
    asked = as_uuid(request.GET.get("of", ""))
    form, status = None, 200
    if asked:
        candidate = _candidate(by, entry, asked)
        form = Word(request.POST if request.method == "POST" else None)
        if request.method == "POST" and _decided(by, candidate, form):
            messages.success(request, _("The decision is entered"))
            return redirect(here)
        status = 400 if request.method == "POST" else 200
    may = "register.enter" in acts_at(request, entry.office)
    page = {
        "title": _("Possible matches"),
        "about": f"{_(book.one)} {entry.number}",
        "back": Link(f"{_(book.one)} {entry.number}", entry_address(book, entry)),
        "cards": [
            _card(one, here if may else "") for one in queries.matches_of(by=by, entry=entry)
        ],
        "form": form,
        "asked": asked,
    }
    return render(request, "officer/books/matches.html", page, status=status)


def _candidate(by: Posting, entry: Entry, asked: UUID) -> TraceCandidate:
    try:
        return queries.candidate_at(by=by, entry=entry, candidate_id=asked)
    except TraceCandidate.DoesNotExist:
        raise Http404 from None


def _decided(by: Posting, candidate: TraceCandidate, form: Word) -> bool:
    if not form.is_valid():
        return False
    if not form.cleaned_data["same"]:
        form.add_error("same", forms.ValidationError(_("Choose one of the two")))
        return False
    same, reason = form.cleaned_data["same"] == "yes", form.cleaned_data["reason"]
    try:
        decide_candidate(by=by, candidate=candidate, same=same, reason=reason)
    except NOT_POSSIBLE as error:
        form.show(error)
        return False
    return True


def _card(match: queries.Match, here: str) -> Card:
    one = match.candidate
    book: Book = books.named(one.other_book)
    return Card(
        title=f"{_(book.one)} {one.other_number}, {one.other_office.name}",
        place=one.other_place,
        match=match,
        reasons=[_(sentence) % values for sentence, values in one.reasons],
        decide=f"{here}?of={one.pk}" if here else "",
    )
