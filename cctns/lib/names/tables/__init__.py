"""The project's own word lists, one CSV each, written for how Indian police papers name people.

Sources for what is listed: the wording of IIF-I items 6 and 7 (name, alias, "father's/husband's
name"), UIDAI's list of relation prefixes (S/O, D/O, W/O, C/O), the abbreviations that the Election
Commission's rolls use (Mohd, Md, Kr, Sk), and the everyday words of each language for them.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of tables/NAME.csv."""
    text = files(__name__).joinpath(f"{name}.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))


@cache
def mapping(name: str, key: str, value: str) -> dict[str, str]:
    """Two columns of a table as a dict."""
    return {row[key]: row[value] for row in rows(name)}


@cache
def words(name: str) -> frozenset[str]:
    """The column `word` of a table."""
    return frozenset(row["word"] for row in rows(name))
