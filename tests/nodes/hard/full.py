"""Disk full, at the parent while it takes and at the station while an officer writes.

Refused with the reason, nothing half written, and all goes on without hands once there is room.
"""

from __future__ import annotations

import time
from contextlib import suppress

import psycopg
import pytest

from ..disk import can_mount, on_a_disk
from ..holding import differences, faults_of
from ..network import Machine, eventually
from ..pair import Pair

pytestmark = pytest.mark.skipif(not can_mount(), reason="no disk can be mounted here")
_LOGGED = "SELECT pg_logical_emit_message(true, 'test', repeat(md5(random()::text), 32768))"
_SAID = "the disk of this node is full"


def test_the_parents_disk_is_full(pair: Pair) -> None:
    """The station is told why, keeps all and sends it again; the door stays open meanwhile."""
    with on_a_disk(pair.state) as disk:
        pair.well()
        assert pair.arrived()
        disk.fill()
        told: set[str] = set()

        def refused() -> bool:
            told.update(pair.write(20))
            return _SAID in _trouble(pair.station)

        assert eventually(refused), _trouble(pair.station)
        assert differences(pair.state, pair.station) == []
        assert _SAID in pair.station.run("sync", "status", well=False)
        disk.free()
        assert pair.arrived()
        assert told <= pair.state.diary()
        assert faults_of(pair.state, pair.station) == []
        for machine in (pair.state, pair.station):
            assert "Verified" in machine.run("verify")


def test_the_stations_disk_is_full(pair: Pair) -> None:
    """The officer is told that nothing was saved; numbers stay without a gap."""
    with on_a_disk(pair.station) as disk:
        pair.well()
        told = pair.write()
        disk.fill()

        def refused() -> bool:
            try:
                told.update(pair.write(1))
            except AssertionError as error:
                return "for want of room" in str(error)
            return False

        assert eventually(refused)
        before = pair.station.leaves()
        assert told <= pair.station.diary()
        with pytest.raises(AssertionError, match="for want of room"):
            pair.write(1)
        assert pair.station.leaves() == before
        disk.free()
        assert eventually(lambda: _written(pair, told))
        pair.well()
        assert pair.arrived()
        assert told <= pair.state.diary()
        assert faults_of(pair.state, pair.station) == []
        for machine in (pair.state, pair.station):
            assert "Verified" in machine.run("verify")


def test_not_even_the_databases_log_can_be_written(pair: Pair) -> None:
    """The server ends itself rather than promise what it cannot keep; with room it comes again."""
    with on_a_disk(pair.station) as disk:
        pair.well()
        told = pair.write()
        disk.fill()
        with pytest.raises(psycopg.OperationalError):
            _use_up_the_log(pair.station)
        with pytest.raises(AssertionError, match="Error"):
            pair.write(1)
        disk.free()
        assert eventually(lambda: _kept_alive(pair.station))
        pair.station.rest()
        assert told <= pair.station.diary()
        told |= pair.write()
        pair.well()
        assert pair.arrived()
        assert told <= pair.state.diary()
        assert faults_of(pair.state, pair.station) == []
        assert "Verified" in pair.station.run("verify")


def _use_up_the_log(station: Machine) -> None:
    """What the server keeps ready for its log, a megabyte at a time."""
    for _ in range(400):
        station.ask(_LOGGED)


def _kept_alive(station: Machine) -> bool:
    """As `cctns up` looks after its server."""
    station.server.keep_alive(time.monotonic())
    with suppress(psycopg.OperationalError):
        return bool(station.ask("SELECT 1"))
    return False


def _trouble(station: Machine) -> str:
    ((said,),) = station.ask("SELECT trouble FROM sync_peer")
    return str(said)


def _written(pair: Pair, told: set[str]) -> bool:
    try:
        told.update(pair.write(1))
    except AssertionError:
        return False
    return True
