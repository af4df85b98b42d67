"""Thirty days without a line, and a case that is handed down to a station's own node."""

from __future__ import annotations

import shutil
from pathlib import Path

from ..holding import faults_of
from ..network import STATION, Machine, eventually
from ..pair import Pair
from . import officers

_DAYS, _A_DAY = 30, 8
_ANSWERED = "SELECT number FROM cases_transferanswer"
_TAKEN = "SELECT count(*) FROM cases_fir WHERE zero_fir_number = %s"
_GAPS = """
SELECT period FROM registers_generaldiaryentry d JOIN offices_office o ON o.id = d.office_id
WHERE o.code = %s GROUP BY period HAVING count(*) <> max(serial)
"""
_STANDS = """
SELECT d.id, d.period, d.serial, d.recorded_at FROM registers_generaldiaryentry d
JOIN offices_office o ON o.id = d.office_id WHERE o.code = %s
"""


def test_thirty_days_without_a_line(pair: Pair) -> None:
    """Numbers of the days stand; at the return all arrives in order and what is stale is fresh."""
    state, station = pair.state, pair.station
    for one in (state, station):
        one.set_clock(0)
    _at_work(pair)
    assert pair.arrived()
    officers.does(state, officers.SEEKS)
    assert eventually(lambda: _silent(station) == [0], 120)
    pair.cable.pull()
    told: set[str] = set()
    for day in range(1, _DAYS + 1):
        station.set_clock(day)
        told |= pair.write(_A_DAY)
    assert _silent(station) == [_DAYS]
    assert "not heard for a day or longer" in station.run("sync", "status", well=False)
    assert station.ask(_GAPS, STATION) == []

    state.end("door")
    state.end("line")
    state.set_clock(_DAYS)
    state.run_by(_with_other_law(state.home.parent))
    _at_work(pair)
    assert pair.arrived(120)
    assert told <= state.diary()
    assert set(state.ask(_STANDS, STATION)) == set(station.ask(_STANDS, STATION))
    assert faults_of(state, station) == []
    assert eventually(lambda: _silent(station) == [0])
    assert eventually(lambda: "other law tables" in station.run("sync", "status", well=False))
    station.run_by(state.program)  # brought up to date
    station.line()
    assert eventually(lambda: "other law tables" not in station.run("sync", "status", well=False))


def test_a_case_is_handed_down_to_a_stations_own_node(pair: Pair) -> None:
    """It waits at the cut line, is registered below, and its answer is read above, once."""
    _at_work(pair)
    assert pair.arrived()
    pair.cable.pull()
    number = officers.does(pair.state, officers.HANDS_OVER)
    assert officers.does(pair.station, officers.WAITING) == []
    pair.cable.mend()
    assert eventually(lambda: bool(officers.does(pair.station, officers.WAITING) == [number]), 120)
    pair.cable.pull()
    theirs = officers.does(pair.station, officers.TAKES_OVER)
    assert officers.does(pair.station, officers.WAITING) == []
    pair.cable.mend()
    assert eventually(lambda: pair.state.ask(_ANSWERED) == [(theirs,)], 120)
    assert eventually(lambda: pair.state.ask(_TAKEN, number) == [(1,)])
    assert pair.arrived()
    assert faults_of(pair.state, pair.station) == []


def _at_work(pair: Pair) -> None:
    pair.well()
    pair.state.at_work("worker")
    pair.station.at_work("worker")


def _silent(station: Machine) -> list[int]:
    """Of the lookouts at the station: for how many days the line that brought each is silent."""
    return [days for _title, days in officers.does(station, officers.SOUGHT)]


def _with_other_law(folder: Path) -> Path:
    """A newer program, in which the heading of a section reads otherwise."""
    made, here = folder / "newer", Path.cwd()
    shutil.copytree(here / "cctns", made / "cctns")
    (made / "tests").symlink_to(here / "tests")
    table = made / "cctns" / "law" / "data" / "sections" / "BNS.csv"
    read = table.read_text(encoding="utf-8")
    assert "Theft" in read
    table.write_text(read.replace("Theft", "Theft, as amended", 1), encoding="utf-8")
    return made
