"""What the benchmark of synchronising writes and wipes: FIR-like documents, diary entries."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Any

_WORDS = [
    "the",
    "informant",
    "stated",
    "that",
    "on",
    "the",
    "said",
    "night",
    "unknown",
    "persons",
    "entered",
    "the",
    "house",
    "by",
    "the",
    "roof",
    "broke",
    "the",
    "almirah",
    "and",
    "took",
    "cash",
    "gold",
    "ornaments",
    "mobile",
    "phone",
    "near",
    "bus",
    "stand",
    "road",
    "market",
    "दिनांक",
    "को",
    "रात्रि",
    "में",
    "अज्ञात",
    "चोर",
    "घर",
    "में",
    "घुसे",
    "अलमारी",
    "तोड़कर",
    "नकदी",
    "जेवर",
    "मोबाइल",
    "ले",
    "गए",
    "थाना",
    "ग्राम",
    "बाजार",
    "रिपोर्ट",
]


def wipe(tables: Sequence[str]) -> None:
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


def append(count: int, by: Any) -> None:
    from django.db import transaction

    from cctns.journal.append import append_many
    from cctns.lib.clock import now

    random = Random(count)
    for start in range(0, count, 1_000):
        drafts = [draft(random, by) for _ in range(min(1_000, count - start))]
        with transaction.atomic():
            append_many(drafts, by=by, moment=now())


def draft(random: Random, by: Any) -> Any:
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
        document=document(random),
        occurred_at=None,
    )


def document(random: Random) -> bytes:
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


def diary(count: int, by: Any) -> None:
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
            record_all(
                [Write(entry(one), "gd.written") for one in range(start, start + 100)], by=by
            )
