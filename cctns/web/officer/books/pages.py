"""Register by register: which there are, what is in them, one entry, and what comes next."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django import forms as django_forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from cctns.journal.models import JournalEntry
from cctns.offices.models import Posting
from cctns.offices.naming import named
from cctns.registers import book as books
from cctns.registers import queries
from cctns.registers.book import Book, Step
from cctns.registers.models import Entry

from ...fields import Line
from ...forms import Form
from ...paging import as_uuid, with_query
from ...parts import Event, Link, Row
from ...postings import acts_of, posting_of
from . import told

SOUGHT = ("missing", "process", "accused", "proclamation")  # whose persons may be looked for
MATCHED = ("missing", "found", "body")  # registers that are compared with each other


class Filter(Form):
    """Which entries a list shows."""

    number = Line(label=gettext_lazy("Number"), digits=True, width=10, required=False)
    name = Line(label=gettext_lazy("Name"), required=False)
    stage = django_forms.ChoiceField(label=gettext_lazy("Stage"), required=False)

    def __init__(self, data: Any, *, book: Book) -> None:
        super().__init__(data)
        stages = book.model._meta.get_field("stage").choices or []
        self.fields["stage"].choices = [("", _("All")), *stages]  # type: ignore[attr-defined]
        if not queries.has_person(book.model):
            del self.fields["name"]


def book_named(name: str) -> Book:
    try:
        return books.named(name)
    except LookupError:
        raise Http404 from None


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The station's registers, with how many entries stand at each stage."""
    acts = acts_of(request)
    open_books = [one for one in books.all_books() if not one.of_case and one.view in acts]
    counts = queries.stages_open(by=posting_of(request), books=open_books)
    rows = [
        (
            Link(_(one.title), reverse("book_list", args=[one.name])),
            sum(counts[one.name].values()),
            _stages(one, counts[one.name]),
        )
        for one in open_books
    ]
    heads = [_("Register"), _("Entries"), _("Stage")]
    page = {"rows": rows, "heads": heads, "acts": acts}
    return render(request, "officer/books/index.html", page)


def _stages(book: Book, counts: dict[str, int]) -> str:
    words = dict(book.model._meta.get_field("stage").choices or ())
    return ", ".join(f"{words.get(stage, stage)}: {count}" for stage, count in counts.items())


@require_safe
def book_list(request: HttpRequest, name: str) -> HttpResponse:
    """One register, newest entry first."""
    book = book_named(name)
    form = Filter(request.GET, book=book)
    wanted = form.cleaned_data if form.is_valid() else {}
    before = request.GET.get("before", "")
    by = posting_of(request)
    found = queries.entries(by=by, book=book, before=before if as_uuid(before) else "", **wanted)
    more = str(found[-1].pk) if len(found) == queries.lists.PAGE else ""
    page = {
        "book": book,
        "form": form,
        "heads": [_("Number"), *(told.label_of(book.model, one) for one in book.columns)],
        "rows": [_line(book, one, by.office_id) for one in found],
        "later": with_query(request, before=more) if more else "",
        "first": with_query(request, before=None) if before else "",
        "may_enter": book.enter.act in acts_of(request) and not book.of_case,
    }
    return render(request, "officer/books/list.html", page)


def _line(book: Book, entry: Entry, own: UUID) -> list[Any]:
    number = entry.number
    if entry.office_id != own:
        number = f"{number}, {named(entry.office)}"
    cells = [told.text_of(entry, name) for name in book.columns]
    return [Link(number, entry_address(book, entry)), *cells]


def entry_address(book: Book, entry: Entry) -> str:
    return reverse("book_entry", args=[book.name, entry.pk])


def entry_of(request: HttpRequest, book: Book, entry_id: UUID) -> tuple[Entry, dict[str, Any]]:
    """Http404 for an entry that does not exist or lies out of reach. Raises Refused."""
    try:
        return queries.entry_at(by=posting_of(request), book=book, entry_id=entry_id)
    except book.model.DoesNotExist:
        raise Http404 from None


