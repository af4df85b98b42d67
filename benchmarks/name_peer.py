"""What there is without this: romanised names compared one by one, every one of them."""

from __future__ import annotations

import random
from collections.abc import Sequence

from rapidfuzz import fuzz, process

from cctns.lib.names import parse, romanise

from . import ground
from .name_data import Known, Question

_PERSONS, _ASKED = 100_000, 200  # the peer reads every name for each question


def peers(people: Sequence[Known], asked: Sequence[Question]) -> dict[str, ground.Peer]:
    """rapidfuzz's token_sort_ratio over romanised names, a sample of both sides.

    By name alone; any bearer of the name counts, as in our own `bearer_recall`.
    """
    asked = [one for one in asked if one.person < _PERSONS and one.kind != "initial"]
    sample = random.Random(11).sample(asked, min(_ASKED, len(asked)))
    held = [_plain(one.name) for one in people[:_PERSONS]]
    found = {1: 0, 10: 0}
    for question in sample:
        hits = process.extract(_plain(question.text), held, scorer=fuzz.token_sort_ratio, limit=10)
        wanted = people[question.person].name_class
        rank = next((at for at, hit in enumerate(hits) if people[hit[2]].name_class == wanted), 99)
        for most in found:
            found[most] += rank < most
    label = f"rapidfuzz on romanised names, {len(held):,} persons"
    return {
        f"bearer_recall_at_{most}": {"name": label, "value": count / max(1, len(sample))}
        for most, count in found.items()
    }


def _plain(text: str) -> str:
    return " ".join(romanise(word)[0] for word in parse(text).name)
