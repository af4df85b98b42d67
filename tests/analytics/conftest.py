"""A small State with officers, and figures stored or not yet."""

from __future__ import annotations

import pytest

from cctns.offices.codes import Rank, Role
from cctns.offices.models import Posting
from tests.cases.conftest import duty_officer, io, sho, travel
from tests.offices.conftest import land
from tests.offices.land import Land

__all__ = ["duty_officer", "io", "land", "sho", "travel"]


@pytest.fixture
def sp(land: Land) -> Posting:
    return land.post(Role.SP, "east", rank=Rank.SP)
