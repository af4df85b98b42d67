"""Shipping journals beside what the machine can do at best and beside what others do.

COPY of the very same rows is the physical limit; pg_test_fsync is printed from the same run, since
disks move by 20 times within minutes. Bytes on the line are compared with PostgreSQL's logical
replication of the same rows (pgoutput) and, where npm brings it, CouchDB's replication protocol.
"""

from __future__ import annotations

import os
import resource
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any
from uuid import UUID

import psycopg

from . import couch, ground, line_shape

# Entries to apply, to drain, and offices of the growth curves.
_SIZES = {"small": (20_000, 40_000, (12, 1_200)), "full": (100_000, 1_000_000, (12, 120, 1_200, 17_500))}
_BATCH = 500
_CHILD = "cctns.in/bench.below"
_WORDS = (
    "the informant stated that on the said night unknown persons entered the house by the roof "
    "broke the almirah and took cash gold ornaments mobile phone near bus stand road market "
    "दिनांक को रात्रि में अज्ञात चोर घर में घुसे अलमारी तोड़कर नकदी जेवर मोबाइल ले गए थाना ग्राम बाजार रिपोर्ट"
).split()


def run(size: str) -> ground.Result:
    apply, drain, offices = _SIZES[size]
    figures: dict[str, float] = {}
    peers: dict[str, ground.Peer] = {}
    with ground.node("superuser") as environment:
        bench = _Bench(ground.superuser_dsn(environment))
        figures["fsync_per_s"] = _fsync(environment)
        made, rows = bench.written(apply)
        sizes = bench.bytes_on_the_line()
        figures |= {"bytes_per_record": sizes["ours"] / sizes["records"]}
        peers |= _peers_on_the_line(bench, sizes)
        figures |= bench.applied(made)
        figures |= bench.copied(rows, figures["apply_rows_per_s"])
        figures |= bench.drained(drain)
        figures |= bench.grown(offices)
    figures |= line_shape.slow_line()
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
    rates = [line.split()[1] for line in done.stdout.splitlines() if line.strip().startswith("fdatasync")]
    return float(rates[0]) if rates else 0.0


