"""A station that seeks, another one that finds, and journals that are followed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.cache import cache

from cctns.alerts import pace
from cctns.alerts.models import Alert
from cctns.offices.codes import Role
from cctns.offices.models import Posting
from cctns.search import vocabulary
from tests.cases.conftest import io, settle, sho
from tests.offices.conftest import land
from tests.offices.land import Land

__all__ = ["io", "land", "settle", "sho"]


@pytest.fixture(autouse=True)
def _forgetful(db: None) -> None:
    """What a process holds in memory is of another test's database."""
    cache.clear()
    vocabulary.forget()


@pytest.fixture
def far(land: Land) -> Posting:
    """The officer in charge of a station in another district."""
    return land.post(Role.SHO, "mills")


@pytest.fixture
def far_duty(land: Land) -> Posting:
    return land.post(Role.DUTY_OFFICER, "mills")


Follows = Callable[[], list[Alert]]


@pytest.fixture
def follows(db: None) -> Follows:
    """`follows()`: the alerts' follower catches up and looks back, as the worker lets it."""

    def caught_up() -> list[Alert]:
        pace.turn()
        return list(Alert.objects.order_by("raised_at"))

    return caught_up
