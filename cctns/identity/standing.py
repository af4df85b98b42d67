"""How a pair of mentions stands now, out of its judgements."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from .codes import Step, Verdict
from .models import Cluster, Judgement
from .rules import Said, Standing


def records_of(first: UUID, second: UUID) -> list[Judgement]:
    """All that was ever said of a pair, oldest first, as far as row-level security shows it."""
    found = Judgement.objects.filter(first_id=first, second_id=second)
    return list(found.select_related("office").order_by("id"))


def standing_of(records: Iterable[Judgement]) -> Standing:
    """The open proposal or the judgement that holds."""
    told = list(records)
    undone = {one.answers for one in told if one.step == Step.UNDONE}
    answered = {one.answers for one in told}
    holds = [one for one in told if one.pk not in undone and one.step != Step.UNDONE]
    proposed = [one for one in holds if one.step == Step.PROPOSED and one.pk not in answered]
    held = [one for one in holds if one.step != Step.PROPOSED]
    return Standing(
        proposed=said(proposed[-1]) if proposed else None, held=said(held[-1]) if held else None
    )


def said(record: Judgement) -> Said:
    return Said(record.pk, Step(record.step), Verdict(record.verdict), record.officer_id)


def judged_same(mention: UUID) -> dict[UUID, UUID]:
    """The mentions that officers judged to be this person, itself too, each with its office.

    Empty when it stands alone. For followers: nobody's reach is asked.
    """
    own = Cluster.objects.filter(mention_id=mention).values("cluster_id")
    found = Cluster.objects.filter(cluster_id__in=own).order_by("mention_id")
    return dict(found.values_list("mention_id", "office_id"))
