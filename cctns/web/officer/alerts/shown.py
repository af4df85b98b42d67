"""Alerts as pages show them: lines of the inbox, reasons in words, the way an alert took."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext

from cctns.alerts.codes import Handling, Kind, Standing, Step, Urgency
from cctns.alerts.models import Alert, Delivery, Heard
from cctns.alerts.queries import Inbox, Line, Told, Watched
from cctns.alerts.rules import CONFIRMATION
from cctns.cases import heads as crime
from cctns.lib.clock import IST
from cctns.lib.wording import noop as _
from cctns.search.codes import Role, ThingRole
from cctns.search.reasons import Reason

from ...parts import Event, Link, Row
from ...templatetags.cctns import clock, moment
from ..find.words import why

# Parts that are no part of a search's answer.
PARTS = {
    "number": _("Number"),
    "crime_head": _("Head of crime"),
    "method": _("Method"),
    "feature": _("Special feature"),
    "place_type": _("Type of place"),
    "distance": _("Kilometres apart"),
    "days": _("Days apart"),
    "judged": _("Officers judged the two records to be of one person"),
}
_CODES = {
    "crime_head": crime.minor_heads,
    "method": crime.methods,
    "feature": crime.features,
    "place_type": crime.places,
}


def heads() -> list[str]:
    words = (_("Alert"), _("Kind"), _("Met by"), _("Raised"), _("How it stands"))
    return [gettext(one) for one in words]


def line(one: Line) -> list[Any]:
    alert = one.alert
    href = reverse("alert_page", args=[alert.pk])
    new = "" if one.delivery.opened_at else gettext("Not opened")
    title = f"{alert.heading} ({new})" if new else alert.heading
    return [
        Link(title, href),
        str(Kind(alert.kind).label),
        met(alert),
        moment(alert.raised_at),
        standing(alert, one.late),
    ]


def fresh_heads() -> list[str]:
    words = (_("Lookout"), _("What to do when found"), _("Office"), _("Since"))
    return [gettext(one) for one in words]


def fresh(one: Watched) -> list[Any]:
    """A lookout that another office has put into force within the day."""
    told = one.notice
    return [
        Link(told.heading, reverse("alert_lookout", args=[told.pk])),
        str(Handling(told.handling).label),
        f"{told.office_name}, {told.number}",
        moment(told.since),
    ]


def met(alert: Alert) -> str:
    """Where it was met, never who it is."""
    told = ", ".join(filter(None, (_role(alert), alert.matched_told, alert.matched_office_name)))
    hidden = gettext("identity withheld by law")
    return told if alert.matched_told else f"{told} ({hidden})"


def _role(alert: Alert) -> str:
    for codes in (Role, ThingRole):
        if alert.matched_role in codes.values:
            return str(codes(alert.matched_role).label)
    return ""


def standing(alert: Alert, late: bool) -> str:
    told = str(Standing(alert.standing).label)
    if alert.due_at is None:
        return told
    words = _("%(standing)s; late since %(time)s") if late else _("%(standing)s; due %(time)s")
    return gettext(words) % {"standing": told, "time": clock(alert.due_at)}


def mark(found: Inbox) -> str:
    """What the page's script compares: whether the list is another one."""
    return ",".join(f"{one.alert.pk}{one.alert.standing}" for one in found.lines)[:4000] or "-"


def page(told: Told) -> dict[str, Any]:
    alert = told.alert
    speaks = [one for one in alert.reasons if float(one[4]) >= 0]
    return {
        "alert": alert,
        "kind": str(Kind(alert.kind).label),
        "standing": standing(alert, told.late),
        "late": told.late,
        "handling": str(Handling(alert.handling).label) if alert.handling else "",
        "rows": list(_rows(alert)),
        "speaks": [reason(one) for one in speaks],
        "against": [reason(one) for one in alert.reasons if one not in speaks],
        "answers": [_event(one) for one in reversed(told.heard)],
        "way": list(_way(told)),
    }


def _rows(alert: Alert) -> Iterable[Row]:
    links = []
    if alert.lookout_id:
        href = reverse("alert_lookout", args=[alert.lookout_id])
        links = [Link(gettext("Show"), href, gettext("Lookout"))]
    yield Row(gettext("Looked for"), alert.heading, links)
    yield Row(gettext("By"), alert.office_name)
    yield Row(gettext("Met by"), met(alert))
    if alert.urgency:
        yield Row(gettext("Urgency"), f"{Urgency(alert.urgency).label} ({CONFIRMATION})")


def reason(one: Sequence[str]) -> str:
    """One part of the evidence, in the words of the search where it is one of its parts."""
    part, asked, held, level, weight = one
    if part not in PARTS:
        return why(Reason(part, asked, held, level, float(weight)))
    codes = _CODES.get(part)
    told = _label(codes(), asked) if codes else asked
    both = " – ".join(dict.fromkeys(filter(None, (told, held))))
    points = gettext("%(points)s points") % {"points": weight} if codes or weight != "0" else ""
    more = ", ".join(filter(None, (both, points)))
    return f"+ {gettext(PARTS[part])}{f': {more}' if more else ''}"


def _label(choices: Iterable[Any], code: str) -> str:
    for value, words in choices:
        if isinstance(words, list | tuple):
            found = _label(words, code)
            if found != code:
                return found
        elif value == code:
            return str(words)
    return code


def _event(one: Heard) -> Event:
    by = f"{one.officer_name}, {one.office_name}"
    words = one.words
    if one.answer_by:
        promised = gettext("An answer is promised by %(time)s") % {"time": moment(one.answer_by)}
        words = f"{words} {promised}".strip()
    return Event(str(Step(one.step).label), by, one.made_at, words)


def _way(told: Told) -> Iterable[str]:
    """How the alert came: raised, node by node, first shown, opened."""
    alert = told.alert
    yield gettext("Raised %(time)s") % {"time": _exact(alert.raised_at)}
    for node, when in alert.trail:
        arrived = _exact(datetime.fromisoformat(when))
        yield gettext("%(node)s %(time)s") % {"node": node, "time": arrived}
    for one in told.deliveries:
        yield from _shown(alert, one)


def _shown(alert: Alert, one: Delivery) -> Iterable[str]:
    names = {alert.office_id: alert.office_name, alert.matched_office: alert.matched_office_name}
    office = names.get(one.office_id, "")
    if one.shown_at is None:
        yield gettext("Not yet shown at %(office)s") % {"office": office}
        return
    yield gettext("Shown at %(office)s %(time)s") % {"office": office, "time": _exact(one.shown_at)}
    if one.opened_at:
        told = {"officer": one.opened_by, "time": _exact(one.opened_at)}
        yield gettext("Opened by %(officer)s %(time)s") % told


def _exact(when: datetime) -> str:
    return when.astimezone(IST).strftime("%d/%m/%Y %H:%M:%S")
