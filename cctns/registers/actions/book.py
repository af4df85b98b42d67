"""The two acts on any register: make an entry, and take the next step with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.text import capfirst

from cctns.journal import kinds
from cctns.journal.serials import next_number
from cctns.journal.write import Stale, Write, record_all
from cctns.lib.clock import IST, now
from cctns.lib.text import clean_all
from cctns.lib.wording import noop as _
from cctns.offices import access
from cctns.offices.models import Posting

from .. import diary
from ..book import Book, Rows, Step, displayed
from ..models import Entry, Line
from ..rules import NotPossible, Problem

Lists = Mapping[str, Sequence[Mapping[str, Any]]]


@access.action
def make_entry(
    *,
    by: Posting,
    book: Book,
    entry_id: UUID,
    details: Mapping[str, Any],
    lists: Lists | None = None,
) -> Entry:
    """A new entry with its number and its General Diary entry, at one's own station.

    `details` are fields of the book's model by their column names; `lists` the lines of its lists.
    The same `entry_id` again gives the entry of the first time. Raises Refused, NotPossible.
    """
    found = book.model._base_manager.filter(pk=entry_id, office=by.office).first()
    if found is not None:
        return found
    entry = book.model(id=entry_id, state=by.office.state_id, office=by.office)
    return _take(by=by, book=book, entry=entry, step=book.enter, details=details, lists=lists or {})


@access.action
def take_step(
    *,
    by: Posting,
    book: Book,
    entry: Entry,
    step: str,
    details: Mapping[str, Any],
    lists: Lists | None = None,
    version: int | None = None,
) -> Entry:
    """One step of an entry's life. Raises Refused, NotPossible; Stale when `version` is an old one.

    LookupError for a step that the register does not have.
    """
    wanted = book.step(step)
    if version is not None and version != entry.version:
        raise Stale(f"{book.name} {entry.pk} has a newer version than {version}")
    return _take(by=by, book=book, entry=entry, step=wanted, details=details, lists=lists or {})


def _take(
    *,
    by: Posting,
    book: Book,
    entry: Entry,
    step: Step,
    details: Mapping[str, Any],
    lists: Lists,
) -> Entry:
    for name, value in clean_all(dict(details)).items():
        setattr(entry, name, value)
    _require(by, book, entry, step)
    moment = now()
    entry.recorded_at = entry.recorded_at or moment
    if "happened_at" not in step.fields:
        entry.happened_at = entry.happened_at or moment
    children = lines_of(entry, step, lists)
    found = problems_of(entry, step, children)
    if found:
        raise NotPossible(found)
    entry.stage = step.stage or entry.stage
    if not entry.version:
        _number(entry, book, by)
    writes = list(step.also(by, entry))
    refs = [*step.refs(entry)]
    if step.diary:
        told = diary.entry(
            by=by, kind=step.diary, text=_text(step, entry), subject_id=_subject(entry)
        )
        entry.gd_entry = entry.gd_entry or told
        writes.insert(0, diary.write_of(told))
        refs.append(told.id)
    event, lines = step.event_of(entry), _stored(entry, step, children)
    mine = Write(entry, event, refs, lines, occurred_at=entry.happened_at)
    record_all([*writes, mine], by=by)
    return entry


def _require(by: Posting, book: Book, entry: Entry, step: Step) -> None:
    """The role first, then what the book asks besides: the named officer, the open case."""
    access.require(by, step.act, entry.office)
    reason = book.allow(by, entry, step)
    if reason:
        raise access.Refused(reason, by=by, act=step.act, office=entry.office)


def _number(entry: Entry, book: Book, by: Posting) -> None:
    year = entry.recorded_at.astimezone(IST).year
    entry.year = year
    entry.serial = next_number(office=entry.office, series=book.name, period=str(year))
    entry.officer_id, entry.officer_name = by.officer_id, diary.signed(by.officer)


def problems_of(entry: Entry, step: Step, lines: Mapping[str, list[Line]]) -> list[Problem]:
    """Why the step cannot be taken with these answers: the step's rule, then the columns'."""
    moment = now()
    entry.lines = [line for told in lines.values() for line in told]  # rules read them there
    found = [
        *_wanted(step, entry, lines, moment),
        *step.rule(entry, moment),
        *_misfits(entry, step.fields),
    ]
    for rows in step.rows:
        for line in lines.get(rows.name, ()):
            wrong = [*_gaps(step, rows, line), *_misfits(line, None)]
            found += [replace(one, field=rows.name) for one in wrong]
    return found


def _gaps(step: Step, rows: Rows, line: Line) -> Iterator[Problem]:
    """A line's columns that may not be blank want their answers."""
    for name in rows.fields:
        column: Any = line._meta.get_field(name)
        if not column.blank and getattr(line, column.attname) in (None, ""):
            yield _unanswered(step, line, name)


