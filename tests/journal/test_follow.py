"""Followers see every entry in order, at least once, and can begin again."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

import pytest

from cctns.journal import follow
from cctns.journal.models import JournalCursor, JournalEntry
from cctns.journal.write import record
from cctns.offices.models import Posting

from .conftest import Make


class Derived:
    """What a follower derives: the versions it was shown, in order."""

    def __init__(self) -> None:
        self.seen: list[tuple[UUID, int]] = []

    def handle(self, entries: Sequence[JournalEntry]) -> None:
        self.seen += [(one.record_id, one.version) for one in entries]

    def forget(self) -> None:
        self.seen.clear()


def test_each_entry_is_shown_once_while_nothing_breaks(write: Make, by: Posting) -> None:
    derived, notebooks = Derived(), [write(str(number)) for number in range(5)]
    assert follow.follow("titles", derived.handle, batch=2) == 5
    assert derived.seen == [(one.pk, 1) for one in notebooks]
    assert follow.follow("titles", derived.handle) == 0
    record(notebooks[0], kind="notebook.closed", by=by)
    follow.follow("titles", derived.handle)
    assert derived.seen[-1] == (notebooks[0].pk, 2)


def test_only_the_kinds_asked_for_are_shown(write: Make, by: Posting) -> None:
    derived = Derived()
    notebook = write()
    record(notebook, kind="notebook.closed", by=by)
    write()
    assert follow.follow("closed", derived.handle, kinds={"notebook.closed"}, batch=1) == 1
    assert derived.seen == [(notebook.pk, 2)]
    assert JournalCursor.objects.get(follower="closed").next == 3


def test_a_handler_that_dies_is_shown_the_same_entries_again(write: Make) -> None:
    notebook, derived = write(), Derived()

    def dies(entries: Sequence[JournalEntry]) -> None:
        derived.handle(entries)
        raise ConnectionError("the line is gone")

    for _ in range(2):
        with pytest.raises(ConnectionError):
            follow.follow("titles", dies)
    follow.follow("titles", derived.handle)
    assert derived.seen == [(notebook.pk, 1)] * 3


def test_a_follower_is_rebuilt_from_the_start(write: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(follow, "_known", {})
    derived, notebook = Derived(), write()
    follow.register("titles", derived.handle, forget=derived.forget)
    assert follow.names() == ["titles"]
    assert follow.run_all() == 1
    derived.seen.append((notebook.pk, 99))  # damaged
    assert follow.rebuild("titles") == 1
    assert derived.seen == [(notebook.pk, 1)]
    with pytest.raises(follow.UnknownFollower):
        follow.rebuild("unheard of")


def test_what_an_older_program_derived_is_told_until_it_is_rebuilt(
    write: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    derived = Derived()
    monkeypatch.setattr(follow, "_known", {})
    follow.register("titles", derived.handle, forget=derived.forget)
    write()
    follow.run_all()
    assert follow.outdated() == []
    follow.register("titles", derived.handle, forget=derived.forget, made=2)
    write()
    follow.run_all()
    assert follow.outdated() == ["titles"], "new entries do not make the old ones new"
    follow.rebuild("titles")
    assert follow.outdated() == []
