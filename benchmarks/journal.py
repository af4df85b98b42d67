"""The journal beside pymerkle, on the same leaves: append, prove, verify everything, and size.

Like with like: proofs out of PostgreSQL beside pymerkle's SQLite, trees in memory beside its own in
memory. To be appended, an entry's header, salt and document lie ready for pymerkle, which stores
them as they are and commits as often; ours makes, salts, compresses and guards them in that time.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any

import pymerkle

from cctns.lib import merkle

from . import ground

# Entries; proofs asked of us; proofs asked of pymerkle on SQLite, which takes its time.
_SIZES = {"small": (40_000, 2_000, 5), "full": (1_000_000, 10_000, 5)}
_BATCH = 1_000
_WHOLE = 40_000  # of these entries pymerkle also stores salt and document
_DIARY = 5_000
_TEXT = "गश्त पर रवाना। Left on patrol of the bazaar with two constables; all quiet at 22:15 hours."


def run(size: str) -> ground.Result:
    entries, proofs, slow_proofs = _SIZES[size]
    with ground.node("worker"), tempfile.TemporaryDirectory() as folder:
        figures, leaves = _ours(entries, proofs)
        peer = _peer(leaves, Path(folder), slow_proofs)
    memory = _in_memory(leaves, proofs)
    return {**figures, **{name: ours for name, (ours, _) in memory.items()}}, {
        **peer,
        **{
            name: {"name": "pymerkle in memory", "value": theirs}
            for name, (_, theirs) in memory.items()
        },
    }


def _ours(entries: int, count: int) -> tuple[dict[str, float], list[bytes]]:
    """Our figures, and the headers that were appended: what the peer is given."""
    from cctns.journal import proofs
    from cctns.journal.verify import verify
    from cctns.offices.models import Posting

    by = Posting.objects.filter(role="sho").select_related("office").first()
    assert by is not None
    seconds = _append(entries, by)
    tree = proofs.tree(by.office_id, 1)
    random = Random(1)
    indexes = [random.randrange(entries) for _ in range(count)]
    inclusion = _timed(lambda: [tree.inclusion(one, entries) for one in indexes])
    consistency = _timed(lambda: [tree.consistency(one, entries) for one in indexes])
    checking = _timed(lambda: _must_be_whole(verify(by.office)))
    figures = {
        "journal_append_per_s": entries / seconds,
        "inclusion_per_s": count / inclusion,
        "consistency_per_s": count / consistency,
        "verify_s": checking,
        "bytes_per_entry": _bytes() / entries,
        "entries": float(entries),
    }
    headers = list(_headers(by))
    assert merkle.Tree(map(merkle.leaf_hash, headers)).root() == tree.root()
    return {**figures, **_records()}, headers


def _append(entries: int, by: Any) -> float:
    """Seconds of appending, a thousand entries a transaction; their documents are there before."""
    from django.db import transaction

    from cctns.journal.append import append_many
    from cctns.lib.clock import now

    seconds = 0.0
    for start in range(0, entries, _BATCH):
        drafts = [_draft(number, by) for number in range(start, start + _BATCH)]
        begun = time.perf_counter()
        with transaction.atomic():
            append_many(drafts, by=by, moment=now())
        seconds += time.perf_counter() - begun
    return seconds


def _draft(number: int, by: Any) -> Any:
    from cctns.journal.append import Draft
    from cctns.lib.ids import uuid7

    return Draft(
        state=by.office.state_id,
        office=by.office_id,
        record_type="bench_note",
        record_id=uuid7(),
        version=1,
        kind="bench.noted",
        schema=1,
        refs=(),
        document=_document(number),
        occurred_at=None,
    )


def _document(number: int) -> bytes:
    from cctns.lib import canonical

    told = {"kind": "patrol", "number": number, "officer": f"HC {number % 97}", "text": _TEXT * 3}
    return canonical.dumps_plain(told)


def _must_be_whole(faults: Sequence[object]) -> None:
    assert not faults, faults[0]


def _headers(by: Any) -> Iterator[bytes]:
    from cctns.journal.header import header
    from cctns.journal.models import JournalHead
    from cctns.journal.verify.rows import stream

    for row in stream(JournalHead.objects.get(office=by.office_id)):
        yield header(
            office=str(by.office_id),
            epoch=1,
            seq=row.seq,
            record_type=row.record_type,
            record_id=row.record_id,
            version=row.version,
            kind=row.kind,
            schema=row.schema,
            actor=row.actor,
            role=row.role,
            occurred_at=row.occurred_at,
            recorded_at=row.recorded_at,
            refs=(),
            digest=bytes(row.digest).hex(),
        )


def _bytes() -> int:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT sum(pg_total_relation_size(name::regclass)) FROM unnest(%s::text[]) AS name",
            [["journal_entry", "journal_payload", "journal_tile"]],
        )
        return int(cursor.fetchone()[0])


def _records() -> dict[str, float]:
    """Diary entries as officers write them: rows, entries and their comparison when verified."""
    from django.db import transaction

    from cctns.journal.verify import verify
    from cctns.journal.write import Write, record_all
    from cctns.lib.clock import now
    from cctns.offices.models import Posting
    from cctns.registers.codes import GdKind
    from cctns.registers.models import GeneralDiaryEntry

    by = Posting.objects.filter(role="sho").select_related("office", "officer").last()
    assert by is not None

    def write(serial: int) -> None:
        moment = now()
        entry = GeneralDiaryEntry(
            state=by.office.state_id,
            office=by.office,
            period="2026",
            serial=serial,
            kind=next(iter(GdKind)),
            occurred_at=moment,
            recorded_at=moment,
            officer=by.officer,
            officer_name=by.officer.name,
            text=_TEXT,
        )
        with transaction.atomic():
            record_all([Write(entry, "gd.written")], by=by)

    writing = _timed(lambda: [write(serial) for serial in range(1, _DIARY + 1)])
    checking = _timed(lambda: _must_be_whole(verify(by.office)))
    return {"records_per_s": _DIARY / writing, "verified_records_per_s": _DIARY / checking}


def _peer(headers: list[bytes], folder: Path, count: int) -> dict[str, ground.Peer]:
    """pymerkle on SQLite: the same leaves; its whole-log check is reading and hashing all again."""
    file = folder / "peer.db"
    tree = pymerkle.SqliteTree(str(file))
    appending = _timed(lambda: tree.append_entries(headers))
    size, random = len(headers), Random(1)
    indexes = [random.randrange(size) + 1 for _ in range(count)]
    inclusion = _timed(lambda: [tree.prove_inclusion(one, size) for one in indexes])
    consistency = _timed(lambda: [tree.prove_consistency(one, size) for one in indexes])
    checking = _timed(lambda: _read_again(tree, size))
    tree.close()
    name = "pymerkle on SQLite"
    values = {
        "inclusion_per_s": count / inclusion,
        "consistency_per_s": count / consistency,
        "verify_s": checking,
    }
    found: dict[str, ground.Peer] = {
        key: {"name": name, "value": value} for key, value in values.items()
    }
    rate, stored = _peer_whole(headers[:_WHOLE], folder)
    bare = f"(bare headers in one transaction: {size / appending:,.0f})"
    found["journal_append_per_s"] = {
        "name": f"pymerkle on SQLite, the same bytes committed as often {bare}",
        "value": rate,
    }
    found["bytes_per_entry"] = {
        "name": "pymerkle on SQLite, header, salt and document",
        "value": stored,
    }
    return found


def _read_again(tree: Any, size: int) -> None:
    again = pymerkle.InmemoryTree()
    for index in range(1, size + 1):
        again.append_entry(tree.get_entry(index))
    again.get_root()


def _peer_whole(headers: list[bytes], folder: Path) -> tuple[float, float]:
    """Header, salt and document of each as one leaf: leaves a second, and bytes stored of each."""
    file = folder / "whole.db"
    tree = pymerkle.SqliteTree(str(file))
    seconds = 0.0
    for start in range(0, len(headers), _BATCH):
        some = enumerate(headers[start : start + _BATCH], start)
        leaves = [header + bytes(16) + _document(number) for number, header in some]
        seconds += _timed(lambda leaves=leaves: tree.append_entries(leaves))
    tree.close()
    return len(headers) / seconds, file.stat().st_size / len(headers)


def _in_memory(headers: list[bytes], count: int) -> dict[str, tuple[float, float]]:
    """Trees in memory, ours and theirs, by turns of work: name -> (ours, theirs)."""
    ours, theirs = merkle.Tree(), pymerkle.InmemoryTree()
    size, random = len(headers), Random(2)
    indexes = [random.randrange(size) for _ in range(count)]

    def append() -> None:
        for one in headers:
            ours.append(merkle.leaf_hash(one))

    def append_theirs() -> None:
        for one in headers:
            theirs.append_entry(one)

    return {
        "append_per_s": (size / _timed(append), size / _timed(append_theirs)),
        "memory_inclusion_per_s": (
            count / _timed(lambda: [ours.inclusion(one, size) for one in indexes]),
            count / _timed(lambda: [theirs.prove_inclusion(one + 1, size) for one in indexes]),
        ),
        "memory_consistency_per_s": (
            count / _timed(lambda: [ours.consistency(one, size) for one in indexes]),
            count / _timed(lambda: [theirs.prove_consistency(one + 1, size) for one in indexes]),
        ),
    }


def _timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun
