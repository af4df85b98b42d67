"""Appending to journals: the heads locked last, then every entry in one statement.

The lock is held until the act commits, so what happens between is as little as can be.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
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


_LOCK = """
SELECT state, office_id, epoch, size, frontier FROM journal_head
WHERE office_id = ANY(%s) AND NOT closed ORDER BY office_id FOR NO KEY UPDATE
"""
_BEGIN = """
INSERT INTO journal_head (state, office_id, epoch, size, frontier, home_node, closed)
VALUES (%s, %s, 1, 0, '', %s, false) ON CONFLICT DO NOTHING
"""
# Each value has a name, though two parts use it: it is sent once.
_APPEND = """
WITH payload AS (
    INSERT INTO journal_payload (state, office_id, epoch, seq, salt, dictionary, document)
    SELECT * FROM unnest(%(state)b::smallint[], %(office)b::uuid[], %(epoch)b::int[],
        %(seq)b::bigint[], %(salt)b::bytea[], %(dictionary)b::smallint[], %(document)b::bytea[])
), entry AS (
    INSERT INTO journal_entry (state, office_id, epoch, seq, record_type, record_id, version, kind,
        schema, actor_id, role, occurred_at, recorded_at, refs, payload_digest, leaf)
    SELECT a, b, c, d, e, f, g, h, i, %(actor)b, %(role)b, j, %(moment)b, k::uuid[], l, m
    FROM unnest(%(state)b::smallint[], %(office)b::uuid[], %(epoch)b::int[], %(seq)b::bigint[],
        %(record_type)b::text[], %(record)b::uuid[], %(version)b::int[], %(kind)b::text[],
        %(schema)b::smallint[], %(occurred)b::timestamptz[], %(refs)b::text[],
        %(digest)b::bytea[], %(leaf)b::bytea[]) AS one (a, b, c, d, e, f, g, h, i, j, k, l, m)
)
UPDATE journal_head SET size = grown.size, frontier = grown.frontier
FROM unnest(%(heads)b::uuid[], %(epochs)b::int[], %(sizes)b::bigint[], %(frontiers)b::bytea[])
    AS grown (office, epoch, size, frontier)
WHERE journal_head.office_id = grown.office AND journal_head.epoch = grown.epoch
"""


def append(drafts: Sequence[Draft], *, by: Posting) -> list[JournalEntry]:
    """Number, hash and write the entries of one act. Several offices are locked in order of id."""
    moment = now()
    return [_entry(one, by, moment) for one in append_many(drafts, by=by, moment=moment)]


def append_many(drafts: Sequence[Draft], *, by: Posting, moment: datetime) -> list[Made]:
    """The same for thousands at once, without a model for each."""
    packed = [(secrets.token_bytes(header.SALT_BYTES), *payloads.pack(d.document)) for d in drafts]
    heads = _lock(drafts)
    grown = [(head, head.frontier.size) for head in heads.values()]
    made = [
        _make(heads[draft.office], draft, salt, by, moment)
        for draft, (salt, _, _) in zip(drafts, packed, strict=True)
    ]
    with connection.cursor() as cursor:
        # psycopg's own cursor binds values on the server; Django's would write bytes as text.
        parameters = _parameters(made, packed, heads.values(), by, moment)
        with connection.wrap_database_errors:
            Cursor(cursor.connection).execute(_APPEND, parameters)
    for head, before in grown:
        tiles.complete(head.state, head.office, head.epoch, before, head.frontier.size)
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
        return {
            office: Head(state, office, epoch, Frontier.from_bytes(size, bytes(frontier)))
            for state, office, epoch, size, frontier in cursor.fetchall()
        }


def _make(head: Head, draft: Draft, salt: bytes, by: Posting, moment: datetime) -> Made:
    digest = header.payload_digest(salt, draft.document)
    occurred, recorded = draft.occurred_at or moment, instant(moment)
    seq = head.frontier.size
    data = header.header(
        office=str(draft.office),
        epoch=head.epoch,
        seq=seq,
        record_type=draft.record_type,
        record_id=str(draft.record_id),
        version=draft.version,
        kind=draft.kind,
        schema=draft.schema,
        actor=str(by.officer_id),
        role=by.role,
        occurred_at=recorded if occurred is moment else instant(occurred),
        recorded_at=recorded,
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


def _parameters(
    made: list[Made], packed: Any, heads: Any, by: Posting, moment: datetime
) -> dict[str, Any]:
    drafts = [one.draft for one in made]
    return {
        "state": [one.state for one in drafts],
        "office": [one.office for one in drafts],
        "epoch": [one.epoch for one in made],
        "seq": [one.seq for one in made],
        "salt": [salt for salt, _, _ in packed],
        "dictionary": [number for _, number, _ in packed],
        "document": [document for _, _, document in packed],
        "actor": by.officer_id,
        "role": by.role,
        "moment": moment,
        "record_type": [one.record_type for one in drafts],
        "record": [one.record_id for one in drafts],
        "version": [one.version for one in drafts],
        "kind": [one.kind for one in drafts],
        "schema": [one.schema for one in drafts],
        "occurred": [one.occurred_at for one in made],
        "refs": ["{" + ",".join(map(str, one.refs)) + "}" for one in drafts],
        "digest": [one.digest for one in made],
        "leaf": [one.leaf for one in made],
        "heads": [head.office for head in heads],
        "epochs": [head.epoch for head in heads],
        "sizes": [head.frontier.size for head in heads],
        "frontiers": [head.frontier.to_bytes() for head in heads],
    }
