"""Two examiners of the State's records bureau, and mentions at two stations."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cctns.identity.pairs import Pair, Side
from cctns.offices.codes import Role
from cctns.offices.models import Posting
from tests.cases.conftest import settle
from tests.offices.conftest import land
from tests.offices.land import Land

from .people import known

__all__ = ["land", "settle"]


@pytest.fixture
def examiner(land: Land) -> Posting:
    return land.post(Role.SCRB, "scrb")


@pytest.fixture
def second(land: Land) -> Posting:
    return land.post(Role.SCRB, "scrb")


@pytest.fixture
def mention(land: Land) -> Callable[[str], Side]:
    """`mention("fort")`: somebody whom a record of that station names."""

    def made(at: str) -> Side:
        return Side(known(land[at], "Ramesh Kumar").id, land[at], "FIR 12/2026")

    return made


@pytest.fixture
def pair(mention: Callable[[str], Side]) -> Pair:
    return Pair.of(mention("bazaar"), mention("mills"))
