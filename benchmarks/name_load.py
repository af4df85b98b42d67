"""Loads a million persons at once: derived by both cores, copied in, indexed afterwards."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import islice
from math import gcd
from uuid import UUID

import psycopg
from tqdm import tqdm

from .name_data import Known

_AT_ONCE = 5_000
_TOLD = datetime(2026, 1, 1, tzinfo=UTC)
_IDS = 2**128
_GOLDEN = (5**0.5 - 1) / 2  # multiples of it lie evenly and far apart (Knuth, TAOCP 3, 6.4)
_SCATTERS = int(_IDS * _GOLDEN) | 1
_GATHERS = pow(_SCATTERS, -1, _IDS)
_COLUMNS = (
    "state", "id", "record_kind", "record_id", "office_id", "role", "name", "alias", "relation",
    "relative_name", "sex", "birth_from", "birth_to", "place", "district", "phones", "identity",
    "marks", "number", "told_at", "standing", "closed", "words", "keys",
)  # fmt: skip


def key(place: int) -> UUID:
    """The id of the person at that place of the list, scattered as those of records are.

    Who is asked for stands first in the list: in order, he would come first of all equals.
    """
    return UUID(int=(place + 1) * _SCATTERS % _IDS)


def place(one: UUID) -> int:
    return one.int * _GATHERS % _IDS - 1


def load(dsn: str, persons: Sequence[Known]) -> None:
    """Fill search_person anew through a superuser's connection; words are counted after."""
    from cctns.search import vocabulary

    with psycopg.connect(dsn, autocommit=True) as server:
        server.execute("TRUNCATE search_person, search_word")
        (index,) = server.execute(
            "SELECT indexdef FROM pg_indexes WHERE indexname = 'search_by_key'"
        ).fetchone() or ("",)
        server.execute("DROP INDEX search_by_key")
        _copy(server, persons)
        server.execute("SET maintenance_work_mem = '512MB'")
        server.execute(index)
        server.execute("VACUUM ANALYZE search_person")
    vocabulary.forget()
    vocabulary.recount()


def _copy(server: psycopg.Connection, persons: Sequence[Known]) -> None:
    fork = multiprocessing.get_context("fork")
    with (
        fork.Pool(min(2, os.cpu_count() or 1)) as pool,
        server.cursor().copy(f"COPY search_person ({', '.join(_COLUMNS)}) FROM STDIN") as copy,
        tqdm(total=len(persons), desc="persons", unit="", mininterval=5) as bar,
    ):
        for rows in pool.imap(_derive, _portions(persons)):
            for row in rows:
                copy.write_row(row)
            bar.update(len(rows))


def _portions(persons: Sequence[Known]) -> Iterator[list[tuple[int, Known]]]:
    """All of them with their places, in another order, for the same reason as the ids."""
    size = len(persons)
    step = next(one for one in range(int(size * _GOLDEN) + 1, 2 * size + 2) if gcd(one, size) == 1)
    rest = ((at, persons[at]) for at in (one * step % size for one in range(size)))
    while portion := list(islice(rest, _AT_ONCE)):
        yield portion


def _derive(portion: Sequence[tuple[int, Known]]) -> list[tuple[object, ...]]:
    """Rows of COPY, with the words and keys that `store` would write."""
    from cctns.search.mentions import MentionRow, derived

    office, rows = UUID(int=1), list[tuple[object, ...]]()
    for at, one in portion:
        mention = MentionRow(
            29, key(at), "fir", key(at), office, "accused", one.name, _TOLD,
            relative_name=one.father, birth_from=one.birth_year, birth_to=one.birth_year,
            district=one.district,
        )  # fmt: skip
        made = derived(mention)
        rows.append(
            tuple(
                made[name] if name in made else list(value) if isinstance(value, tuple) else value
                for name in _COLUMNS
                for value in (getattr(mention, name, None),)
            )
        )
    return rows
