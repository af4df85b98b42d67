"""Shipping journals beside what the machine can do at best and beside what others do.

COPY of the very same rows is the physical limit; pg_test_fsync is printed from the same run, since
disks move by 20 times within minutes. Bytes on the line are compared with PostgreSQL's logical
replication of the same rows (pgoutput) and, where npm brings it, CouchDB's replication protocol.
"""

from __future__ import annotations

import os
import resource
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

import psycopg

from . import couch, door, ground, logical, sync_apply, sync_growth, sync_made
from .cable import Cable

# Entries to apply, to drain, and offices of the growth curves.
_SIZES = {
    "small": (20_000, 40_000, (12, 1_200)),
    "full": (100_000, 1_000_000, (12, 120, 1_200, 17_500)),
}
_BATCH = 2_000  # `ship.MOST`: entries of a batch on a good line
_ON_A_SLOW_LINE = 500
_CHILD, _PARENT = "cctns.in/bench.below", "cctns.in/bench.above"


def run(size: str) -> ground.Result:
    apply, drain, offices = _SIZES[size]
    figures: dict[str, float] = {}
    peers: dict[str, ground.Peer] = {}
    with ground.node("superuser") as environment:
        bench = _Bench(ground.superuser_dsn(environment))
        figures["fsync_per_s"] = _fsync(environment)
        made, kept = bench.written(apply)
        sizes = bench.bytes_on_the_line()
        figures |= {"bytes_per_record": sizes["ours"] / sizes["records"]}
        peers |= _peers_on_the_line(bench, sizes)
        figures |= bench.slow_line()
        figures |= sync_apply.in_turns(bench.dsn, made, kept, bench._cross())
        figures |= bench.drained(drain)
        figures |= sync_growth.grown(bench._back, offices)
    return figures, peers


def _fsync(environment: Any) -> float:
    """Writes of 8 KiB that reach the disk, a second, by PostgreSQL's own tool."""
    from cctns.config import embedded

    tool = embedded.programs(environment.home) / "pg_test_fsync"
    done = subprocess.run(
        [str(tool), "-s", "1", "-f", str(environment.home / "fsync")],
        capture_output=True,
        text=True,
        check=False,
    )
    rates = [
        line.split()[1] for line in done.stdout.splitlines() if line.strip().startswith("fdatasync")
    ]
    return float(rates[0]) if rates else 0.0