def _wanted(
    step: Step, entry: Entry, lines: Mapping[str, list[Line]], moment: datetime
) -> Iterator[Problem]:
    """What every step of every register wants: its stage, its answers, its lines, no future."""
    if (entry.stage or "") not in (step.start or ("",)):
        yield Problem("stage", _("This step cannot be taken now: look at the entry"), step.law)
    if entry.happened_at is None:
        yield _unanswered(step, entry, "happened_at")
    elif entry.happened_at > moment:
        yield Problem("happened_at", _("This time is in the future"), step.law)
    for name in step.wants:
        column: Any = entry._meta.get_field(name)
        if getattr(entry, column.attname) in (None, "", {}, False):
            yield _unanswered(step, entry, name)
    for rows in step.rows:
        if len(lines.get(rows.name, ())) < rows.least:
            least = {"least": str(rows.least), "list": rows.title}
            yield Problem(rows.name, _("“%(list)s”: at least %(least)s lines"), step.law, least)


def _unanswered(step: Step, entry: Model, name: str) -> Problem:
    column: Any = entry._meta.get_field(name)
    label = {"label": str(capfirst(column.verbose_name))}
    return Problem(name, _("“%(label)s” wants an answer"), step.law, label)


def lines_of(entry: Entry, step: Step, lists: Lists) -> dict[str, list[Line]]:
    """The lines of the step's lists as rows, unsaved, numbered from 1."""
    return {rows.name: _lines(entry, rows, lists.get(rows.name, ())) for rows in step.rows}


def _lines(entry: Entry, rows: Rows, told: Iterable[Mapping[str, Any]]) -> list[Line]:
    parent = kinds.of(entry).children[rows.name].parent.attname
    first = len(_standing(entry, rows)) + 1
    return [
        rows.model(  # type: ignore[misc]
            **{parent: entry.pk, "state": entry.state, "ordinal": place, **clean_all(dict(line))}
        )
        for place, line in enumerate(told, start=first)
    ]


def _standing(entry: Entry, rows: Rows) -> list[Line]:
    """The lines of a list that grows, as they stand."""
    return list(getattr(entry, rows.name).all()) if rows.grows and entry.version else []


def _stored(
    entry: Entry, step: Step, children: Mapping[str, list[Line]]
) -> Mapping[str, list[Line]]:
    """A new entry has no lists but those given; later, lists not asked for stay as they are."""
    if entry.version:
        return {rows.name: [*_standing(entry, rows), *children[rows.name]] for rows in step.rows}
    return {name: children.get(name, []) for name in kinds.of(entry).children}


def _misfits(row: Model, fields: Sequence[str] | None) -> list[Problem]:
    """Too long, not of the list, not an e-mail address: what the columns themselves refuse."""
    asked = {one.name for one in row._meta.fields if fields is None or one.name in fields}
    empty = {one.name for one in row._meta.fields if not getattr(row, one.attname)}
    ours = {one.name for one in row._meta.fields if one.is_relation} | {"id"}
    skipped = {one.name for one in row._meta.fields} - asked | empty | ours
    try:
        row.clean_fields(exclude=skipped)
    except ValidationError as error:
        return [
            Problem(field, messages[0], str(row._meta.verbose_name))
            for field, messages in error.message_dict.items()
        ]
    return []


def _text(step: Step, entry: Entry) -> str:
    return step.tells.format_map(_Told(entry))


class _Told(dict[str, Any]):
    """A diary text's braces: a field as it is displayed, a property, the number."""

    def __init__(self, entry: Entry) -> None:
        super().__init__()
        self.entry = entry

    def __missing__(self, name: str) -> Any:
        return displayed(self.entry, name)


def _subject(entry: Entry) -> UUID:
    """Diary entries of a case's forms are found with its FIR."""
    case = getattr(entry, "case", None)
    return case.fir_id if case is not None else entry.pk
