"""What every register promises, whatever it is of."""

from __future__ import annotations

import re

import pytest
from django.db import connection

from cctns.journal import kinds
from cctns.offices.matrix import MATRIX
from cctns.registers import book as books
from cctns.registers.book import Book, Step

BOOKS = books.all_books()


def _steps(book: Book) -> list[Step]:
    return [book.enter, *book.steps]


@pytest.mark.parametrize("book", BOOKS, ids=lambda one: one.name)
def test_its_acts_stand_in_the_table_of_duties(book: Book) -> None:
    assert {book.view, *(step.act for step in _steps(book))} <= MATRIX.keys()


@pytest.mark.parametrize("book", BOOKS, ids=lambda one: one.name)
def test_it_asks_only_for_columns_it_has(book: Book) -> None:
    columns = {one.name for one in book.model._meta.concrete_fields}
    for step in _steps(book):
        assert {*step.fields, *step.wants} <= columns, step.name
    for paper in book.papers:
        assert {name for part in paper.parts for name in part.fields} <= columns, paper.name
    assert {*book.columns} <= columns
    for rows in book.all_rows:
        assert {*rows.fields} <= {one.name for one in rows.model._meta.concrete_fields}


@pytest.mark.parametrize("book", BOOKS, ids=lambda one: one.name)
def test_what_a_step_wants_it_also_asks(book: Book) -> None:
    for step in _steps(book):
        assert {*step.wants} <= {*step.fields}, step.name


@pytest.mark.parametrize("book", BOOKS, ids=lambda one: one.name)
def test_texts_name_only_what_the_entry_has(book: Book) -> None:
    texts = [step.tells for step in _steps(book)] + [paper.text for paper in book.papers]
    for name in re.findall(r"{(\w+)}", " ".join(texts)):
        assert hasattr(book.model, name), name


@pytest.mark.parametrize("book", BOOKS, ids=lambda one: one.name)
def test_its_stages_have_names_and_can_be_reached(book: Book) -> None:
    named = {code for code, _words in book.model._meta.get_field("stage").choices or ()}
    reached = {new for _old, new in book.moves}
    assert reached == named
    assert {old for old, _new in book.moves if old} <= named


@pytest.mark.django_db
@pytest.mark.parametrize("book", BOOKS, ids=lambda one: one.name)
def test_the_database_knows_the_same_moves(book: Book) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT prosrc FROM pg_proc WHERE proname = %s", [f"{book.model._meta.db_table}_staged"]
        )
        found = cursor.fetchone()
    assert found, "the table's migration lacks registers.staged"
    moves = set(re.findall(r"\('(\w*)', '(\w+)'\)", found[0]))
    assert {(old, new) for old, new in book.moves if old != new} == moves


@pytest.mark.parametrize("book", BOOKS, ids=lambda one: one.name)
def test_the_journal_knows_its_lists(book: Book) -> None:
    assert {rows.name for rows in book.all_rows} == {*kinds.of(book.model()).children}


def test_no_two_registers_say_the_same_event() -> None:
    events = [step.event for book in BOOKS for step in _steps(book)]
    assert len(events) == len(set(events))
