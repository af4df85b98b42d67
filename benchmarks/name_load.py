"""Loads a million persons at once: derived by both cores, copied in, indexed afterwards."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import islice
from uuid import UUID

import psycopg
from tqdm import tqdm

from .name_data import Known

_AT_ONCE = 5_000
_TOLD = datetime(2026, 1, 1, tzinfo=UTC)
_COLUMNS = (
    "state", "id", "record_kind", "record_id", "office_id", "role", "name", "alias", "relation",
    "relative_name", "sex", "birth_from", "birth_to", "place", "district", "phones", "identity",
    "marks", "number", "told_at", "standing", "closed", "words", "keys",
)  # fmt: skip


def key(place: int) -> UUID:
    """The id of the person at that place of the list."""
    return UUID(int=place + 1)


def place(one: UUID) -> int:
    return one.int - 1


def load(dsn: str, persons: Iterable[Known], size: int) -> None:
    """Fill search_person anew through a superuser's connection; words are counted after."""
    from cctns.search import vocabulary

    with psycopg.connect(dsn, autocommit=True) as server:
        server.execute("TRUNCATE search_person, search_word")
        (index,) = server.execute(
            "SELECT indexdef FROM pg_indexes WHERE indexname = 'search_by_key'"
        ).fetchone() or ("",)
        server.execute("DROP INDEX search_by_key")
        _copy(server, persons, size)
        server.execute("SET maintenance_work_mem = '512MB'")
        server.execute(index)
        server.execute("VACUUM ANALYZE search_person")
    vocabulary.forget()
    vocabulary.recount()


def _copy(server: psycopg.Connection, persons: Iterable[Known], size: int) -> None:
    fork = multiprocessing.get_context("fork")
    with (
        fork.Pool(min(2, os.cpu_count() or 1)) as pool,
        server.cursor().copy(f"COPY search_person ({', '.join(_COLUMNS)}) FROM STDIN") as copy,
        tqdm(total=size, desc="persons", unit="", mininterval=5) as bar,
    ):
        for rows in pool.imap(_derive, _portions(persons)):
            for row in rows:
                copy.write_row(row)
            bar.update(len(rows))


def _portions(persons: Iterable[Known]) -> Iterator[list[tuple[int, Known]]]:
    rest = enumerate(persons)
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
