"""Two administrators at once: the database lets one of two contradictory changes through."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from cctns.offices import access, actions
from cctns.offices.codes import Role
from cctns.offices.models import Posting, Supervision
from cctns.offices.rules import NotPossible

from .land import LONG_AGO, Land

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*acts: Callable[[], object]) -> list[str]:
    """Run acts in threads that start together; the names of the errors, sorted."""
    together = threading.Barrier(len(acts))
    errors: list[str] = []

    def run(act: Callable[[], object]) -> None:
        together.wait()
        try:
            act()
        except (IntegrityError, NotPossible) as error:
            errors.append(type(error).__name__)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return sorted(errors)


def test_two_supervisors_at_once_are_one(land: Land) -> None:
    early = date(2019, 1, 1)

    def put(under: str) -> Callable[[], object]:
        def act() -> None:
            with transaction.atomic():
                Supervision.objects.create(
                    office=land["bazaar"],
                    supervisor=land[under],
                    from_date=early if under == "west" else date(2019, 2, 1),
                    to_date=LONG_AGO,
                )

        return act

    assert at_once(put("west"), put("sub")) == ["IntegrityError"]
    assert Supervision.objects.filter(office=land["bazaar"], to_date=LONG_AGO).count() == 1


def test_two_officers_in_charge_at_once_are_one(land: Land) -> None:
    admins = [land.post(Role.NODE_ADMIN, "hq") for _ in range(2)]
    officers = [land.post(Role.IO, "fort").officer for _ in range(2)]

    def post(number: int) -> Callable[[], object]:
        return lambda: actions.post_officer(
            by=admins[number],
            officer=officers[number],
            office=land["bazaar"],
            role=Role.SHO,
            from_date=access.today(),
        )

    assert at_once(post(0), post(1)) == ["NotPossible"]
    assert Posting.objects.filter(office=land["bazaar"], role=Role.SHO).count() == 1
