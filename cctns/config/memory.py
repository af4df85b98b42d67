"""How often Python looks for garbage in circles."""

from __future__ import annotations

import gc

# A batch of a list of names reads some ten thousand rows and drops them all: with Python's own
# numbers (700, 10, 10) more than a third of its computing went into looking for circles among them
# (235 names a second beside 333, one process). 50,000 small objects are some 5 MB.
_SELDOM = (50_000, 20, 50)


def collect_seldom() -> None:
    """Let this process look for circles less often; what no circle holds goes at once as ever."""
    gc.set_threshold(*_SELDOM)
