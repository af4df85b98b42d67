"""The model card says what was measured, and the figures keep what was promised."""

import json

from tools import identity_table


def test_the_model_card_quotes_what_was_measured() -> None:
    told = identity_table.PAGE.read_text(encoding="utf-8")
    assert told == identity_table.replace(told), "run: python -m tools.identity_table"


def test_the_figures_keep_what_was_promised() -> None:
    figures = json.loads(identity_table.RESULT.read_text(encoding="utf-8"))["figures"]
    assert figures["suggestion_precision"] >= 0.995
    assert figures["margin"] > 0
    assert figures["spark_equal"] == 1
