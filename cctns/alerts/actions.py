"""What officers answer to an alert; and that it was shown and opened."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from cctns.journal.write import record
from cctns.lib.clock import now
from cctns.lib.text import clean
from cctns.lib.wording import noop as _
from cctns.offices import access
from cctns.offices.models import Posting
from cctns.registers import diary
from cctns.registers.rules import NotPossible, Problem

from . import answering, rules
from .codes import Step
from .models import Alert, Answer, Delivery
from .queries import DECIDING, steps_of

NOT_NOW = _("This cannot be answered now: look at the alert again")
NO_WORDS = _("Say in words what shows it, or what was done")
NO_TIME = _("Say by when the answer comes: within a day")


@access.action
def answer(
    *, by: Posting, alert_id: UUID, step: Step, words: str = "", answer_by: datetime | None = None
) -> Answer:
    """One step of one's own office, journalled there; the other office reads it.

    An acknowledgement may promise an answer by a time, as hit confirmation allows.
    Raises Refused, NotPossible, Alert.DoesNotExist.
    """
    alert = Alert.objects.get(pk=alert_id)
    access.require(by, "alert.confirm" if step in DECIDING else "alert.answer", by.office)
    words = clean(words).strip()
    _possible(by, alert, step, words, answer_by)
    made = Answer(
        state=by.office.state_id,
        office=by.office,
        alert_id=alert.pk,
        lookout_id=alert.lookout_id,
        matched_id=alert.matched_id,
        step=step,
        words=words,
        answer_by=answer_by if step == Step.ACKNOWLEDGED else None,
        made_at=now(),
        officer=by.officer,
        officer_name=diary.signed(by.officer),
    )
    refs = [one for one in (alert.lookout_id, alert.matched_record) if one]
    record(made, kind=f"alert.{step}", by=by, refs=refs)
    answering.hear([made])
    return made


def _possible(
    by: Posting, alert: Alert, step: Step, words: str, answer_by: datetime | None
) -> None:
    found = []
    if step not in steps_of(by, alert):
        found.append(Problem("step", NOT_NOW, rules.CONFIRMATION))
    if step != Step.ACKNOWLEDGED and not words:
        found.append(Problem("words", NO_WORDS, rules.CONFIRMATION))
    moment = now()
    if answer_by and not moment <= answer_by <= moment + rules.LONGEST_PROMISE:
        found.append(Problem("answer_by", NO_TIME, rules.CONFIRMATION))
    if found:
        raise NotPossible(found)


@access.action
def shown(*, by: Posting, alert_ids: Collection[UUID]) -> None:
    """They stood on a screen of one's office; the first time counts."""
    mine = Delivery.objects.filter(office_id=by.office_id, alert__in=alert_ids, shown_at=None)
    mine.update(shown_at=now())


@access.action
def opened(*, by: Posting, alert_id: UUID) -> None:
    """An officer read it; the first one counts."""
    mine = Delivery.objects.filter(office_id=by.office_id, alert=alert_id, opened_at=None)
    mine.update(opened_at=now(), opened_by=diary.signed(by.officer))
