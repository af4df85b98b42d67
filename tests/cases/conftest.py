"""A station with its officer in charge, its investigating and duty officers."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
import time_machine
from django.db import connection

from cctns.cases.models import Fir
from cctns.offices.codes import Role
from cctns.offices.models import Posting
from tests.offices.conftest import land  # noqa: F401
from tests.offices.land import Land

from .entries import START
from .made import registered


@pytest.fixture
def sho(land: Land) -> Posting:  # noqa: F811
    return land.post(Role.SHO, "bazaar")


@pytest.fixture
def io(land: Land) -> Posting:  # noqa: F811
    return land.post(Role.IO, "bazaar")


@pytest.fixture
def duty_officer(land: Land) -> Posting:  # noqa: F811
    return land.post(Role.DUTY_OFFICER, "bazaar")


@pytest.fixture
def settle(db: None) -> Callable[[], None]:
    """Let the deferred constraints speak, as a commit would."""

    def now() -> None:
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")

    return now


@pytest.fixture
def travel() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(START, tick=False) as clock:
        yield clock


@pytest.fixture
def fir(travel: time_machine.Traveller, sho: Posting) -> Fir:
    return registered(sho)
