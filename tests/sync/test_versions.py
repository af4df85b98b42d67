"""Nodes are brought up to date one after another: old stations, new parents, and the other way."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from cctns.journal import kinds
from cctns.journal.models import JournalEntry
from cctns.journal.verify import verify
from cctns.law import edition
from cctns.offices.models import Posting
from cctns.sync import greeting, receive, received
from cctns.sync.models import Peer, Unread
from cctns.sync.refused import Refused
from tests.journal.notebook import Notebook

from .between import CHILD, Between


@pytest.fixture
def known(notebooks: None, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Say under which schema this program knows notebooks: the station's, or two further."""
    today = kinds.named("notebook")

    def at(schema: int) -> None:
        kind = replace(today, schema=schema, upcasters={1: _second, 2: _third})
        monkeypatch.setitem(kinds._by_name, "notebook", kind)
        monkeypatch.setitem(kinds._by_model, Notebook, kind)

    return at


def _second(told: dict[str, Any]) -> dict[str, Any]:
    """In the second schema a title says whose book it is."""
    return {**told, "title": f"{told['title']}, of the station"}


def _third(told: dict[str, Any]) -> dict[str, Any]:
    """In the third every book is marked."""
    return {**told, "marks": {**told["marks"], "kept": True}}


def test_a_station_two_schemas_behind_goes_on_under_a_new_parent(
    known: Any, shipped: list[bytes], between: Between, by: Posting
) -> None:
    child = between.cross()
    known(3)
    for one in shipped:
        receive.take(one, source=child)
    assert received.catch_up() == 300
    assert not Unread.objects.exists()
    assert set(JournalEntry.objects.values_list("schema", flat=True)) == {1}  # as it was signed
    books = Notebook.objects.values_list("title", "marks")
    assert len(books) == 298
    assert all(title.endswith(", of the station") for title, _marks in books)
    assert all(marks["kept"] for _title, marks in books)
    assert verify(by.office) == []


def test_what_a_newer_station_writes_is_kept_and_read_after_the_update(
    known: Any,
    between: Between,
    write: Any,
    by: Posting,
) -> None:
    known(3)
    for number in range(5):
        write(f"Book {number}", "page")
    sent = between.gather(_head(by))
    child = between.cross()
    known(1)
    taken = [receive.take(one, source=child) for one in sent]
    assert [one.size for one in taken] == [5]  # acknowledged: nothing waits for the update
    received.catch_up()
    assert (Notebook.objects.count(), Unread.objects.count()) == (0, 5)
    assert received.read_again() == 0
    known(3)
    assert received.read_again() == 5
    assert (Notebook.objects.count(), Unread.objects.count()) == (5, 0)
    assert verify(by.office) == []


def _head(by: Posting) -> Any:
    from cctns.journal.models import JournalHead

    return JournalHead.objects.get(office=by.office)


def test_a_hello_that_says_less_than_todays_is_answered(between: Between, land: Any) -> None:
    child = between.cross()
    told = {"versions": [1, 1], "heads": [], "directory": "", "time": ""}
    answer = greeting.answer(child, told)
    assert answer["law"] == edition.digest()
    held = Peer.objects.get(pk=CHILD)
    assert (held.program, held.law) == ("", "")
    greeting.answer(child, {**told, "program": "0.0.9", "law": "0" * 16})
    held.refresh_from_db()
    assert (held.program, held.law) == ("0.0.9", "0" * 16)
    with pytest.raises(Refused) as refusal:
        greeting.answer(child, {**told, "versions": [0, 0]})
    assert refusal.value.status == 426
