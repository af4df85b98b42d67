"""What an officer sees: lookouts in force here, and the alerts of the own office."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet

from cctns.lib.clock import now
from cctns.offices import access
from cctns.offices.models import Jurisdiction, Posting
from cctns.search.finding import cursor_of

from .codes import Kind, Standing, Step
from .models import Alert, Delivery, Heard, Notice
from .rules import open_steps, stale_days

PAGE = 25
CONFIRMABLE = (Kind.HIT, Kind.SEARCH, Kind.METHOD)
DECIDING = (Step.CONFIRMED, Step.EXCLUDED, Step.CLEARED)
CLOSED = (Standing.CLEARED, Standing.EXCLUDED)


@dataclass(frozen=True)
class Watched:
    """A lookout as it is told here; `stale_days` since it was validated, from when that counts."""

    notice: Notice
    stale_days: int
    lapsed: bool


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
    return [_watched(one) for one in rows[:PAGE]], more


@access.query
def notice_for(*, by: Posting, notice_id: UUID) -> Watched:
    """Raises Refused; Notice.DoesNotExist beyond its reach."""
    access.require(by, "lookout.view", by.office)
    return _watched(Notice.objects.get(pk=notice_id))


def _watched(one: Notice) -> Watched:
    moment = now()
    return Watched(one, stale_days(one.validated_at, moment), one.until <= moment)


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
    return Inbox([Line(one.alert, one, _late(one.alert, moment)) for one in rows[:PAGE]], more)


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


@dataclass(frozen=True)
class Counts:
    """Of one's office: alerts that nobody opened, and answers that it owes and has not given."""

    unread: int
    overdue: int


@access.query
def counts(*, by: Posting) -> Counts:
    """For the menu and the live page; nothing for whoever sees no alerts."""
    if not access.may(by, "alert.view", by.office):
        return Counts(0, 0)
    found = _mine(by).exclude(alert__standing__in=CLOSED)
    owed = Q(alert__due_at__lt=now(), alert__office_id=F("office_id"))
    told = found.aggregate(
        unread=Count("alert", filter=Q(opened_at=None)), overdue=Count("alert", filter=owed)
    )
    return Counts(**told)


@access.query
def latest(*, by: Posting) -> str:
    """What changes whenever the inbox does: of the newest alert, unread and overdue ones."""
    access.require(by, "alert.view", by.office)
    newest = _mine(by).order_by("-raised_at", "-alert").values_list("alert_id", flat=True).first()
    told = _mine(by).filter(opened_at=None).count()
    return f"{newest}:{told}"


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


@access.query
def overdue_below(*, by: Posting, most: int = PAGE) -> list[Alert]:
    """Answers that offices within reach owe and have not given, the oldest first."""
    access.require(by, "alert.view", by.office)
    reach = Jurisdiction.objects.filter(supervisor=by.office_id).values("office_id")
    late = Alert.objects.filter(due_at__lt=now(), office_id__in=reach)
    return list(late.order_by("due_at", "id")[:most])
