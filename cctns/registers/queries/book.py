"""What this officer may see of a register, page by page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db.models import Count, Model, QuerySet, Value

from cctns.journal.models import JournalEntry
from cctns.lib.wording import noop as _
from cctns.offices import access
from cctns.offices.models import Office, Posting

from ..actions.book import problems_of
from ..book import Book, Lines, Rows, Step, answers_to
from ..models import Entry
from ..rules import Problem
from . import lists

FOUND_IN_ITS_CASE = _("The forms of a case are found in their case")


@access.query
def entries(
    *, by: Posting, book: Book, number: str = "", name: str = "", stage: str = "", before: str = ""
) -> list[Entry]:
    """A register's entries in one's reach, newest first; `before` is the id of the last one seen.

    `name` is part of the person's name, where the register has one. Raises Refused, also for forms
    of a case: whom the law hides there, no list may show.
    """
    access.require(by, book.view, by.office)
    if book.of_case:
        raise access.Refused(FOUND_IN_ITS_CASE, by=by, act=book.view, office=by.office)
    found: QuerySet[Any] = book.model._base_manager.select_related(
        "office", *_pointers(book.model, book.columns)
    )
    if number:
        found = found.filter(lists.numbered(number))
    if name and has_person(book.model):
        found = found.filter(name__icontains=name)
    if stage:
        found = found.filter(stage=stage)
    if before:
        found = found.filter(id__lt=before)
    return list(found.order_by("-id")[: lists.PAGE])


def _pointers(model: type[Model], names: Iterable[str]) -> list[str]:
    """Columns that point at other records, read with theirs."""
    return [name for name in names if model._meta.get_field(name).is_relation]


def has_person(model: type[Model]) -> bool:
    """Whether the register's entries are about one person, by name."""
    return any(one.name == "name" for one in model._meta.fields)


@access.query
def entry_at(*, by: Posting, book: Book, entry_id: UUID) -> tuple[Entry, dict[str, list[Any]]]:
    """One entry and its lists, in order. Raises Refused, and the model's DoesNotExist."""
    entry: Entry = _whole(book).get(pk=entry_id)
    _open(by, book, entry)
    reason = book.allow(by, entry, None)
    if reason:
        raise access.Refused(reason, by=by, act=book.view, office=entry.office)
    return entry, {rows.name: list(_lines(entry, rows)) for rows in book.all_rows}


def _lines(entry: Entry, rows: Rows) -> QuerySet[Any]:
    found: QuerySet[Any] = getattr(entry, rows.name).all()
    pointers = _pointers(rows.model, rows.fields)
    return found.select_related(*pointers) if pointers else found


def _read_at(by: Posting, entry: Entry) -> Office:
    """What is addressed to one's own office is read there as if it were one's own."""
    if entry.office_id == by.office_id or getattr(entry, "to_office_id", None) == by.office_id:
        return by.office
    return getattr(entry, "read_besides_at", None) or entry.office


def _open(by: Posting, book: Book, entry: Any) -> None:
    """What another office says of a case is read by whoever may open the case.

    One's own answer is read without the case, which a court does not see.
    """
    own = entry.office_id == by.office_id
    if book.of_case and not own and entry.office_id != entry.case.office_id:
        access.require(by, "case.view", entry.case.office)
    elif own or not book.of_case or not access.may(by, book.view, entry.office):
        access.require(by, book.view, _read_at(by, entry))


def _whole(book: Book) -> QuerySet[Any]:
    columns = {one.name for one in book.model._meta.concrete_fields}
    related = ["office__state", "office__district", "gd_entry"]
    related += _pointers(book.model, book.enter.fields)
    related += [name for name in ("accused", "report") if name in columns]
    found: QuerySet[Any] = book.model._base_manager.all()
    # A court reads its own answer, but not the case behind it.
    if book.of_case and "report" not in columns:
        related += ["case__fir", "case__office"]
        found = found.prefetch_related("case__fir__parties")
    return found.select_related(*related)


@access.query
def entry_history(*, by: Posting, book: Book, entry: Entry) -> list[JournalEntry]:
    """What the journal says of an entry, oldest first."""
    _open(by, book, entry)
    found = JournalEntry.objects.filter(record_id=entry.pk)
    return list(found.select_related("actor", "office").order_by("version"))


@access.query
def answers(*, by: Posting, book: Book, entry: Entry) -> list[tuple[Book, Entry]]:
    """What other offices answered to an entry, oldest first, as far as it is within reach."""
    _open(by, book, entry)
    return [
        (one, answer)
        for one in answers_to(book)
        for answer in one.model._base_manager.filter(**{one.answers: entry}).order_by("id")
    ]


@access.query
def stages_open(*, by: Posting, books: list[Book]) -> dict[str, dict[str, int]]:
    """How many entries of one's own station stand at each stage, register by register.

    One question, however many registers there are.
    """
    found: dict[str, dict[str, int]] = {book.name: {} for book in books}
    each = [
        book.model._base_manager.filter(office=by.office)
        .order_by()
        .values_list(Value(book.name), "stage")
        .annotate(Count("id"))
        for book in books
    ]
    if not each:
        return found
    first, *others = each
    for name, stage, count in first.union(*others, all=True):
        found[name][stage] = count
    return found


@access.query
def open_steps(*, by: Posting, book: Book, entry: Any, steps: Sequence[Step]) -> list[Step]:
    """Those of the steps that this posting may take with the entry as it stands."""
    acts = access.acts_open_to(by, entry.office)
    return [
        one
        for one in steps
        if one.act in acts
        and (entry.stage or "") in (one.start or ("",))
        and not book.allow(by, entry, one)
    ]


@access.query
def open_books(*, by: Posting, blanks: Sequence[tuple[Book, Any]]) -> list[Book]:
    """Those of the books in which this posting may make such an entry of its office now."""
    acts = access.acts_open_to(by, by.office)
    return [
        book
        for book, entry in blanks
        if book.enter.act in acts and not book.allow(by, entry, book.enter)
    ]


@access.query
def asked_with(
    *, by: Posting, book: Book, step: Step, entry: Any
) -> tuple[dict[str, list[tuple[str, str]]], Lines]:
    """What a form may choose from, by field; of a new entry also the first lines of its lists."""
    known = {} if entry.version else book.prefill(by, entry)
    asked = {*step.fields}
    asked |= {f"{rows.name}.{name}" for rows in step.rows for name in rows.fields}
    return {name: ask(by, entry) for name, ask in book.choose.items() if name in asked}, known


@access.query
def problems(
    *, by: Posting, entry: Any, step: Step, lines: Mapping[str, list[Any]]
) -> list[Problem]:
    """What stands against the step with these answers, before it is taken."""
    return problems_of(entry, step, lines)
