"""A node whose every part is killed while it works; soak.py does the same fifty times."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from . import ledger, story
from .killer import VICTIMS


@pytest.fixture
def folder() -> Iterator[Path]:
    made = Path(tempfile.mkdtemp(prefix="cctns-kill-"))
    yield made
    shutil.rmtree(made, ignore_errors=True)


def test_nothing_acknowledged_is_lost_nothing_is_doubled_and_no_number_is_left_out(
    folder: Path,
) -> None:
    with story.begun(folder, seed=9, rows=1500) as told:
        for victim in (story.IMPORT, *VICTIMS, story.POWER):
            until = time.monotonic() + 60
            while not told.kill(victim, rest=(0.1, 1.5)) and time.monotonic() < until:
                pass  # it is starting again
            told.goes_on()
        known = told.end()
        assert sorted(told.kills) == sorted(story.KINDS)
        assert known.imported, told.bureau.said
        acknowledged = [draft for draft, number in known.numbers.items() if number]
        assert len(acknowledged) >= 5
        with ledger.server(told.node) as database:
            assert ledger.faults(database, known) == []
            assert told.node.run("verify")[0] == 0
            _must_be_noticed(told, database, known, acknowledged[0])


def _must_be_noticed(
    told: story.Story, database: ledger.Database, known: ledger.Told, draft: str
) -> None:
    """The same eyes see a number that is left out, an FIR that is lost and one that is altered."""
    lost = replace(known, numbers={**known.numbers, draft: "9999/2026"})
    assert any("9999/2026" in one for one in ledger.faults(database, lost))
    database.execute("SET session_replication_role = replica")
    database.execute("UPDATE cases_fir SET serial = 9999 WHERE id = %s", [draft])
    assert any("numbers up to 9999" in one for one in ledger.faults(database, known))
    code, said = told.node.run("verify")
    assert code == 1
    assert f"fir {draft}: The record was altered" in said
