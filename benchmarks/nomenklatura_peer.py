"""nomenklatura as peer of `cctns bench names`, run by an interpreter of its own (.venv/names).

Reads {"held": [...], "asked": [...]} as JSON, each person as [name, father, year, district];
writes, for each who is asked for, the places in `held` that its index names and its matcher puts
first. Of its matchers `name-qualified` found most (docs/explanation/name-search.md), so it stands
here. The index is opened wider than it comes, which finds more: 300 candidates for 75, buckets of
1,000 for 60, and no least score.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from followthemoney import Dataset, StatementEntity
from nomenklatura.blocker import Index
from nomenklatura.matching import NameQualifiedMatcher as Matcher

_INDEX = {"max_candidates": 300, "max_bucket_size": 1_000, "min_score_ratio": 0.0}
_PROPERTIES = ("name", "fatherName", "birthDate", "address")
_DATASET = Dataset.make({"name": "bench", "title": "bench"})


class _View:
    """The part of a store that the index reads."""

    def __init__(self, held: dict[str, Any]) -> None:
        self._held = held

    def entities(self, include_schemata: object = None) -> Iterator[Any]:
        return iter(self._held.values())


def _entities(mark: str, told: list[list[str]]) -> dict[str, Any]:
    made = {}
    for at, one in enumerate(told):
        known = {name: [value] for name, value in zip(_PROPERTIES, one, strict=True) if value}
        document = {"id": f"{mark}{at}", "schema": "Person", "properties": known}
        made[f"{mark}{at}"] = StatementEntity.from_data(_DATASET, document)
    return made


def main() -> None:
    told = json.load(sys.stdin)
    held, asked = _entities("p", told["held"]), _entities("q", told["asked"])
    config, found = Matcher.default_config(), dict[str, list[int]]()
    with tempfile.TemporaryDirectory() as folder:
        index = Index(_View(held), Path(folder), options=_INDEX)
        index.build()
        for one, candidates in index.match_entities(asked.values()):
            scores = [
                (-Matcher.compare(asked[str(one)], held[str(other)], config).score, str(other))
                for other, _ in candidates
            ]
            scores.sort(key=lambda scored: scored[0])  # of equals those that the index likes best
            found[str(one)] = [int(other[1:]) for _, other in scores]
        index.close()
    json.dump([found.get(key, []) for key in asked], sys.stdout)


if __name__ == "__main__":
    main()
