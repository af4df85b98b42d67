"""Raising a lookout: what it wants, who checks it, how long it holds."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.db import IntegrityError, connection, transaction

from cctns.alerts.books import LOOKOUT
from cctns.alerts.models import Lookout, Notice, Watch
from cctns.alerts.queries import notice_for
from cctns.lib.clock import now
from cctns.offices import access
from cctns.offices.models import Posting
from tests.registers.entering import go_on, refused_fields

from .conftest import Follows
from .raised import CAR, PERSON, PLATE, ROBBERY, in_days, in_force, raised


def test_it_is_watched_for_once_another_officer_has_checked_it(
    sho: Posting, io: Posting, follows: Follows
) -> None:
    made = raised(io, CAR, PLATE)
    follows()
    assert not Watch.objects.exists()
    with pytest.raises(access.Refused, match="does not check it"):
        go_on(io, LOOKOUT, made, "check")
    go_on(sho, LOOKOUT, made, "check")
    follows()
    assert [one.text for one in Watch.objects.all()] == ["DL01AB1234"]
    assert Notice.objects.get().title == "Registration number DL-01 AB 1234"


def test_the_database_wants_a_second_officer_too(sho: Posting, io: Posting) -> None:
    made = raised(io, CAR, PLATE)
    rows = Lookout.objects.filter(pk=made.pk)
    with pytest.raises(IntegrityError, match="lookout_checked_by_another"), transaction.atomic():
        rows.update(
            stage="in_force",
            version=made.version + 1,
            checked_by=io.officer,
            checked_at=now(),
            validated_at=now(),
        )


@pytest.mark.parametrize(
    ("what", "changes", "field"),
    [
        (PERSON, {"name": ""}, "name"),
        (PERSON, {"relative_name": "", "age": None, "district_name": ""}, "relative_name"),
        (PERSON, {"age": 12}, "handling"),
        (PERSON, {"ground": "missing"}, "handling"),
        (PERSON, {"reach": "neighbours", "areas": ""}, "areas"),
        (PERSON, {"reach": "state", "areas": "Testland, Atlantis"}, "areas"),
        (PERSON, {"expires_on": in_days(-1)}, "expires_on"),
        (PERSON, {"expires_on": in_days(4000)}, "expires_on"),
        (CAR, {}, "numbers"),
        ({**CAR, "subject": "document"}, {}, "numbers"),
        (ROBBERY, {}, "crime_head"),
        (ROBBERY, {"crime_head": "robbery.chain_snatching"}, "crime_head"),
    ],
)
def test_what_it_must_say(
    io: Posting, what: dict[str, Any], changes: dict[str, Any], field: str
) -> None:
    assert field in refused_fields(lambda: raised(io, what, **changes))


def test_it_grows_stale_lapses_and_is_validated(
    sho: Posting, io: Posting, follows: Follows
) -> None:
    made = in_force(io, sho, PERSON, expires_on=in_days(365))
    follows()
    assert notice_for(by=sho, notice_id=made.pk).stale_days == 0
    with time_machine.travel(now() + timedelta(days=95)):
        assert notice_for(by=sho, notice_id=made.pk).stale_days == 95
        assert not notice_for(by=sho, notice_id=made.pk).lapsed
    with time_machine.travel(now() + timedelta(days=121)):
        assert notice_for(by=sho, notice_id=made.pk).lapsed
        told = {"validated_how": "Asked the court", "expires_on": in_days(365)}
        go_on(io, LOOKOUT, made, "validate", **told)
        follows()
        again = notice_for(by=sho, notice_id=made.pk)
        assert (again.stale_days, again.lapsed) == (0, False)


def test_cancelling_wants_a_reason_and_ends_the_watch(
    sho: Posting, io: Posting, far: Posting, follows: Follows
) -> None:
    made = in_force(io, sho, CAR, PLATE)
    assert refused_fields(lambda: go_on(io, LOOKOUT, made, "cancel")) == ["end_reason"]
    go_on(io, LOOKOUT, made, "cancel", end_reason="Recovered")
    follows()
    assert Notice.objects.get().until <= now()


def test_a_child_is_told_without_its_name(
    sho: Posting, io: Posting, far: Posting, follows: Follows
) -> None:
    child = {"ground": "missing", "handling": "protect", "age": 9}
    made = in_force(io, sho, PERSON, **child)
    follows()
    with connection.cursor() as cursor:
        cursor.execute("SET ROLE cctns_app")
        try:
            told = notice_for(by=far, notice_id=made.pk).notice
        finally:
            cursor.execute("RESET ROLE")
    assert told.title == "Missing person: Male, 9"
    assert (told.why, told.person) == ("", None)
    assert "Ramesh" not in str(vars(told))


def test_neighbours_alone_see_what_is_for_them(
    sho: Posting, io: Posting, far: Posting, follows: Follows
) -> None:
    made = in_force(io, sho, CAR, PLATE, reach="state", areas="")
    silent = in_force(io, sho, CAR, PLATE, handling="silent")
    follows()
    with connection.cursor() as cursor:
        cursor.execute("SET ROLE cctns_app")
        try:
            assert notice_for(by=far, notice_id=made.pk).notice.number == made.number
            with pytest.raises(Notice.DoesNotExist):
                notice_for(by=far, notice_id=silent.pk)
        finally:
            cursor.execute("RESET ROLE")
