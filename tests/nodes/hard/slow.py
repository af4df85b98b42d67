"""A line of 2 KB/s that loses every fifth packet, and twenty stations that come at once."""

from __future__ import annotations

import json
import subprocess
import sys
import time

import pytest

from benchmarks import herd_made

from ..holding import faults_of
from ..network import eventually
from ..pair import Pair
from . import officers

_ENTRIES = 200
_STATIONS = 20
_ALERT = 20  # seconds; it should be 10, and what is lost twice running comes on top
_LOOKOUTS = "SELECT count(*) FROM alerts_notice"
_MAKE = """
import pickle, sys
from cctns.config import bootstrap
bootstrap.setup_django("superuser")
from benchmarks import herd_made
from cctns.journal.checkpoints import node_key
made = herd_made.stations(int(sys.argv[2]))
with open(sys.argv[1], "wb") as file:
    pickle.dump((made, node_key().public_key().public_bytes_raw()), file)
print(" ".join(one.office for one in made))
"""
_HELD = """
SELECT h.office_id::text, h.size, count(d.id) FROM journal_head h
LEFT JOIN registers_generaldiaryentry d ON d.office_id = h.office_id
WHERE h.office_id::text = ANY(%s) GROUP BY 1, 2
"""


def test_two_kilobytes_a_second_with_a_fifth_of_the_packets_lost(
    pair: Pair, capsys: pytest.CaptureFixture[str]
) -> None:
    """Backlog and new entries arrive; a lookout that is raised meanwhile does not wait for them."""
    pair.well()
    pair.state.at_work("worker")
    assert pair.arrived()
    pair.cable.pull()
    told = pair.write(_ENTRIES)
    pair.cable.mend()
    pair.cable.rate, pair.cable.delay, pair.cable.loss = 2_000, 0.15, 0.2
    begun, before = time.monotonic(), pair.cable.passed
    try:
        time.sleep(5)
        told |= pair.write(5)
        alerts = [_until_sought(pair, count) for count in (1, 2, 3)]
        assert sorted(alerts)[1] < _ALERT, alerts
        assert not told <= pair.state.diary()  # they did not wait until the rest was over
        assert pair.arrived(600)
    finally:
        pair.cable.rate = pair.cable.delay = pair.cable.loss = 0
    took, passed = time.monotonic() - begun, pair.cable.passed - before
    with capsys.disabled():
        print(f" {_ENTRIES + 5} entries, {passed} bytes up, {took:.0f} s", end="")
        told_alerts = ", ".join(f"{one:.1f}" for one in alerts)
        print(f"; lookouts down meanwhile, seconds: {told_alerts} ", end="")
    assert told <= pair.state.diary()
    assert faults_of(pair.state, pair.station) == []


def _until_sought(pair: Pair, count: int) -> float:
    """Seconds from a lookout put in force at the State until the station knows it."""
    officers.does(pair.state, officers.SEEKS)
    raised = time.monotonic()
    assert eventually(lambda: pair.station.ask(_LOOKOUTS) == [(count,)], 200)
    return time.monotonic() - raised


def test_twenty_stations_at_once_and_the_door_is_killed_meanwhile(pair: Pair) -> None:
    """What each was told is held: its journal whole, under its root, and in the tables once."""
    pair.well()
    assert pair.arrived()
    file = pair.state.home.parent / "herd"
    offices = pair.state.python(_MAKE, str(file), str(_STATIONS)).split()
    pair.state.door(fault="apply.before_commit:5")
    command = [sys.executable, "-m", "benchmarks.herd_lines", str(file), str(pair.cable.port)]
    herd = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    told = pair.write(5)  # the real station is one more of them
    assert pair.state.dies("door")
    pair.state.door()
    try:
        printed, _nothing = herd.communicate(timeout=300)
    finally:
        herd.kill()
    assert herd.returncode == 0
    acknowledged = [json.loads(line) for line in printed.splitlines()]
    assert [one["size"] for one in acknowledged] == [herd_made.ENTRIES] * _STATIONS
    whole = {(one, herd_made.ENTRIES, herd_made.ENTRIES) for one in offices}
    assert eventually(lambda: set(pair.state.ask(_HELD, offices)) == whole)
    assert pair.arrived(120)
    assert told <= pair.state.diary()
    assert faults_of(pair.state, pair.station) == []
