"""A nation, a State below it and a station below that, with a cable at each step."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from benchmarks.cable import Cable

from .holding import differences, faults_of
from .network import Machine, enrolled, eventually
from .pair import Pair, paired

_LAND = """
from cctns.config import bootstrap
bootstrap.setup_django("app")
from cctns.offices import demo
demo.land(demo.NAMUNA)
"""


@dataclass
class Trio:
    """`acknowledged` are the entries that an officer was told are written."""

    nation: Machine
    pair: Pair
    upper: Cable
    acknowledged: set[str] = field(default_factory=set)
    faulty: set[tuple[str, str]] = field(default_factory=set)

    @property
    def machines(self) -> dict[str, Machine]:
        return {"nation": self.nation, "state": self.pair.state, "station": self.pair.station}

    @property
    def cables(self) -> dict[str, Cable]:
        return {"upper": self.upper, "lower": self.pair.cable}

    def write(self, entries: int) -> None:
        self.acknowledged |= self.pair.write(entries)

    def fault(self, node: str, process: str, point: str) -> None:
        """That process is begun anew, to be killed when it comes to that point."""
        getattr(self.machines[node], process)(fault=point)
        self.faulty.add((node, process))

    def heal(self) -> None:
        """Every cable mended, every process at work and none that is to be killed."""
        for cable in self.cables.values():
            cable.pull()
        self.upper.mend()
        for node, process in self.faulty:
            self.machines[node].end(process)
        self.faulty.clear()
        self.at_work()

    def at_work(self) -> None:
        """What has ended is begun anew, as `cctns up` does: a door that was killed while it began
        leaves somebody on its port for seconds, and the next one gives up after five."""
        self.pair.well()
        self.nation.at_work("door", "line")

    def settled(self, seconds: float = 120) -> bool:
        """What the station wrote is at all three, leaf for leaf, and in the State's tables."""
        return eventually(self._is_settled, seconds)

    def _is_settled(self) -> bool:
        self.at_work()
        nation, state, station = (one.leaves() for one in self.machines.values())
        return nation == state == station and self.pair.state.diary() >= self.acknowledged

    def told(self) -> str:
        """How each node stands, for whoever asks why they do not come to hold the same."""
        lines = list[str]()
        for name, one in self.machines.items():
            ended = {what: process.poll() for what, process in one.processes.items()}
            peers = one.ask("SELECT name, side, failures, trouble, heard_at FROM sync_peer")
            heads = one.ask("SELECT epoch, size, home_node, halted FROM journal_head")
            lines.append(f"{name}: {len(one.leaves())} leaves, {ended}, {peers}, {heads}")
        return "\n".join(["healed, the three do not come to hold the same", *lines])

    def differences(self) -> list[str]:
        """What must not be at whatever moment."""
        state = self.pair.state
        return differences(self.nation, state) + differences(state, self.pair.station)

    def faults(self) -> list[str]:
        """What must not be when all have come to rest."""
        lost = self.acknowledged - self.pair.station.diary()
        found = self.differences() + faults_of(self.pair.state, self.pair.station)
        return found + [f"{one} was acknowledged and is lost" for one in lost]


@contextmanager
def begun() -> Iterator[Trio]:
    """All three enrolled; nothing of them is left afterwards."""
    with paired() as pair:
        nation = Machine(pair.state.home.parent, "in", "nation")
        upper = Cable(nation.port)
        try:
            nation.init()
            nation.python(_LAND)
            ((login,),) = nation.ask("SELECT username FROM offices_officer")
            above = f"http://127.0.0.1:{upper.port}"
            enrolled(nation, pair.state, above, offices=(), login=login)
            yield Trio(nation, pair, upper)
        finally:
            nation.stop()
            upper.close()