@dataclass
class _Bench:
    """One database that is child first and parent after it, as tests do it."""

    dsn: str

    def written(self, count: int) -> tuple[list[bytes], list[list[bytes]]]:
        """A journal of `count` FIR-like entries as batches, and per table the rows of each."""
        from django.conf import settings
        from django.db import connection

        from cctns.journal.models import JournalHead
        from cctns.offices.models import Posting
        from cctns.sync import gather, wire
        from cctns.sync.models import Peer

        settings.CHECKPOINT_ORIGIN = _CHILD
        by = Posting.objects.filter(role="sho").select_related("office").first()
        assert by is not None
        sync_made.append(count, by)
        head = JournalHead.objects.get(office=by.office)
        batches, first = [], 0
        while (batch := gather.stretch(head, first, _BATCH, to=Peer(role="state"))) is not None:
            batches.append(wire.pack(batch))
            first = batch.end
        with connection.cursor() as cursor:
            rows = [_dump(cursor, table) for table in ("journal_entry", "journal_payload")]
        return batches, rows

    def bytes_on_the_line(self) -> dict[str, float]:
        from cctns.sync import wire

        batch = self._first(_ON_A_SLOW_LINE)
        plain = sum(len(one.document or b"") for one in batch.entries)
        return {
            "records": float(len(batch.entries)),
            "ours": float(len(wire.pack(batch, level=19))),
            "document": plain / len(batch.entries),
        }

    def _first(self, records: int) -> Any:
        """A batch of the first entries."""
        from cctns.journal.models import JournalHead
        from cctns.sync import gather
        from cctns.sync.models import Peer

        head = JournalHead.objects.order_by("-size").first()
        assert head is not None
        return gather.stretch(head, 0, records, to=Peer(role="state"))

    def slow_line(self) -> dict[str, float]:
        """500 records over 256 kbit/s with 300 ms, to a real door in a process of its own."""
        from cctns.journal.checkpoints import node_key
        from cctns.journal.models import JournalHead, NodeKey
        from cctns.lib.clock import now
        from cctns.sync import wire
        from cctns.sync.line import Line
        from cctns.sync.models import Peer

        few = wire.pack(self._first(_ON_A_SLOW_LINE))
        self._cross()
        key = node_key().public_key().public_bytes_raw()
        NodeKey.objects.get_or_create(node=_PARENT, key=key, defaults={"since": now()})
        from django.conf import settings

        settings.CHECKPOINT_ORIGIN = _CHILD
        with door.opened(node="bench.above") as port:
            cable = Cable(port, rate=256_000 / 8, delay=0.15)
            line = Line(Peer(name=_PARENT, url=f"http://127.0.0.1:{cable.port}"))
            office = JournalHead.objects.get().office_id
            begun = time.perf_counter()
            answer = line.call("PUT", f"/sync/v1/{office}/1/entries", few, query={"from": 0})
            seconds = time.perf_counter() - begun
        assert answer.status == 200, answer.told
        return {"slow_line_s": seconds}

    def drained(self, count: int) -> dict[str, float]:
        """A long backlog, gathered and taken batch by batch: speed, and memory at its highest."""
        from cctns.journal.models import JournalHead
        from cctns.offices.models import Posting
        from cctns.sync import gather, receive, wire
        from cctns.sync.models import Peer

        self._back()
        by = Posting.objects.filter(role="sho").select_related("office").last()
        assert by is not None
        sync_made.append(count, by)
        head = JournalHead.objects.get(office=by.office)
        with psycopg.connect(self.dsn) as raw:
            raw.execute("CREATE TABLE bench_sent (at serial, batch bytea)")
            raw.commit()
            first = 0
            while (batch := gather.stretch(head, first, _BATCH, to=Peer(role="state"))) is not None:
                raw.execute(
                    "INSERT INTO bench_sent (batch) VALUES (%s)", [wire.pack(batch, level=3)]
                )
                first = batch.end
            raw.commit()
            peer = self._cross()
            before = _resident()
            begun, seen = time.perf_counter(), before
            cursor = raw.cursor(name="sent", withhold=True)
            cursor.itersize = 1  # as they come on a line: no more than one batch is held here
            cursor.execute("SELECT batch FROM bench_sent ORDER BY at")
            for (data,) in cursor:
                receive.take(bytes(data), source=peer)
                seen = max(seen, _resident())
            seconds = time.perf_counter() - begun
        from cctns.sync import received

        begun = time.perf_counter()
        done = received.catch_up()
        unread = time.perf_counter() - begun
        return {
            "drain_rows_per_s": count / seconds,
            "drain_peak_mib": seen - before,
            "follow_entries_per_s": done / unread,
            **self._materialised(),
        }

    def _materialised(self, count: int = 3_000) -> dict[str, float]:
        """Diary entries as officers write them, put in their table by the follower."""
        from cctns.journal.models import JournalHead
        from cctns.offices.models import Posting
        from cctns.sync import gather, receive, received, wire
        from cctns.sync.models import Peer

        self._back()
        by = Posting.objects.filter(role="sho").select_related("office", "officer").first()
        assert by is not None
        sync_made.diary(count, by)
        head = JournalHead.objects.get(office=by.office)
        batches, first = [], 0
        while (batch := gather.stretch(head, first, _BATCH, to=Peer(role="state"))) is not None:
            batches.append(wire.pack(batch, level=3))
            first = batch.end
        peer = self._cross(wiped=("registers_generaldiaryentry",))
        for one in batches:
            receive.take(one, source=peer)
        begun = time.perf_counter()
        received.catch_up()
        seconds = time.perf_counter() - begun
        from cctns.registers.models import GeneralDiaryEntry

        assert GeneralDiaryEntry.objects.count() == count
        return {"materialise_per_s": count / seconds}

    def _cross(self, wiped: Sequence[str] = ()) -> Any:
        """The parent's turn: everything of the journal is gone, the child is enrolled."""
        from django.conf import settings

        from cctns.journal.checkpoints import node_key
        from cctns.journal.models import JournalHead, NodeKey
        from cctns.lib.clock import now
        from cctns.sync.models import Peer

        offices = set(JournalHead.objects.values_list("state", "office_id"))
        sync_made.wipe(wiped)
        settings.CHECKPOINT_ORIGIN = _PARENT
        peer = Peer.objects.create(
            name=_CHILD,
            role="station",
            side="child",
            cosign_key=bytes(32),
            box_key=bytes(32),
            enrolled_at=now(),
        )
        key = node_key().public_key().public_bytes_raw()
        NodeKey.objects.get_or_create(node=_CHILD, key=key, defaults={"since": now()})
        for state, office in offices:
            JournalHead.objects.create(state=state, office_id=office, home_node=_CHILD)
        return peer

    def _back(self) -> None:
        """The child's turn again, on an empty journal."""
        from django.conf import settings

        sync_made.wipe(("registers_generaldiaryentry",))
        settings.CHECKPOINT_ORIGIN = _CHILD


