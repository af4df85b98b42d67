"""The cases that a case is linked to, told from whichever side one looks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from ..models import Case, CaseLink
from ..models.link import LinkRelation, LinkStage


@dataclass(frozen=True)
class Linked:
    """`told` is number and station; `fir_id` None where nobody knows the id of the FIR.

    `relation` is a LinkRelation, or "main" when the other case is clubbed under this one.
    """

    relation: str
    told: str
    fir_id: UUID | None
    opens: bool  # row-level security leaves its case to this officer


def linked_to(fir_id: UUID) -> list[Linked]:
    """What is linked now, oldest first, as far as row-level security shows it: one query."""
    found = CaseLink.objects.filter(Q(fir_id=fir_id) | Q(other_fir_id=fir_id))
    told = found.filter(stage=LinkStage.LINKED).annotate(
        own=_case("fir_id"), other=_case("other_fir_id")
    )
    return [_seen(one, fir_id) for one in told.order_by("id")]


def _case(column: str) -> Exists:
    return Exists(Case.objects.filter(fir_id=OuterRef(column)))


def _seen(link: Any, fir_id: UUID) -> Linked:
    if link.fir_id == fir_id:
        return Linked(link.relation, link.other_told, link.other_fir_id, link.other)
    clubbed = link.relation == LinkRelation.CLUBBED_UNDER
    return Linked("main" if clubbed else link.relation, link.fir_told, link.fir_id, link.own)