@dataclass
class _Bench:
    """One database that is child first and parent after it, as tests do it."""

    dsn: str

    def written(self, count: int) -> tuple[list[bytes], list[Any]]:
        """A journal of `count` FIR-like entries as batches, and the same rows for a plain COPY."""
        from django.conf import settings
        from django.db import connection

        from cctns.journal.models import JournalHead
        from cctns.offices.models import Posting
        from cctns.sync import gather, wire
        from cctns.sync.models import Peer

        settings.CHECKPOINT_ORIGIN = _CHILD
        by = Posting.objects.filter(role="sho").select_related("office").first()
        assert by is not None
        _append(count, by)
        head = JournalHead.objects.get(office=by.office)
        batches, first = [], 0
        while (batch := gather.stretch(head, first, _BATCH, to=Peer(role="state"))) is not None:
            batches.append(wire.pack(batch))
            first = batch.end
        with connection.cursor() as cursor:
            rows = [_dump(cursor, table) for table in ("journal_entry", "journal_payload")]
        return batches, rows

    def bytes_on_the_line(self, records: int = 500) -> dict[str, float]:
        from cctns.journal.models import JournalHead
        from cctns.sync import gather, wire
        from cctns.sync.models import Peer

        head = JournalHead.objects.order_by("-size").first()
        assert head is not None
        batch = gather.stretch(head, 0, records, to=Peer(role="state"))
        assert batch is not None
        plain = sum(len(one.document or b"") for one in batch.entries)
        return {
            "records": float(len(batch.entries)),
            "ours": float(len(wire.pack(batch, level=19))),
            "document": plain / len(batch.entries),
        }

    def applied(self, batches: Sequence[bytes]) -> dict[str, float]:
        """Verified and durable at the parent, one batch a transaction as on a line."""
        peer = self._cross()
        from cctns.sync import receive

        begun = time.perf_counter()
        for one in batches:
            receive.take(one, source=peer)
        seconds = time.perf_counter() - begun
        return {"apply_rows_per_s": len(batches) * _BATCH / seconds}

    def copied(self, rows: list[Any], ours: float) -> dict[str, float]:
        """The same bytes into tables of the same shape, as fast as PostgreSQL takes them."""
        with psycopg.connect(self.dsn) as raw:
            for table in ("journal_entry", "journal_payload"):
                raw.execute(f"CREATE TABLE bench_{table} (LIKE {table} INCLUDING INDEXES INCLUDING DEFAULTS)")
            raw.commit()
            count, begun = 0, time.perf_counter()
            for at in range(0, len(rows[0]), 1):
                for table, chunks in zip(("journal_entry", "journal_payload"), rows, strict=True):
                    with raw.cursor().copy(
                        f"COPY bench_{table} FROM STDIN (FORMAT BINARY)"
                    ) as copying:
                        copying.write(chunks[at][0])
                    count += chunks[at][1] if table == "journal_entry" else 0
                raw.commit()
            seconds = time.perf_counter() - begun
        return {
            "copy_rows_per_s": count / seconds,
            "apply_copy_ratio": ours / (count / seconds),
        }

    def drained(self, count: int) -> dict[str, float]:
        """A long backlog, gathered and taken batch by batch: speed, and memory at its highest."""
        from cctns.journal.models import JournalHead
        from cctns.offices.models import Posting
        from cctns.sync import gather, receive, wire
        from cctns.sync.models import Peer

        self._back()
        by = Posting.objects.filter(role="sho").select_related("office").last()
        assert by is not None
        _append(count, by)
        head = JournalHead.objects.get(office=by.office)
        with psycopg.connect(self.dsn) as raw:
            raw.execute("CREATE TABLE bench_sent (at serial, batch bytea)")
            raw.commit()
            first = 0
            while (batch := gather.stretch(head, first, _BATCH, to=Peer(role="state"))) is not None:
                raw.execute("INSERT INTO bench_sent (batch) VALUES (%s)", [wire.pack(batch, level=3)])
                first = batch.end
            raw.commit()
            peer = self._cross()
            before = _resident()
            begun, seen = time.perf_counter(), before
            cursor = raw.cursor(name="sent", withhold=True)
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
        """Diary entries as officers write them, received, and put in their table by the follower."""
        from cctns.journal.models import JournalHead
        from cctns.offices.models import Posting
        from cctns.sync import gather, receive, received, wire
        from cctns.sync.models import Peer

        self._back()
        by = Posting.objects.filter(role="sho").select_related("office", "officer").first()
        assert by is not None
        _diary(count, by)
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

    def grown(self, offices: Sequence[int]) -> dict[str, float]:
        """What an idle look, a look-up of a head and a new entry cost, with few and many offices."""
        told = {count: self._with(count) for count in offices}
        least, most = told[min(offices)], told[max(offices)]
        return {
            "offices": float(max(offices)),
            **{f"{name}_growth": most[name] / least[name] for name in least},
            **{f"{name}_us": 1e6 * value for name, value in most.items()},
        }

    def _with(self, count: int) -> dict[str, float]:
        from django.db import connection

        from cctns.journal import follow
        from cctns.journal.models import JournalHead
        from cctns.offices.models import Posting

        self._back()
        by = Posting.objects.filter(role="sho").select_related("office").first()
        assert by is not None
        with connection.cursor() as cursor:
            cursor.execute("SET session_replication_role = replica")
            cursor.execute(_MANY, {"count": count, "state": by.office.state_id})
            cursor.execute("SET session_replication_role = origin")
            cursor.execute("ANALYZE journal_head, journal_cursor")
        _append(1, by)
        handled: list[int] = []
        follower = "bench"

        def look() -> None:
            follow.follow(follower, lambda entries: handled.append(len(entries)))

        look()  # the first look of a process reads all heads
        idle = _best(look, 200)
        key = (by.office.state_id, by.office_id, 1)
        head = _best(lambda: JournalHead.objects.get(pk=key), 200)
        entry = _best(lambda: (_append(1, by), look()), 50) - _best(lambda: _append(1, by), 50)
        return {"idle_poll": idle, "head_lookup": head, "follower": max(entry, 1e-6)}

    def _cross(self, wiped: Sequence[str] = ()) -> Any:
        """The parent's turn: everything of the journal is gone, the child is enrolled."""
        from django.conf import settings

        from cctns.journal.checkpoints import node_key
        from cctns.journal.models import JournalHead, NodeKey
        from cctns.lib.clock import now
        from cctns.sync.models import Peer

        offices = set(JournalHead.objects.values_list("state", "office_id"))
        _wipe(wiped)
        settings.CHECKPOINT_ORIGIN = "cctns.in/bench.above"
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

        _wipe(("registers_generaldiaryentry",))
        settings.CHECKPOINT_ORIGIN = _CHILD


_MANY = """
WITH made AS (
    INSERT INTO offices_office (id, state_id, kind, name, name_hi, code, opened_on, gd_reset)
    SELECT gen_random_uuid(), %(state)s, 'station', 'Bench ' || one, '', 'B' || one, '2020-01-01',
        'daily'
    FROM generate_series(1, %(count)s) one RETURNING id
), heads AS (
    INSERT INTO journal_head (state, office_id, epoch, size, ready, moved, halted, frontier,
        home_node, closed)
    SELECT %(state)s, id, 1, 0, 0, 1, '', '', 'cctns.in/bench.many', false FROM made
)
SELECT count(*) FROM made
"""