def _dump(cursor: Any, table: str) -> list[bytes]:
    """The rows of a table in stretches of a batch, as binary COPY gives them."""
    cursor.execute("SELECT max(seq) + 1 FROM journal_entry")
    (count,) = cursor.fetchone()
    found = []
    for first in range(0, count, _BATCH):
        statement = (
            f"COPY (SELECT * FROM {table} WHERE seq >= {first} AND seq < {first + _BATCH}) "
            "TO STDOUT (FORMAT BINARY)"
        )
        with cursor.connection.cursor() as raw, raw.copy(statement) as copying:
            found.append(b"".join(bytes(one) for one in copying))
    return found


def _peers_on_the_line(bench: _Bench, sizes: dict[str, float]) -> dict[str, ground.Peer]:
    return {
        "bytes_per_record": {
            "name": "PostgreSQL logical replication (pgoutput), the same documents as rows",
            "value": _logical(bench.dsn, int(sizes["records"])),
        },
        **couch.pushed(int(sizes["records"])),
    }


def _logical(dsn: str, records: int) -> float:
    """Bytes a record of the change set that a subscriber would be sent."""
    random = Random(1)
    with psycopg.connect(dsn, autocommit=True) as raw:
        level = raw.execute("SHOW wal_level").fetchone()
        if level != ("logical",):
            return _logical_elsewhere(records)
        return _decoded(raw, records, random)


def _logical_elsewhere(records: int) -> float:
    """On a server of its own with wal_level logical, which the node does not need."""
    return logical.with_server(lambda raw: _decoded(raw, records, Random(1)))


def _decoded(raw: Any, records: int, random: Random) -> float:
    raw.execute("CREATE TABLE bench_doc (id uuid PRIMARY KEY, salt bytea, document text)")
    raw.execute("CREATE PUBLICATION bench FOR TABLE bench_doc")
    raw.execute("SELECT pg_create_logical_replication_slot('bench', 'pgoutput')")
    from cctns.lib.ids import uuid7

    with raw.transaction():
        for _ in range(records):
            raw.execute(
                "INSERT INTO bench_doc VALUES (%s, %s, %s)",
                [uuid7(), os.urandom(16), sync_made.document(random).decode()],
            )
    (count,) = raw.execute(
        "SELECT sum(length(data)) FROM pg_logical_slot_get_binary_changes('bench', NULL, NULL, "
        "'proto_version', '1', 'publication_names', 'bench')"
    ).fetchone()
    raw.execute("SELECT pg_drop_replication_slot('bench')")
    return float(count) / records


def _resident() -> float:
    """MiB that this process holds now."""
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * resource.getpagesize() / 2**20
