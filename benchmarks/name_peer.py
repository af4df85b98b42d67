"""What there is without this: pg_trgm on romanised names, and names compared one by one."""

from __future__ import annotations

import random
from collections.abc import Sequence

from rapidfuzz import fuzz, process

from cctns.lib.names import parse, romanise

from . import ground, trgm
from .name_data import Known, Question

_PERSONS, _ASKED = 100_000, 200  # rapidfuzz reads every name for each question


def peers(people: Sequence[Known], asked: Sequence[Question]) -> dict[str, ground.Peer]:
    """pg_trgm over all persons, where the machine has it; rapidfuzz over the first 100,000."""
    return _trigrams(people, asked) | _one_by_one(people, asked)


def _trigrams(people: Sequence[Known], asked: Sequence[Question]) -> dict[str, ground.Peer]:
    """The same truths as ours: any record equal in name, relative, year and district."""
    sample = random.Random(13).sample(asked, min(_ASKED, len(asked)))
    full = trgm.answers(people, sample, _plain)
    if full is None:
        return {}
    label = f"pg_trgm on romanised names, {len(people):,} persons"
    ranks = [_rank(people, one, hits) for one, (hits, _) in zip(sample, full, strict=True)]
    times = sorted(ms for _, ms in full)
    values = {f"full_recall_at_{most}": _share(ranks, most) for most in (1, 10, 50)}
    values["p95_ms"] = times[int(len(times) * 0.95)]
    return {name: {"name": label, "value": value} for name, value in values.items()}


def _rank(people: Sequence[Known], question: Question, hits: Sequence[int]) -> int:
    truth = people[question.person].truth
    return next((at for at, hit in enumerate(hits) if people[hit].truth == truth), 99)


def _share(ranks: Sequence[int], most: int) -> float:
    return sum(rank < most for rank in ranks) / max(1, len(ranks))


def _one_by_one(people: Sequence[Known], asked: Sequence[Question]) -> dict[str, ground.Peer]:
    """rapidfuzz's token_sort_ratio, by name alone; any bearer counts, as in `bearer_recall`."""
    asked = [one for one in asked if one.person < _PERSONS and one.kind != "initial"]
    sample = random.Random(11).sample(asked, min(_ASKED, len(asked)))
    held, ranks = [_plain(one.name) for one in people[:_PERSONS]], list[int]()
    for question in sample:
        hits = process.extract(_plain(question.text), held, scorer=fuzz.token_sort_ratio, limit=10)
        wanted = people[question.person].bearer_of
        places = [hit[2] for hit in hits]
        ranks.append(
            next((at for at, hit in enumerate(places) if people[hit].bearer_of == wanted), 99)
        )
    label = f"rapidfuzz on romanised names, {len(held):,} persons"
    return {
        f"bearer_recall_at_{most}": {"name": label, "value": _share(ranks, most)}
        for most in (1, 10)
    }


def _plain(text: str) -> str:
    return " ".join(romanise(word)[0] for word in parse(text).name)
