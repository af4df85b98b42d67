"""What there is without this: pg_trgm on romanised names, nomenklatura, and names one by one."""

from __future__ import annotations

import json
import random
import subprocess
from collections.abc import Sequence
from pathlib import Path

from rapidfuzz import fuzz, process

from cctns.lib.names import parse, romanise

from . import ground, trgm
from .name_data import Known, Question

_NOMENKLATURA = Path(__file__).resolve().parent.parent / ".venv/names/bin/python"
_ASKED = 200
_TRIGRAMS, _PERSONS, _MATCHED = 1_000_000, 100_000, 20_000  # the most persons that each is given


def peers(people: Sequence[Known], asked: Sequence[Question]) -> dict[str, ground.Peer]:
    """pg_trgm and nomenklatura where the machine has them; rapidfuzz over the first 100,000."""
    drawn = sample(asked)
    trigrams = _trigrams(people[:_TRIGRAMS], drawn)
    return trigrams | _nomenklatura(people, drawn) | _one_by_one(people, asked)


def sample(asked: Sequence[Question]) -> list[Question]:
    """The questions that pg_trgm and nomenklatura are asked."""
    return random.Random(13).sample(asked, min(_ASKED, len(asked)))


def _nomenklatura(people: Sequence[Known], asked: Sequence[Question]) -> dict[str, ground.Peer]:
    """Those who are asked for, among a fifth of the persons or 20,000; truths are as ours."""
    most = max(len(asked), min(_MATCHED, len(people) // 5))
    places = list(dict.fromkeys([*(one.person for one in asked), *range(most)]))[:most]
    found = _matched([people[one] for one in places], asked)
    if found is None:
        print("nomenklatura is not installed: ./dev bench names does it where there is libicu-dev")
        return {}
    ranks = [
        _rank(people, one, [places[hit] for hit in hits])
        for one, hits in zip(asked, found, strict=True)
    ]
    label = f"nomenklatura's index and name-qualified matcher, {most:,} persons"
    return {
        f"sampled_recall_at_{most}": {"name": label, "value": _share(ranks, most)}
        for most in (1, 10)
    }


def _matched(held: Sequence[Known], asked: Sequence[Question]) -> list[list[int]] | None:
    """What nomenklatura's own interpreter answers; None where ./dev could not install it."""
    if not _NOMENKLATURA.exists():
        return None
    told = {
        "held": [(one.name, one.father, str(one.birth_year), one.district) for one in held],
        "asked": [(one.text, one.father, str(one.birth_year or ""), one.district) for one in asked],
    }
    command = [str(_NOMENKLATURA), str(Path(__file__).with_name("nomenklatura_peer.py"))]
    done = subprocess.run(
        command, input=json.dumps(told), stdout=subprocess.PIPE, text=True, check=True
    )
    answer: list[list[int]] = json.loads(done.stdout)
    return answer


def _trigrams(people: Sequence[Known], sample: Sequence[Question]) -> dict[str, ground.Peer]:
    """The same truths as ours: any record equal in name, relative, year and district."""
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
    """rapidfuzz's token_sort_ratio, by name alone; any bearer counts, as in `name_recall`."""
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
        f"name_recall_at_{most}": {"name": label, "value": _share(ranks, most)} for most in (1, 10)
    }


def _plain(text: str) -> str:
    return " ".join(romanise(word)[0] for word in parse(text).name)
