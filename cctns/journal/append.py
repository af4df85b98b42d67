"""Appending to journals: the heads locked last, then every entry in one statement.

The lock is held until the act commits, so what happens between is as little as can be.
"""

from __future__ import annotations

import secrets
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from itertools import count
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connection
from psycopg import Cursor

from cctns.lib.clock import now
from cctns.lib.merkle import Frontier
from cctns.offices.models import Posting

from . import header, payloads, tiles
from .fields import instant
from .halting import Halted, NotHome
from .models import JournalEntry


@dataclass(frozen=True, kw_only=True)
class Draft:
    """What an entry will say, before it has a number."""

    state: int
    office: UUID
    record_type: str
    record_id: UUID
    version: int
    kind: str
    schema: int
    refs: Sequence[UUID]
    document: bytes  # canonical
    occurred_at: datetime | None  # None: when it is recorded


@dataclass(frozen=True, slots=True)
class Made:
    """An entry as it was numbered and hashed."""

    draft: Draft
    epoch: int
    seq: int
    occurred_at: datetime
    digest: bytes
    leaf: bytes


@dataclass
class Head:
    """The locked head of one office's open journal."""

    state: int
    office: UUID
    epoch: int
    frontier: Frontier

    @cached_property
    def name(self) -> str:
        """Its office as headers write it."""
        return str(self.office)


_LOCK = """
SELECT state, office_id, epoch, size, frontier, home_node, halted FROM journal_head
WHERE office_id = ANY(%s) AND NOT closed ORDER BY office_id FOR NO KEY UPDATE
"""
_BEGIN = """
INSERT INTO journal_head
    (state, office_id, epoch, size, frontier, home_node, ready, moved, halted, closed)
VALUES (%s, %s, 1, 0, '', %s, 0, 0, '', false) ON CONFLICT DO NOTHING
"""
_APPEND = """
WITH told AS (
    SELECT one.*, (%(states)b::smallint[])[place] AS state, (%(offices)b::uuid[])[place] AS office,
        (%(epochs)b::int[])[place] AS epoch, (32 * (number - 1) + 1)::int AS hash_at,
        (16 * (number - 1) + 1)::int AS salt_at
    FROM unnest(%(places)b::int[], %(seqs)b::bigint[], %(types)b::text[], %(records)b::uuid[],
        %(versions)b::int[], %(kinds)b::text[], %(schemas)b::smallint[],
        %(occurred)b::timestamptz[], %(refs)b::text[], %(dictionaries)b::smallint[],
        %(documents)b::bytea[])
    WITH ORDINALITY AS one (place, seq, type, record, version, kind, schema, occurred, refs,
        dictionary, document, number)
), payload AS (
    INSERT INTO journal_payload (state, office_id, epoch, seq, salt, dictionary, document)
    SELECT state, office, epoch, seq, substring(%(salts)b::bytea FROM salt_at FOR 16), dictionary,
        document
    FROM told
), entry AS (
    INSERT INTO journal_entry (state, office_id, epoch, seq, record_type, record_id, version, kind,
        schema, actor_id, role, occurred_at, recorded_at, refs, payload_digest, leaf)
    SELECT state, office, epoch, seq, type, record, version, kind, schema, %(actor)b, %(role)b,
        occurred, %(moment)b, refs::uuid[], substring(%(digests)b::bytea FROM hash_at FOR 32),
        substring(%(leaves)b::bytea FROM hash_at FOR 32)
    FROM told
)
UPDATE journal_head SET size = grown.size, frontier = grown.frontier, ready = grown.size,
    moved = pg_current_xact_id()::text::bigint
FROM unnest(%(offices)b::uuid[], %(epochs)b::int[], %(sizes)b::bigint[], %(frontiers)b::bytea[])
    AS grown (office, epoch, size, frontier)
WHERE journal_head.office_id = grown.office AND journal_head.epoch = grown.epoch
"""


def append(drafts: Sequence[Draft], *, by: Posting) -> list[JournalEntry]:
    """Number, hash and write the entries of one act. Several offices are locked in order of id."""
    moment = now()
    return [_entry(one, by, moment) for one in append_many(drafts, by=by, moment=moment)]


