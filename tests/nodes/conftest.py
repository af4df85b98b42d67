"""A State and a station below it, for all tests of a file: to begin them takes longest."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from .network import Machine, at_rest
from .pair import Pair, paired


@pytest.fixture(scope="session")
def tables() -> Iterator[Machine]:
    """A node at rest: the others are copied from it, since making the tables takes longest."""
    with at_rest() as machine:
        yield machine


@pytest.fixture(scope="module")
def pair(tables: Machine) -> Iterator[Pair]:
    with paired(tables) as two:
        yield two
