"""Which step an officer's word on two mentions is, and why it cannot be said. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from cctns.lib.wording import noop as _
from cctns.registers.rules import Problem

from .codes import Step, Verdict

# Why two: Prakash Singh is thousands of men, and a wrong link is a false criminal record.
SOURCE = "Identity"
JUDGED = _("These two are judged already: undo that judgement first")
CHANGED = _("Another officer has said something of these two meanwhile: read it, then decide")
OWN = _("Another officer confirms what you have proposed")
NO_GROUND = _("Say what shows it")
NO_REASON = _("Write down the reason in your own words")
UNSEEN = _("Only an officer who sees both records decides")
NOTHING = _("There is nothing here that could be undone")


@dataclass(frozen=True)
class Said:
    """One record as far as the rules ask: whose it is and what it said."""

    id: UUID
    step: Step
    verdict: Verdict
    officer_id: UUID


@dataclass(frozen=True)
class Standing:
    """How a pair stands: an open proposal, or the judgement that holds; never both."""

    proposed: Said | None = None
    held: Said | None = None

    @property
    def last(self) -> UUID | None:
        """What an officer must have seen to answer it."""
        said = self.proposed or self.held
        return said.id if said else None


def step_of(standing: Standing, verdict: Verdict) -> Step:
    """ "Same" is proposed and then confirmed; anything else is decided or rejects a proposal."""
    if standing.proposed is None:
        return Step.PROPOSED if verdict == Verdict.SAME else Step.DECIDED
    return Step.CONFIRMED if verdict == Verdict.SAME else Step.REJECTED


def act_of(step: Step) -> str:
    """The act of the matrix that a step takes."""
    return "identity.propose" if step == Step.PROPOSED else "identity.confirm"


def problems(
    standing: Standing,
    verdict: Verdict,
    *,
    officer_id: UUID,
    grounds: Sequence[str],
    reason: str,
    seen: UUID | None,
) -> Iterator[Problem]:
    """What keeps this officer from saying this of the pair now."""
    if standing.last != seen:
        yield Problem("", CHANGED, SOURCE)
        return
    if standing.held:
        yield Problem("", JUDGED, SOURCE)
        return
    own = standing.proposed is not None and standing.proposed.officer_id == officer_id
    if own and verdict == Verdict.SAME:
        yield Problem("verdict", OWN, SOURCE)
    if not grounds:
        yield Problem("grounds", NO_GROUND, SOURCE)
    if not reason:
        yield Problem("reason", NO_REASON, SOURCE)


def undo_problems(standing: Standing, *, reason: str, seen: UUID | None) -> Iterator[Problem]:
    if standing.last is None:
        yield Problem("", NOTHING, SOURCE)
    elif standing.last != seen:
        yield Problem("", CHANGED, SOURCE)
    if not reason:
        yield Problem("reason", NO_REASON, SOURCE)