@require_safe
def entry_page(request: HttpRequest, name: str, entry_id: UUID) -> HttpResponse:
    """One entry: what it says, what may be done now, its papers, what was done."""
    book, by = book_named(name), posting_of(request)
    entry, lists = entry_of(request, book, entry_id)
    history = queries.entry_history(by=by, book=book, entry=entry)
    page = {
        "book": book,
        "entry": entry,
        "title": f"{_(book.one)} {entry.number}",
        "stage": told.text_of(entry, "stage"),
        "back": back_of(book, entry),
        "sections": list(told.sections(book, entry)),
        "tables": list(told.tables(book, lists)),
        "steps": _steps(request, book, entry),
        "papers": [
            (
                _("%(paper)s (PDF file)") % {"paper": _(one.title)},
                reverse("book_paper", args=[book.name, entry.pk, one.name]),
            )
            for one in book.papers
        ],
        "answers": list(_answers(book, by, entry)),
        "events": [_event(book, entry, one) for one in reversed(history)],
    }
    return render(request, "officer/books/entry.html", page)


def back_of(book: Book, entry: Entry) -> Link:
    """Where an entry is found again: its case, or its register."""
    if hasattr(entry, "report_id"):
        return Link(_("Final report"), reverse("report", args=[entry.report_id]))
    if book.of_case:
        fir_id = entry.case.fir_id  # type: ignore[attr-defined]
        return Link(_("Investigation"), reverse("case_investigation", args=[fir_id]))
    return Link(_(book.title), reverse("book_list", args=[book.name]))


def _steps(request: HttpRequest, book: Book, entry: Entry) -> list[Link]:
    by = posting_of(request)
    own = [
        Link(_(step.title), reverse("book_step", args=[book.name, entry.pk, step.name]))
        for step in queries.open_steps(by=by, book=book, entry=entry, steps=book.steps)
    ]
    if book.name in MATCHED:
        own.append(Link(_("Possible matches"), reverse("book_matches", args=[book.name, entry.pk])))
    if book.name in SOUGHT and "lookout.raise" in acts_of(request):
        href = f"{reverse('book_new', args=['lookout'])}?to={entry.pk}"
        own.append(Link(_("Raise a lookout"), href))
    return own + [
        Link(_(one.enter.title), f"{reverse('book_new', args=[one.name])}?to={entry.pk}")
        for one in books.answers_to(book)
        if queries.open_steps(by=by, book=one, entry=_answer(one, by, entry), steps=[one.enter])
    ]


def _answer(book: Book, by: Posting, entry: Entry) -> Entry:
    """An answer to an entry, not yet written."""
    blank = book.model(state=by.office.state_id, office=by.office)
    setattr(blank, book.answers, entry)
    return blank


def _answers(book: Book, by: Posting, entry: Entry) -> Iterator[told.Section]:
    """What other offices answered, each under its link; nothing is asked where nobody can."""
    if not books.answers_to(book):
        return
    for one, answer in queries.answers(by=by, book=book, entry=entry):
        title = f"{_(one.one)} {answer.number}"
        opened = Link(_("Show"), entry_address(one, answer), title)
        by_whom = Row(_("Officer"), f"{answer.officer_name}, {named(answer.office)}", [opened])
        names = [name for name in one.enter.fields if name != one.answers]
        yield told.Section(title, [by_whom, *told.rows_of(answer, names)])


def _event(book: Book, record: Entry, entry: JournalEntry) -> Event:
    words = {step.event_of(record): step.title for step in (book.enter, *book.steps)}
    title = _(words[entry.kind]) if entry.kind in words else entry.kind
    query = f"?office={entry.office_id}&epoch={entry.epoch}&seq={entry.seq}"
    return Event(
        title=title,
        by=f"{named(entry.actor)} ({entry.actor.username}), {named(entry.office)}",
        at=entry.recorded_at,
        text=_("Entry %(seq)s of the journal, version %(version)s")
        % {"seq": f"{entry.epoch}/{entry.seq}", "version": entry.version},
        links=[Link(_("Check this entry"), reverse("verify") + query, title)],
    )


def heading(step: Step) -> str:
    return str(capfirst(_(step.title)))
