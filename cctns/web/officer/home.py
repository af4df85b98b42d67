"""The first page: what this posting has to do, by when, and under which section."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from cctns.alerts import queries as alerts
from cctns.alerts import titles
from cctns.alerts.rules import CONFIRMATION
from cctns.cases.actions import lapse_unsigned_efirs
from cctns.cases.queries import Board, Duty, board
from cctns.law import clocks
from cctns.lib.clock import IST, now
from cctns.lib.wording import noop as _
from cctns.offices.models import Posting
from cctns.offices.naming import named
from cctns.registers.models import Complaint
from cctns.registers.queries import unconfirmed_complaints, waiting_complaints

from ..news import saved_news
from ..paging import with_query
from ..parts import Task
from ..postings import acts_of, posting_of
from ..templatetags.cctns import moment
from . import duties

# What an officer does about a duty, the page on which it is done, and the act that it takes.
VERBS = {
    "sign": (_("Sign the FIR %(number)s"), "fir_draft", "fir.draft"),
    "finish": (_("Finish the FIR draft %(number)s"), "fir_draft", "fir.draft"),
    "copy": (_("Give the complainant a free copy of FIR %(number)s"), "case", "fir.copy"),
    "dispatch": (_("Send FIR %(number)s to the Magistrate"), "case", "fir.dispatch"),
    "transfer": (
        _("Transfer the Zero FIR %(number)s to its station"),
        "case",
        "case.propose_transfer",
    ),
    "answer": (_("Answer the FIR %(number)s sent here"), "transfer", "fir.register"),
}
_ENQUIRY = clocks.rule("complaint_enquiry")


@dataclass(frozen=True)
class Item:
    """One thing to do: its words, its page, by when (UTC), and the law that wants it."""

    title: str
    href: str
    due: datetime | None
    source: str


@dataclass(frozen=True)
class Group:
    """Duties of one urgency under their heading."""

    title: str
    slug: str
    tasks: list[Task]


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Duties that are late, due today, due later, and without a day; clocks page by page."""
    by = posting_of(request)
    acts = acts_of(request)
    after = request.GET.get("after", "")
    found = _board(by, acts, after) if "case.view" in acts else Board([], [], "")
    items = [_of_case(one) for one in found.papers if VERBS[one.verb][2] in acts]
    items += [_of_clock(one, by) for one in found.clocks if _concerns(one, by, acts)]
    if "complaint.receive" in acts and not after:
        items += [_of_complaint(one) for one in waiting_complaints(by=by)]
    if "complaint.review" in acts and not after:
        items += [_of_settled(one) for one in unconfirmed_complaints(by=by)]
    if "alert.view" in acts and not after:
        items += _of_alerts(by)
    if (found_new := saved_news(request)) and not after:
        title = gettext("New in your saved searches: %(count)s") % {"count": found_new}
        items.append(Item(title, reverse("find_saved"), None, ""))
    shown = {
        "groups": _groups(items, now()),
        "acts": acts,
        "later": with_query(request, after=found.next_cursor) if found.next_cursor else "",
        "first": request.path if after else "",
    }
    return render(request, "officer/home.html", shown)


def _board(by: Posting, acts: frozenset[str], after: str) -> Board:
    """An e-FIR that was not signed in time lapses before the list is shown (BNSS 173(1)(ii)).

    A broken address leads to the first page.
    """
    try:
        found = board(by=by, after=after)
    except ValueError:
        found = board(by=by)
    moment = now()
    overdue = any(one.verb == "sign" and one.due_at and one.due_at < moment for one in found.papers)
    if overdue and "fir.draft" in acts and lapse_unsigned_efirs(by=by):
        return board(by=by)
    return found


def _concerns(duty: Duty, by: Posting, acts: frozenset[str]) -> bool:
    """At one's own station, what one may do; of those below, what has come before one."""
    assert duty.clock is not None
    above = duty.clock.office_id != by.office_id
    return above or duty.verb not in VERBS or VERBS[duty.verb][2] in acts


def _of_clock(duty: Duty, by: Posting) -> Item:
    clock = duty.clock
    assert clock is not None
    above = clock.office_id != by.office_id
    hint = duties.hint(clock, station=above)
    if duty.verb in VERBS and not above:
        return Item(**{**vars(_of_case(duty)), "source": hint})
    return Item(duties.title(clock), duties.page(clock), duty.due_at, hint)


def _of_case(duty: Duty) -> Item:
    words, page, _act = VERBS[duty.verb]
    about = duty.draft_id or duty.fir_id or duty.transfer_id
    title = gettext(words) % {"number": duty.number}
    return Item(title, reverse(page, args=[about]), duty.due_at, duty.source)


def _of_complaint(complaint: Complaint) -> Item:
    words = gettext("Enquire into complaint %(number)s: %(subject)s")
    title = words % {"number": complaint.number, "subject": complaint.subject}
    href = reverse("complaint_page", args=[complaint.pk])
    return Item(title, href, _ENQUIRY.due(complaint.received_at), _ENQUIRY.source)


def _of_settled(complaint: Complaint) -> Item:
    words = gettext("Ask the petitioner of complaint %(number)s, %(office)s: closed as settled")
    title = words % {"number": complaint.number, "office": named(complaint.office)}
    return Item(title, reverse("complaint_page", args=[complaint.pk]), None, _ENQUIRY.source)


def _of_alerts(by: Posting) -> list[Item]:
    """Late answers first, of one's own office and those below; then how many nobody has opened."""
    found = alerts.waiting(by=by)
    words = gettext("Answer the alert: %(title)s, %(office)s")
    items = [
        Item(
            words % {"title": titles.told(one.title), "office": one.office_name},
            reverse("alert_page", args=[one.alert_id]),
            one.due_at,
            CONFIRMATION,
        )
        for one in found.late
    ]
    if found.unread:
        title = gettext("Alerts that nobody has opened: %(count)s") % {"count": found.unread}
        href = f"{reverse('alert_inbox')}?which=unread"
        items.append(Item(title, href, None, CONFIRMATION))
    return items


def _groups(items: list[Item], at: datetime) -> list[Group]:
    titles = {
        "late": gettext("Late"),
        "today": gettext("Due today"),
        "later": gettext("Due later"),
        "open": gettext("Without a day"),
    }
    groups = []
    for slug, title in titles.items():
        found = [one for one in items if _urgency(one.due, at) == slug]
        found.sort(key=lambda one: one.due or at)
        groups.append(Group(title, slug, [_task(one, slug) for one in found]))
    return [group for group in groups if group.tasks]


def _urgency(due: datetime | None, at: datetime) -> str:
    if due is None:
        return "open"
    if due < at:
        return "late"
    return "today" if due.astimezone(IST).date() == at.astimezone(IST).date() else "later"


def _task(item: Item, urgency: str) -> Task:
    colour = {"late": "red", "today": "yellow"}.get(urgency, "")
    return Task(item.title, item.href, moment(item.due), colour, item.source)
