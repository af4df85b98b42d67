"""A station on a small machine: two cores, 2 GB of memory, and a card instead of a disk.

The card is of the SD Association's Application Performance Class 1 (A1, Part 1 Physical Layer
Specification 5.1): 10 MB/s of sustained writing, 1,500 reads and 500 writes a second. The kernel
holds the node to that (control groups, version 1; root only); how long a card takes over a single
flush is not imitated. Peer: the same node and officer on the whole machine, in the same run.
"""

from __future__ import annotations

import os
import re
import shutil
import statistics
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from cctns.config.env import Misconfigured
from tests.nodes.clerk import Clerk
from tests.nodes.node import Node
from tests.nodes.story import found_offices

from . import ground
from .officer import Page, Terminal

_FIRS = {"small": 10, "full": 60}
_STATION = "kotwali"
_GROUPS = Path("/sys/fs/cgroup")
_MEMORY, _BUFFERS = 2 * 2**30, 256  # bytes; MiB that the server takes on such a machine
_WRITTEN, _READS, _WRITES = 10_000_000, 1_500, 500  # bytes, and turns, a second


@dataclass
class Timed(Terminal):
    """Keeps the seconds of every page; those of the button that registers apart."""

    pages: list[float] = field(default_factory=list)
    submits: list[float] = field(default_factory=list)

    def get(self, path: str) -> Page:
        begun = time.perf_counter()
        page = super().get(path)
        self.pages.append(time.perf_counter() - begun)
        return page

    def post(self, path: str, form: dict[str, str]) -> Page:
        begun = time.perf_counter()
        page = super().post(path, form)
        kept = self.submits if path.endswith("/register/") else self.pages
        kept.append(time.perf_counter() - begun)
        return page


def run(size: str) -> ground.Result:
    with _group():
        pass  # said before minutes are spent
    folder = Path(tempfile.mkdtemp(prefix="cctns-low-", dir="/var/tmp"))
    try:
        password = _made(folder)
        free = _measured(folder, password, _FIRS[size], limited=False)
        figures = _measured(folder, password, _FIRS[size], limited=True)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    whole = "the same on the whole machine"
    return figures, {name: {"name": whole, "value": value} for name, value in free.items()}


def _made(folder: Path) -> str:
    """A node with the demo's offices, set up as on a machine of 2 GB; the officers' password."""
    node = Node(folder / "home", demo=True)
    try:
        if not node.answers():
            raise RuntimeError(node.said())
        password = found_offices(node)
    finally:
        node.stop()
    (path,) = (node.home / "database").glob("*/postgresql.auto.conf")
    less = f"shared_buffers = '{_BUFFERS}MB'"
    path.write_text(re.sub(r"(?m)^shared_buffers = .*$", less, path.read_text()))
    return password


def _measured(folder: Path, password: str, firs: int, *, limited: bool) -> dict[str, float]:
    with _group() as group:
        begun = time.perf_counter()
        node = Node(folder / "home", demo=True)
        try:
            _join(group, node.process.pid, limited=limited)
            if not node.answers():
                raise RuntimeError(node.said())
            started = time.perf_counter() - begun
            terminal = Timed(f"http://127.0.0.1:{node.port}")
            terminal.sign_in(f"sho.{_STATION}", password)
            resident = list[float]()
            each = _register(terminal, firs, lambda: resident.append(_resident(group)))
        finally:
            node.stop()
    return {
        "start_s": started,
        "page_p50_ms": statistics.median(terminal.pages) * 1000,
        "page_p95_ms": statistics.quantiles(terminal.pages, n=20)[-1] * 1000,
        "submit_p50_ms": statistics.median(terminal.submits) * 1000,
        "submit_p95_ms": statistics.quantiles(terminal.submits, n=20)[-1] * 1000,
        "fir_s": each,
        "memory_mib": max(resident),
    }


def _register(terminal: Timed, firs: int, look: Callable[[], None]) -> float:
    """Seconds of one FIR from the empty form to its number; `look` is taken four times a second."""
    clerk = Clerk(terminal, _STATION, "low end", threading.Event())
    work = threading.Thread(target=clerk.work)
    begun = time.perf_counter()
    work.start()
    while sum(map(bool, list(clerk.told.values()))) < firs:
        if clerk.cuts:
            clerk.stop.set()
            raise RuntimeError("the officer was not answered as he should be")
        look()
        time.sleep(0.25)
    clerk.stop.set()
    taken = time.perf_counter() - begun
    work.join(60)
    return taken / firs


@contextmanager
def _group() -> Iterator[str]:
    """A control group for memory and for the disk, gone afterwards. Raises Misconfigured."""
    name = f"cctns-low-{os.getpid()}"
    made = [_GROUPS / one / name for one in ("memory", "blkio")]
    try:
        for one in made:
            one.mkdir()
    except OSError as error:
        raise Misconfigured(
            f"a process cannot be held to limits here (control groups version 1, root): {error}"
        ) from error
    try:
        yield name
    finally:
        for one in made:
            one.rmdir()


def _join(group: str, pid: int, *, limited: bool) -> None:
    """The process and all that it will begin; without a limit it is only watched."""
    memory, disk = _GROUPS / "memory" / group, _GROUPS / "blkio" / group
    if limited:
        where = os.stat("/var/tmp").st_dev
        device = f"{os.major(where)}:{os.minor(where)}"
        (memory / "memory.limit_in_bytes").write_text(str(_MEMORY))
        (disk / "blkio.throttle.write_bps_device").write_text(f"{device} {_WRITTEN}")
        (disk / "blkio.throttle.read_iops_device").write_text(f"{device} {_READS}")
        (disk / "blkio.throttle.write_iops_device").write_text(f"{device} {_WRITES}")
    for one in (memory, disk):
        (one / "cgroup.procs").write_text(str(pid))


def _resident(group: str) -> float:
    """MiB that the processes hold, shared pages once; not what the kernel keeps of files."""
    lines = (_GROUPS / "memory" / group / "memory.stat").read_text().splitlines()
    told = {name: int(value) for name, value in (line.split() for line in lines)}
    return (told["rss"] + told["mapped_file"]) / 2**20
