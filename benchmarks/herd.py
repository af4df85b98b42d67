"""All stations of a State come back at once, by the real protocol against the real door.

Every station has its own key and a short journal; each says hello, asks for letters and sends its
entries, at the same moment. Whoever is asked to wait waits. Judged by what the stations were told:
every acknowledged entry must stand in the State's journal under the very root.
"""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from . import door, ground, herd_made

_SIZES = {"small": 200, "full": 17_500}
_NODE = "bench.above"
_CLIENTS = 2  # processes, so that their signatures are not what is measured


def run(size: str) -> ground.Result:
    with ground.node("superuser"):
        return measured(_SIZES[size]), {}


def measured(count: int, *, node: str = _NODE) -> dict[str, float]:
    """The herd of so many stations against the database of this process, whose node is so named."""
    from django.conf import settings
    from django.db import connection

    from cctns.sync import received

    settings.CHECKPOINT_ORIGIN = f"cctns.in/{node}"
    stations = herd_made.stations(count)
    connection.close()
    with door.opened(node=node) as port:
        begun = time.monotonic()
        told = _come_back(stations, port)
        seconds = time.monotonic() - begun
    begun = time.monotonic()
    rows = received.catch_up()
    return {
        "stations": float(count),
        "recovered_s": seconds,
        **_waited(told),
        "requests_per_s": sum(one["requests"] for one in told) / seconds,
        "asked_to_wait": float(sum(one["busy"] for one in told)),
        "cut": float(sum(one["cut"] for one in told)),
        "tables_s": time.monotonic() - begun,
        "rows": float(rows),
        "lost": float(_lost(stations, told)),
    }


def _come_back(stations: Sequence[herd_made.Station], port: int) -> list[dict[str, Any]]:
    from cctns.journal.checkpoints import node_key

    above = node_key().public_key().public_bytes_raw()
    with tempfile.TemporaryDirectory() as folder:
        clients = []
        for number in range(_CLIENTS):
            file = Path(folder) / str(number)
            file.write_bytes(pickle.dumps((stations[number::_CLIENTS], above)))
            command = [sys.executable, "-m", "benchmarks.herd_lines", str(file), str(port)]
            clients.append(subprocess.Popen(command, stdout=subprocess.PIPE, text=True))
        printed = [one.communicate()[0] for one in clients]
    if any(one.returncode for one in clients):
        raise RuntimeError("the stations' side ended in the middle")
    return [json.loads(line) for one in printed for line in one.splitlines()]


def _waited(told: Sequence[dict[str, Any]]) -> dict[str, float]:
    """Seconds until half and until 95 of 100 stations had everything acknowledged."""
    seconds = sorted(one["seconds"] for one in told)
    return {
        f"p{part}_s": seconds[min(len(seconds) - 1, len(seconds) * part // 100)]
        for part in (50, 95)
    }


def _lost(stations: Sequence[herd_made.Station], told: Sequence[dict[str, Any]]) -> int:
    """Stations whose acknowledged entries are not held, or under another root, or not in tables."""
    from django.db.models import Count

    from cctns.journal.models import JournalHead
    from cctns.lib.merkle import Frontier
    from cctns.registers.models import GeneralDiaryEntry

    sizes = {one["name"]: one["size"] for one in told}
    held = {
        one.home_node: (one.size, Frontier.from_bytes(one.size, bytes(one.frontier)).root())
        for one in JournalHead.objects.filter(home_node__in=list(sizes))
    }
    diary = GeneralDiaryEntry.objects.values_list("office_id").annotate(Count("pk")).order_by()
    rows = {str(office): count for office, count in diary}
    whole = (herd_made.ENTRIES,) * 2
    return sum(
        (sizes.get(one.name), rows.get(one.office)) != whole
        or held.get(one.name) != (herd_made.ENTRIES, one.root)
        for one in stations
    )
