"""Stations for the herd: offices, keys and enrolments set by set, and what each one has to send.

A station is its key and one packed stretch of its journal, as its own node would make it: real
diary entries under a checkpoint that it signed. Nothing of the stretch is in the State's database.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

ENTRIES = 3
_AT_ONCE = 2_000  # rows of an INSERT

_OFFICES = """
INSERT INTO offices_office (id, state_id, kind, name, name_hi, code, opened_on, gd_reset)
SELECT gen_random_uuid(), %(state)s, 'station', 'Bench ' || one, '', 'B' || one, '2020-01-01',
    'daily'
FROM generate_series(1, %(count)s) one RETURNING id, code
"""


@dataclass(frozen=True)
class Station:
    """`secret` is its private key, `data` its stretch as it travels, `root` where that leads."""

    name: str
    office: str
    secret: bytes
    data: bytes
    root: bytes


def stations(count: int) -> list[Station]:
    """Enrol so many below this node, each with its own office, and make what they have to send."""
    from django.db import connection

    from cctns.journal.models import JournalHead, NodeKey
    from cctns.lib.clock import now
    from cctns.offices.models import Posting
    from cctns.sync.models import Peer

    by = Posting.objects.filter(role="sho").select_related("office", "officer").first()
    assert by is not None
    state, moment = by.office.state_id, now()
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute(_OFFICES, {"count": count, "state": state})
        made = list(_made(cursor.fetchall(), by))
        below = {"role": "station", "side": "child", "state": state, "enrolled_at": moment}
        below |= {"cosign_key": b"", "box_key": b""}
        Peer.objects.bulk_create([Peer(name=one.name, **below) for one in made], _AT_ONCE)
        JournalHead.objects.bulk_create(
            [JournalHead(state=state, office_id=one.office, home_node=one.name) for one in made],
            _AT_ONCE,
        )
        NodeKey.objects.bulk_create(
            [NodeKey(node=one.name, key=_public(one.secret), since=moment) for one in made],
            _AT_ONCE,
        )
        cursor.execute("SET session_replication_role = origin")
        cursor.execute("ANALYZE offices_office, journal_head, sync_peer, journal_nodekey")
    return made


def _public(secret: bytes) -> bytes:
    return _key(secret).public_key().public_bytes_raw()


def _key(secret: bytes) -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(secret)


def _made(offices: list[tuple[UUID, str]], by: Any) -> Iterator[Station]:
    from cctns.lib import merkle, notes
    from cctns.sync import wire
    from cctns.sync.leaves import digest_of, leaf_of

    for office, code in offices:
        name, secret = f"cctns.in/bench.{code}", sha256(os.urandom(32)).digest()
        entries = [_entry(office, seq, by) for seq in range(ENTRIES)]
        edge = merkle.Frontier.from_bytes(0, b"")
        for seq, one in enumerate(entries):
            edge.append(leaf_of(one, str(office), 1, seq, digest_of(one)))
        signer = notes.Signer(f"{name}/{code}/1", _key(secret))
        note = notes.Checkpoint(signer.name, edge.size, edge.root()).note(signer)
        head = wire.Head(by.office.state_id, str(office), 1, 0, note, name)
        yield Station(name, str(office), secret, wire.pack(wire.Batch(head, entries)), edge.root())


def _entry(office: UUID, seq: int, by: Any) -> Any:
    from cctns.journal import kinds
    from cctns.lib.clock import now
    from cctns.registers.models import GeneralDiaryEntry
    from cctns.sync import wire
    from cctns.sync.leaves import SINCE

    moment = now()
    row = GeneralDiaryEntry(
        state=by.office.state_id,
        office_id=office,
        version=1,
        period="2026-11-26",
        serial=seq + 1,
        kind="patrol_out",
        occurred_at=moment,
        recorded_at=moment,
        officer=by.officer,
        officer_name=by.officer.name,
        text=f"Left on patrol of the bazaar with two constables, round {seq}.",
    )
    micro = int((moment.timestamp() - SINCE) * 1_000_000)
    return wire.Entry(
        record_type="gd",
        kind="gd.written",
        role="sho",
        version=1,
        schema=1,
        record_id=row.pk.bytes,
        actor=by.officer_id.bytes,
        occurred=micro,
        recorded=micro,
        salt=os.urandom(16),
        document=kinds.to_bytes(kinds.document(row)),
    )