def append_many(drafts: Sequence[Draft], *, by: Posting, moment: datetime) -> list[Made]:
    """The same for thousands at once, without a model for each."""
    packed = [payloads.pack(one.document) for one in drafts]
    salts = secrets.token_bytes(header.SALT_BYTES * len(drafts))
    heads = _lock(drafts)
    grown = [(head, head.frontier.size) for head in heads.values()]
    acting = _Acting(str(by.officer_id), by.role, moment, instant(moment))
    made = [
        _make(heads[draft.office], draft, salts[at : at + header.SALT_BYTES], acting)
        for draft, at in zip(drafts, count(0, header.SALT_BYTES))
    ]
    parameters = {
        **_of_heads(list(heads.values())),
        **_of_entries(made, list(heads)),
        "salts": salts,
        "dictionaries": [number for number, _ in packed],
        "documents": [document for _, document in packed],
        "actor": by.officer_id,
        "role": by.role,
        "moment": moment,
    }
    with connection.cursor() as cursor, connection.wrap_database_errors:
        # psycopg's own cursor sends bytes as they are; Django's would write them as text.
        Cursor(cursor.connection).execute(_APPEND, parameters)
    leaves = defaultdict[UUID, list[bytes]](list)
    for one in made:
        leaves[one.draft.office].append(one.leaf)
    for head, before in grown:
        tiles.complete(head.state, head.office, head.epoch, before, leaves[head.office])
    return made


def _lock(drafts: Sequence[Draft]) -> dict[UUID, Head]:
    wanted = {draft.office: draft.state for draft in drafts}
    heads = _locked(list(wanted))
    missing = [(wanted[one], one, settings.CHECKPOINT_ORIGIN) for one in wanted if one not in heads]
    if missing:
        with connection.cursor() as cursor:
            cursor.executemany(_BEGIN, missing)
        heads = _locked(list(wanted))
    return heads


def _locked(offices: list[UUID]) -> dict[UUID, Head]:
    with connection.cursor() as cursor:
        cursor.execute(_LOCK, [offices])
        rows = cursor.fetchall()
    for _state, office, _epoch, _size, _frontier, home, halted in rows:
        if halted:
            raise Halted(halted)
        if home != settings.CHECKPOINT_ORIGIN:
            raise NotHome(office, home)
    return {
        office: Head(state, office, epoch, Frontier.from_bytes(size, bytes(frontier)))
        for state, office, epoch, size, frontier, _home, _halted in rows
    }


@dataclass(frozen=True, slots=True)
class _Acting:
    """What all headers of one act say of who acts and when, as they say it."""

    actor: str
    role: str
    moment: datetime
    recorded_at: str


def _make(head: Head, draft: Draft, salt: bytes, acting: _Acting) -> Made:
    digest = header.payload_digest(salt, draft.document)
    occurred = draft.occurred_at or acting.moment
    seq = head.frontier.size
    data = header.header(
        office=head.name,
        epoch=head.epoch,
        seq=seq,
        record_type=draft.record_type,
        record_id=str(draft.record_id),
        version=draft.version,
        kind=draft.kind,
        schema=draft.schema,
        actor=acting.actor,
        role=acting.role,
        occurred_at=acting.recorded_at if occurred is acting.moment else instant(occurred),
        recorded_at=acting.recorded_at,
        refs=[str(one) for one in draft.refs],
        digest=digest.hex(),
    )
    leaf = header.leaf(data)
    head.frontier.append(leaf)
    return Made(draft, head.epoch, seq, occurred, digest, leaf)


def _entry(made: Made, by: Posting, moment: datetime) -> JournalEntry:
    draft = made.draft
    return JournalEntry(
        state=draft.state,
        office_id=draft.office,
        epoch=made.epoch,
        seq=made.seq,
        record_type=draft.record_type,
        record_id=draft.record_id,
        version=draft.version,
        kind=draft.kind,
        schema=draft.schema,
        actor_id=by.officer_id,
        role=by.role,
        occurred_at=made.occurred_at,
        recorded_at=moment,
        refs=list(draft.refs),
        payload_digest=made.digest,
        leaf=made.leaf,
    )


def _of_heads(heads: list[Head]) -> dict[str, Any]:
    return {
        "states": [head.state for head in heads],
        "offices": [head.office for head in heads],
        "epochs": [head.epoch for head in heads],
        "sizes": [head.frontier.size for head in heads],
        "frontiers": [head.frontier.to_bytes() for head in heads],
    }


def _of_entries(made: list[Made], offices: list[UUID]) -> dict[str, Any]:
    """One array a column; hashes of one width side by side, which costs less than arrays do."""
    drafts = [one.draft for one in made]
    places = {office: place for place, office in enumerate(offices, start=1)}
    return {
        "places": [places[one.office] for one in drafts],
        "seqs": [one.seq for one in made],
        "types": [one.record_type for one in drafts],
        "records": [one.record_id for one in drafts],
        "versions": [one.version for one in drafts],
        "kinds": [one.kind for one in drafts],
        "schemas": [one.schema for one in drafts],
        "occurred": [one.occurred_at for one in made],
        "refs": ["{" + ",".join(map(str, one.refs)) + "}" for one in drafts],
        "digests": b"".join(one.digest for one in made),
        "leaves": b"".join(one.leaf for one in made),
    }
