"""What follows the journal into the search: each app says what its records give.

The follower runs in the worker, a minute at most behind every journal; `cctns rebuild search` makes
all of it anew. Nobody's writing waits for it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from cctns.journal import follow
from cctns.journal.models import JournalEntry

from . import mentions, store
from .mentions import MentionRow
from .rows import DeedRow, TextRow, ThingRow

FOLLOWER = "search"
MADE = 2  # readings of names of 27 November 2026; raised when a name is kept under other keys


@dataclass(frozen=True)
class Told:
    """What some records give; it takes the place of all that these `records` gave before."""

    records: Mapping[str, Collection[UUID]]  # ids by kind of record
    people: Sequence[MentionRow] = ()
    things: Sequence[ThingRow] = ()
    texts: Sequence[TextRow] = ()
    deeds: Sequence[DeedRow] = ()


Load = Callable[[Collection[UUID]], Told]


@dataclass(frozen=True)
class Source:
    """`load` is asked with ids that entries of these kinds of record tell of and point at."""

    kinds: frozenset[str]
    load: Load


_known: dict[str, Source] = {}


def register(name: str, kinds: Collection[str], load: Load) -> None:
    """Make a source known, once, when its app is ready."""
    _known[name] = Source(frozenset(kinds), load)


def start() -> None:
    """Hang the follower on the journals."""
    follow.register(FOLLOWER, _handle, forget=_forget_all, made=MADE)


def catch_up() -> None:
    """Follow every journal as far as it has come, for whoever cannot wait for the worker."""
    follow.follow(FOLLOWER, _handle)


def _handle(entries: Sequence[JournalEntry]) -> None:
    for told in told_by(entries):
        keep(told)


def told_by(entries: Sequence[JournalEntry]) -> Iterator[Told]:
    """What the records give that these entries tell of and point at, source by source."""
    for source in _known.values():
        told = [one for one in entries if one.record_type in source.kinds]
        wanted = {one for entry in told for one in (entry.record_id, *entry.refs)}
        if wanted:
            yield source.load(wanted)


def keep(told: Told) -> None:
    """Put what is told in the place of what was told before."""
    for kind, ids in told.records.items():
        mentions.drop(kind, [*ids])
        store.drop(kind, ids)
    mentions.store(told.people)
    store.store([*told.things], [*told.texts], [*told.deeds])


def _forget_all() -> None:
    store.forget()
