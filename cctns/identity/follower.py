"""The clusters follow the journal: whoever stands near a judged pair is clustered anew."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from uuid import UUID

from django.db import connection
from django.db.models import Exists, OuterRef, QuerySet

from cctns.journal import follow
from cctns.journal.models import JournalEntry

from .clusters import Link, Pair, clusters
from .codes import Step, Verdict, strength
from .models import Cluster, Judgement

FOLLOWER = "identity"
EVENTS = {step: f"judgement.{step.value}" for step in Step}

# Everybody whom confirmed links, undone or not, lead to: a link undone may split a cluster.
_NEAR = """
WITH RECURSIVE near(id) AS (
    SELECT unnest(%(from)s::uuid[])
    UNION
    SELECT CASE WHEN said.first_id = near.id THEN said.second_id ELSE said.first_id END
    FROM near JOIN identity_judgement said ON near.id IN (said.first_id, said.second_id)
    WHERE said.step = 'confirmed'
) SELECT id FROM near
"""


def register() -> None:
    follow.register(FOLLOWER, _handle, forget=_forget, kinds=EVENTS.values())


def _handle(entries: Sequence[JournalEntry]) -> None:
    told = Judgement.objects.filter(pk__in=[one.record_id for one in entries])
    touched = {one for pair in told.values_list("first_id", "second_id") for one in pair}
    if touched:
        cluster_again(near(touched))


def near(mentions: Collection[UUID]) -> set[UUID]:
    """These mentions and all that confirmed links lead to from them."""
    with connection.cursor() as cursor:
        cursor.execute(_NEAR, {"from": list(mentions)})
        return {one for (one,) in cursor.fetchall()}


def cluster_again(mentions: Collection[UUID]) -> None:
    """Make the clusters of these mentions anew; the set is closed under confirmed links."""
    held = live().filter(first_id__in=mentions, second_id__in=mentions)
    links: list[Link] = []
    apart: list[Pair] = []
    offices: dict[UUID, tuple[int, UUID]] = {}
    for one in held:
        pair = (one.first_id, one.second_id)
        offices |= {
            one.first_id: (one.state, one.first_office_id),
            one.second_id: (one.state, one.second_office_id),
        }
        if one.step == Step.CONFIRMED:
            links.append(Link(pair, strength(one.grounds), one.decided_at))
        elif one.verdict == Verdict.DIFFERENT:
            apart.append(pair)
    found = clusters(links, apart).of
    Cluster.objects.filter(mention_id__in=mentions).delete()
    Cluster.objects.bulk_create(_rows(found, offices))


def live() -> QuerySet[Judgement]:
    """Judgements that hold: effective ones that nobody has undone."""
    undone = Judgement.objects.filter(answers=OuterRef("pk"), step=Step.UNDONE)
    effective = (Step.CONFIRMED, Step.REJECTED, Step.DECIDED)
    return Judgement.objects.filter(~Exists(undone), step__in=effective)


def _rows(found: dict[UUID, UUID], offices: dict[UUID, tuple[int, UUID]]) -> Iterator[Cluster]:
    for mention, cluster in sorted(found.items()):
        state, office = offices[mention]
        yield Cluster(state=state, mention_id=mention, cluster_id=cluster, office_id=office)


def _forget() -> None:
    Cluster.objects.all().delete()
