"""Entries that came become rows: of many short journals together."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cctns.journal import follow
from cctns.journal.models import JournalEntry, JournalHead
from cctns.journal.write import record
from cctns.offices.codes import OfficeKind, Role
from cctns.offices.models import Posting
from cctns.sync import received
from tests.journal.notebook import Notebook, Page
from tests.offices.land import Land

Written = Callable[[int], list[Posting]]


@pytest.fixture
def written(notebooks: None, land: Land) -> Written:
    """written(20): so many stations more, each with three books, known by their journals alone."""

    def write(count: int) -> list[Posting]:
        made = len(land.offices)
        officers = []
        for number in range(made, made + count):
            land.open(f"station {number}", OfficeKind.STATION, "east")
            officers.append(land.post(Role.SHO, f"station {number}"))
            for title in ("first", "second", "third"):
                _book(officers[-1], title)
        _only_journals()
        return officers

    return write


def _book(by: Posting, title: str) -> Notebook:
    made = Notebook(state=by.office.state_id, office=by.office, title=title)
    pages = {"pages": [Page(notebook_id=made.pk, number=1, text=title)]}
    record(made, kind="notebook.begun", by=by, children=pages)
    return made


def _only_journals() -> None:
    """As where they were received and nobody has looked yet."""
    with connection.cursor() as cursor, received.as_replica():
        cursor.execute("DELETE FROM test_page")
        cursor.execute("DELETE FROM test_notebook")
        cursor.execute("UPDATE journal_head SET ready = 0")


def test_many_short_journals_cost_no_more_questions_than_two(written: Written) -> None:
    asked = []
    for count in (2, 20):
        written(count)
        with CaptureQueriesContext(connection) as questions:
            assert received.catch_up() == 3 * JournalHead.objects.count()
        asked.append(len(questions))
    assert asked[0] == asked[1]
    assert Notebook.objects.count() == Page.objects.count() == 3 * 22
    assert not JournalHead.objects.exclude(ready=3).exists()


@pytest.mark.parametrize("batch", [1, 2, 3, 4, 100])
def test_however_large_a_batch_is_all_are_put(written: Written, batch: int) -> None:
    written(5)
    assert received.catch_up(batch) == 15
    assert received.catch_up(batch) == 0
    assert Notebook.objects.count() == 15


@pytest.mark.parametrize("batch", [1, 2, 3, 4, 100])
def test_a_follower_is_shown_each_journal_in_order_whatever_a_batch_holds(
    written: Written, batch: int
) -> None:
    written(5)
    received.catch_up()
    shown: list[JournalEntry] = []
    assert follow.follow("books", shown.extend, batch=batch) == 15
    places = [(one.office_id, one.seq) for one in shown]
    assert places == sorted(set(places))
    assert follow.follow("books", shown.extend, batch=batch) == 0


def test_a_follower_of_many_short_journals_asks_as_often_as_of_two(written: Written) -> None:
    asked = []
    for count in (2, 20):
        written(count)
        received.catch_up()
        with CaptureQueriesContext(connection) as questions:
            assert follow.follow("books", lambda entries: None) > 0
        asked.append(len(questions))
    assert asked[0] == asked[1]


def test_one_journal_that_cannot_be_shown_keeps_none_before_it_back(written: Written) -> None:
    offices = sorted(one.office_id for one in written(5))
    received.catch_up()
    shown: set[object] = set()

    def stumbles(entries: Sequence[JournalEntry]) -> None:
        if any(one.office_id == offices[3] for one in entries):
            raise ValueError("not this one")
        shown.update(one.office_id for one in entries)

    with pytest.raises(ValueError, match="not this one"):
        follow.follow("books", stumbles)
    assert shown == {*offices[:3]}
    assert follow.follow("books", lambda entries: None) == 6
