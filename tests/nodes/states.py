"""A robbery that three States share: nodes of a nation and three States, with officers at each.

The FIR and the lookouts are of A; B sees the car; the man is arrested in C. Every word stands in
the journal of the office that said it, and the other offices read it.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from benchmarks.officer import Terminal
from cctns.config import node_file
from cctns.lib.clock import now

from .network import Machine, eventually

PASSWORD = "seven-lamps-by-the-river"
PLATE = [{"kind": "registration", "number": "DL-01 AB 1234"}]
NEIGHBOURS = "Udaharan Pradesh (synthetic), Teesra Pradesh (synthetic)"
CODES = {"a": 99, "b": 98, "c": 96}


class State:
    """A node and its officers; `acts("registers")` is done by `staff`, where the node runs."""

    def __init__(self, machine: Machine, staff: str = "tests.nodes.staff") -> None:
        self.machine, self.name = machine, machine.home.name
        self.code = CODES.get(self.name, 97)
        (machine.home / "node.json").unlink(missing_ok=True)
        role = "state" if self.name in CODES else "nation"
        node_file.write(machine.home, name=self.name, role=role)
        command = [sys.executable, "-m", staff, self.name]
        self.staff = subprocess.Popen(
            command,
            env={**machine.environment, "CCTNS_DB_ROLE": "app"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.acts("founded", code=self.code, name=self.name)

    def acts(self, act: str, **told: Any) -> Any:
        assert self.staff.stdin
        assert self.staff.stdout
        self.staff.stdin.write(json.dumps([act, told]) + "\n")
        self.staff.stdin.flush()
        said = self.staff.stdout.readline()
        assert said, f"{self.name} failed at {act}"
        return json.loads(said)

    def asks_to_enter(self, nation: State) -> str:
        """The paper by which it goes below the nation."""
        folder = self.machine.home.parent
        paper, grant = str(folder / f"{self.name}.request"), str(folder / f"{self.name}.grant")
        url = f"http://127.0.0.1:{nation.machine.port}"
        self.acts("asks", paper=paper)
        nation.acts("enrols", paper=paper, grant=grant, state=self.code, url=url)
        return grant

    def enters(self, grant: str) -> None:
        self.machine.run("node", "join", grant)

    def alert(self, matched: str) -> dict[str, str]:
        """Of the inbox, once it is there."""
        found: list[dict[str, str]] = []

        def there() -> bool:
            found[:] = [one for one in self.acts("inbox") if one["matched"] == matched]
            return bool(found)

        assert eventually(there, 90), f"no alert at {self.name}"
        return found[0]

    def says(self, alert: dict[str, str], step: str, words: str, *, to: State) -> None:
        """An answer, written here and read there."""
        self.acts("answers", alert=alert["id"], step=step, words=words)
        told = [step, self.name, words]
        assert eventually(lambda: told in to.acts("reads", alert=alert["id"]), 90), told


@contextmanager
def country(
    tables: Machine, names: Sequence[str] = ("a", "b", "c"), staff: str = "tests.nodes.staff"
) -> Iterator[list[State]]:
    """States below a nation, at work; their tables are copied from a node at rest. B has pages."""
    folder = tables.home.parent
    with ExitStack() as stack:
        machines = [Machine(folder, name, "state", like=tables) for name in (*names, "nation")]
        for one in machines:
            stack.callback(one.stop)
        with ThreadPoolExecutor(len(machines)) as pool:
            made = list(pool.map(partial(State, staff=staff), machines))
            for state in made:
                stack.callback(state.staff.kill)
            *states, nation = made
            grants = [state.asks_to_enter(nation) for state in states]
            list(pool.map(State.enters, states, grants))
        nation.machine.door()
        states[1].machine.pages()
        for state in made:
            state.machine.line()
        for state in states:
            state.machine.worker()
        yield states


def share_a_robbery(a: State, b: State, c: State) -> float:
    """From the FIR to the arrest; seconds from the FIR in A until the inbox in B names the car."""
    page = signed_in(b)
    earlier = b.acts("registers")  # done in the same way, in B
    robbery = a.acts("registers")
    seeks_car_and_way(a, robbery)
    took = until_it_is_read(page, robbery)
    assert eventually(lambda: PLATE[0]["number"] in str(c.acts("sought")), 90)
    for state in (a, b):
        assert state.alert(earlier["crime"])["kind"] == "method"

    seen_in_b(a, b)
    arrested_in_c(a, c)
    produced = a.acts("arrests", case=robbery["case"], place="Bus stand, c", before="JMFC, c")
    assert (produced["stage"], produced["case"]) == ("produced", robbery["case"])
    assert a.acts("joins", case=robbery["case"], number=earlier["number"], station="b")
    assert b.acts("joins", case=earlier["case"], number=robbery["number"], station="a")

    assert b.acts("wrote") == ["alert.noted", "alert.acted"]
    assert c.acts("wrote") == ["alert.acted"]
    assert set(a.acts("wrote")) == {f"alert.{one}" for one in ("noted", "confirmed", "cleared")}
    return took


def seeks_car_and_way(a: State, robbery: dict[str, str]) -> None:
    told = {"reach": "state", "areas": NEIGHBOURS, "urgency": "urgent"}
    told |= {"stands_on": f"FIR {robbery['number']}, a", "record_id": robbery["fir"]}
    a.acts("seeks", what="CAR", numbers=PLATE, **told)
    way = {name: robbery[name] for name in ("crime_head", "method", "feature_1")}
    a.acts("seeks", what="ROBBERY", numbers=[], **told, **way)


def signed_in(b: State) -> Terminal:
    """An officer of B before the pages of the node, as soon as they are served."""
    page = Terminal(f"http://127.0.0.1:{b.machine.pages_port}")

    def served() -> bool:
        with suppress(OSError):
            return page.sign_in("sho.b", PASSWORD).status == 200
        return False

    assert eventually(served, 120)
    return page


def until_it_is_read(page: Terminal, robbery: dict[str, str]) -> float:
    """Seconds from the FIR until the inbox on the page names the car."""
    assert eventually(lambda: PLATE[0]["number"] in page.get("/alerts/").text, 90)
    return (now() - datetime.fromisoformat(robbery["at"])).total_seconds()


def seen_in_b(a: State, b: State) -> None:
    """A hit with its clock; notes go both ways; A confirms, B acts, A clears."""
    hit = a.alert(b.acts("sees", numbers=PLATE))
    due = datetime.fromisoformat(hit["due"]) - now()
    assert timedelta(minutes=9) < due <= timedelta(minutes=10)
    b.says(hit, "noted", "Two men, towards C by the highway", to=a)
    a.says(hit, "noted", "One of them is Raju, armed with a knife", to=b)
    a.says(hit, "confirmed", "Plate and broken lamp as in the FIR", to=b)
    b.says(hit, "acted", "The toll plaza's recording is seized, memo 4/2026", to=a)
    a.says(hit, "cleared", "It went on to C", to=b)


def arrested_in_c(a: State, c: State) -> None:
    hit = a.alert(c.acts("sees", numbers=PLATE))
    a.says(hit, "confirmed", "The same car", to=c)
    c.says(hit, "acted", "Raju arrested at the bus stand; the officer of A is awaited", to=a)
    a.says(hit, "cleared", "Raju is in our custody", to=c)
