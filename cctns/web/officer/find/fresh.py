"""How fresh an answer is, State by State: what was heard of it, and what the index has of that."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.cache import caches
from django.utils.timesince import timesince
from django.utils.translation import gettext as _

from cctns.lib.clock import now
from cctns.search.watching import Fresh, freshness
from cctns.sync import heard

ANSWERS = timedelta(minutes=15)  # a State that was not heard for longer has not answered
_KEPT_SECONDS = 15


@dataclass(frozen=True)
class OfState:
    """`heard_at` is None for a State that writes here, and for one that was never heard."""

    fresh: Fresh
    elsewhere: bool
    heard_at: datetime | None

    @property
    def answers(self) -> bool:
        """Whether it was heard a moment ago and all that came of it can be found."""
        if self.fresh.waiting:
            return False
        if not self.elsewhere:
            return True
        return self.heard_at is not None and now() - self.heard_at <= ANSWERS


def states() -> list[OfState]:
    """Every State of this node, by name."""
    below: dict[int, datetime | None] | None = caches["memory"].get("sync:heard")
    if below is None:
        below = heard.of_states()
        caches["memory"].set("sync:heard", below, _KEPT_SECONDS)
    return [OfState(one, one.state in below, below.get(one.state)) for one in freshness()]


def sentence(told: list[OfState]) -> str:
    """ "12 of 12 States answered, the oldest 40 s ago"."""
    answering = [one for one in told if one.answers]
    heard_at = [one.heard_at for one in answering if one.heard_at]
    counted = {"count": len(answering), "all": len(told)}
    if not heard_at:
        return _("%(count)s of %(all)s States answered") % counted
    return _("%(count)s of %(all)s States answered, the oldest %(ago)s ago") % {
        **counted,
        "ago": _ago(min(heard_at)),
    }


def _ago(then: datetime) -> str:
    seconds = int((now() - then).total_seconds())
    return _("%(count)s s") % {"count": seconds} if seconds < 60 else timesince(then, now())
