"""A parent that was put back from an older backup, and one that two machines claim to be.

Its children hold its signature under more than it has: they say so, by office and numbers, and send
again what it lacks. Two machines with one key sign two histories: whoever sees both has the proof.
"""

from __future__ import annotations

import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from ..holding import faults_of
from ..network import Machine, eventually
from ..pair import Pair

_LOG = "SELECT size FROM sync_loghead"
_SEEN = "SELECT 1 FROM sync_seennote WHERE size = %s"


def test_a_parent_put_back_from_an_older_backup(pair: Pair) -> None:
    """Without a word more from the station: the next greeting is enough."""
    pair.well()
    pair.write()
    assert pair.arrived()
    kept = _backup(pair.state)
    pair.well()
    told = pair.write(5)
    assert pair.arrived()
    before = len(pair.station.leaves())
    pair.state.stop()
    pair.state.put_back(kept)
    pair.state.start()
    assert not told <= pair.state.diary()
    pair.well()
    assert pair.arrived(120)  # a greeting a minute
    assert told <= pair.state.diary()
    assert faults_of(pair.state, pair.station) == []
    said = pair.station.run("sync", "status", well=False)
    assert f"vouched for {before} entries of Nayaghat" in said
    assert f"held only {before - 5}" in said
    assert "was sent again" in said
    assert "Verified" in pair.state.run("verify")


@pytest.fixture
def twin(pair: Pair) -> Iterator[Machine]:
    """A second machine with the State's data and keys, as of now."""
    pair.well()
    pair.write()
    assert pair.arrived()
    pair.state.stop()
    made = Machine(pair.state.home.parent, "twin", "state", like=pair.state, keys_too=True)
    pair.state.start()
    try:
        yield made
    finally:
        made.stop()


def test_two_machines_that_claim_to_be_one_parent(pair: Pair, twin: Machine) -> None:
    """The station is led to one and then to the other; somebody saved the page of the first."""
    pair.well()
    ((size,),) = pair.state.ask(_LOG)
    pair.write(1)
    assert pair.arrived()
    assert eventually(lambda: _seen(pair.station, size + 1))
    page = _saved(pair.state)
    assert "the same" in pair.station.run("verify", str(page))

    twin.at_work("door", "line")
    pair.write(1)
    pair.cable.pull()
    pair.cable.to = twin.port
    pair.cable.mend()
    assert eventually(lambda: twin.leaves() == pair.station.leaves(), 120)
    assert eventually(lambda: "two views" in _status(pair.station), 120)
    said = _status(pair.station)
    roots = pair.station.ask(
        "SELECT encode(root, 'hex') FROM sync_seennote WHERE size = %s", size + 1
    )
    assert len(roots) == 2
    assert all(root in said for (root,) in roots)
    assert "held only" in said  # of the journal, too, it has less than the first had vouched for
    assert "two views" in twin.run("verify", str(page), well=False)
    assert faults_of(twin, pair.station) == []


def _backup(state: Machine) -> Path:
    """A copy of the database at rest."""
    kept = state.home.parent / "kept"
    state.stop()
    state.copy_data(kept)
    state.start()
    return kept


def _seen(station: Machine, size: int) -> bool:
    """Whether the station was told of the log at that size; it greets anew each time."""
    station.run("sync", "now")
    return bool(station.ask(_SEEN, size))


def _status(station: Machine) -> str:
    return station.run("sync", "status", well=False)


def _saved(state: Machine) -> Path:
    """The State's public page of checkpoints, as anybody may save it."""
    state.pages()
    page = state.home.parent / "saved.txt"
    url = f"http://127.0.0.1:{state.pages_port}/checkpoints.txt"

    def fetched() -> bool:
        with suppress(OSError), urllib.request.urlopen(url, timeout=10) as answer:
            page.write_bytes(answer.read())
            return True
        return False

    assert eventually(fetched, 120)
    state.end("pages")
    return page
