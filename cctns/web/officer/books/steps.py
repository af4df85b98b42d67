"""Making an entry and taking a step: the form, the answers once more, the act.

Sent twice, an entry is made once: its id travels with the form.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from cctns.journal.write import Stale
from cctns.lib.clock import now
from cctns.lib.ids import uuid7
from cctns.offices import access
from cctns.registers import queries
from cctns.registers.actions import make_entry, take_step
from cctns.registers.book import Book, Step
from cctns.registers.models import Entry

from ...paging import as_uuid
from ...postings import posting_of
from ..known import Known as OnRecord
from ..known import known_in
from . import kept, told
from .forms import Known, StepForm
from .pages import back_of, book_named, entry_address, entry_of, heading

_ask = require_http_methods(["GET", "POST"])


@_ask
def new(request: HttpRequest, name: str) -> HttpResponse:
    """A new entry of a register of the station."""
    book, by = book_named(name), posting_of(request)
    if book.of_case:
        raise Http404
    access.require(by, book.enter.act, by.office)
    entry = book.model(state=by.office.state_id, office=by.office)
    about = as_uuid(request.GET.get("to", ""))
    if book.answers:
        setattr(entry, f"{book.answers}_id", about)
    elif hasattr(entry, "record_id"):
        entry.record_id = about
    return enter(request, book, entry)


def enter(request: HttpRequest, book: Book, entry: Entry) -> HttpResponse:
    """`do` is "check" to see the answers, "change" to go back, "save" to enter them.

    "keep" puts them aside as they are, "drop" throws away what was put aside.
    """
    do = request.POST.get("do", "check")
    if do in _ASIDE:
        return _aside(request, do)
    answers, since = kept.given_back(request) if request.method == "GET" else (None, None)
    entry.pk = as_uuid((answers or request.POST).get("id", "")) or uuid7()
    entry.happened_at = entry.happened_at or now()
    step, by = book.enter, posting_of(request)
    form = _form(request, book, step, entry, answers=answers)
    if request.method != "POST":
        return _show(request, form, since=since)
    kept.keep(request)
    if do == "change" or form.more:
        return _show(request, form)
    if not form.valid:
        return _show(request, form, status=400)
    if do != "save":
        lines = form.fill()
        form.form.say(queries.problems(by=by, entry=entry, step=step, lines=lines))
        if not form.valid:
            return _show(request, form, status=400)
        return _check(request, form, lines, _known_to(request, form))
    fixed = {one: getattr(entry, one) for one in _FIXED if hasattr(entry, one)}
    made = form.attempt(
        lambda: make_entry(
            by=by,
            book=book,
            entry_id=entry.pk,
            details={**form.details, **fixed},
            lists=form.told_lists,
        )
    )
    if made is None:
        return _show(request, form, status=400)
    kept.drop(request)
    messages.success(request, _(step.told))
    return redirect(entry_address(book, made))


_ASIDE = ("keep", "drop")


def _aside(request: HttpRequest, do: str) -> HttpResponse:
    if do == "keep":
        kept.keep(request)
        return HttpResponse(status=204)
    kept.drop(request)
    messages.success(request, _("What was kept of this form is thrown away"))
    return redirect(request.get_full_path())


_FIXED = ("case_id", "report_id", "record_id")  # what the page says a new form is about


@_ask
def step(request: HttpRequest, name: str, entry_id: UUID, verb: str) -> HttpResponse:
    """The next step of one entry."""
    book, by = book_named(name), posting_of(request)
    entry, lists = entry_of(request, book, entry_id)
    try:
        wanted = book.step(verb)
    except LookupError:
        raise Http404 from None
    access.require(by, wanted.act, entry.office)
    do = request.POST.get("do", "")
    if do in _ASIDE:
        return _aside(request, do)
    answers, since = kept.given_back(request) if request.method == "GET" else (None, None)
    form = _form(request, book, wanted, entry, _known(wanted, lists), answers=answers)
    if request.method != "POST":
        return _show(request, form, since=since)
    kept.keep(request)
    if do == "change" or form.more:
        return _show(request, form)
    if not form.valid:
        return _show(request, form, status=400)
    if do != "save" and _asks(form):
        lines = form.fill()
        if found := _known_to(request, form):
            return _check(request, form, lines, found)
    try:
        done = form.attempt(
            lambda: take_step(
                by=by,
                book=book,
                entry=entry,
                step=verb,
                details=form.details,
                lists=form.told_lists,
                version=_version(request),
            )
        )
    except Stale:
        form.form.add_error(None, _("Somebody changed this entry meanwhile: look at it again"))
        return _show(request, form, status=409)
    if done is None:
        return _show(request, form, status=400)
    kept.drop(request)
    messages.success(request, _(wanted.told))
    return redirect(entry_address(book, entry))


def _version(request: HttpRequest) -> int | None:
    text = request.POST.get("version", "")
    return int(text) if text.isdecimal() else None


def _known(step: Step, lists: dict[str, Any]) -> Known:
    """The lines as they stand, for a step that asks for them again; lists that grow do not."""
    return {
        rows.name: [
            {name: getattr(line, name) for name in rows.fields} for line in lists[rows.name]
        ]
        for rows in step.rows
        if not rows.grows
    }


def _form(
    request: HttpRequest,
    book: Book,
    step: Step,
    entry: Entry,
    known: Known | None = None,
    *,
    answers: Any = None,
) -> StepForm:
    """`known` are the lines as they stand, of a step that asks for them again.

    `answers` are those that were kept of it, when nothing was sent.
    """
    choose, first = queries.asked_with(by=posting_of(request), book=book, step=step, entry=entry)
    data = request.POST if request.method == "POST" else answers
    more = request.POST.get("more", "")
    lines = first if known is None else known
    return StepForm(book, step, entry, choose=choose, known=lines, data=data, more=more)


def _known_to(request: HttpRequest, form: StepForm) -> OnRecord | None:
    """Who on record may be the person of the entry, where the step says who somebody is."""
    return known_in(request, form.book, form.entry) if form.step.names_person else None


def _asks(form: StepForm) -> bool:
    """Whether it lets somebody go, or names somebody whom the entry did not name so before."""
    held = getattr(form.entry, "name", "")
    return form.step.identifies or (
        form.step.names_person and form.details.get("name", held) != held
    )


def _show(
    request: HttpRequest, form: StepForm, status: int = 200, since: datetime | None = None
) -> HttpResponse:
    entry, book = form.entry, form.book
    known = bool(entry.version)
    page = {
        "book": book,
        "asked": form,
        "since": since,
        "title": heading(form.step),
        "about": f"{_(book.one)} {entry.number}" if known else "",
        "entry": entry,
        "back": entry_address(book, entry) if known else back_of(book, entry).href,
    }
    return render(request, "officer/books/form.html", page, status=status)


def _check(
    request: HttpRequest, form: StepForm, lines: dict[str, list[Any]], found: OnRecord | None
) -> HttpResponse:
    hidden = [
        (name, value)
        for name, values in request.POST.lists()
        if name not in ("do", "csrfmiddlewaretoken")
        for value in values
    ]
    page = {
        "kept": hidden,
        "sections": list(told.parts_of(form.step.parts, form.entry, form.choose)),
        "tables": list(told.tables(form.book, lines)),
        "known": found,
    }
    return render(request, "officer/books/check.html", page)
