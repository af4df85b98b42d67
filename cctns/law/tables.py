"""Reads the packaged tables of the law, each once."""

from __future__ import annotations

import csv
from functools import cache
from importlib import resources


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `data/<name>`; FileNotFoundError if there is no such table."""
    text = resources.files("cctns.law").joinpath("data", *name.split("/"))
    return tuple(csv.DictReader(text.read_text(encoding="utf-8").splitlines()))


def exists(name: str) -> bool:
    return resources.files("cctns.law").joinpath("data", *name.split("/")).is_file()
