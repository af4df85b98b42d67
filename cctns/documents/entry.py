"""A paper of an entry of any register: what was answered, under the captions of its columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import models
from django.utils import translation
from django.utils.text import capfirst

from cctns.people.features import told_features
from cctns.registers.book import Book, Paper, Rows, displayed, is_money
from cctns.registers.models import Entry

from . import printing, wording
from .fir_paper import place_of
from .stamp import Stamp

Lists = dict[str, list[Any]]


def pdf(
    book: Book,
    paper: Paper,
    entry: Entry,
    lists: Lists,
    *,
    language: str,
    stamp: Stamp | None,
    printed_at: datetime,
    by_name: str,
) -> bytes:
    """A signed PDF. Raises CannotSign."""
    with printing.speaking(language):
        form = sheet(book, paper, entry, lists, language)
    return printing.printed(
        "entry", form, stamp=stamp, language=language, printed_at=printed_at, by_name=by_name
    )


def sheet(book: Book, paper: Paper, entry: Entry, lists: Lists, language: str) -> dict[str, Any]:
    """The template's data, in the language that Django now speaks."""
    told = wording.captions("entry", language)
    title = both(paper.title)
    return {
        "caption": told,
        **place_of(entry.office, language),
        "title": title,
        "law": wording.joined(book.form, paper.law, by=" · "),
        "number": entry.number,
        "running": f"{title[0]} {entry.number}",
        "rows": _head(entry, told),
        "parts": [
            {"title": both(part.title), "rows": list(rows(entry, part.fields))}
            for part in paper.parts
        ],
        "lists": [_list(one, lists[one.name]) for one in paper.rows if lists.get(one.name)],
        "text": wording.paragraphs(text_of(paper.text, entry)),
        "signatures": [both(one) for one in paper.signatures],
    }


def _head(entry: Entry, told: wording.Captions) -> list[tuple[list[str], str]]:
    pairs = {
        "number": entry.number,
        "fir": _fir(entry),
        "gd": str(entry.gd_entry) if entry.gd_entry else "",
        "entered": wording.moment(entry.recorded_at),
        "officer": entry.officer_name,
    }
    return [(told[key], value) for key, value in pairs.items() if value]


def _fir(entry: Any) -> str:
    told: str = getattr(entry, "fir_told", "")
    if told:
        return told
    case = getattr(entry, "case", None)
    if case is None:
        return ""
    sections = ", ".join(str(one) for one in case.fir.sections.all())
    return wording.joined(case.fir.number, sections)


def both(words: str) -> list[str]:
    """A caption in the paper's language, and in the other."""
    if not words:
        return ["", ""]
    first = translation.get_language()
    with translation.override("hi" if first == "en" else "en"):
        other = translation.gettext(words)
    return [translation.gettext(words), other]


def rows(row: models.Model, names: Iterable[str]) -> Iterator[tuple[list[str], str]]:
    """Every field of a part, answered or not: an empty place is seen to be empty."""
    for name in names:
        if name == "features":
            told = told_features(getattr(row, name) or {})
            yield from ((both(label), translation.gettext(value)) for label, value in told)
        else:
            yield caption(row, name), value_of(row, name)


def caption(row: models.Model | type[models.Model], name: str) -> list[str]:
    label = row._meta.get_field(name).verbose_name  # type: ignore[union-attr]
    first = translation.get_language()
    shown = str(capfirst(str(label)))
    with translation.override("hi" if first == "en" else "en"):
        return [shown, str(capfirst(str(label)))]


def value_of(row: models.Model, name: str) -> str:
    value = displayed(row, name)
    if isinstance(value, bool):
        return translation.gettext("Yes") if value else translation.gettext("No")
    if isinstance(value, datetime):
        return wording.moment(value)
    if isinstance(value, date):
        return wording.day(value)
    if isinstance(value, Decimal):
        money = is_money(row._meta.get_field(name))
        return wording.rupees(value) if money else f"{value:f}"
    return "" if value is None else str(value)


def _list(one: Rows, lines: list[Any]) -> dict[str, Any]:
    return {
        "title": both(one.title),
        "columns": len(one.fields) + 1,
        "heads": [["", ""], *(caption(one.model, name) for name in one.fields)],
        "cells": [
            [str(place), *(value_of(line, name) for name in one.fields)]
            for place, line in enumerate(lines, start=1)
        ],
    }


def text_of(text: str, entry: Entry) -> str:
    """The paper's own text with the entry's fields in it; an unanswered one is a dotted line."""
    return translation.gettext(text).format_map(_Fields(entry)) if text else ""


class _Fields(dict[str, str]):
    def __init__(self, entry: Entry) -> None:
        super().__init__()
        self.entry = entry

    def __missing__(self, name: str) -> str:
        return value_of(self.entry, name) or "........"
