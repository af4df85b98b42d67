"""What a reason says, for every part and level that the search weighs."""

import pytest

from cctns.search import evidence
from cctns.search.reasons import Reason
from cctns.web.officer.find.words import LEVELS, why


@pytest.mark.parametrize(("part", "level"), sorted(evidence.table()))
def test_every_level_has_its_words(part: str, level: str) -> None:
    told = why(Reason(part, "asked", "held", level, evidence.weight(part, level)))
    if part == "year":
        assert "apart" in told or str(LEVELS["same"]) in told
    else:
        assert told.endswith(str(LEVELS[level]))
