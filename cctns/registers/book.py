"""A register as data: what its entries hold, the steps of their life, who takes each, which law.

Pages, papers, actions and queries read it here; none of them knows one register from another.
A register of a case (arrests, seizures, statements ...) is the same with a case behind it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Model

from cctns.journal.write import Write
from cctns.offices.models import Posting

from .codes import GdKind
from .models import Entry
from .rules import Problem

Rule = Callable[[Any, datetime], Iterable[Problem]]
Lines = Mapping[str, list[dict[str, Any]]]
Choose = Callable[[Posting, Any], list[tuple[str, str]]]


def displayed(row: Model, name: str) -> Any:
    """A column or property, with the words of a code in the language that Django now speaks."""
    words = getattr(row, f"get_{name}_display", None)
    return words() if words else getattr(row, name)


def is_money(column: Any) -> bool:
    """Whether a decimal column holds rupees and paise; others hold measures and coordinates."""
    return bool(getattr(column, "decimal_places", None) == 2)


@dataclass(frozen=True)
class Part:
    """Fields that belong together under a heading; `folded` away on the form until opened."""

    title: str
    fields: tuple[str, ...]
    folded: bool = False


@dataclass(frozen=True)
class Rows:
    """A list within the record, such as witnesses; `least` lines must be there.

    With `grows` a step adds its lines to those that stand (meals, checks); else it replaces them.
    """

    name: str
    title: str
    model: type[Model]
    fields: tuple[str, ...]
    least: int = 0
    grows: bool = False


def _no_rule(_record: Any, _now: datetime) -> Iterable[Problem]:
    return ()


def _no_refs(_record: Any) -> Sequence[UUID]:
    return ()


def _nothing_else(_by: Posting, _record: Any) -> Sequence[Write]:
    return ()


@dataclass(frozen=True, kw_only=True)
class Step:
    """One act in an entry's life.

    Taken from the stages of `start` (from nothing when empty), it leads to `stage`, or leaves the
    entry where it is when that is empty. `wants` are fields that must be answered; `rule` says the
    rest (pure: record and now in, problems out). `tells` is the General Diary's text, with the
    record's fields in braces, as may be the `event`; `also` gives other records of the same act.
    `identifies`: before it, the officer sees who the entry's person may be on record already.
    """

    name: str
    event: str
    act: str
    title: str
    told: str
    stage: str
    start: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    rows: tuple[Rows, ...] = ()
    wants: tuple[str, ...] = ()
    law: str = ""
    intro: str = ""
    rule: Rule = _no_rule
    diary: GdKind | None = None
    tells: str = ""
    refs: Callable[[Any], Sequence[UUID]] = _no_refs
    also: Callable[[Posting, Any], Sequence[Write]] = _nothing_else
    identifies: bool = False

    @property
    def names_person(self) -> bool:
        """Whether its answers say who somebody is, so that the records must be looked at."""
        return self.identifies or {"name", "relative_name"} <= {*self.fields}

    @property
    def fields(self) -> tuple[str, ...]:
        return tuple(name for part in self.parts for name in part.fields)

    def event_of(self, record: Any) -> str:
        """The event of the journal: "enquiry.{decision}" is "enquiry.permitted"."""
        return self.event.format_map(_Told(record))


class _Told(dict[str, Any]):
    """What stands in an event's braces: a column or a property, as it is kept."""

    def __init__(self, record: Any) -> None:
        super().__init__()
        self.record = record

    def __missing__(self, name: str) -> Any:
        return getattr(self.record, name)


@dataclass(frozen=True)
class Paper:
    """What is printed of an entry: parts and lists, a text with the record's fields in braces."""

    name: str
    title: str
    law: str
    parts: tuple[Part, ...] = ()
    rows: tuple[Rows, ...] = ()
    text: str = ""
    signatures: tuple[str, ...] = ()


def _nothing_known(_by: Posting, _record: Any) -> Lines:
    return {}


def _itself(record: Any) -> Any:
    return record


def _open_to_all(_by: Posting, _record: Any, _step: Step | None) -> str:
    return ""


@dataclass(frozen=True, kw_only=True)
class Book:
    """One register. `view` is the act that opens it, `columns` what its list shows.

    `allow` gives the reason why this officer may not see the entry (no step) or take the step,
    where the posting's role alone does not decide; `choose` the answers of a field that points
    at another record, as (id, words), of a list's as "list.field"; `moved` the moves that forms of
    other registers bring about. Of a form of a case that is written `once`, there is one a case.
    Where one office answers what another one wrote, by an entry of its own, `answers` is the column
    that points at the entry answered.
    `prefill` puts what is known already into a new entry and gives the first lines of its lists.
    `whom` is the person whom an entry is about: the entry itself, or whom it points at.
    """

    name: str
    title: str
    one: str
    model: type[Entry]
    view: str
    enter: Step
    steps: tuple[Step, ...] = ()
    columns: tuple[str, ...] = ()
    papers: tuple[Paper, ...] = ()
    form: str = ""
    of_case: bool = False
    once: bool = False
    allow: Callable[[Posting, Any, Step | None], str] = _open_to_all
    choose: Mapping[str, Choose] = field(default_factory=dict)
    moved: frozenset[tuple[str, str]] = frozenset()
    answers: str = ""
    prefill: Callable[[Posting, Any], Lines] = _nothing_known
    whom: Callable[[Any], Any] = _itself

    @property
    def answered(self) -> type[Model] | None:
        """The model of the entries that this register answers."""
        if not self.answers:
            return None
        return self.model._meta.get_field(self.answers).related_model

    def step(self, name: str) -> Step:
        """Raises LookupError."""
        for one in self.steps:
            if one.name == name:
                return one
        raise LookupError(name)

    def paper(self, name: str) -> Paper:
        """Raises LookupError."""
        for one in self.papers:
            if one.name == name:
                return one
        raise LookupError(name)

    @property
    def all_rows(self) -> tuple[Rows, ...]:
        """Its lists, each once, whichever steps ask for them."""
        found = [rows for step in (self.enter, *self.steps) for rows in step.rows]
        return tuple({rows.name: rows for rows in found}.values())

    @property
    def moves(self) -> set[tuple[str, str]]:
        """From which stage to which an entry may go; the database knows the same pairs."""
        taken = {(start, step.stage) for step in self.steps if step.stage for start in step.start}
        return {("", self.enter.stage), *taken, *self.moved}


_books: dict[str, Book] = {}


def register(*books: Book) -> None:
    """Make registers known, once, when their app is ready."""
    for one in books:
        _books[one.name] = one


def named(name: str) -> Book:
    """Raises LookupError."""
    return _books[name]


def answers_to(book: Book) -> list[Book]:
    """The registers in which other offices answer the entries of this one."""
    return [one for one in _books.values() if one.answered is book.model]


def all_books() -> list[Book]:
    return list(_books.values())
