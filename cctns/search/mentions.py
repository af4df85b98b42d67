"""Writes what persons are found by. Followers of the journals call this; nobody else does."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from itertools import islice
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from cctns.lib.names import keys, parse
from cctns.lib.names.words import place_name

from . import vocabulary

AT_ONCE = 5_000


@dataclass(frozen=True, slots=True)
class MentionRow:
    """One mention of a person. Years of birth are a span, equal when the year is known."""

    state: int
    id: UUID
    record_kind: str
    record_id: UUID
    office_id: UUID
    role: str
    name: str
    told_at: datetime
    case_id: UUID | None = None
    alias: str = ""
    relation: str = ""
    relative_name: str = ""
    sex: str = "unknown"
    birth_from: int | None = None
    birth_to: int | None = None
    place: str = ""
    district: str = ""
    phones: tuple[str, ...] = ()
    identity: tuple[str, ...] = ()
    marks: str = ""
    number: str = ""
    standing: str = ""
    closed: str = ""


FIELDS = tuple(one.name for one in fields(MentionRow))


_LISTS = [FIELDS.index(one) for one in ("phones", "identity")]


def mention_of(values: Sequence[Any]) -> MentionRow:
    """Of a row that was asked for FIELDS, in their order."""
    told = list(values)
    for at in _LISTS:
        told[at] = tuple(told[at])
    return MentionRow(*told)


_COLUMNS = (*FIELDS, "words", "keys")
_TYPES = {
    "state": "int2", "id": "uuid", "record_id": "uuid", "office_id": "uuid", "case_id": "uuid",
    "birth_from": "int2", "birth_to": "int2", "phones": "text[]", "identity": "text[]",
    "told_at": "timestamptz", "keys": "int[]",
}  # fmt: skip
_STORE = f"""
INSERT INTO search_person ({", ".join(_COLUMNS)})
SELECT {", ".join(_COLUMNS)} FROM json_to_recordset(%s::json)
    AS told ({", ".join(f"{one} {_TYPES.get(one, 'text')}" for one in _COLUMNS)})
ON CONFLICT (state, id) DO UPDATE SET
    {", ".join(f"{one} = EXCLUDED.{one}" for one in _COLUMNS if one not in ("state", "id"))}
"""  # noqa: S608 - column names only


def store(rows: Iterable[MentionRow]) -> int:
    """Insert or replace mentions by (state, id), 5,000 a statement; how many were given."""
    told, rest = 0, iter(rows)
    while batch := list(islice(rest, AT_ONCE)):
        made = [_made(one) for one in batch]
        words = {word for one in made for word in one["words"].replace("|", " ").split()}
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(_STORE, [json.dumps(made, default=str, ensure_ascii=False)])
            vocabulary.learn(words)
        told += len(batch)
    return told


def drop(record_kind: str, record_ids: Sequence[UUID]) -> int:
    """Forget all mentions of these records; how many there were."""
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM search_person WHERE record_id = ANY(%s) AND record_kind = %s",
            [list(record_ids), record_kind],
        )
        return int(cursor.rowcount)


def _made(row: MentionRow) -> dict[str, Any]:
    phones = [number for one in row.phones if (number := keys.phone(one))]
    return {**asdict(row), "phones": phones, **derived(row)}


def derived(row: MentionRow) -> dict[str, Any]:
    """The words and keys of a mention: of its name and alias, its relative and its facts."""
    name, relative, *others = read = _read(row)
    found = keys.of_person(name, relative)
    for other in others:
        found |= keys.of_person(other, relative)
        found |= {keys.pair(a, b) for a in keys.skeletons(other) for b in keys.skeletons(name)}
    found |= {keys.fact("phone", keys.phone(one)) for one in row.phones}
    found |= {keys.fact("identity", number) for number in row.identity}
    if row.district:
        found.add(keys.home(place_name(row.district)))
    return {"words": _words(read), "keys": sorted(found)}


def words_of(row: MentionRow) -> str:
    """`Person.words` of a mention: name, relative and other names, folded."""
    return _words(_read(row))


def _words(read: Sequence[Sequence[str]]) -> str:
    return "|".join(" ".join(one) for one in read)


def _read(row: MentionRow) -> list[tuple[str, ...]]:
    """The words of the name, of the relative, and of each other name."""
    told = parse(row.name)
    relative = parse(row.relative_name).name or told.relative
    others = [
        told.with_honorific,
        *told.aliases,
        *(parse(one).name for one in row.alias.split(",")),
    ]
    return [told.name, relative, *(one for one in others if one and one != told.name)]