def _wipe(tables: Sequence[str]) -> None:
    from django.db import connection

    from cctns.journal import follow, proofs

    journal = (
        "journal_entry, journal_payload, journal_tile, journal_checkpoint, journal_head, "
        "journal_cursor, journal_serial, journal_fork, journal_bareleaf, sync_held, sync_logleaf, "
        "sync_unread, sync_peer, sync_passage"
    )
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        for table in [*journal.split(", "), *tables]:
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
            cursor.execute(f"TRUNCATE {table} CASCADE")
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
        cursor.execute("DELETE FROM offices_office WHERE name LIKE 'Bench %'")
        cursor.execute("SET session_replication_role = origin")
    proofs._full.cache_clear()
    follow._horizons.clear()


def _append(count: int, by: Any) -> None:
    from django.db import transaction

    from cctns.journal.append import append_many
    from cctns.lib.clock import now

    random = Random(count)
    for start in range(0, count, 1_000):
        drafts = [_draft(random, by) for _ in range(min(1_000, count - start))]
        with transaction.atomic():
            append_many(drafts, by=by, moment=now())


def _draft(random: Random, by: Any) -> Any:
    from cctns.journal.append import Draft
    from cctns.lib.ids import uuid7

    return Draft(
        state=by.office.state_id,
        office=by.office_id,
        record_type="bench_fir",
        record_id=uuid7(),
        version=1,
        kind="bench.registered",
        schema=1,
        refs=(uuid7(),),
        document=_document(random),
        occurred_at=None,
    )


def _document(random: Random) -> bytes:
    """About 2.1 kB, as an FIR with two persons, two sections and a narrative in two languages."""
    from cctns.lib import canonical
    from cctns.lib.ids import uuid7

    def person(role: str) -> dict[str, Any]:
        return {
            "id": str(uuid7()),
            "role": role,
            "name": " ".join(random.choices(_WORDS, k=2)),
            "relative_name": random.choice(_WORDS),
            "age": random.randint(18, 70),
            "mobile": f"98{random.randint(0, 99999999):08d}",
            "place": " ".join(random.choices(_WORDS, k=3)),
        }

    told = {
        "id": str(uuid7()),
        "state": 99,
        "serial": random.randint(1, 900),
        "year": 2026,
        "kind": "ordinary",
        "received_at": "2026-11-24T04:09:00.000000Z",
        "registered_at": "2026-11-24T05:09:00.000000Z",
        "parties": [person("complainant"), person("accused")],
        "sections": [
            {"id": str(uuid7()), "act": "BNS", "number": str(random.randint(1, 350))}
            for _ in range(2)
        ],
        "narrative": " ".join(random.choices(_WORDS, k=random.randint(110, 150))),
    }
    return canonical.dumps_plain(told)


def _diary(count: int, by: Any) -> None:
    from django.db import transaction

    from cctns.journal.write import Write, record_all
    from cctns.lib.clock import now
    from cctns.registers.codes import GdKind
    from cctns.registers.models import GeneralDiaryEntry

    def entry(serial: int) -> Any:
        moment = now()
        return GeneralDiaryEntry(
            state=by.office.state_id,
            office=by.office,
            period="2026",
            serial=serial,
            kind=next(iter(GdKind)),
            occurred_at=moment,
            recorded_at=moment,
            officer=by.officer,
            officer_name=by.officer.name,
            text="Left on patrol of the bazaar with two constables.",
        )

    for start in range(1, count + 1, 100):
        with transaction.atomic():
            record_all([Write(entry(one), "gd.written") for one in range(start, start + 100)], by=by)


def _dump(cursor: Any, table: str) -> list[tuple[bytes, int]]:
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
            found.append((b"".join(bytes(one) for one in copying), min(_BATCH, count - first)))
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
    return line_shape.with_logical_server(lambda raw: _decoded(raw, records, Random(1)))


def _decoded(raw: Any, records: int, random: Random) -> float:
    raw.execute("CREATE TABLE bench_doc (id uuid PRIMARY KEY, salt bytea, document text)")
    raw.execute("CREATE PUBLICATION bench FOR TABLE bench_doc")
    raw.execute("SELECT pg_create_logical_replication_slot('bench', 'pgoutput')")
    from cctns.lib.ids import uuid7

    with raw.transaction():
        for _ in range(records):
            raw.execute(
                "INSERT INTO bench_doc VALUES (%s, %s, %s)",
                [uuid7(), os.urandom(16), _document(random).decode()],
            )
    (count,) = raw.execute(
        "SELECT sum(length(data)) FROM pg_logical_slot_get_binary_changes('bench', NULL, NULL, "
        "'proto_version', '1', 'publication_names', 'bench')"
    ).fetchone()
    raw.execute("SELECT pg_drop_replication_slot('bench')")
    return float(count) / records


def _best(work: Any, times: int) -> float:
    """Seconds, the median of so many runs."""
    taken = []
    for _ in range(times):
        begun = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begun)
    return sorted(taken)[len(taken) // 2]


def _resident() -> float:
    """MiB that this process holds now."""
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * resource.getpagesize() / 2**20


