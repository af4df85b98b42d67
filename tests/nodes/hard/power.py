"""Power loss while a node writes and ships, and a disk that is copied while it does.

The disk ends at a moment of its own; its copy is what the node starts from. Everything that was
acknowledged until then is there, `cctns verify` finds nothing, and all goes on.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from random import Random

import pytest

from ..disk import Disk, can_mount, on_a_disk
from ..holding import differences, faults_of
from ..network import STATION, Machine, eventually
from ..pair import Pair

pytestmark = pytest.mark.skipif(not can_mount(), reason="no disk can be mounted here")


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_station_loses_its_power(pair: Pair, seed: int) -> None:
    with on_a_disk(pair.station) as disk:
        pair.well()
        with _writing(pair) as told:
            time.sleep(Random(seed).uniform(0.5, 4))
            _lose_power(pair.station, disk)
        assert told
        assert told <= pair.station.diary()
        _goes_on(pair, told)


@pytest.mark.parametrize("seed", [4, 5, 6])
def test_the_parent_loses_its_power(pair: Pair, seed: int) -> None:
    with on_a_disk(pair.state) as disk:
        pair.well()
        with _writing(pair) as told:
            time.sleep(Random(seed).uniform(0.5, 4))
            _lose_power(pair.state, disk)
        assert differences(pair.state, pair.station) == []
        assert faults_of(pair.state, pair.station) == []  # nothing that it vouched for is gone
        _goes_on(pair, told)


def test_a_station_started_from_a_copy_of_its_disk_sees_that_it_is_behind(pair: Pair) -> None:
    """Copied in one moment while it writes; what came later is above and is fetched from there."""
    with on_a_disk(pair.station) as disk:
        pair.well()
        with _writing(pair) as told:
            time.sleep(Random(7).uniform(0.5, 4))
            before = set(told)
            copy = disk.frozen_copy(disk.image.with_suffix(".copy"))
        told |= pair.write()
        assert pair.arrived()
        pair.station.die()
        disk.unmount()
        _exchange(disk, copy)
        disk.mount(pair.station.home)
        pair.station.start()
        assert before <= pair.station.diary()
        assert not told <= pair.station.diary()
        pair.well()
        halted = "SELECT 1 FROM journal_head WHERE halted <> ''"
        assert eventually(lambda: bool(pair.station.ask(halted)))
        assert "were fetched" in pair.station.run("node", "recover", STATION, "--as", "admin")
        assert told <= pair.station.diary()
        _goes_on(pair, told)


@contextmanager
def _writing(pair: Pair) -> Iterator[set[str]]:
    """An officer writes one entry after another; those that were told are in the set."""
    told, ended = set[str](), threading.Event()

    def write() -> None:
        with suppress(AssertionError, OSError):  # the machine died under the officer's hands
            while not ended.is_set():
                told.update(pair.write(1))

    officer = threading.Thread(target=write)
    officer.start()
    try:
        assert eventually(lambda: bool(told))
        yield told
    finally:
        ended.set()
        officer.join()


def _lose_power(machine: Machine, disk: Disk) -> None:
    """And up again, from a copy of what was on the disk in that moment."""
    disk.lose_power()
    copy = disk.copy(disk.image.with_suffix(".copy"))
    machine.die()
    disk.unmount()
    _exchange(disk, copy)
    disk.mount(machine.home)
    machine.start()


def _exchange(disk: Disk, copy: Disk) -> None:
    copy.image.rename(disk.image)


def _goes_on(pair: Pair, told: set[str]) -> None:
    told |= pair.write()
    pair.well()
    assert pair.arrived()
    assert told <= pair.state.diary()
    assert faults_of(pair.state, pair.station) == []
    for machine in (pair.state, pair.station):
        assert "Verified" in machine.run("verify")
