"""A State and a station below it, and the cable between."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from benchmarks.cable import Cable

from .network import Machine, enrolled, eventually

_numbers = count(1, 1000)


@dataclass
class Pair:
    """A State and a station below it, and the cable between."""

    state: Machine
    station: Machine
    cable: Cable

    def write(self, entries: int = 3) -> set[str]:
        return set(self.station.write(next(_numbers), entries))

    def arrived(self, seconds: float = 60) -> bool:
        """Everything that the station holds is above, in the tables too."""
        return eventually(
            lambda: (
                self.state.leaves() == self.station.leaves()
                and self.state.diary() >= self.station.diary()
            ),
            seconds,
        )

    def well(self) -> None:
        """Both ends at work, the cable mended."""
        self.cable.mend()
        self.state.at_work("door", "line")
        self.station.at_work("line")


@contextmanager
def paired(tables: Machine | None = None) -> Iterator[Pair]:
    """Both begun and enrolled, with tables as another node's; nothing is left afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="cctns-net-", dir="/var/tmp"))
    station = Machine(folder, "up.nayaghat", "station", like=tables)
    station.init()
    station.stop()
    state = Machine(folder, "up", "state", like=station)
    (state.home / "node.json").unlink()
    state.init()
    station.start()
    cable = Cable(state.port)
    try:
        state.python(
            "from cctns.config import bootstrap; bootstrap.setup_django('app');"
            "from cctns.offices.demo import demo_roster; demo_roster()"
        )
        enrolled(state, station, f"http://127.0.0.1:{cable.port}")
        yield Pair(state, station, cable)
    finally:
        station.stop()
        state.stop()
        cable.close()
        shutil.rmtree(folder, ignore_errors=True)
