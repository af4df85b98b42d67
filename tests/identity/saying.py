"""What officers say of pairs, in one line each."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from cctns.identity.actions import judge, undo
from cctns.identity.codes import Verdict
from cctns.identity.models import Cluster, Judgement
from cctns.identity.pairs import Pair
from cctns.identity.standing import records_of, standing_of
from cctns.journal import follow
from cctns.offices.models import Posting


def say(by: Posting, pair: Pair, verdict: str, **changes: Any) -> Judgement:
    told: dict[str, Any] = {
        "grounds": ["identity"],
        "reason": "One driving licence",
        "seen": standing_of(records_of(*pair.ids)).last,
    }
    return judge(by=by, pair=pair, verdict=Verdict(verdict), **{**told, **changes})


def same(by: Posting, other: Posting, pair: Pair, **changes: Any) -> Judgement:
    """Proposed by one and confirmed by another."""
    say(by, pair, "same", **changes)
    return say(other, pair, "same", **changes)


def take_back(by: Posting, pair: Pair) -> Judgement:
    seen = standing_of(records_of(*pair.ids)).last
    return undo(by=by, pair=pair, reason="It was a misreading", seen=seen)


def clusters_now() -> dict[UUID, UUID]:
    """What the follower has derived, after it has caught up."""
    follow.run_all()
    return dict(Cluster.objects.values_list("mention_id", "cluster_id"))
