"""The nightly comparison: all mentions of this node against each other, candidates for review.

Runs under the worker's role, which sees the mentions of every office. Whom the law closes to
general search (victims, children, protected witnesses, sealed records) is compared with nobody.
Each run makes the candidates anew; the same mentions give the same ones under the same ids.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from uuid import NAMESPACE_OID, UUID, uuid5

from django.db import connection, transaction

from cctns.lib.clock import now
from cctns.search.mentions import FIELDS, MentionRow, mention_of

from ..models import Candidate
from ..queries import told
from .duck import Scored, score
from .rows import Facts, rows

AT_ONCE = 5_000
Step = Callable[[int], None]
_ALL = f"SELECT {', '.join(FIELDS)} FROM search_person WHERE closed = '' ORDER BY id"  # noqa: S608

# What hangs on knowing that two are one: an accused with a record, a missing person found.
STAKE = {"accused": 3, "suspect": 3, "missing": 3, "found": 3, "body": 3}
STAKE_OF_OTHERS = 1
WANTED = frozenset({"absconding", "proclaimed"})


def worth(probability: float, one: MentionRow, other: MentionRow) -> float:
    """Expected value of asking: how likely, times what hangs on it.

    Twice as much for somebody wanted, and twice for two stations: within one, people remember.
    """
    stake = max(STAKE.get(row.role, STAKE_OF_OTHERS) for row in (one, other))
    wanted = 2 if {one.standing, other.standing} & WANTED else 1
    apart = 2 if one.office_id != other.office_id else 1
    return probability * stake * wanted * apart


def count() -> int:
    """How many mentions a run compares."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM search_person WHERE closed = ''")
        return int(cursor.fetchone()[0])


def run(step: Step = lambda _more: None) -> int:
    """Compare and propose; how many candidates there are now. `step` hears of mentions read."""
    held = {str(one.id): one for one in _mentions(step)}
    pairs = score(rows(map(facts, held.values()))) if held else []
    made_at = now()
    candidates = [_candidate(pair, held[pair.first], held[pair.second], made_at) for pair in pairs]
    with transaction.atomic():
        Candidate.objects.all().delete()
        Candidate.objects.bulk_create(candidates, batch_size=AT_ONCE)
    return len(candidates)


def facts(one: MentionRow) -> Facts:
    return Facts(
        id=str(one.id),
        name=one.name,
        alias=one.alias,
        relative=one.relative_name,
        sex="" if one.sex == "unknown" else one.sex,
        born_from=one.birth_from,
        born_to=one.birth_to,
        place=one.place,
        district=one.district,
        phones=one.phones,
        identities=one.identity,
    )


def _mentions(step: Step) -> Iterator[MentionRow]:
    with connection.chunked_cursor() as cursor:
        cursor.execute(_ALL)
        while batch := cursor.fetchmany(AT_ONCE):
            yield from map(mention_of, batch)
            step(len(batch))


def _candidate(pair: Scored, first: MentionRow, second: MentionRow, made_at: datetime) -> Candidate:
    return Candidate(
        id=_id(first.id, second.id),
        state=first.state,
        first_id=first.id,
        second_id=second.id,
        first_office_id=first.office_id,
        second_office_id=second.office_id,
        first_told=told(first.number, first.record_kind),
        second_told=told(second.number, second.record_kind),
        score=pair.score,
        worth=worth(pair.score, first, second),
        reasons=[list(one) for one in pair.reasons],
        made_at=made_at,
    )


def _id(first: UUID, second: UUID) -> UUID:
    return uuid5(NAMESPACE_OID, f"{first} {second}")
