"""How often Python looks for garbage in circles."""

from __future__ import annotations

import gc

# A question reads some thousand rows and drops them all: with Python's own numbers (700, 10, 10)
# two fifths of its time went into looking for circles among them. 50,000 small objects are 5 MB.
_SELDOM = (50_000, 20, 50)


def collect_seldom() -> None:
    """Let this process look for circles less often; what no circle holds goes at once as ever."""
    gc.set_threshold(*_SELDOM)
