"""Every word of the persons' names, in memory, by what it sounds like.

A question's word meets the words that share a coarse key with it or are one deletion apart
(Garbe's symmetric deletes, 2012): tens of words out of tens of thousands, whatever the number of
persons. Several words of one sound (Kumar, Kumaar, कुमार) are one entry.
"""

from __future__ import annotations

import threading
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Any, NamedTuple, TypeVar

from django.db import connection, transaction

from cctns.lib.names import likeness
from cctns.lib.names.compare import ONE_SLIP, one_slip
from cctns.lib.names.keys import bones
from cctns.lib.names.romanise import script_of
from cctns.lib.names.sound import Sound, sound
from cctns.lib.names.words import is_initial

Made = TypeVar("Made")

LEAST = 0.55  # a word less alike is another word
MOST_ALIKE = 120  # entries that one word of a question may stand for
_REMEMBERED = 20_000  # words asked for, with what they were held against
_ONE_WRITER = 2026_0002  # numbers of new words come in the order of their commits


@dataclass(slots=True, eq=False)
class Entry:
    """Words of one sound; one of them stands for all."""

    word: str
    words: list[str]
    heard: Sound
    bones: str
    first: str  # the sound it begins with
    times: int
    script: int  # `script_of` all words; 0 when they stand in several
    number: int  # of the entries, in the order in which they were met


class Near(NamedTuple):
    """An entry that a word of a question may stand for."""

    entry: Entry
    likeness: float


class Vocabulary:
    """Fed with words and how often each stands; asked for what is near a word."""

    def __init__(self) -> None:
        self.entries: dict[Sound, Entry] = {}
        self.of_word: dict[str, Entry] = {}
        self.persons = 1
        self.last = 0
        self._firsts: Counter[str] = Counter()
        self._times: dict[str, int] = {}
        self._by_coarse: dict[str, list[Entry]] = defaultdict(list)
        self._by_delete: dict[str, list[Entry]] = defaultdict(list)
        self._near = lru_cache(maxsize=_REMEMBERED)(self._look)
        self._weighed = dict[tuple[str, str], Any]()

    def add(self, word: str, times: int) -> None:
        """A word, and how often it stands; told again, the new count replaces the old."""
        heard = sound(word)
        if is_initial(word) or not heard.plain:
            return
        entry = self.entries.get(heard)
        if entry is None:
            script = script_of(word[0])
            number = len(self.entries)
            entry = Entry(word, [word], heard, bones(word), heard.first, 0, script, number)
            self.entries[heard] = entry
            self._index(entry)
            self._index_slips(entry, word)
        elif word not in self._times:
            entry.words.append(word)
            if entry.script != script_of(word[0]):
                entry.script = 0
            self._index_slips(entry, word)
        more = times - self._times.get(word, 0)
        self._times[word] = times
        entry.times += more
        self.of_word[word] = entry
        self._firsts[entry.first] += more

    def forget_answers(self) -> None:
        """After words were added: what was near before may not be all."""
        self._near.cache_clear()
        self._weighed.clear()

    def weighed(self, word: str, part: str, make: Callable[[], Made]) -> Made:
        """What was made of a word of a question, until words are added: names come again."""
        made: Made | None = self._weighed.get((word, part))
        if made is None:
            if len(self._weighed) >= _REMEMBERED:
                self._weighed.clear()
            made = self._weighed[word, part] = make()
        return made

    def near(self, word: str) -> tuple[Near, ...]:
        """Entries like a word, the likest first."""
        return self._near(word)

    def times_of(self, word: str) -> int:
        """How many persons bear the word, spelt like this."""
        return self._times.get(word, 0)

    def share_of_first(self, letter: str) -> float:
        """The share of words that begin with this sound."""
        return self._firsts[letter] / max(1, self._firsts.total())

    def _index(self, entry: Entry) -> None:
        for key in entry.heard.coarse:
            self._by_coarse[key].append(entry)
        for key in {one for plain in entry.heard.plain for one in deletions(plain)}:
            self._by_delete[key].append(entry)

    def _index_slips(self, entry: Entry, word: str) -> None:
        if word.isascii():
            for key in deletions(word):
                held = self._by_delete[key]
                if entry not in held:
                    held.append(entry)

    def _look(self, word: str) -> tuple[Near, ...]:
        heard = sound(word)
        coarse = chain.from_iterable(self._by_coarse.get(key, ()) for key in heard.coarse)
        slips = dict.fromkeys(self._one_letter_from((word,)))
        met = dict.fromkeys((*coarse, *self._one_letter_from(heard.plain), *slips))
        found = [Near(one, _alike(word, one, one in slips)) for one in met]
        found = [one for one in found if one.likeness >= LEAST]
        found.sort(key=lambda one: (-one.likeness, -one.entry.times))
        return tuple(found[:MOST_ALIKE])

    def _one_letter_from(self, spellings: Iterable[str]) -> Iterator[Entry]:
        for plain in spellings:
            for key in deletions(plain):
                yield from self._by_delete.get(key, ())


