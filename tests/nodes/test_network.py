"""Two real nodes, real PostgreSQL, real sockets, and a cable that fails in every way it can.

Killed at each step of shipping and applying, cut at any byte, garbled, muted, put back from a
backup: nothing acknowledged is lost, nothing is applied twice, every contradiction is said aloud.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from .holding import faults_of
from .network import STATION, eventually
from .pair import Pair

SENDING = ("ship.packed", "ship.answered", "ship.saving", "ship.saved")
TAKING = ("apply.verified", "apply.copied", "apply.before_commit", "apply.after_commit")


def test_what_a_station_writes_is_read_at_its_state(pair: Pair) -> None:
    told = pair.write()
    pair.well()
    assert pair.arrived()
    assert told <= pair.state.diary()
    assert faults_of(pair.state, pair.station) == []


@pytest.mark.parametrize("point", SENDING)
def test_killed_at_each_step_of_sending(pair: Pair, point: str) -> None:
    pair.well()
    assert pair.arrived()
    pair.station.end("line")
    told = pair.write()
    pair.station.line(fault=f"{point}:1")
    assert pair.station.dies("line"), point
    pair.well()
    assert pair.arrived()
    assert told <= pair.state.diary()
    assert faults_of(pair.state, pair.station) == []


@pytest.mark.parametrize("point", TAKING)
def test_killed_at_each_step_of_taking(pair: Pair, point: str) -> None:
    pair.well()
    assert pair.arrived()
    pair.state.door(fault=f"{point}:1")
    told = pair.write()
    assert pair.state.dies("door"), point
    pair.state.door()
    assert pair.arrived()
    assert told <= pair.state.diary()
    assert faults_of(pair.state, pair.station) == []


def test_killed_between_the_journal_and_the_tables(pair: Pair) -> None:
    pair.well()
    assert pair.arrived()
    pair.state.line(fault="received.applied:1")
    told = pair.write()
    assert pair.state.dies("line")
    assert not told <= pair.state.diary()
    pair.state.line()
    assert pair.arrived()
    assert faults_of(pair.state, pair.station) == []


@pytest.mark.parametrize("length", [20, 700, 2_000])
def test_the_line_is_cut_after_so_many_bytes(pair: Pair, length: int) -> None:
    pair.well()
    assert pair.arrived()
    pair.cable.shorten = length
    told = pair.write()
    assert eventually(lambda: pair.cable.connections > 0)
    pair.cable.pull()
    pair.well()
    assert pair.arrived()
    assert told <= pair.state.diary()
    assert faults_of(pair.state, pair.station) == []


def test_a_bit_flips_on_the_line(pair: Pair) -> None:
    pair.well()
    assert pair.arrived()
    pair.cable.pull()
    pair.cable.mend()
    pair.cable.garble = 1_500
    told = pair.write(6)
    assert eventually(lambda: pair.station.ask("SELECT failures FROM sync_peer") > [(0,)], 20)
    pair.well()
    assert pair.arrived()
    assert told <= pair.state.diary()
    assert faults_of(pair.state, pair.station) == []


def test_the_answer_is_lost_after_the_parent_took_it(pair: Pair) -> None:
    """The station learns by the next refusal that it arrived, and nothing stands there twice."""
    pair.well()
    assert pair.arrived()
    pair.station.end("line")  # so that one batch, whose answer is lost, carries all three
    told = pair.write()
    pair.cable.swallow = b"/entries?from="
    pair.station.line()
    assert eventually(lambda: told <= pair.state.diary())
    pair.cable.pull()
    pair.well()
    size = (
        "SELECT sum(h.size) FROM journal_head h JOIN offices_office o ON o.id = h.office_id "
        "WHERE o.code = %s"
    )
    held = "SELECT sum(size) FROM sync_held"
    assert eventually(lambda: pair.station.ask(size, STATION) == pair.station.ask(held))
    assert faults_of(pair.state, pair.station) == []


def test_a_new_key_is_believed_by_the_old_ones_word(pair: Pair) -> None:
    pair.well()
    assert pair.arrived()
    pair.station.run("node", "rotate")
    told = pair.write()
    assert pair.arrived()
    assert told <= pair.state.diary()
    assert "Verified" in pair.state.run("verify", "--office", STATION)


def test_the_stations_clock_is_a_year_ahead_and_set_right_again(pair: Pair) -> None:
    """Requests go by the State's clock; what the station recorded stands as it was recorded."""
    pair.well()
    assert pair.arrived()
    pair.station.set_clock(365)
    pair.station.line()
    ahead = pair.write()
    assert pair.arrived()
    pair.station.set_clock(0)
    pair.station.line()
    after = pair.write()
    assert pair.arrived()
    assert ahead | after <= pair.state.diary()
    years = (
        "SELECT DISTINCT extract(year FROM recorded_at) FROM registers_generaldiaryentry "
        "WHERE id::text = ANY(%s)"
    )
    assert pair.state.ask(years, [*ahead]) != pair.state.ask(years, [*after])
    assert faults_of(pair.state, pair.station) == []


