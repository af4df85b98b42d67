"""How long a node waits before it asks again a node that did not answer, or asked it to wait."""

from __future__ import annotations

import random

LONGEST = 900.0  # seconds, after many failures


def wait_after(failures: int, pause: float = 0.0) -> float:
    """Seconds until the next try, after so many failures in a row (from 1 on).

    Never before the `pause` that the other asked for. What comes on top is random and twice as far
    spread with every failure (full jitter), so that thousands of stations that were cut together
    do not come back together.
    """
    least = max(0.2, pause)
    return random.uniform(least, least + min(LONGEST, 2.0 ** min(failures, 12)))  # noqa: S311
