"""How far long work has come: a bar at a terminal, plain lines elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_EVERY = 5.0  # seconds between plain lines


@contextmanager
def progress(what: str, total: int, done: int = 0) -> Iterator[Callable[[int], None]]:
    """Yields a function that is told how many more are done; says the rate and the time left."""
    if sys.stderr.isatty():
        from tqdm import tqdm

        with tqdm(total=total, initial=done, desc=what, unit="row", unit_scale=False) as bar:
            yield lambda more: bar.update(more) and None
        return
    yield _Lines(what, total, done).step


class _Lines:
    def __init__(self, what: str, total: int, done: int) -> None:
        self.what, self.total, self.done = what, total, done
        self.begun = self.said = time.monotonic()
        self.at_start = done

    def step(self, more: int) -> None:
        self.done += more
        moment = time.monotonic()
        if self.done < self.total and moment - self.said < _EVERY:
            return
        self.said = moment
        rate = (self.done - self.at_start) / max(moment - self.begun, 0.001)
        left = (self.total - self.done) / max(rate, 0.001)
        print(
            f"{self.what}: {self.done:,} of {self.total:,} rows, {rate:,.0f} a second, "
            f"{left:,.0f} s left",
            file=sys.stderr,
            flush=True,
        )
