"""A node is killed again and again while officers register FIRs and a bureau imports old ones."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from benchmarks.import_firs import write_rows
from benchmarks.officer import Terminal

from .clerk import Clerk
from .killer import VICTIMS, cut_the_power, strike
from .ledger import Told
from .node import Node

STATIONS = ("kotwali", "sadar", "rampura")
WINDOWS = 2  # at each station, of one officer's session
POWER, IMPORT = "everything", "import"
KINDS = (*VICTIMS, IMPORT, POWER)
_UNTIL_WELL_SECONDS = 180


@dataclass
class Import:
    """`cctns import firs`, started again until it has ended well."""

    node: Node
    path: Path
    stop: threading.Event
    process: subprocess.Popen[str] | None = None
    starts: int = 0
    said: list[str] = field(default_factory=list)

    def work(self) -> None:
        words = ["import", "firs", str(self.path), "--as", "scrb"]
        words += ["--create-stations", "admin", "--under", "SUR"]
        while not self.stop.is_set():
            self.starts += 1
            self.process = self.node.cctns(*words)
            self.said.append(self.process.communicate()[0])
            if self.process.returncode == 0:
                return
            self.stop.wait(0.5)

    @property
    def done(self) -> bool:
        return self.process is not None and self.process.returncode == 0


@dataclass
class Story:
    """One node with its officers; `kills` says how often what was killed."""

    node: Node
    random: Random
    clerks: list[Clerk]
    bureau: Import
    stop: threading.Event
    threads: list[threading.Thread] = field(default_factory=list)
    starts: int = 0
    kills: Counter[str] = field(default_factory=Counter)

    def begin(self) -> None:
        work = [one.work for one in (self.bureau, *self.clerks)]
        self.threads = [threading.Thread(target=one, daemon=True) for one in work]
        for thread in self.threads:
            thread.start()

    def kill(self, victim: str, *, rest: tuple[float, float]) -> bool:
        """After a while of work, kill; False when there was nothing of the kind."""
        time.sleep(self.random.uniform(*rest))
        self._start_if_ended()
        if victim == POWER:
            cut_the_power(self.node)
            self.node.start()
        elif victim == IMPORT:
            if self.bureau.process is None or self.bureau.process.poll() is not None:
                return False
            self.bureau.process.kill()
        elif not strike(self.node, victim, self.random.randrange):
            return False
        self.kills[victim] += 1
        return True

    @property
    def acknowledged(self) -> int:
        """How many FIRs the officers have seen registered."""
        return sum(bool(number) for one in self.clerks for number in list(one.told.values()))

    def goes_on(self, seconds: float = 60) -> None:
        """Until one more FIR is acknowledged: what is killed next has something to lose."""
        before, until = self.acknowledged, time.monotonic() + seconds
        while self.acknowledged == before and time.monotonic() < until:
            self._start_if_ended()
            time.sleep(0.1)

    def _start_if_ended(self) -> None:
        """As a service manager does: killed while it starts, the node ends with one sentence."""
        if self.node.process.poll() is not None:
            self.starts += 1
            self.node.start()

    def end(self) -> Told:
        """Wait until it is well and the import has ended; then the officers go home."""
        until = time.monotonic() + _UNTIL_WELL_SECONDS
        while not self.node.answers() and time.monotonic() < until:
            self._start_if_ended()
        assert self.node.answers(), self.node.said()
        self.threads[0].join(_UNTIL_WELL_SECONDS)
        time.sleep(1)
        self.stop.set()
        for thread in self.threads:
            thread.join(60)
        numbers = {draft: number for one in self.clerks for draft, number in one.told.items()}
        marks = {draft: mark for one in self.clerks for draft, mark in one.marks.items()}
        return Told(numbers, marks, self.bureau.path if self.bureau.done else None)


@contextmanager
def begun(folder: Path, *, seed: int, rows: int) -> Iterator[Story]:
    """A demo node in the folder, its officers at work and the import under way."""
    node = Node(folder / "home", demo=True)
    stop = threading.Event()
    try:
        assert node.answers(_UNTIL_WELL_SECONDS), node.said()
        password = found_offices(node)
        path = folder / "old.csv"
        write_rows(path, rows)
        _some_at_our_stations(path)
        clerks = _signed_in(node, password, stop)
        story = Story(node, Random(seed), clerks, Import(node, path, stop), stop)
        story.begin()
        yield story
    finally:
        stop.set()
        if node.process.poll() is None:
            node.stop()


def found_offices(node: Node) -> str:
    """The demo's offices and officers; returns the password of their logins."""
    step = "from benchmarks import ground; ground.offices_only(); "
    step += "from cctns.offices.demo import PASSWORD; print(PASSWORD)"
    words = [sys.executable, "-c", step]
    done = subprocess.run(
        words, env=node.environment, check=True, text=True, stdout=subprocess.PIPE
    )
    return done.stdout.strip()


def _some_at_our_stations(path: Path) -> None:
    """The import writes into the journals of the stations at work too."""
    text = path.read_text(encoding="utf-8")
    for number in range(len(STATIONS)):
        text = text.replace(f"OLD-{number:03d}", f"9901{number + 1:03d}")
    path.write_text(text, encoding="utf-8")


def _signed_in(node: Node, password: str, stop: threading.Event) -> list[Clerk]:
    clerks = []
    for station in STATIONS:
        terminal = Terminal(f"http://127.0.0.1:{node.port}", timeout=20)
        page = terminal.sign_in(f"sho.{station}", password)
        assert page.status == 200, page.url
        clerks += [
            Clerk(terminal.copy(), station, f"{station} {window}", stop)
            for window in range(WINDOWS)
        ]
    return clerks


def kinds_for(random: Random, count: int) -> Sequence[str]:
    """Every kind at least once where there is room, in random order."""
    some = [*KINDS, *random.choices(KINDS, k=max(0, count - len(KINDS)))][:count]
    random.shuffle(some)
    return some
