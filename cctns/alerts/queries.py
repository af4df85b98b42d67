"""What an officer sees: lookouts in force here, and the alerts of the own office."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection
from django.db.models import F, Q, QuerySet

from cctns.lib.clock import now
from cctns.offices import access
from cctns.offices.models import Posting
from cctns.search.finding import cursor_of
from cctns.sync import heard

from .codes import Kind, Standing, Step
from .models import Alert, Delivery, Heard, Notice
from .rules import open_steps, stale_days

PAGE = 25
FRESH, MOST_FRESH = timedelta(hours=24), 5
CONFIRMABLE = (Kind.HIT, Kind.SEARCH, Kind.METHOD)
DECIDING = (Step.CONFIRMED, Step.EXCLUDED, Step.CLEARED)
CLOSED = (Standing.CLEARED, Standing.EXCLUDED)


@dataclass(frozen=True)
class Watched:
    """A lookout as it is told here; `stale_days` since it was validated, from when that counts.

    `silent_days` since the node was heard that brought it: it may have ended meanwhile.
    """

    notice: Notice
    stale_days: int
    lapsed: bool
    silent_days: int


@access.query
def notices(*, by: Posting, subject: str = "", after: str = "") -> tuple[list[Watched], str]:
    """Lookouts in force here, newest first, and the `after` of the next page. Raises Refused."""
    access.require(by, "lookout.view", by.office)
    found = Notice.objects.filter(until__gt=now())
    if subject:
        found = found.filter(subject=subject)
    at, last = cursor_of(after)
    if at and last:
        found = found.filter(Q(since__lt=at) | Q(since=at, id__lt=last))
    rows = list(found.order_by("-since", "-id")[: PAGE + 1])
    more = f"{rows[PAGE - 1].since.isoformat()}~{rows[PAGE - 1].pk}" if len(rows) > PAGE else ""
    return _watched(rows[:PAGE]), more


@access.query
def notice_for(*, by: Posting, notice_id: UUID) -> Watched:
    """Raises Refused; Notice.DoesNotExist beyond its reach."""
    access.require(by, "lookout.view", by.office)
    return _watched([Notice.objects.get(pk=notice_id)])[0]


def _watched(found: list[Notice]) -> list[Watched]:
    moment = now()
    brought = {one.pk: one.trail[-2][0] for one in found if len(one.trail) > 1}
    silent = heard.silent_days(set(brought.values())) if brought else {}
    return [
        Watched(
            one,
            stale_days(one.validated_at, moment),
            one.until <= moment,
            silent.get(brought.get(one.pk, ""), 0),
        )
        for one in found
    ]


@access.query
def silent_above(*, by: Posting) -> int:
    """Days since the node above was heard, 0 for less than one. Raises Refused."""
    access.require(by, "lookout.view", by.office)
    return heard.silent_above()


@dataclass(frozen=True)
class Asked:
    """Which alerts of the inbox: "open", "unread", "overdue", "mine" (raised here) or "all"."""

    which: str = "open"
    kind: str = ""
    after: str = ""


@dataclass(frozen=True)
class Line:
    """One alert of the inbox."""

    alert: Alert
    delivery: Delivery
    late: bool


@dataclass(frozen=True)
class Inbox:
    lines: list[Line]
    more: str
    fresh: list[Watched]  # what other offices began to look for, on the first page of open alerts


@access.query
def inbox(*, by: Posting, asked: Asked) -> Inbox:
    """Alerts of one's office, newest first. Raises Refused; ValueError for a broken cursor."""
    access.require(by, "alert.view", by.office)
    found = _wanted(_mine(by), asked)
    at, last = cursor_of(asked.after)
    if at and last:
        found = found.filter(Q(raised_at__lt=at) | Q(raised_at=at, alert__lt=last))
    rows = list(found.select_related("alert").order_by("-raised_at", "-alert")[: PAGE + 1])
    more = ""
    if len(rows) > PAGE:
        more = f"{rows[PAGE - 1].raised_at.isoformat()}~{rows[PAGE - 1].alert_id}"
    moment = now()
    lines = [Line(one.alert, one, _late(one.alert, moment)) for one in rows[:PAGE]]
    return Inbox(lines, more, _fresh(by) if asked == Asked() else [])


