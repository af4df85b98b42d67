"""Alerts and lookouts for programs: what the pages show this posting."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router, Schema, Status

from cctns.alerts import queries
from cctns.alerts.codes import Kind, Subject
from cctns.alerts.models import Alert
from cctns.alerts.queries import Asked, Inbox, Told, Watched

from .auth import posting_of
from .schemas import ERRORS, ErrorOut

router = Router(tags=["alerts"])


class InboxIn(Schema):
    which: Literal["open", "unread", "overdue", "mine", "all"] = "open"
    kind: Kind | None = None
    after: str = ""


class LookoutsIn(Schema):
    subject: Subject | None = None
    after: str = ""


class AlertOut(Schema):
    """One alert; `reasons` are [part, asked, held, level, weight]."""

    id: UUID
    kind: str
    title: str
    office: str
    handling: str
    urgency: str
    met_by: str
    met_role: str
    met_office: str
    score: float
    reasons: list[list[str]]
    raised_at: datetime
    standing: str
    due_at: datetime | None
    late: bool


class AnswerOut(Schema):
    step: str
    words: str
    answer_by: datetime | None
    officer: str
    office: str
    made_at: datetime


class WholeOut(Schema):
    """An alert with its answers, and the answers that this posting may give now."""

    alert: AlertOut
    answers: list[AnswerOut]
    may: list[str]


class LookoutOut(Schema):
    id: UUID
    number: str
    office: str
    subject: str
    title: str
    why: str
    handling: str
    urgency: str
    since: datetime
    until: datetime
    validated_at: datetime
    stale_days: int
    silent_days: int


class InboxOut(Schema):
    """`fresh`: what other offices began to look for, on the first page of open alerts."""

    alerts: list[AlertOut]
    fresh: list[LookoutOut]
    next: str


class LookoutsOut(Schema):
    lookouts: list[LookoutOut]
    next: str


@router.get("/alerts", response={200: InboxOut, **ERRORS})
def inbox(request: HttpRequest, asked: Query[InboxIn]) -> Any:
    """The inbox of one's office, newest first; `next` is the `after` of the following page."""
    wanted = Asked(asked.which, str(asked.kind or ""), asked.after)
    try:
        return inbox_out(queries.inbox(by=posting_of(request), asked=wanted))
    except ValueError as error:
        return Status(422, {"detail": str(error), "field": "after"})


@router.get("/alerts/{alert_id}", response={200: WholeOut, 404: ErrorOut, **ERRORS})
def one(request: HttpRequest, alert_id: UUID) -> Any:
    try:
        return whole_out(queries.alert_for(by=posting_of(request), alert_id=alert_id))
    except Alert.DoesNotExist:
        return Status(404, {"detail": "No such alert at this office", "field": "alert_id"})


@router.get("/lookouts", response={200: LookoutsOut, **ERRORS})
def lookouts(request: HttpRequest, asked: Query[LookoutsIn]) -> Any:
    """Lookouts in force here, newest first."""
    by = posting_of(request)
    try:
        found = queries.notices(by=by, subject=str(asked.subject or ""), after=asked.after)
    except ValueError as error:
        return Status(422, {"detail": str(error), "field": "after"})
    return lookouts_out(*found)


def inbox_out(found: Inbox) -> dict[str, Any]:
    """As plain data, also for the command line."""
    return {
        "alerts": [_alert(one.alert, one.late) for one in found.lines],
        "fresh": [_notice(one) for one in found.fresh],
        "next": found.more,
    }


def whole_out(told: Told) -> dict[str, Any]:
    return {
        "alert": _alert(told.alert, told.late),
        "answers": [
            {
                **{name: getattr(one, name) for name in ("step", "words", "answer_by", "made_at")},
                "officer": one.officer_name,
                "office": one.office_name,
            }
            for one in told.heard
        ],
        "may": [step.value for step in told.steps],
    }


def lookouts_out(found: list[Watched], more: str) -> dict[str, Any]:
    return {"lookouts": [_notice(one) for one in found], "next": more}


def _alert(one: Alert, late: bool) -> dict[str, Any]:
    names = ("id", "kind", "title", "handling", "urgency", "score", "reasons", "raised_at")
    return {
        **{name: getattr(one, name) for name in (*names, "standing", "due_at")},
        "office": one.office_name,
        "met_by": one.matched_told,
        "met_role": one.matched_role,
        "met_office": one.matched_office_name,
        "late": late,
    }


def _notice(watched: Watched) -> dict[str, Any]:
    one = watched.notice
    names = ("id", "number", "subject", "title", "why", "handling", "urgency", "since", "until")
    told = {name: getattr(one, name) for name in (*names, "validated_at")}
    ages = {"stale_days": watched.stale_days, "silent_days": watched.silent_days}
    return {**told, "office": one.office_name, **ages}