def test_a_drive_in_the_place_of_the_line(pair: Pair, tmp_path: Path) -> None:
    pair.well()
    assert pair.arrived()
    pair.station.end("line")
    told = pair.write()
    drive, receipt = pair.state.home.parent / "drive", pair.state.home.parent / "drive.receipt"
    assert "3 entries" in pair.station.run("sync", "export", str(drive))
    assert b"Patrol" not in drive.read_bytes()
    assert "not for this node" in pair.station.run("sync", "import", str(drive), well=False)
    assert "3 entries" in pair.state.run("sync", "import", str(drive))
    assert told <= pair.state.diary()
    assert "0 entries" in pair.state.run("sync", "import", str(drive), "--receipt", f"{drive}.2")
    assert "1 journals" in pair.station.run("sync", "import", str(receipt))
    assert "everything has arrived" in pair.station.run("sync", "status", well=False)
    assert faults_of(pair.state, pair.station) == []


def test_put_back_from_a_backup_it_fetches_what_it_lacks(pair: Pair) -> None:
    pair.well()
    assert pair.arrived()
    kept = _backup(pair)
    told = pair.write()
    assert pair.arrived()
    _put_back(pair, kept)
    assert not told <= pair.station.diary()
    pair.well()
    assert _halted(pair)
    with pytest.raises(AssertionError, match="Halted"):
        pair.write()
    said = pair.station.run("node", "recover", STATION, "--as", "admin")
    assert "were fetched" in said
    assert told <= pair.station.diary()
    assert pair.write() <= pair.station.diary()
    assert pair.arrived()
    assert faults_of(pair.state, pair.station) == []
    for machine in (pair.state, pair.station):
        assert "Verified" in machine.run("verify", "--office", STATION)


def test_put_back_and_written_on_it_is_a_fork_that_everybody_hears_of(pair: Pair) -> None:
    pair.well()
    assert pair.arrived()
    kept = _backup(pair)
    there = pair.write()
    assert pair.arrived()
    _put_back(pair, kept)
    here = pair.write(5)  # before the line is up: nobody could have known
    pair.well()
    assert eventually(lambda: bool(pair.state.ask("SELECT 1 FROM journal_fork")))
    assert _halted(pair)
    assert "two different entries" in pair.state.run("sync", "status", well=False)
    said = pair.station.run("node", "recover", STATION, "--as", "admin")
    assert "told again" in said
    told = "SELECT record_id::text FROM journal_entry WHERE kind = 'gd.told_again'"
    assert eventually(lambda: here <= {one for (one,) in pair.state.ask(told)})
    assert there <= pair.state.diary()  # the other branch is not lost above
    # Both branches gave out the same numbers of the diary: the clash is said, not hidden.
    clash = "could not be put in the tables"
    assert eventually(lambda: clash in pair.state.run("sync", "status", well=False))


def _backup(pair: Pair) -> Path:
    """A copy of the station's database at rest."""
    kept = pair.station.home.parent / "kept"
    pair.station.stop()
    pair.station.copy_data(kept)
    pair.station.start()
    pair.station.line()
    return kept


def _put_back(pair: Pair, kept: Path) -> None:
    pair.station.stop()
    pair.station.put_back(kept)
    pair.station.start()


def _halted(pair: Pair) -> bool:
    asked = "SELECT 1 FROM journal_head WHERE halted <> ''"
    return eventually(lambda: bool(pair.station.ask(asked)))
