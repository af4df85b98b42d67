"""The form of one step of a register: its parts, and the lines of its lists."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from django.forms import BaseFormSet, BoundField, formset_factory
from django.utils.translation import gettext as _

from cctns.people.features import FEATURES
from cctns.registers.actions import lines_of
from cctns.registers.book import Book, Rows, Step
from cctns.registers.models import Entry, Line

from ...forms import NOT_POSSIBLE, Form
from .fields import FEATURE, Choices, field_of, fields_of

Done = TypeVar("Done")
Known = Mapping[str, list[dict[str, Any]]]
MOST = 60  # lines of one list


@dataclass(frozen=True)
class Group:
    """Bound fields under a heading; folded away while they hold nothing."""

    title: str
    fields: list[BoundField]
    folded: bool


class Lines(BaseFormSet):  # type: ignore[type-arg]
    """The lines of one list; empty ones are left out."""

    rows: Rows

    def told(self) -> list[dict[str, Any]]:
        """By column; what points at another record is its id."""
        columns: list[Any] = [self.rows.model._meta.get_field(one) for one in self.rows.fields]
        return [
            {one.attname: _pointed(one, line.cleaned_data[one.name]) for one in columns}
            for line in self.forms
            if line.has_changed()
        ]


def _pointed(column: Any, value: Any) -> Any:
    return value or None if column.is_relation else value


class StepForm:
    """What one step asks; `data` is what was sent, None when the form is only shown."""

    def __init__(
        self,
        book: Book,
        step: Step,
        entry: Entry,
        *,
        choose: Mapping[str, Choices],
        known: Known | None = None,
        data: Any = None,
        more: str = "",
    ) -> None:
        self.book, self.step, self.entry, self.more = book, step, entry, more
        self.choose, self.known = choose, known or {}
        kind = type("StepFields", (Form,), dict(fields_of(book.model, step.fields, choose)))
        self.form: Form = kind(data, initial=self._initial())
        self.lists = [self._lines(rows, data) for rows in step.rows]

    def _initial(self) -> dict[str, Any]:
        columns = {one.name: one.attname for one in self.book.model._meta.concrete_fields}
        initial = {name: getattr(self.entry, columns[name]) for name in self.step.fields}
        sheet = getattr(self.entry, "features", None) or {}
        return {**initial, **{FEATURE + name: value for name, value in sheet.items()}}

    def _lines(self, rows: Rows, data: Any) -> Lines:
        line = type(
            "LineFields",
            (Form,),
            {
                name: field_of(
                    rows.model._meta.get_field(name), self.choose.get(f"{rows.name}.{name}")
                )
                for name in rows.fields
            },
        )
        kind = formset_factory(
            line, formset=Lines, extra=max(rows.least, 1), max_num=MOST, absolute_max=MOST
        )
        if data is not None and self.more == rows.name:
            data = data.copy()
            total = f"{rows.name}-TOTAL_FORMS"
            data[total] = str(min(int(data.get(total) or 0) + 1, MOST))
        first = None if data is not None else self.known.get(rows.name)
        made: Any = kind(data, prefix=rows.name, initial=first)
        made.rows = rows
        lines: Lines = made
        return lines

    @property
    def groups(self) -> Iterator[Group]:
        for part in self.step.parts:
            names = [one for name in part.fields for one in self._inputs(name)]
            fields = [self.form[name] for name in names]
            folded = part.folded and not any(one.value() or one.errors for one in fields)
            yield Group(part.title and _(part.title), fields, folded)

    def _inputs(self, name: str) -> list[str]:
        return [FEATURE + one.name for one in FEATURES] if name == "features" else [name]

    @property
    def valid(self) -> bool:
        """Also after a rule has put its problems at the fields."""
        whole = self.form.is_valid()
        return all([whole, *(one.is_valid() for one in self.lists)])

    def fill(self) -> dict[str, list[Line]]:
        """Put the answers into the entry, unsaved, and give the lines of its lists."""
        for name, value in self.details.items():
            setattr(self.entry, name, value)
        return lines_of(self.entry, self.step, self.told_lists)

    @property
    def details(self) -> dict[str, Any]:
        """What was answered, by column."""
        told = self.form.cleaned_data
        columns = {one.name: one for one in self.book.model._meta.concrete_fields}
        found = {}
        for name in self.step.fields:
            column = columns[name]
            value = self._features(told) if name == "features" else told[name]
            if column.is_relation or (value == "" and column.null):
                value = value or None
            if value is None and not column.null:
                value = column.get_default()
            found[column.attname] = value
        return found

    def _features(self, told: dict[str, Any]) -> dict[str, Any]:
        seen = {one.name: told.get(FEATURE + one.name) for one in FEATURES}
        return {name: value for name, value in seen.items() if value}

    @property
    def told_lists(self) -> dict[str, list[dict[str, Any]]]:
        return {one.rows.name: one.told() for one in self.lists}

    def attempt(self, act: Callable[[], Done]) -> Done | None:
        """Do the act; None when it is not possible, and then the form says why."""
        try:
            return act()
        except NOT_POSSIBLE as error:
            self.form.show(error)
            return None
