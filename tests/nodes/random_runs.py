"""`python -m tests.nodes.random_runs --runs 500 --seed 1`: three nodes, and whatever may happen.

Each run is a few steps that hypothesis chooses: entries written, cables cut, shortened, garbled and
muted, processes and databases killed, at any moment or at a step of shipping. At every step no
parent holds what its child did not write; healed, all three hold the same and nothing is lost.
"""

from __future__ import annotations

import argparse
import sys
import time

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from .trio import Trio, begun

STEPS = 8
_POINTS = {
    "line": ("ship.packed", "ship.answered", "ship.saving", "ship.saved", "received.applied"),
    "door": ("apply.verified", "apply.copied", "apply.before_commit", "apply.after_commit"),
}
_CABLES = st.sampled_from(("upper", "lower"))
_NODES = st.sampled_from(("nation", "state", "station"))
_ABOVE = st.sampled_from(("nation", "state"))


class Runs(RuleBasedStateMachine):
    """One run; the nodes live on from run to run, so that it takes seconds."""

    trio: Trio
    held = 0

    @initialize(entries=st.integers(1, 5))
    def begin(self, entries: int) -> None:
        self.trio.write(entries)

    @rule(entries=st.integers(1, 5))
    def write(self, entries: int) -> None:
        self.trio.write(entries)

    @rule(cable=_CABLES)
    def cut(self, cable: str) -> None:
        self.trio.cables[cable].pull()

    @rule(cable=_CABLES)
    def mend(self, cable: str) -> None:
        self.trio.cables[cable].mend()

    @rule(cable=_CABLES, length=st.integers(1, 5_000))
    def shorten(self, cable: str, length: int) -> None:
        self.trio.cables[cable].shorten = length

    @rule(cable=_CABLES, place=st.integers(0, 5_000))
    def garble(self, cable: str, place: int) -> None:
        self.trio.cables[cable].garble = place

    @rule(cable=_CABLES)
    def mute(self, cable: str) -> None:
        self.trio.cables[cable].mute = True

    @rule(node=_NODES)
    def kill_the_line(self, node: str) -> None:
        self.trio.machines[node].end("line", how=9)
        self.trio.machines[node].line()

    @rule(node=_ABOVE)
    def kill_the_door(self, node: str) -> None:
        self.trio.machines[node].end("door", how=9)
        self.trio.machines[node].door()

    @rule(node=_NODES, point=st.sampled_from(_POINTS["line"]))
    def kill_at_a_step_of_sending(self, node: str, point: str) -> None:
        self.trio.fault(node, "line", f"{point}:1")

    @rule(node=_ABOVE, point=st.sampled_from(_POINTS["door"]), time=st.integers(1, 2))
    def kill_at_a_step_of_taking(self, node: str, point: str, time: int) -> None:
        self.trio.fault(node, "door", f"{point}:{time}")

    @rule(node=_NODES)
    def kill_the_database(self, node: str) -> None:
        self.trio.machines[node].crash()

    @rule(moment=st.floats(0, 1))
    def wait(self, moment: float) -> None:
        time.sleep(moment)

    @invariant()
    def no_parent_is_ahead_of_its_child(self) -> None:
        assert self.trio.differences() == []

    def teardown(self) -> None:
        self.trio.heal()
        assert self.trio.settled(240), self.trio.told()
        assert self.trio.faults() == []
        Runs.held += 1


def run(trio: Trio, runs: int, *, number: int) -> None:
    """Raises AssertionError with the steps of the first run that does not hold."""
    Runs.trio = trio
    told = settings(
        max_examples=runs,
        stateful_step_count=STEPS,
        deadline=None,
        database=None,
        phases=(Phase.generate,),  # real processes: a run again is another run
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(seed(number)(Runs), settings=told)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.nodes.random_runs", description=__doc__)
    parser.add_argument("--runs", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    begun_at = time.monotonic()
    with begun() as trio:
        try:
            run(trio, arguments.runs, number=arguments.seed)
        finally:
            took = time.monotonic() - begun_at
            entries = len(trio.acknowledged)
            print(f"{Runs.held} runs held, {entries} entries acknowledged, {took:.0f} s")
        for name, machine in trio.machines.items():
            print(f"{name}: {machine.run('verify').strip().splitlines()[-1]}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
