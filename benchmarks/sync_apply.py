"""Taking a journal, in turns with plain COPY: after each batch the same entries go through COPY.

The machine's speed changes by half within seconds, so only neighbours are compared; each figure is
the median over the batches. COPY is asked twice: the rows as the parent keeps them, documents
packed beforehand; and the same entries as they come, documents open, which is what a parent that
neither verifies nor packs would write (docs/adr/0028).
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import psycopg

from cctns.sync import store, wire

_KEPT = (
    "COPY bench_kept_entry FROM STDIN (FORMAT BINARY)",
    "COPY bench_kept_payload FROM STDIN (FORMAT BINARY)",
)
_AS_IT_COMES = (
    "COPY bench_comes_entry FROM STDIN (FORMAT BINARY)",
    store.PAYLOADS.replace("journal_payload", "bench_comes_payload"),
)


def in_turns(
    dsn: str, batches: Sequence[bytes], kept: Sequence[Sequence[bytes]], source: Any
) -> dict[str, float]:
    """Rows a second of `receive.take`, beside COPY of the rows `kept` (per table, as binary COPY
    gave them) and of the entries as they come. Ratios are of neighbours."""
    from cctns.sync import receive

    took, packed, clear, counts = [], [], [], []
    with psycopg.connect(dsn) as raw:
        _make_tables(raw)
        for data, entries, payloads in zip(batches, *kept, strict=True):
            batch = wire.unpack(data)
            opened = _open_payloads(batch)
            counts.append(len(batch.entries))
            took.append(_seconds(partial(receive.take, data, source=source)))
            packed.append(_seconds(partial(_copy, raw, _KEPT, (entries, payloads))))
            clear.append(_seconds(partial(_copy, raw, _AS_IT_COMES, (entries, opened))))
    return {
        "apply_rows_per_s": _rate(counts, took),
        "copy_rows_per_s": _rate(counts, clear),
        "packed_copy_rows_per_s": _rate(counts, packed),
        "apply_copy_ratio": _ratio(clear, took),
        "apply_packed_copy_ratio": _ratio(packed, took),
    }


def _make_tables(raw: psycopg.Connection[Any]) -> None:
    """Of the same shape twice; in the second an open document stays in its row: COPY at best."""
    for ours in ("entry", "payload"):
        for name in ("kept", "comes"):
            raw.execute(f"CREATE TABLE bench_{name}_{ours} (LIKE journal_{ours} INCLUDING ALL)")
    raw.execute("ALTER TABLE bench_comes_payload ALTER document SET STORAGE PLAIN")
    raw.commit()


def _open_payloads(batch: wire.Batch) -> bytes:
    documents = [(0, one.document) for one in batch.entries if one.document is not None]
    return store.BEGIN + store.payloads(batch, documents) + store.END


def _seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def _copy(raw: psycopg.Connection[Any], into: Sequence[str], rows: Sequence[bytes]) -> None:
    """Rows of entries and payloads into their tables, one transaction."""
    for statement, data in zip(into, rows, strict=True):
        with raw.cursor().copy(statement) as copying:
            copying.write(data)
    raw.commit()


def _rate(counts: Sequence[int], seconds: Sequence[float]) -> float:
    return statistics.median(count / one for count, one in zip(counts, seconds, strict=True))


def _ratio(best: Sequence[float], ours: Sequence[float]) -> float:
    return statistics.median(one / other for one, other in zip(best, ours, strict=True))
