"""The sandbox station, as `cctns practice` founds it, and an officer who joins it."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.cache import cache

from cctns.offices.models import Officer
from cctns.practice import sandbox

PASSWORD = "only-for-practice-1"


@pytest.fixture
def station(settings: Any, db: None) -> None:
    settings.PRACTICE = settings.DEMO = True
    cache.clear()
    sandbox.found()


def joined(number: str = "UP1234") -> Officer:
    return sandbox.join(number=number, name="Meera Singh", rank="SI", password=PASSWORD)
