"""The model card says what was measured, and the figures keep what was promised."""

import json

from cctns.identity.known import ENOUGH
from tools import identity_table


def test_the_model_card_quotes_what_was_measured() -> None:
    told = identity_table.PAGE.read_text(encoding="utf-8")
    assert told == identity_table.replace(told), "run: python -m tools.identity_table"


def test_the_figures_keep_what_was_promised() -> None:
    figures = json.loads(identity_table.RESULT.read_text(encoding="utf-8"))["figures"]
    assert figures["suggestion_precision"] >= 0.995
    assert figures["margin"] > 0
    assert figures["spark_equal"] == 1


def test_the_threshold_is_the_one_that_was_set() -> None:
    """The highest at which 95 of 100 of those on record are shown: `cctns bench known`."""
    figures = json.loads(identity_table.KNOWN.read_text(encoding="utf-8"))["figures"]
    assert figures["threshold"] == ENOUGH
