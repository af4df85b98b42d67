"""The first page: what this posting has to do, by when, and under which section."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from cctns.cases.actions import lapse_unsigned_efirs
from cctns.cases.queries import Duty, worklist
from cctns.lib.clock import IST, now
from cctns.lib.wording import noop as _
from cctns.offices.models import Posting
from cctns.registers.models import Complaint
from cctns.registers.queries import ENQUIRY_DAYS, waiting_complaints

from ..parts import Task
from ..postings import acts_of, posting_of
from ..templatetags.cctns import moment

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
    "answer": (_("Answer the Zero FIR %(number)s sent here"), "transfer", "fir.register"),
}
_LALITA = "Lalita Kumari (2014) 2 SCC 1"


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
    """Duties that are late, due today, due later, and without a day."""
    by = posting_of(request)
    acts = acts_of(request)
    duties = _case_duties(by, acts) if "case.view" in acts else []
    items = [_of_case(one) for one in duties if VERBS[one.verb][2] in acts]
    if "complaint.view" in acts:
        items += [_of_complaint(one) for one in waiting_complaints(by=by)]
    shown = {"groups": _groups(items, now()), "acts": acts}
    return render(request, "officer/home.html", shown)


def _case_duties(by: Posting, acts: frozenset[str]) -> list[Duty]:
    """An e-FIR that was not signed in time lapses before the list is shown (BNSS 173(1)(ii))."""
    duties = worklist(by=by)
    overdue = any(one.verb == "sign" and one.due_at and one.due_at < now() for one in duties)
    if overdue and "fir.draft" in acts and lapse_unsigned_efirs(by=by):
        return worklist(by=by)
    return duties


def _of_case(duty: Duty) -> Item:
    words, page, _act = VERBS[duty.verb]
    about = duty.draft_id or duty.fir_id or duty.transfer_id
    title = gettext(words) % {"number": duty.number}
    return Item(title, reverse(page, args=[about]), duty.due_at, duty.source)


def _of_complaint(complaint: Complaint) -> Item:
    words = gettext("Enquire into complaint %(number)s: %(subject)s")
    title = words % {"number": complaint.number, "subject": complaint.subject}
    href = reverse("complaint_page", args=[complaint.pk])
    return Item(title, href, complaint.received_at + ENQUIRY_DAYS, _LALITA)


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
