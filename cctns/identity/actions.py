"""What officers do about two mentions: judge, confirm or reject, undo. No row is ever merged."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from cctns.journal.write import record
from cctns.lib.clock import now
from cctns.lib.text import clean, clean_line
from cctns.offices import access
from cctns.offices.models import Posting
from cctns.registers import diary
from cctns.registers.rules import NotPossible, Problem

from . import rules
from .codes import Step, Verdict
from .follower import EVENTS
from .models import Judgement
from .pairs import Pair
from .sight import mentions
from .standing import records_of, standing_of


@access.action
def judge(
    *,
    by: Posting,
    pair: Pair,
    verdict: Verdict,
    grounds: Sequence[str],
    reason: str,
    seen: UUID | None,
) -> Judgement:
    """Propose, confirm, reject or decide, whichever the pair waits for.

    `seen` is the record that the officer answers (Standing.last). Raises Refused, NotPossible.
    """
    standing = standing_of(records_of(*pair.ids))
    step = rules.step_of(standing, verdict)
    act = rules.act_of(step)
    _require(by, act, pair)
    if act == "identity.confirm" and len(mentions(pair.ids)) < 2:
        raise NotPossible([Problem("", rules.UNSEEN, rules.SOURCE)])
    reason, grounds = clean(reason).strip(), sorted(set(grounds))
    wrong = rules.problems(
        standing, verdict, officer_id=by.officer_id, grounds=grounds, reason=reason, seen=seen
    )
    _possible(wrong)
    answered = standing.proposed.id if standing.proposed else None
    return _write(by, pair, step, verdict, grounds, reason, answered)


@access.action
def undo(*, by: Posting, pair: Pair, reason: str, seen: UUID | None) -> Judgement:
    """Take back the judgement that holds, or a proposal. Raises Refused, NotPossible."""
    standing = standing_of(records_of(*pair.ids))
    own = standing.proposed is not None and standing.proposed.officer_id == by.officer_id
    _require(by, "identity.propose" if own else "identity.confirm", pair)
    reason = clean_line(reason)
    _possible(rules.undo_problems(standing, reason=reason, seen=seen))
    taken = standing.proposed or standing.held
    assert taken is not None  # undo_problems has asked
    return _write(by, pair, Step.UNDONE, taken.verdict, [], reason, taken.id)


def _require(by: Posting, act: str, pair: Pair) -> None:
    """Whoever proposes has one of the two within reach; whoever decides must see both."""
    if act == "identity.propose" and any(access.may(by, act, one) for one in pair.offices):
        return
    for office in pair.offices:
        access.require(by, act, office)


def _possible(found: Iterable[Problem]) -> None:
    problems = list(found)
    if problems:
        raise NotPossible(problems)


def _write(
    by: Posting,
    pair: Pair,
    step: Step,
    verdict: Verdict,
    grounds: Sequence[str],
    reason: str,
    answers: UUID | None,
) -> Judgement:
    first, second = pair.first, pair.second
    made = Judgement(
        state=by.office.state_id,
        office=by.office,
        first_id=first.id,
        second_id=second.id,
        first_office=first.office,
        second_office=second.office,
        first_told=first.told,
        second_told=second.told,
        step=step,
        verdict=verdict,
        answers=answers,
        grounds=list(grounds),
        reason=reason,
        decided_at=now(),
        officer=by.officer,
        officer_name=diary.signed(by.officer),
    )
    record(made, kind=EVENTS[step], by=by, refs=[first.id, second.id])
    return made