def _fresh(by: Posting) -> list[Watched]:
    """Lookouts of the last day that reach this office, newest first."""
    moment = now()
    found = Notice.objects.filter(since__gt=moment - FRESH, until__gt=moment)
    newest = found.exclude(office_id=by.office_id).order_by("-since", "-id")
    return _watched(list(newest[:MOST_FRESH]))


def _mine(by: Posting) -> QuerySet[Delivery]:
    return Delivery.objects.filter(office_id=by.office_id)


def _wanted(found: QuerySet[Delivery], asked: Asked) -> QuerySet[Delivery]:
    if asked.kind:
        found = found.filter(alert__kind=asked.kind)
    if asked.which == "unread":
        return found.filter(opened_at=None)
    if asked.which == "overdue":
        return found.filter(alert__due_at__lt=now())
    if asked.which == "mine":
        return found.filter(alert__office_id=F("office_id"))
    return found if asked.which == "all" else found.exclude(alert__standing__in=CLOSED)


def _late(alert: Alert, moment: datetime) -> bool:
    return alert.due_at is not None and alert.due_at < moment


@access.query
def latest(*, by: Posting) -> str:
    """What changes whenever the inbox does: newest alert, unread ones, lookouts of the day."""
    access.require(by, "alert.view", by.office)
    newest = _mine(by).order_by("-raised_at", "-alert").values_list("alert_id", flat=True).first()
    told = _mine(by).filter(opened_at=None).count()
    sought = Notice.objects.filter(since__gt=now() - FRESH).count()
    return f"{newest}:{told}:{sought}"


@dataclass(frozen=True)
class Told:
    """One alert with all that was answered, how it came here, and what may be answered now."""

    alert: Alert
    heard: list[Heard]
    deliveries: list[Delivery]  # as far as they lie within reach
    steps: list[Step]
    late: bool


@access.query
def alert_for(*, by: Posting, alert_id: UUID) -> Told:
    """Raises Refused; Alert.DoesNotExist for one that was not told to an office within reach."""
    access.require(by, "alert.view", by.office)
    one = Alert.objects.get(pk=alert_id)
    return Told(
        alert=one,
        heard=list(Heard.objects.filter(alert_id=alert_id).order_by("made_at", "id")),
        deliveries=list(Delivery.objects.filter(alert=one).order_by("raised_at", "office_id")),
        steps=steps_of(by, one),
        late=_late(one, now()),
    )


def steps_of(by: Posting, one: Alert) -> list[Step]:
    """What this posting may answer now; whoever may not confirm is offered the rest."""
    concerned = by.office_id in (one.office_id, one.matched_office)
    if not concerned or not access.may(by, "alert.answer", by.office):
        return []
    steps = open_steps(
        one.standing, raiser=by.office_id == one.office_id, confirmable=one.kind in CONFIRMABLE
    )
    if access.may(by, "alert.confirm", by.office):
        return steps
    return [step for step in steps if step not in DECIDING]


@dataclass(frozen=True)
class Late:
    """An answer that an office within reach owes and has not given."""

    alert_id: UUID
    title: str
    office_name: str
    due_at: datetime


@dataclass(frozen=True)
class Waiting:
    """For the worklist: how many alerts nobody of one's office opened, and late answers."""

    unread: int
    late: list[Late]


def waiting(*, by: Posting, most: int = PAGE) -> Waiting:
    """Of one's own office and those it supervises, the oldest first.

    One question, since every worklist asks it: the function (guards.WAITING) says first on whose
    behalf it looks, as `access.query` does, and row-level security answers.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM alerts_waiting(%s, %s, %s, %s)",
                       [by.office_id, by.pk, now(), most])  # fmt: skip
        rows = cursor.fetchall()
    late = [Late(*row[:4]) for row in rows if row[0] is not None]
    return Waiting(sum(row[4] for row in rows), late)
