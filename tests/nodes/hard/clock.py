"""A State's clock that is a year behind: everything arrives, and both nodes say what is wrong."""

from __future__ import annotations

from ..holding import faults_of
from ..network import Machine, eventually
from ..pair import Pair


def test_the_parents_clock_is_a_year_behind_and_set_right_again(pair: Pair) -> None:
    """All arrives in order under either, and both nodes know how far apart they are."""
    pair.well()
    assert pair.arrived()
    pair.state.set_clock(-365)
    pair.state.door()
    pair.state.line()
    behind = pair.write()
    assert pair.arrived()
    for machine in (pair.station, pair.state):
        assert eventually(lambda one=machine: _wrong_clock(one)), machine.name
    pair.state.set_clock(0)
    pair.station.line()
    after = pair.write()
    assert pair.arrived()
    times = "SELECT id, recorded_at FROM registers_generaldiaryentry WHERE id::text = ANY(%s)"
    told = [*behind, *after]
    assert set(pair.state.ask(times, told)) == set(pair.station.ask(times, told))
    assert eventually(lambda: not _wrong_clock(pair.station))
    assert faults_of(pair.state, pair.station) == []


def _wrong_clock(machine: Machine) -> bool:
    ((skew,),) = machine.ask("SELECT skew FROM sync_peer")
    return abs(skew) > 364 * 86_400