def _alike(word: str, entry: Entry, slips: bool) -> float:
    """By sound, or one slip from one of the spellings, where one may be that near."""
    alike = likeness(word, entry.word)
    if slips and alike < ONE_SLIP and any(one_slip(word, one) for one in entry.words):
        return ONE_SLIP
    return alike


def deletions(plain: str) -> Iterator[str]:
    """The word and all that one letter less makes of it."""
    yield plain
    if len(plain) > 2:
        yield from (plain[:at] + plain[at + 1 :] for at in range(len(plain)))


_held = Vocabulary()
_lock = threading.Lock()
_READ = "SELECT word, times, number FROM search_word WHERE number > %s ORDER BY number"


def held() -> Vocabulary:
    """This process's vocabulary, with what was added since it was asked last."""
    with connection.cursor() as cursor:
        cursor.execute(_READ, [_held.last])
        rows = cursor.fetchall()
    if rows:
        with _lock:
            for word, times, number in rows:
                if number > _held.last:
                    _held.add(word, times)
                    _held.last = number
            _held.persons = max(_persons(), *(one.times for one in _held.entries.values()), 1)
            _held.forget_answers()
    return _held


def forget() -> None:
    """Read all anew at the next question: after the table was emptied."""
    global _held
    _held = Vocabulary()


def learn(words: Iterable[str]) -> None:
    """Add words that are new; within the caller's transaction."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT word FROM unnest(%s::text[]) AS word "
            "WHERE NOT EXISTS (SELECT FROM search_word known WHERE known.word = word.word)",
            [sorted(words)],
        )
        new = [word for (word,) in cursor.fetchall()]
        if not new:
            return
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_ONE_WRITER])
        cursor.execute(
            "INSERT INTO search_word (word, times, number) SELECT word, 1, "
            "place + (SELECT coalesce(max(number), 0) FROM search_word) "
            "FROM unnest(%s::text[]) WITH ORDINALITY AS told (word, place) ON CONFLICT DO NOTHING",
            [new],
        )


def recount() -> int:
    """Count all words anew, set-based: after a bulk load, and nightly. How many words there are."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_ONE_WRITER])
        cursor.execute("SELECT coalesce(max(number), 0) FROM search_word")
        (last,) = cursor.fetchone()
        cursor.execute("DELETE FROM search_word")
        # Numbers go on, so that every process reads the new counts at its next question.
        cursor.execute(
            "INSERT INTO search_word (word, times, number) "
            "SELECT word, times, %s + row_number() OVER (ORDER BY times DESC, word) FROM ("
            "SELECT word, count(*) AS times FROM search_person, "
            "regexp_split_to_table(words, '[ |]+') AS word WHERE word <> '' GROUP BY word) counted",
            [last],
        )
        return int(cursor.rowcount)


def _persons() -> int:
    """About how many persons there are, from the planner's own figures: no scan."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT search_persons()")
        (persons,) = cursor.fetchone()
    return int(persons)
