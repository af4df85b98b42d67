"""A way of working: a crime done alike alerts both offices, in both directions, with its points."""

from __future__ import annotations

from typing import Any

import pytest

from cctns.offices.codes import Role
from cctns.offices.models import Posting
from tests.cases.investigating import opened
from tests.cases.scene import crime_of
from tests.offices.land import Land

from .conftest import Follows
from .raised import ROBBERY, in_force


@pytest.fixture
def far_io(land: Land) -> Posting:
    return land.post(Role.IO, "mills")


def like(crime: Any) -> dict[str, Any]:
    """A lookout for the way in which this crime was done."""
    return {
        "crime_head": crime.minor_head,
        "method": crime.method_1,
        "feature_1": crime.feature_1,
        "place_type": crime.place_type,
    }


def test_a_crime_done_alike_alerts_both(
    sho: Posting, io: Posting, far: Posting, far_io: Posting, follows: Follows
) -> None:
    crime = crime_of(far_io, opened(far, far_io))
    in_force(io, sho, ROBBERY, **like(crime))
    (alert,) = follows()
    assert (alert.kind, alert.matched_record) == ("method", crime.pk)
    parts = {part: (level, points) for part, _asked, _held, level, points in alert.reasons}
    assert parts["crime_head"] == ("same", "3")
    assert parts["method"] == ("same", "3")
    assert alert.score >= 7
    assert alert.due_at is None  # a lead: no clock of confirmation runs
    second = crime_of(far_io, opened(far, far_io))
    assert {one.matched_record for one in follows()} == {crime.pk, second.pk}


def test_the_head_alone_alerts_nobody(
    sho: Posting, io: Posting, far: Posting, far_io: Posting, follows: Follows
) -> None:
    crime = crime_of(far_io, opened(far, far_io))
    told = {"crime_head": crime.minor_head, "place_type": "forest"}
    in_force(io, sho, ROBBERY, **told)
    assert follows() == []
