"""A State and a station below it, for all tests of a file: to begin them takes longest."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from .network import Machine
from .pair import Pair, paired


@pytest.fixture(scope="module")
def tables() -> Iterator[Machine]:
    """A node at rest: the others are copied from it, since making the tables takes longest."""
    folder = Path(tempfile.mkdtemp(prefix="cctns-tables-", dir="/var/tmp"))
    machine = Machine(folder, "tables", "station")
    machine.init()
    machine.stop()
    (machine.home / "node.json").unlink()
    yield machine
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="module")
def pair(tables: Machine) -> Iterator[Pair]:
    with paired(tables) as two:
        yield two
