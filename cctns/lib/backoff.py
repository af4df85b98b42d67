"""How long a node waits before it asks again a node that did not answer, or asked it to wait,
or of which it has not heard for long."""

from __future__ import annotations

import random
from math import inf

LONGEST = 900.0  # seconds, after many failures
_SPREAD = 2.0  # seconds, at least
_TOLD_TO_ALL = 5.0  # seconds that a parent may name without looking who asks
_LONG = 600.0  # seconds without a word, after which others were probably without one too


def failures_after(failures: int, pause: float) -> int:
    """How many in a row that makes after one more, in which the other asked for this `pause`.

    A time that it keeps for this node alone is an answer, and no more of a failure the tenth time.
    """
    return failures + 1 if pause <= _TOLD_TO_ALL else max(failures, 1)


def wait_after(failures: int, pause: float = 0.0, silent: float = inf) -> float:
    """Seconds until the next try, after so many failures in a row (from 1 on).

    Never before the `pause` that the other asked for. What comes on top is random and twice as far
    spread with every failure (full jitter), so that thousands of stations that were cut together
    do not come back together. A longer pause is a time that the other keeps for this node alone,
    and is hardly added to. Nor does anybody wait longer than the other has been `silent`: a line
    that failed nine times within a minute would be left alone for eight more.
    """
    least = max(0.2, pause)
    most = 0.0 if pause > _TOLD_TO_ALL else min(LONGEST, 2.0 ** min(failures, 12), silent)
    return random.uniform(least, least + max(_SPREAD, most))  # noqa: S311


def first_try(silent: float, pause: float) -> float:
    """Seconds until a node that has just started asks, after so many without a word.

    When the power comes back in a State, all of its stations start together. Each knocks at a
    moment of its own within the `pause` that the node above told last, which grows with their
    number.
    """
    return random.uniform(0.0, pause) if silent > _LONG else 0.0  # noqa: S311
