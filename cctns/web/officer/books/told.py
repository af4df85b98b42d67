"""An entry as rows and tables of a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from cctns.people.features import told_features
from cctns.registers.book import Book, Part, Rows, displayed, is_money
from cctns.registers.models import Entry

from ...parts import Row
from ...templatetags.cases import rupees
from ...templatetags.cctns import day, moment
from .fields import Choices


@dataclass(frozen=True)
class Section:
    """A heading and what stands under it."""

    title: str
    rows: list[Row]


@dataclass(frozen=True)
class Table:
    """A list of the entry: its caption, heads and cells as text."""

    title: str
    heads: list[str]
    cells: list[list[str]]


def sections(book: Book, entry: Entry) -> Iterator[Section]:
    """What was answered, part by part, each field once; parts without an answer are left out."""
    seen: set[str] = set()
    for step in (book.enter, *book.steps):
        for part in step.parts:
            names = [name for name in part.fields if name not in seen]
            seen.update(names)
            rows = rows_of(entry, names)
            if rows:
                yield Section(_(part.title or step.title), rows)


def rows_of(
    entry: models.Model, names: Iterable[str], choose: Mapping[str, Choices] | None = None
) -> list[Row]:
    """Rows of the fields that hold something; `choose` has the words of chosen ones."""
    found: list[Row] = []
    chosen = {name: dict(pairs) for name, pairs in (choose or {}).items()}
    for name in names:
        if name == "features":
            found += [Row(_(a), _(b)) for a, b in told_features(getattr(entry, name) or {})]
        elif name in chosen:
            column: Any = entry._meta.get_field(name)
            words = chosen[name].get(str(getattr(entry, column.attname)), "")
            found += [Row(label_of(entry, name), words)] if words else []
        elif (value := text_of(entry, name)) != "":
            found.append(Row(label_of(entry, name), value))
    return found


def label_of(row: models.Model | type[models.Model], name: str) -> str:
    return str(capfirst(row._meta.get_field(name).verbose_name))  # type: ignore[union-attr]


def text_of(row: models.Model, name: str) -> str:
    """A column as it is read: the words of a code, a time in India, yes or nothing."""
    value = displayed(row, name)
    if isinstance(value, Decimal) and not is_money(row._meta.get_field(name)):
        return f"{value:f}"
    return shown(value)


def shown(value: Any) -> str:
    if value is True:
        return _("Yes")
    if value in (None, "", False):
        return ""
    if isinstance(value, datetime):
        return moment(value)
    if isinstance(value, date):
        return day(value)
    return rupees(value) if isinstance(value, Decimal) else str(value)


def tables(book: Book, lists: dict[str, list[Any]]) -> Iterator[Table]:
    for rows in book.all_rows:
        if lists.get(rows.name):
            yield table(rows, lists[rows.name])


def table(rows: Rows, lines: list[Any]) -> Table:
    return Table(
        _(rows.title),
        [label_of(rows.model, name) for name in rows.fields],
        [[text_of(line, name) for name in rows.fields] for line in lines],
    )


def parts_of(
    parts: Iterable[Part], entry: Entry, choose: Mapping[str, Choices]
) -> Iterator[Section]:
    """The parts of one step as they were just answered; empty ones are left out."""
    for part in parts:
        rows = rows_of(entry, part.fields, choose)
        if rows:
            yield Section(_(part.title) if part.title else "", rows)
