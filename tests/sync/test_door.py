"""What the door remembers: a request that was answered is not answered a second time."""

from __future__ import annotations

import pytest
import time_machine

from cctns.sync import nonces
from cctns.sync.models import Nonce


@pytest.mark.django_db
def test_a_request_is_remembered_however_many_come_after_it() -> None:
    """More than the 300 of Django's cache, which forgot the oldest of a herd's."""
    assert nonces.is_new("cctns.in/first:n", seconds=600)
    assert all(nonces.is_new(f"cctns.in/herd.{one}:n", seconds=600) for one in range(400))
    assert not nonces.is_new("cctns.in/first:n", seconds=600)


@pytest.mark.django_db
def test_it_is_forgotten_when_its_date_alone_would_refuse_it() -> None:
    with time_machine.travel("2026-11-26T10:00:00Z", tick=False) as clock:
        nonces.is_new("cctns.in/first:n", seconds=600)
        clock.shift(599)
        assert nonces.forget() == 0
        clock.shift(2)
        assert nonces.forget() == 1
    assert not Nonce.objects.exists()
